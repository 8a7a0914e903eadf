// Arrays of numbers in a model's config, or in the call of an operation.
#pragma once

#include "models/keras/graph.h"

#include <QJsonValue>

#include <optional>
#include <vector>

namespace iotbench::keras {

// A number; a list of one for each channel (of Keras's last axis); or nested lists of the shape's own sizes,
// where leading ones may be missing. Throws Refusal for an array that reaches over the shape in another way.
Factors constantFactors(const QJsonValue& value, const Shape& shape);

// All numbers of a number, list or nested lists.
std::vector<double> allNumbers(const QJsonValue& value);

// A single number, or nothing.
std::optional<double> constantNumber(const QJsonValue& value);

} // namespace iotbench::keras
