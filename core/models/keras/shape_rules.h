// Sizes of results and the padding that Keras means by "same" and "valid".
// Rules: https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2
#pragma once

#include "models/keras/graph.h"

#include <array>
#include <optional>
#include <vector>

namespace iotbench::keras {

enum class PaddingKind : std::uint8_t { Valid, Same };

// What `same` adds around an image for this window; with an odd number the bottom and right get one more, so
// that a 3 × 3 window in steps of two over 32 × 32 adds nothing before and one after.
Edges paddingOf(PaddingKind kind, const Shape& image, const Window& window);

// Size of the result of a window that moves over an image; throws Refusal where it does not fit in once.
// `channels` are those of the result.
Shape windowed(const Shape& image, const Window& window, std::int64_t channels);

Shape padded(const Shape& image, const Edges& edges);

// The shape of `from`'s values arranged as `target` (Keras's Reshape: one size may be -1, for whatever is
// left); throws Refusal where the number of values differs or the result is neither a row nor an image.
Shape reshaped(const Shape& from, const std::vector<double>& target);

// An image whose axes, in Keras's order, are these (0, 1, 2) of `from`. Where it is not said whether its
// first or its last then holds the channels, it is whichever moves no value.
struct Permuted {
    Permutation operation;
    Shape shape;
};
Permuted permuted(const Shape& from, const std::array<std::size_t, 3>& axes,
    std::optional<bool> channelsFirst = std::nullopt);

// In Keras's order, without the batch.
std::vector<std::int64_t> kerasSizes(const Shape& shape);
// What each axis of an image is in Keras's order: 0 its height, 1 its width, 2 its channels.
std::array<std::size_t, 3> rolesOfAxes(const Shape& image);
// The axis (1 to 3 in Keras's count, the batch being 0; or from the end: -1 to -3) as one of these. Of a row
// only the channels. Throws Refusal for any other number.
std::size_t roleOfAxis(const Shape& shape, double axis);
// The height, width or channels of a shape.
std::int64_t& sizeOf(Shape& shape, std::size_t role);
std::int64_t sizeOf(const Shape& shape, std::size_t role);

// Throws Refusal where a size is not one that a model for small images could have (products stay within 64
// bits).
Shape checked(const Shape& shape);

} // namespace iotbench::keras
