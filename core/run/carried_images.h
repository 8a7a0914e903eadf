// Whether a model, or a set of images, is for the images that the streams of a run carry.
#pragma once

#include "base/result.h"
#include "images/image_facts.h"
#include "wire/wire_format.h"

#include <cstddef>
#include <optional>

namespace iotbench {

// `whose`: the model or the set, with `shape` and `classes` (unset: not known). `format`: of the streams;
// unset: found out as they come, so that every one has to do. In words why it is for others; empty where it
// fits.
std::optional<Error> faultOfImages(const Message& whose, const ImageShape& shape,
    std::optional<std::size_t> classes, std::optional<WireFormat> format);

} // namespace iotbench
