// One layer, called once on the results of others: what of it goes into the graph.
#pragma once

#include "models/json_fields.h"
#include "models/keras/graph.h"

#include <string>
#include <vector>

namespace iotbench::keras {

struct LayerCall {
    std::string className;
    std::string name; // with the models around it: "backbone/conv1"
    WeightsPlace weights;
    JsonFields config;
    std::vector<std::size_t> inputs; // nodes of the graph
};

// Appends the layer's operations and returns the node that holds its result: an input itself where the layer
// does nothing at inference (Dropout). Throws Refusal or BadField; the caller adds layer and class.
std::size_t appendLayer(Graph& graph, LayerCall& call);

} // namespace iotbench::keras
