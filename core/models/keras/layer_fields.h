// The fields that several kinds of Keras layers have in common. All throw Refusal or BadField.
#pragma once

#include "models/json_fields.h"
#include "models/keras/graph.h"

namespace iotbench::keras {

// A whole number from 1 to `most`.
std::int64_t atLeastOne(JsonFields& config, const char* name, std::uint64_t most);

bool flag(JsonFields& config, const char* name, bool unset);

// "data_format", where there is one, must be "channels_last".
void refuseChannelsFirst(JsonFields& config);

// `size` ("kernel_size", "pool_size"), "strides" (unset: as the size), "dilation_rate", "padding", worked out
// for the image that the window moves over.
Window readWindow(JsonFields& config, const Shape& image, const char* size);

// ZeroPadding2D's "padding": [[top, bottom], [left, right]], [rows, columns], or one number for all.
Edges readEdges(const QJsonValue& padding);

// Whether `axis` (3, -1, [3]) names the last dimension of batches of this shape.
bool isLastAxis(const QJsonValue& axis, const Shape& shape);

// "batch_input_shape" or "batch_shape": [null, 32, 32, 3] or [null, 10].
Shape shapeFromBatchShape(const QJsonValue& batchShape);

} // namespace iotbench::keras
