// A Keras model as a list of operations: nested models opened up, layers taken apart into what every engine
// computes correctly, paddings worked out, layers that do nothing at inference left out. Plain data; no
// weights yet.
#pragma once

#include "base/refusal.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace iotbench::keras {

// One image's worth of values, without the batch: height × width × channels, or a plain row of `channels`
// values.
struct Shape {
    std::int64_t height = 0; // 0: a plain row
    std::int64_t width = 0;
    std::int64_t channels = 0;
    bool channelsFirst = false; // an image that Keras keeps as channels × height × width

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

// A weight, by its place among those of its layer (WeightedLayer::weights).
using WeightIndex = std::size_t;

// Numbers of the model's config, or a weight; one for all values, one a channel, or one for every value in
// Keras's order.
struct Factors {
    std::vector<double> numbers;
    std::optional<WeightIndex> weight;
};

struct Input {
    bool ofBytes = false; // uint8: the model scales them itself
};
struct Convolution {
    Window window;
    std::int64_t filters = 0; // outputs; of a depthwise one: channels × depth multiplier
    std::int64_t groups = 1; // of a depthwise one: channels
    bool depthwise = false; // the kernel then is height × width × channels × multiplier
    WeightIndex kernel = 0;
    std::optional<WeightIndex> bias;
};
// Every value paints the window; what lies outside `shape` is cut off, what no window reaches is the bias.
struct TransposedConvolution {
    Window window; // without padding
    std::array<std::int64_t, 2> cut{0, 0}; // rows above and columns to the left
    std::int64_t filters = 0;
    WeightIndex kernel = 0; // height × width × filters × channels
    std::optional<WeightIndex> bias;
};
struct Dense {
    std::int64_t units = 0;
    WeightIndex kernel = 0;
    std::optional<WeightIndex> bias;
};
struct BatchNormalization {
    double epsilon = 0;
    std::optional<WeightIndex> gamma;
    std::optional<WeightIndex> beta;
    WeightIndex mean = 0;
    WeightIndex variance = 0;
};
// (x - mean) / deviation, or that undone; the deviation is never under Keras's own epsilon.
struct Standardisation {
    Factors mean;
    Factors variance;
    bool invert = false;
};
// x × scale + offset
struct Affine {
    Factors scale;
    Factors offset;
};
// Result channel c is own × channel c + others × the sum over all channels of its group.
struct ChannelMix {
    double own = 0;
    double others = 0;
    std::int64_t groupSize = 1;
};
enum class FunctionKind : std::uint8_t {
    Relu,
    Clip, // to first … second
    ClipBelow, // to at least first
    ThresholdedRelu, // 0 up to first
    LeakyRelu, // first: slope below zero
    Elu, // first: alpha
    Sigmoid,
    Tanh,
    Exp,
    Log,
    Sqrt,
    Abs,
    Erf,
    Reciprocal,
};
struct Function {
    FunctionKind kind = FunctionKind::Relu;
    double first = 0;
    double second = 0;
};
struct Softmax { // over the channels; of an image at every pixel
    bool logarithm = false;
};
enum class ArithmeticKind : std::uint8_t { Add, Subtract, Multiply, Divide, Maximum, Minimum };
struct Arithmetic { // of two results of one shape
    ArithmeticKind kind = ArithmeticKind::Add;
};
struct Expansion { }; // an image repeated along the sizes that were 1
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
// Of height, width, channels (of a row: channels alone).
struct Slice {
    std::array<std::int64_t, 3> starts{0, 0, 0};
    std::array<std::int64_t, 3> ends{0, 0, 0};
    std::array<std::int64_t, 3> steps{1, 1, 1};
};
struct Reshape { }; // Flatten too; values keep Keras's order
// For channel, row and column of the result: which of these (0, 1, 2) it is of what it takes.
struct Permutation {
    std::array<std::size_t, 3> from{0, 1, 2};
};
struct Concatenate {
    unsigned axis = 2; // of the inputs: 0 height, 1 width, 2 channels (or the values of rows)
};
struct Enlargement {
    std::array<std::int64_t, 2> factors{1, 1};
    bool bilinear = false; // else every pixel is repeated
};

using Operation = std::variant<Input, Convolution, TransposedConvolution, Dense, BatchNormalization,
    Standardisation, Affine, ChannelMix, Function, Softmax, Arithmetic, Expansion, Pooling, GlobalPooling,
    ZeroPadding, Slice, Reshape, Permutation, Concatenate, Enlargement>;

struct Weight {
    std::vector<std::string_view> names; // "kernel", and what other versions call it
    std::vector<std::int64_t> sizes;
    bool trainable = true; // Keras lists a model's trainable weights before the others
};

// A layer that has weights, once for all its calls.
struct WeightedLayer {
    std::vector<std::string> path; // its name behind those of the models around it: {"backbone", "conv1"}
    std::vector<std::string> archivePath; // the same as a .keras file calls it: {"functional", "conv2d"}
    std::vector<std::size_t> order; // its place among the layers of each of these models
    bool trainable = true; // it and the models around it
    std::vector<Weight> weights; // as Keras made them
};

struct Node {
    std::string name; // of the layer, with the models around it: "backbone/conv1"
    std::size_t layer = 0; // in Graph::layers, where the operation uses weights
    Operation operation;
    std::vector<std::size_t> inputs; // indices of earlier nodes
    Shape shape; // of the result
};

struct Graph {
    std::vector<Node> nodes; // the first is the Input; every node comes after those it takes from
    std::vector<WeightedLayer> layers;
    std::size_t output = 0; // index of the node whose result is the model's
};

} // namespace iotbench::keras
