// One layer, called once on the results of others: what of it goes into the graph.
#pragma once

#include "models/json_fields.h"
#include "models/keras/graph.h"
#include "models/keras/inbound_calls.h"

#include <string>
#include <vector>

namespace iotbench::keras {

struct LayerCall {
    std::string className;
    bool isOperation = false; // keras.ops, not the layer of that class name
    std::string name; // with the models around it: "backbone/conv1"
    unsigned kerasVersion = 0; // 2 or 3; 0 where the file does not say
    std::size_t layer = 0; // its entry in Graph::layers
    JsonFields config;
    std::vector<CallArgument> arguments;
    std::vector<std::size_t> inputs; // nodes of the graph, for the tensors of the arguments
};

// Appends the layer's operations and returns the node that holds its result: an input itself where the layer
// does nothing at inference (Dropout). A field or argument that no rule reads is refused where it is set.
// Throws Refusal or BadField; the caller adds layer and class.
std::size_t appendLayer(Graph& graph, LayerCall& call);

// A layer or model takes one result, or one list of results; whatever else its call says must change nothing.
// Keras 3 writes the "training" of the call that made the model and sets it to false when it predicts; in
// Keras 2 what is called so stays in training. Throws Refusal.
void checkArguments(const std::vector<CallArgument>& arguments, unsigned kerasVersion, bool severalInputs);

} // namespace iotbench::keras
