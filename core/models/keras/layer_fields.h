// The fields that several kinds of Keras layers have in common. All throw Refusal or BadField.
#pragma once

#include "models/json_fields.h"
#include "models/keras/graph.h"

#include <array>

namespace iotbench::keras {

// A whole number from 1 to `most`.
std::int64_t atLeastOne(JsonFields& config, const char* name, std::uint64_t most);

bool flag(JsonFields& config, const char* name, bool unset);
double number(JsonFields& config, const char* name, double unset);

// What a user can do about a layer that is not supported.
inline constexpr auto kExport = "model.export(\"model.onnx\", format=\"onnx\")";

// A field that no rule has read may mean anything; unset, it means what it did before there was such a field.
void refuseUnreadFields(JsonFields& config);

// Whether "data_format" is "channels_first"; unset: no.
bool isChannelsFirst(JsonFields& config);

// "dtype": a type of floating-point numbers, or a policy of such. Weights are stored in the types they have;
// computing is always in float32.
void checkDataType(JsonFields& config);

// [3, 3], or 3 for both: whole numbers from 1.
std::array<std::int64_t, 2> pairField(JsonFields& config, const char* name);

// `size` ("kernel_size", "pool_size"), "strides" (unset: as the size), "dilation_rate", "padding", worked out
// for the image that the window moves over.
Window readWindow(JsonFields& config, const Shape& image, const char* size);
// Whether "padding" is "same"; otherwise it is "valid".
bool isPaddingSame(JsonFields& config);

// "padding" of ZeroPadding2D, "cropping" of Cropping2D: [[top, bottom], [left, right]], [rows, columns], or
// one number for all.
Edges readEdges(const char* name, const QJsonValue& edges);

// "batch_input_shape" or "batch_shape": [null, 32, 32, 3] or [null, 10]. An image whose first size is that of
// grey or colours, and whose last is not, has its channels first.
Shape shapeFromBatchShape(const QJsonValue& batchShape);

} // namespace iotbench::keras
