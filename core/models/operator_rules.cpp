#include "models/operator_rules.h"

#include "models/onnx_reading.h"
#include "models/operator_use.h"

#include <onnx/onnx_pb.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

struct OperatorRule {
    std::string_view engine;
    std::vector<std::string_view> operators; // "Reduce*": all that begin so
    bool (*isMet)(const OperatorUse&);
    std::optional<Marked> how; // unset: however it is used
    int before = std::numeric_limits<int>::max(); // versions below, 410 for 4.10
};

namespace {

using Use = OperatorUse;

// Windows.

bool countsItsPadding(const Use& use)
{
    return use.isSet("count_include_pad") && (use.padded() || use.padsItself());
}

bool roundsUp(const Use& use)
{
    return use.isSet("ceil_mode") && !use.allOnes("strides");
}

// The last window may begin in the padding, of which engines think differently.
bool roundsUpPadded(const Use& use)
{
    return roundsUp(use) && (use.padded() || use.word("auto_pad", "NOTSET") != "NOTSET");
}

bool roundsUpPads(const Use& use)
{
    return roundsUp(use) && use.padded();
}

// Engines differ over the divisor of the last window.
bool countsAndRoundsUp(const Use& use)
{
    return use.isSet("count_include_pad") && roundsUp(use);
}

bool padsLowerFirst(const Use& use)
{
    return use.word("auto_pad") == "SAME_LOWER" && (use.op() != "Conv" || !use.allOnes("strides"));
}

bool isDilated(const Use& use)
{
    return !use.allOnes("dilations");
}

bool isDilatedAndPadsItself(const Use& use)
{
    return isDilated(use) && use.padsItself();
}

bool padsPointsUnevenly(const Use& use)
{
    const Sizes pads = use.numbers("pads");
    const auto half = static_cast<std::ptrdiff_t>(pads.size() / 2);
    if (std::equal(pads.begin(), pads.begin() + half, pads.begin() + half)) {
        return false;
    }
    Sizes window = use.numbers("kernel_shape");
    if (const auto weights = use.shape(1); window.empty() && weights && weights->size() > 2) {
        window.assign(weights->begin() + 2, weights->end());
    }
    return std::ranges::all_of(window, [](std::int64_t side) { return side == 1; });
}

bool padsItself(const Use& use)
{
    return use.padsItself();
}

bool statesItsOutputShape(const Use& use)
{
    return use.find("output_shape") != nullptr;
}

// Softmax and its kin.

// Before operator set 13 everything from the axis on is one vector: alike only where the axis is the last.
bool joinsAxes(const Use& use)
{
    if (use.opset >= 13) {
        return false;
    }
    const auto shape = use.shape(0);
    if (!shape) {
        return true;
    }
    const auto rank = static_cast<std::int64_t>(shape->size());
    const std::int64_t axis = use.number("axis").value_or(1);
    return (axis < 0 ? axis + rank : axis) != rank - 1;
}

// It is the last one then, which was the second before.
bool leavesItsAxisOut(const Use& use)
{
    const auto shape = use.shape(0);
    return use.opset >= 13 && !use.find("axis") && (!shape || shape->size() != 2);
}

// Reductions and others whose numbers have become inputs.

bool hasSecondInput(const Use& use)
{
    return use.has(1);
}

bool reducesAllButOneAxis(const Use& use)
{
    std::size_t axes = use.numbers("axes").size();
    if (use.has(1)) {
        axes = use.values(1).size();
    }
    const auto shape = use.shape(0);
    return !shape || axes == 0 || (shape->size() > 2 && axes + 1 >= shape->size());
}

// Arithmetic.

bool scales(const Use& use)
{
    return use.real("alpha", 1) != 1 || use.real("beta", 1) != 1;
}

bool dividesByMore(const Use& use)
{
    return use.isConstant(0) || (!use.isConstant(1) && (!use.shape(0) || use.shape(0) != use.shape(1)));
}

bool mixesShapes(const Use& use)
{
    for (int input = 1; input < use.inputs(); ++input) {
        if (!use.shape(0) || use.shape(input) != use.shape(0)) {
            return true;
        }
    }
    return false;
}

bool isOfVectors(const Use& use)
{
    const auto shape = use.shape(0);
    return shape && shape->size() == 1 && !use.isConstant(0);
}

bool joinsConstants(const Use& use)
{
    for (int input = 0; input < use.inputs(); ++input) {
        if (use.isConstant(input)) {
            const auto axis = use.number("axis").value_or(1);
            return axis == 0 || !use.outputShape()
                || axis == -static_cast<std::int64_t>(use.outputShape()->size());
        }
    }
    return false;
}

bool rounds(const Use& use)
{
    return use.number("to").value_or(1) != onnx::TensorProto::FLOAT && !use.isConstant(0);
}

bool slopesAreNotOfChannels(const Use& use)
{
    const auto slope = use.shape(1);
    if (!slope) {
        return true;
    }
    if (std::ranges::all_of(*slope, [](std::int64_t side) { return side == 1; })) {
        return false;
    }
    const std::size_t channels = slope->size() == 4 ? 1 : 0;
    if (slope->size() < 3 || slope->size() > 4 || (channels == 1 && slope->front() != 1)) {
        return true;
    }
    return !std::all_of(slope->begin() + static_cast<std::ptrdiff_t>(channels) + 1, slope->end(),
        [](std::int64_t side) { return side == 1; });
}

bool hasNoWholeBias(const Use& use)
{
    const double bias = use.real("bias", 1);
    return bias != std::floor(bias);
}

// OpenCV 4.6 takes rows that are the sum or product of two tensors for something else.
bool isOfRows(const Use& use)
{
    const auto shape = use.shape(0);
    return !shape || shape->size() < 3;
}

bool trains(const Use& use)
{
    constexpr std::int64_t kTestByDefault = 7; // before this operator set "is_test" says so
    if (use.isSet("training_mode") || (use.opset < kTestByDefault && !use.isSet("is_test"))) {
        return true;
    }
    if (use.op() == "Dropout") {
        return use.has(2) && use.values(2) != std::vector<double>{0};
    }
    return use.opset < 14 && use.gives(1); // the averages of the batch
}

// Weights have two axes; what comes of an image has the batch before these.
bool multipliesTensors(const Use& use)
{
    const auto isOfImages = [&use](int input) {
        const auto shape = use.shape(input);
        return !use.isConstant(input) && (!shape || shape->size() > 2);
    };
    return isOfImages(0) && isOfImages(1);
}

// The input that is a constant of several values; unset where none or both are one.
std::optional<int> constantInput(const Use& use)
{
    const int input = use.isConstant(0) ? 0 : 1;
    const auto shape = use.shape(input);
    if (!use.isConstant(input) || use.isConstant(1 - input)
        || (shape && std::ranges::all_of(*shape, [](std::int64_t side) { return side == 1; }))) {
        return std::nullopt;
    }
    return input;
}

// Constants are taken for those of the channels where their number allows it.
bool constantsAreNotOfChannels(const Use& use)
{
    const auto input = constantInput(use);
    if (!input || use.opset < 7) {
        return false;
    }
    const auto constant = use.shape(*input);
    const auto other = use.shape(1 - *input);
    if (!constant || !other) {
        return true;
    }
    if (other->size() < 3 || constant->size() > other->size()) {
        return false;
    }
    Sizes sides(other->size() - constant->size(), 1);
    sides.insert(sides.end(), constant->begin(), constant->end());
    const bool whole = std::equal(sides.begin() + 1, sides.end(), other->begin() + 1);
    const bool ofChannels
        = std::all_of(sides.begin() + 2, sides.end(), [](std::int64_t side) { return side == 1; });
    const bool isSum = use.op() == "Add" || use.op() == "Sub";
    return !whole && !ofChannels && !(isSum && constant->size() == 1);
}

// "axis" then says where the constant's own begin: at the end without.
bool broadcastsAsBefore(const Use& use)
{
    return use.opset < 7 && use.isSet("broadcast") && constantInput(use) && use.number("axis") != 1;
}

bool isPart(const Use& use)
{
    return use.find("start") || use.find("end");
}

// Read outside of the shape, which ends the program or not.
bool countsAxesFromTheEnd(const Use& use)
{
    return std::ranges::any_of(use.numbers("axes"), [](std::int64_t axis) { return axis < 0; });
}

bool isEven(const Use& use)
{
    return use.number("size").value_or(1) % 2 == 0;
}

bool always(const Use&)
{
    return true;
}

// Resizing.

// By how much each axis grows; empty: not known.
std::vector<double> growth(const Use& use)
{
    std::vector<double> scales = use.values(use.opset < 11 ? 1 : 2);
    if (const auto* attribute = use.find("scales")) { // before operator set 9
        scales.assign(attribute->floats().begin(), attribute->floats().end());
    }
    const auto from = use.shape(0);
    const auto to = use.outputShape();
    if (scales.empty() && from && to && from->size() == to->size()) {
        scales.push_back(1); // the batch
        for (std::size_t i = 1; i < from->size(); ++i) {
            if ((*from)[i] < 1 || (*to)[i] < 1) {
                return {};
            }
            scales.push_back(static_cast<double>((*to)[i]) / static_cast<double>((*from)[i]));
        }
    }
    return scales;
}

bool growsByWholeTimes(const Use& use)
{
    const std::vector<double> scales = growth(use);
    const auto isWhole = [](double scale) { return scale >= 1 && scale == std::floor(scale); };
    return scales.size() == 4 && scales[0] == 1 && scales[1] == 1 && std::ranges::all_of(scales, isWhole);
}

// Before operator set 11 nobody says which neighbour is the nearest.
bool growsByFractionsAsBefore(const Use& use)
{
    return use.opset < 11 && !growsByWholeTimes(use);
}

bool resizesRarely(const Use& use)
{
    if (!growsByWholeTimes(use)) {
        return true;
    }
    if (use.opset < 11) {
        return false;
    }
    const std::string mode = use.word("mode", "nearest");
    const std::string place = use.word("coordinate_transformation_mode", "half_pixel");
    const std::string nearest = use.word("nearest_mode", "round_prefer_floor");
    const bool byHalves = place == "half_pixel" || place == "pytorch_half_pixel";
    if (mode == "nearest") {
        return !(place == "asymmetric" && nearest == "floor")
            && !(byHalves && nearest.starts_with("round_prefer"));
    }
    return mode != "linear" || !(byHalves || place == "asymmetric" || place == "align_corners");
}

bool resizesInLaterWays(const Use& use)
{
    return use.isSet("antialias") || use.isSet("exclude_outside")
        || use.word("keep_aspect_ratio_policy", "stretch") != "stretch";
}

const std::vector<OperatorRule>& rules()
{
    static const std::vector<OperatorRule> kRules{
        {"opencv", {"AveragePool"}, countsItsPadding, TR("count_include_pad")},
        {"opencv", {"AveragePool"}, countsAndRoundsUp, TR("ceil_mode with count_include_pad")},
        {"opencv", {"MaxPool", "AveragePool"}, roundsUpPadded, TR("ceil_mode with padding")},
        {"opencv", {"MaxPool", "AveragePool", "Conv"}, padsLowerFirst, TR("auto_pad SAME_LOWER")},
        {"opencv", {"MaxPool", "ConvTranspose"}, isDilated, TR("dilations")},
        {"opencv", {"Conv"}, padsPointsUnevenly, TR("uneven pads of a 1×1 window")},
        {"opencv", {"ConvTranspose"}, padsItself, TR("auto_pad")},
        {"opencv", {"ConvTranspose"}, statesItsOutputShape, TR("output_shape")},
        {"opencv", {"BatchNormalization", "Dropout"}, trains, TR("as in training")},
        {"opencv", {"BatchNormalization"}, isOfRows, TR("rows instead of maps"), 410},
        {"opencv", {"InstanceNormalization", "QuantizeLinear"}, always, {}, 410},
        {"opencv", {"Softmax", "LogSoftmax"}, joinsAxes,
            TR("an axis that is not the last, in an operator set before 13")},
        {"opencv", {"Softmax", "LogSoftmax"}, leavesItsAxisOut, TR("no axis"), 410},
        {"opencv", {"Reduce*"}, hasSecondInput, TR("axes as an input"), 410},
        {"opencv", {"Reduce*"}, reducesAllButOneAxis, TR("over all axes but one, or all")},
        {"opencv", {"Split"}, hasSecondInput, TR("sizes as an input"), 410},
        {"opencv", {"Squeeze"}, countsAxesFromTheEnd, TR("axes counted from the end"), 410},
        {"opencv", {"Unsqueeze"}, hasSecondInput, TR("axes as an input"), 410},
        {"opencv", {"Gemm"}, scales, TR("alpha or beta"), 410},
        {"opencv", {"Div"}, dividesByMore, TR("a divisor larger than what is divided"), 410},
        {"opencv", {"Add", "Sub", "Mul", "Div"}, constantsAreNotOfChannels,
            TR("constants that are not one a channel"), 410},
        {"opencv", {"Add", "Sub", "Mul", "Div", "Pow"}, broadcastsAsBefore,
            TR("broadcast, in an operator set before 7")},
        {"opencv", {"MatMul"}, multipliesTensors, TR("of two tensors"), 410},
        {"opencv", {"Shape"}, isPart, TR("of some axes"), 410},
        {"opencv", {"Max", "Min", "Sum", "Mean"}, mixesShapes, TR("inputs of several shapes")},
        {"opencv", {"Add", "Sub", "Mul", "Div", "Max", "Min", "Sum", "Pow", "Mod"}, isOfVectors,
            TR("one axis only")},
        {"opencv", {"Concat"}, joinsConstants, TR("constants along the batch")},
        {"opencv", {"PRelu"}, slopesAreNotOfChannels, TR("slopes that are not one a channel")},
        {"opencv", {"Cast"}, rounds, TR("rounding of values")},
        {"opencv", {"Resize", "Upsample"}, resizesRarely, TR("sizes that are no multiples, or a rare mode")},
        {"opencv", {"CumSum", "Tile", "Gelu", "Swish", "LSTM", "GRU", "RNN"}, always, {}},
        {"openvino", {"MaxPool", "AveragePool"}, roundsUpPads, TR("ceil_mode with padding")},
        {"openvino", {"AveragePool"}, countsAndRoundsUp, TR("ceil_mode with count_include_pad")},
        {"openvino", {"MaxPool"}, isDilatedAndPadsItself, TR("dilations with auto_pad")},
        {"openvino", {"Softmax", "LogSoftmax"}, joinsAxes,
            TR("an axis that is not the last, in an operator set before 13")},
        {"openvino", {"LRN"}, hasNoWholeBias, TR("a bias that is no whole number")},
        {"openvino", {"Resize"}, resizesInLaterWays,
            TR("antialias, exclude_outside or keep_aspect_ratio_policy")},
        {"openvino", {"Resize", "Upsample"}, growsByFractionsAsBefore,
            TR("fractions, in an operator set before 11")},
        {"openvino", {"LRN"}, isEven, TR("an even size")},
        {"openvino", {"BatchNormalization", "Dropout"}, trains, TR("as in training")},
        {"openvino", {"LSTM", "GRU", "RNN"}, always, {}},
        {"openvino", {"com.microsoft.QLinear*"}, always, {}},
        {"onnxruntime", {"AveragePool"}, countsAndRoundsUp, TR("ceil_mode with count_include_pad")},
        {"onnxruntime", {"BatchNormalization", "Dropout"}, trains, TR("as in training")},
    };
    return kRules;
}

bool isNamed(const OperatorRule& rule, std::string_view op)
{
    return std::ranges::any_of(rule.operators, [op](std::string_view name) {
        return name.ends_with('*') ? op.starts_with(name.substr(0, name.size() - 1)) : op == name;
    });
}

// "4.10.0": 410; 0 where it is no version, which is then taken for an old one.
int versionNumber(std::string_view version)
{
    int major = 0;
    int minor = 0;
    const char* end = version.data() + version.size();
    const auto first = std::from_chars(version.data(), end, major);
    if (first.ptr != end && *first.ptr == '.') {
        std::from_chars(first.ptr + 1, end, minor);
    }
    return major * 100 + minor;
}

// The first that is one of `engine` in `version`; faults.end() without.
auto firstFault(std::span<const OperatorFault> faults, std::string_view engine, int version)
{
    return std::ranges::find_if(faults, [&](const OperatorFault& fault) {
        return fault.rule->engine == engine && version < fault.rule->before;
    });
}

// Engines of this program that compute the model as far as is known: "openvino".
Message othersFor(std::span<const OperatorFault> faults, std::string_view engine)
{
    std::string names;
    for (const std::string_view other : {"openvino", "onnxruntime", "opencv"}) {
        if (other != engine && firstFault(faults, other, 0) == faults.end()) {
            names += (names.empty() ? "" : ", ") + std::string(other);
        }
    }
    return names.empty() ? TR("none that this program has") : verbatim(names);
}

void collectFaults(const onnx::GraphProto& graph, GraphTensors& tensors, std::int64_t opset,
    std::vector<OperatorFault>& faults)
{
    for (const onnx::NodeProto& node : graph.node()) {
        const bool isOnnx = node.domain().empty() || node.domain() == "ai.onnx";
        const std::string name = isOnnx ? node.op_type() : node.domain() + '.' + node.op_type();
        const Use use(node, tensors, opset);
        if (isOnnx && !use.isOfValues()) {
            continue;
        }
        for (const OperatorRule& rule : rules()) {
            if (isNamed(rule, name) && rule.isMet(use)) {
                faults.push_back({&rule, node.op_type()});
            }
        }
    }
    for (const onnx::NodeProto& node : graph.node()) {
        for (const onnx::AttributeProto& attribute : node.attribute()) { // the branches of If
            if (attribute.has_g()) {
                tensors.add(attribute.g());
                collectFaults(attribute.g(), tensors, opset, faults);
            }
        }
    }
}

} // namespace

std::vector<OperatorFault> operatorFaultsOf(const onnx::ModelProto& model)
{
    std::vector<OperatorFault> faults;
    GraphTensors tensors(model.graph());
    collectFaults(model.graph(), tensors, operatorSetOf(model), faults);
    return faults;
}

Message faultOfOperators(
    std::span<const OperatorFault> faults, std::string_view engine, std::string_view version)
{
    const auto found = firstFault(faults, engine, versionNumber(version));
    if (found == faults.end()) {
        return {};
    }
    const Message others = othersFor(faults, engine);
    const std::string name(engine);
    if (!found->rule->how) {
        return {TR("engine %1 computes its operator %2 wrongly; engines that compute it: %3"),
            {name, found->op, others}};
    }
    return {TR("engine %1 computes its operator %2 wrongly (%3); engines that compute it: %4"),
        {name, found->op, Message(*found->rule->how), others}};
}

} // namespace iotbench
