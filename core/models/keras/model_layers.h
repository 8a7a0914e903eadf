// The layers that a model's config lists, before any is called.
#pragma once

#include "models/json_fields.h"
#include "models/keras/graph.h"

#include <optional>
#include <string>
#include <vector>

namespace iotbench::keras {

inline constexpr unsigned kDeepestNesting = 8; // of models within models

bool isModel(const std::string& className);
bool isInput(const std::string& className);

// One layer as the file lists it.
struct Layer {
    std::string className;
    std::string name;
    std::string archiveName; // in a .keras file: of its class, numbered within its model
    std::size_t order = 0; // in the list
    bool isOperation = false; // keras.ops, not the layer of that class name
    JsonFields fields;

    bool trainable() const;
    bool takesBytes() const; // an InputLayer of uint8
};

// A model's layers: {"layers": […]}, or the bare list that early versions wrote for a Sequential. Throws
// Refusal for a class that is not Keras's own, whatever its name.
std::vector<Layer> readLayers(JsonFields model);

// Whether a model's InputLayer takes uint8.
bool takesBytes(JsonFields model);

// The shape of a model's input: what its InputLayer says, or else its first layer.
std::optional<Shape> declaredInput(JsonFields model, unsigned depth);

} // namespace iotbench::keras
