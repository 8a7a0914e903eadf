// A model on a set of images at rest, away from any stream: for model cards and for tests.
#pragma once

#include "base/result.h"
#include "engines/engine.h"
#include "images/image_set.h"
#include "wire/wire_format.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace iotbench {

struct InferOptions {
    Normalisation normalisation = Normalisation::Unit;
    std::size_t count = std::numeric_limits<std::size_t>::max(); // the first so many images, at most all
    std::size_t batch = 8;
    unsigned threads = 1; // each with a session of its own
};

// The model's scores for each image, one after the other, as many as the images have classes. The model must
// have been compiled for images of their shape, for so many classes and for at least `threads` workers.
// Errors are the engine's.
Result<std::vector<float>> inferImages(engines::CompiledModel& model, const ImageSet& images,
    const PixelMean& mean, const InferOptions& options);

} // namespace iotbench
