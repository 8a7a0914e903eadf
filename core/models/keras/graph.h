// A Keras model as a list of operations: nested models opened up, layers with a fused activation taken apart,
// paddings worked out, layers that do nothing at inference left out. Plain data; no weights yet.
#pragma once

#include "base/refusal.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace iotbench::keras {

// One image's worth of values, without the batch: height × width × channels, or a plain row of `channels`
// values.
struct Shape {
    std::int64_t height = 0; // 0: a plain row
    std::int64_t width = 0;
    std::int64_t channels = 0;

    bool isImage() const { return height > 0; }
    std::int64_t size() const { return isImage() ? height * width * channels : channels; }
    bool operator==(const Shape&) const = default;
};

struct Edges {
    std::int64_t top = 0;
    std::int64_t bottom = 0;
    std::int64_t left = 0;
    std::int64_t right = 0;

    bool operator==(const Edges&) const = default;
};

// A window that moves over an image; pairs are height, width.
struct Window {
    std::array<std::int64_t, 2> size{1, 1};
    std::array<std::int64_t, 2> strides{1, 1};
    std::array<std::int64_t, 2> dilation{1, 1};
    Edges padding;
};

struct Input { };
struct Convolution {
    Window window;
    std::int64_t filters = 0; // outputs; of a depthwise one: channels × depth multiplier
    std::int64_t groups = 1; // of a depthwise one: channels
    bool depthwise = false; // the kernel then is height × width × channels × multiplier
    bool bias = true;
};
struct Dense {
    std::int64_t units = 0;
    bool bias = true;
};
struct BatchNormalization {
    double epsilon = 0;
    bool scale = true; // has gamma
    bool centre = true; // has beta
};
enum class ActivationKind : std::uint8_t { Relu, ClippedRelu, LeakyRelu, Elu, Sigmoid, Tanh, Swish, Softmax };
struct Activation {
    ActivationKind kind = ActivationKind::Relu;
    double parameter = 0; // ClippedRelu: the maximum; LeakyRelu: slope below zero; Elu: alpha
};
struct Pooling {
    bool maximum = true; // else the average, over the image's own values only
    Window window;
};
struct GlobalPooling {
    bool maximum = true;
    bool keepImage = false; // the result is 1 × 1 × channels
};
struct ZeroPadding {
    Edges edges;
};
struct Reshape { }; // Flatten too; values keep Keras's order: row by row, channels last
struct Add { };
struct Concatenate {
    unsigned axis = 2; // of the inputs: 0 height, 1 width, 2 channels (or the values of rows)
};
struct Rescaling {
    double scale = 1;
    double offset = 0;
};

using Operation = std::variant<Input, Convolution, Dense, BatchNormalization, Activation, Pooling,
    GlobalPooling, ZeroPadding, Reshape, Add, Concatenate, Rescaling>;

// Where a layer's weights lie in the file: in the group of the outermost layer that holds it, under its own
// name.
struct WeightsPlace {
    std::string group;
    std::string layer;
};

struct Node {
    std::string name; // of the layer, with the models around it: "backbone/conv1"
    WeightsPlace weights;
    Operation operation;
    std::vector<std::size_t> inputs; // indices of earlier nodes
    Shape shape; // of the result
};

struct Graph {
    std::vector<Node> nodes; // the first is the Input; every node comes after those it takes from
    std::size_t output = 0; // index of the node whose result is the model's
};

} // namespace iotbench::keras
