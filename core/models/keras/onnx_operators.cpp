#include "models/keras/onnx_operators.h"

#include "models/keras/onnx_constants.h"

#include <algorithm>
#include <utility>

namespace iotbench::keras {
namespace {

constexpr std::int64_t kMostMade = 1 << 26;

std::size_t countOf(std::int64_t values)
{
    return static_cast<std::size_t>(values);
}

} // namespace

std::string OnnxOperators::add(
    const char* type, std::vector<std::string> inputs, const OnnxAttributes& attributes)
{
    return m_onnx.addNode(m_layer, type, std::move(inputs), attributes);
}

std::string OnnxOperators::constant(const Floats& values, Integers sizes)
{
    return m_onnx.addFloats(m_layer, values, std::move(sizes));
}

std::string OnnxOperators::integers(const Integers& values)
{
    return m_onnx.addIntegers(m_layer, values);
}

void OnnxOperators::countMade(std::int64_t numbers)
{
    if (numbers > kMostMade - m_made) {
        throw Refusal(TR("layer \"%1\": would make the model too large for this program"), {m_layer});
    }
    m_made += numbers;
}

OnnxOperators::Floats OnnxOperators::filled(std::int64_t count, float value)
{
    countMade(count);
    return Floats(countOf(count), value);
}

std::string OnnxOperators::transposed(const std::string& from, Integers axes)
{
    return add("Transpose", {from}, {{"perm", std::move(axes)}});
}

std::string OnnxOperators::reshaped(const std::string& from, const Integers& sizes)
{
    return add("Reshape", {from, integers(sizes)});
}

std::string OnnxOperators::pixelwise(const std::string& from, const Floats& matrix, std::int64_t inputs,
    std::int64_t outputs, std::int64_t groups)
{
    return add("Conv", {from, constant(matrix, {outputs, inputs / groups, 1, 1})},
        {{"kernel_shape", Integers{1, 1}}, {"group", groups}});
}

std::string OnnxOperators::enlarged(const std::string& from, std::int64_t rows, std::int64_t columns)
{
    const Floats factors{1, 1, static_cast<float>(rows), static_cast<float>(columns)};
    return add("Resize", {from, constant(factors, {4})}, {{"mode", std::string("nearest")}});
}

std::string OnnxOperators::sliced(
    const std::string& from, const Slice& slice, const std::array<std::int64_t, 3>& sizes)
{
    constexpr std::array<std::int64_t, 3> kOnnxAxis = {2, 3, 1}; // of height, width, channels
    Integers starts;
    Integers ends;
    Integers axes;
    Integers steps;
    for (const std::size_t role : {2U, 0U, 1U}) { // axes in their order, which OpenCV 4.6 wants
        const bool all = slice.starts[role] == 0 && slice.ends[role] == sizes[role] && slice.steps[role] == 1;
        if (!all && sizes[role] > 0) {
            starts.push_back(slice.starts[role]);
            ends.push_back(slice.ends[role]);
            axes.push_back(kOnnxAxis[role]);
            steps.push_back(slice.steps[role]);
        }
    }
    return axes.empty()
        ? from
        : add("Slice", {from, integers(starts), integers(ends), integers(axes), integers(steps)});
}

std::string OnnxOperators::affine(const std::string& from, const Shape& shape, Floats scale, Floats offset)
{
    if (scale.size() == 1 && offset.size() == 1) {
        const std::string scaled = scale.front() == 1 ? from : add("Mul", {from, constant(scale, {1})});
        return offset.front() == 0 ? scaled : add("Add", {scaled, constant(offset, {1})});
    }
    const bool whole = std::max(scale.size(), offset.size()) != countOf(shape.channels);
    const std::int64_t factors = whole ? shape.size() : shape.channels;
    for (Floats* values : {&scale, &offset}) {
        if (values->size() == 1) {
            *values = filled(factors, values->front());
        } else if (values->size() != countOf(factors)) {
            throw Refusal(TR("layer \"%1\": has factors for the channels and for single values"), {m_layer});
        } else if (whole && shape.isImage()) {
            *values = channelsFirst(*values, shape);
        }
    }
    // Batch normalisation with nothing left to normalise: variance and epsilon are exactly 1 together.
    constexpr float kEpsilon = 1.0F / 1024;
    const Floats mean = filled(factors, 0);
    const Floats variance = filled(factors, 1 - kEpsilon);
    if (!whole || !shape.isImage()) {
        return normalised(from, shape, {scale, offset, mean, variance}, kEpsilon);
    }
    const std::string flat = reshaped(from, {-1, factors, 1, 1});
    return reshaped(normalised(flat, {1, 1, factors}, {scale, offset, mean, variance}, kEpsilon),
        {-1, shape.channels, shape.height, shape.width});
}

// OpenCV 4.6 computes something else for a row that is the sum (or another combination) of two: a row goes as
// an image of one pixel.
std::string OnnxOperators::normalised(const std::string& from, const Shape& shape,
    const std::array<Floats, 4>& gammaBetaMeanVariance, float epsilon)
{
    const std::int64_t channels = shape.channels;
    std::vector<std::string> operands{shape.isImage() ? from : reshaped(from, {-1, channels, 1, 1})};
    for (const Floats& values : gammaBetaMeanVariance) {
        operands.push_back(constant(values, {channels}));
    }
    const std::string result = add("BatchNormalization", std::move(operands), {{"epsilon", epsilon}});
    return shape.isImage() ? result : add("Flatten", {result}, {{"axis", std::int64_t{1}}});
}

} // namespace iotbench::keras
