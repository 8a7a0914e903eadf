// Models in OpenVINO's intermediate representation: an XML file for the graph, and a .bin file with the
// weights.
#pragma once

#include "base/result.h"
#include "models/graph_facts.h"

#include <cstdint>
#include <span>

namespace iotbench {

bool looksLikeXml(std::span<const std::uint8_t> bytes);

// Refuses, in words, what is no such model with one input of images, N×C×H×W or N×H×W×C, one row of scores an
// image, only OpenVINO's own operators, and every constant whole, in `weights`, and finite. Fields and layers
// as https://docs.openvino.ai (IR format, version 10 and 11) describes them.
Result<GraphFacts> readIrFacts(std::span<const std::uint8_t> xml, std::span<const std::uint8_t> weights);

} // namespace iotbench
