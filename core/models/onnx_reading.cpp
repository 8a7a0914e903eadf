#include "models/onnx_reading.h"

#include <onnx/shape_inference/implementation.h>

#include <exception>
#include <limits>

namespace iotbench {

onnx::ModelProto parsedOnnx(std::span<const std::uint8_t> bytes)
{
    onnx::ModelProto model;
    if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())
        || !model.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
        model.Clear();
    }
    return model;
}

bool inferShapes(onnx::ModelProto& model)
{
    try {
        onnx::shape_inference::InferShapes(model);
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

std::int64_t operatorSetOf(const onnx::ModelProto& model)
{
    std::int64_t version = 0;
    for (const auto& set : model.opset_import()) {
        if (set.domain().empty() || set.domain() == "ai.onnx") {
            version = set.version();
        }
    }
    return version;
}

std::vector<std::int64_t> sizesOf(const onnx::TensorShapeProto& shape)
{
    std::vector<std::int64_t> sizes;
    for (const auto& dimension : shape.dim()) {
        sizes.push_back(dimension.has_dim_value() ? dimension.dim_value() : -1);
    }
    return sizes;
}

} // namespace iotbench
