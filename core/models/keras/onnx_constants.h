// Weights of Keras in the order of ONNX, and matrices that stand for what ONNX lacks. Pure arithmetic.
#pragma once

#include "models/keras/graph.h"

#include <cstdint>
#include <vector>

namespace iotbench::keras {

// Keras: height × width × inputs × outputs; ONNX: outputs × inputs × height × width.
std::vector<float> outputsFirst(const std::vector<float>& kernel, const std::vector<std::int64_t>& sizes);

// A kernel of height × width × filters × channels as channels × filters × rows × columns, its rows and
// columns `dilation` apart and zeros behind them.
struct PaintedWindow {
    std::array<std::int64_t, 2> size;
    std::array<std::int64_t, 2> dilation;
    std::array<std::int64_t, 2> painted; // rows and columns of the result
};
std::vector<float> transposedKernel(const std::vector<float>& kernel, std::int64_t filters,
    std::int64_t channels, const PaintedWindow& window);

// One value for every value of an image, from Keras's order into channels × height × width.
std::vector<float> channelsFirst(const std::vector<float>& values, const Shape& image);

// Square, one row for each result: `own` on the diagonal, and `others` more within groups.
std::vector<float> mixingMatrix(const ChannelMix& mix, std::int64_t channels);

// length × factor rows of `length`: bilinear interpolation between the centres of pixels, the outermost
// repeated beyond them. Formula: tf.image.resize, half_pixel_centers.
std::vector<float> enlargingMatrix(std::int64_t length, std::int64_t factor);

} // namespace iotbench::keras
