#include "engines/onnxruntime/model_ends.h"

#include "base/refusal.h"

namespace iotbench::engines {
namespace {

std::string named(
    OrtStatus* (*ask)(const OrtSession*, std::size_t, OrtAllocator*, char**), const OrtSession& session)
{
    OrtAllocator* allocator = nullptr; // the library's own, not to be freed
    check(ort().GetAllocatorWithDefaultOptions(&allocator));
    char* text = nullptr;
    check(ask(&session, 0, allocator, &text));
    std::string name = text;
    check(ort().AllocatorFree(allocator, text));
    return name;
}

// Part of `type`; null where that is no tensor.
const OrtTensorTypeAndShapeInfo* tensorOf(const OrtTypeInfo& type)
{
    const OrtTensorTypeAndShapeInfo* tensor = nullptr;
    check(ort().CastTypeInfoToTensorInfo(&type, &tensor));
    return tensor;
}

bool isFloat32(const OrtTensorTypeAndShapeInfo* tensor)
{
    ONNXTensorElementDataType type = ONNX_TENSOR_ELEMENT_DATA_TYPE_UNDEFINED;
    if (tensor != nullptr) {
        check(ort().GetTensorElementType(tensor, &type));
    }
    return type == ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT;
}

} // namespace

std::vector<std::int64_t> shapeOf(const OrtTensorTypeAndShapeInfo& tensor)
{
    std::size_t rank = 0;
    check(ort().GetDimensionsCount(&tensor, &rank));
    std::vector<std::int64_t> shape(rank);
    check(ort().GetDimensions(&tensor, shape.data(), rank));
    return shape;
}

ModelEnds endsOf(const OrtSession& session, const std::string& modelName)
{
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    check(ort().SessionGetInputCount(&session, &inputs));
    check(ort().SessionGetOutputCount(&session, &outputs));
    if (inputs != 1 || outputs != 1) {
        throw Refusal(
            TR("model %1 has %2 inputs and %3 outputs, must have one of each"), {modelName, inputs, outputs});
    }
    ModelEnds ends;
    ends.input = named(ort().SessionGetInputName, session);
    ends.output = named(ort().SessionGetOutputName, session);

    const auto taken = made<OrtTypeInfo>(ort().SessionGetInputTypeInfo, &session, std::size_t{0});
    const OrtTensorTypeAndShapeInfo* const input = tensorOf(*taken);
    const auto given = made<OrtTypeInfo>(ort().SessionGetOutputTypeInfo, &session, std::size_t{0});
    if (!isFloat32(input) || !isFloat32(tensorOf(*given))) {
        throw Refusal(TR("model %1 takes or gives other values than float32"), {modelName});
    }

    const std::vector<std::int64_t> shape = shapeOf(*input);
    if (shape.size() != 4) {
        throw Refusal(TR("model %1 does not take images: its input is not N×C×H×W"), {modelName});
    }
    ends.batch = shape.front() > 0 ? static_cast<std::size_t>(shape.front()) : 0;
    return ends;
}

} // namespace iotbench::engines
