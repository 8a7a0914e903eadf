#include "models/keras/onnx_constants.h"

#include <algorithm>
#include <cmath>

namespace iotbench::keras {
namespace {

std::size_t place(std::int64_t index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

std::vector<float> outputsFirst(const std::vector<float>& kernel, const std::vector<std::int64_t>& sizes)
{
    const std::int64_t window = sizes[0] * sizes[1];
    const std::int64_t inputs = sizes[2];
    const std::int64_t outputs = sizes[3];
    std::vector<float> result(kernel.size());
    std::size_t next = 0;
    for (std::int64_t output = 0; output < outputs; ++output) {
        for (std::int64_t input = 0; input < inputs; ++input) {
            for (std::int64_t spot = 0; spot < window; ++spot) {
                result[next++] = kernel[place((spot * inputs + input) * outputs + output)];
            }
        }
    }
    return result;
}

std::vector<float> transposedKernel(const std::vector<float>& kernel, std::int64_t filters,
    std::int64_t channels, const PaintedWindow& window)
{
    const auto [rows, columns] = window.painted;
    std::vector<float> result(place(channels * filters * rows * columns));
    std::size_t next = 0;
    for (std::int64_t row = 0; row < window.size[0]; ++row) {
        for (std::int64_t column = 0; column < window.size[1]; ++column) {
            const std::int64_t spot = row * window.dilation[0] * columns + column * window.dilation[1];
            for (std::int64_t filter = 0; filter < filters; ++filter) {
                for (std::int64_t channel = 0; channel < channels; ++channel) {
                    result[place((channel * filters + filter) * rows * columns + spot)] = kernel[next++];
                }
            }
        }
    }
    return result;
}

std::vector<float> channelsFirst(const std::vector<float>& values, const Shape& image)
{
    if (image.channelsFirst) {
        return values;
    }
    return outputsFirst(values, {image.height, image.width, 1, image.channels});
}

std::vector<float> mixingMatrix(const ChannelMix& mix, std::int64_t channels)
{
    std::vector<float> matrix(place(channels * channels));
    for (std::int64_t row = 0; row < channels; ++row) {
        const std::int64_t group = row / mix.groupSize * mix.groupSize;
        const auto begin = matrix.begin() + row * channels + group;
        std::fill(begin, begin + mix.groupSize, static_cast<float>(mix.others));
        matrix[place(row * channels + row)] = static_cast<float>(mix.others + mix.own);
    }
    return matrix;
}

std::vector<float> enlargingMatrix(std::int64_t length, std::int64_t factor)
{
    std::vector<float> matrix(place(length * factor * length));
    for (std::int64_t row = 0; row < length * factor; ++row) {
        const double centre = (static_cast<double>(row) + 0.5) / static_cast<double>(factor) - 0.5;
        const double before = std::floor(centre);
        const auto weigh = [&](double pixel, double weight) {
            const auto column = std::clamp<std::int64_t>(static_cast<std::int64_t>(pixel), 0, length - 1);
            matrix[place(row * length + column)] += static_cast<float>(weight);
        };
        weigh(before, 1 - (centre - before));
        weigh(before + 1, centre - before);
    }
    return matrix;
}

} // namespace iotbench::keras
