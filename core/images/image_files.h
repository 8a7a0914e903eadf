// Images of the user's own (`--images`), in the data set's binary record format.
#pragma once

#include "base/result.h"
#include "images/image_set.h"

#include <filesystem>

namespace iotbench {

// `path`: a file of CIFAR-10 binary records (label byte 0..9, then 1,024 red, 1,024 green, 1,024 blue bytes),
// or a folder whose *.bin files are read in the order of their names, as one set. Planes are interleaved into
// H×W×C. Everything is held in memory (3,073 bytes an image). Errors: not there, not readable, no *.bin in
// the folder, empty, a size that is not a multiple of 3,073, a label over 9; each names the file, and the
// record where there is one.
Result<ImageSet> loadImageFiles(const std::filesystem::path& path);

} // namespace iotbench
