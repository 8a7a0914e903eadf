// Weights that an ONNX model keeps in files beside it ("external data").
#pragma once

#include "base/message.h"

#include <onnx/onnx_pb.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace iotbench {

inline constexpr std::uint64_t kMostBesideBytes = std::uint64_t{512} << 20U; // of all such files

struct ExternalWeights {
    bool any = false; // the model has such, and they are now in it
    std::vector<std::uint8_t> bytes; // of the files, in the order in which the model first names them
    Message fault; // why they are not to be had; the model is then half changed
};

// Reads nothing outside of `folder`, wherever its links lead. Tensors of graphs deeper than 16 within others
// are left alone.
ExternalWeights takeExternalWeights(onnx::ModelProto& model, const std::filesystem::path& folder,
    const std::function<bool()>& cancelled = {});

} // namespace iotbench
