// A gallery in a kept run's folder: a sheet of all pictures, and a table (reports/report_files.h).
#pragma once

#include "base/result.h"
#include "run/gallery.h"

#include <optional>
#include <string>

namespace iotbench {

// Pictures stand on the sheet in the order of the table's lines, kGalleryColumns to a row. Columns: list
// ("cell" or "most_confident_error"), ordinal, sequence, source, label, predicted, and a probability for each
// class.
inline constexpr std::size_t kGalleryColumns = 64;
std::optional<Error> writeGallery(const GalleryContents& contents, const std::string& folder);

// `facts`: of the run's images, as its report has them. Any thread; takes about a tenth of a second. Errors
// name the file: it is not there, is of other images, does not fit the other file, holds something else.
Result<GalleryContents> readGallery(const std::string& folder, const ImageFacts& facts);

} // namespace iotbench
