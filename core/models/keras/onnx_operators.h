// Operators of ONNX in the forms that every engine computes correctly, OpenCV 4.6 and batches included: no
// broadcasting between results, no Reduce, nothing that an engine normalises by itself.
#pragma once

#include "models/keras/graph.h"
#include "models/keras/onnx_writer.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace iotbench::keras {

// Functions return the name of the tensor that they make. Sizes, axes and shapes are those of ONNX, channels
// first, but for Shape::channelsFirst, which says in which order values per pixel are given. Throws Refusal
// where a small file would become a graph that no memory holds.
class OnnxOperators {
protected:
    using Floats = std::vector<float>;
    using Integers = std::vector<std::int64_t>;

    OnnxWriter& writer() { return m_onnx; }
    // Whose operators follow.
    void setLayer(const std::string& name) { m_layer = name; }

    std::string add(const char* type, std::vector<std::string> inputs, const OnnxAttributes& attributes = {});
    std::string constant(const Floats& values, Integers sizes);
    // Before so many numbers are made up that the file does not hold.
    void countMade(std::int64_t numbers);
    Floats filled(std::int64_t count, float value);

    std::string transposed(const std::string& from, Integers axes);
    std::string reshaped(const std::string& from, const Integers& sizes);
    // Every pixel through the same matrix, of `outputs` rows.
    std::string pixelwise(const std::string& from, const Floats& matrix, std::int64_t inputs,
        std::int64_t outputs, std::int64_t groups = 1);
    // Every pixel as often as that.
    std::string enlarged(const std::string& from, std::int64_t rows, std::int64_t columns);
    // `sizes`: height, width and channels of what it is taken from; a height of 0 is that of a row.
    std::string sliced(const std::string& from, const Slice& slice, const std::array<std::int64_t, 3>& sizes);
    // x × scale + offset; one of each for all values, for every channel, or for every value.
    std::string affine(const std::string& from, const Shape& shape, Floats scale, Floats offset);
    // Batch normalisation, one of each for every channel.
    std::string normalised(const std::string& from, const Shape& shape,
        const std::array<Floats, 4>& gammaBetaMeanVariance, float epsilon);

private:
    std::string integers(const Integers& values);

    OnnxWriter m_onnx;
    std::string m_layer;
    std::int64_t m_made = 0;
};

} // namespace iotbench::keras
