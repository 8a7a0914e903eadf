// An ONNX model, node by node, with names made up as needed.
#pragma once

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace iotbench::keras {

using OnnxAttributes = std::vector<
    std::pair<std::string, std::variant<std::int64_t, float, std::string, std::vector<std::int64_t>>>>;

// The newest operator set in which Clip and Pad take their numbers as attributes: OpenCV 4.6 knows no other
// way.
inline constexpr int kKerasOpset = 10;

class OnnxWriter {
public:
    OnnxWriter();

    // Each returns the name of the tensor that it makes. `layer` only makes names readable. Sizes are those
    // of one image, a free batch N goes before them; of constants, all of them ({}: a scalar).
    std::string addInput(
        const std::string& name, const std::vector<std::int64_t>& sizes, bool ofBytes = false);
    std::string addNode(const std::string& layer, const std::string& type, std::vector<std::string> inputs,
        const OnnxAttributes& attributes);
    std::string addFloats(
        const std::string& layer, const std::vector<float>& values, std::vector<std::int64_t> sizes);
    std::string addIntegers(const std::string& layer, const std::vector<std::int64_t>& values);

    // The file's bytes, with `tensor` for its output.
    std::vector<std::uint8_t> finish(const std::string& tensor, const std::vector<std::int64_t>& sizes);

private:
    std::string nameFor(const std::string& layer, const std::string& kind);

    onnx::ModelProto m_model;
    std::map<std::string, unsigned> m_used;
};

} // namespace iotbench::keras
