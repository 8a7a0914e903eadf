// The table of layers and operations that are understood: what each appends to the graph, by class name.
// Rules read all the fields of a layer's config that change its result; layer_call.cpp refuses what is left.
#pragma once

#include "models/keras/layer_builder.h"

#include <span>
#include <string_view>

namespace iotbench::keras {

struct LayerRule {
    std::string_view className;
    void (*append)(LayerBuilder& layer);
    bool severalInputs = false;
    bool readsArguments = false; // constants and arguments with names too
    bool inert = false; // does nothing at inference, whatever its fields
};

std::span<const LayerRule> activationRules();
std::span<const LayerRule> arrangementRules(); // values are moved, cut off or repeated
std::span<const LayerRule> convolutionRules(); // and Dense
std::span<const LayerRule> inertRules();
std::span<const LayerRule> lambdaRules(); // TFOpLambda of Keras 2, by its function
std::span<const LayerRule> mergingRules();
std::span<const LayerRule> normalizationRules();
const LayerRule& operationRule(); // keras.ops of Keras 3, by its class name
std::span<const LayerRule> poolingRules();

} // namespace iotbench::keras
