#include "models/keras/model_config.h"

#include "models/json_fields.h"
#include "models/keras/inbound_calls.h"
#include "models/keras/layer_call.h"
#include "models/keras/layer_fields.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

namespace iotbench::keras {
namespace {

constexpr unsigned kDeepestNesting = 8; // of models within models

bool isModel(const std::string& className)
{
    return className == "Sequential" || className == "Functional" || className == "Model";
}

bool isInput(const std::string& className)
{
    return className == "InputLayer";
}

// One layer as the file lists it.
struct Layer {
    std::string className;
    std::string name;
    JsonFields fields;
};

Layer readLayer(JsonFields fields)
{
    Layer layer{fields.text("class_name"), "", fields};
    if (fields.has("name")) {
        layer.name = fields.text("name");
    } else if (fields.value("config").isObject() && fields.object("config").has("name")) {
        layer.name = fields.object("config").text("name");
    }
    return layer;
}

// A model's layers: {"layers": […]}, or the bare list that early versions wrote for a Sequential.
std::vector<Layer> readLayers(JsonFields model)
{
    std::vector<Layer> layers;
    const bool bareList = model.value("config").isArray();
    for (JsonFields& fields : bareList ? model.objects("config") : model.object("config").objects("layers")) {
        layers.push_back(readLayer(std::move(fields)));
    }
    if (layers.empty()) {
        throw Refusal(TR("a model without layers"));
    }
    return layers;
}

// Where in the models around it a layer lies.
struct Surroundings {
    std::string prefix; // "backbone/", or ""
    std::string weightGroup; // of the outermost layer, or "" where the layers are outermost themselves
    unsigned depth = 0;

    std::string path(const std::string& layer) const { return prefix + layer; }
    std::string groupOf(const std::string& layer) const { return weightGroup.empty() ? layer : weightGroup; }
    Surroundings inside(const std::string& layer) const
    {
        return {path(layer) + "/", groupOf(layer), depth + 1};
    }
};

// Every reason that `work` gives says which layer it is about.
template <typename Work>
auto inLayer(const Layer& layer, const Surroundings& around, const Work& work)
{
    try {
        return work();
    } catch (const Refusal& refusal) {
        throw Refusal(
            TR("layer \"%1\" (%2): %3"), {around.path(layer.name), layer.className, refusal.reason()});
    }
}

// A call of a layer of a Functional model, not yet made.
struct PendingCall {
    Layer* layer;
    CallResult id;
    std::vector<CallResult> takes;
};

std::vector<PendingCall> pendingCalls(std::vector<Layer>& layers, const Surroundings& around)
{
    std::vector<PendingCall> pending;
    for (Layer& layer : layers) {
        if (isInput(layer.className)) {
            continue;
        }
        unsigned call = 0;
        for (auto& takes :
            inLayer(layer, around, [&] { return inboundCalls(layer.fields.value("inbound_nodes")); })) {
            pending.push_back({&layer, {layer.name, call++}, std::move(takes)});
        }
    }
    return pending;
}

// Keras 2 counts the calls of a nested model from 1, its own making being number 0; Keras 3 counts from 0, as
// for any layer. Whoever refers to a call past the last one means the former.
void countCallsFromZero(std::vector<Layer>& layers, const std::vector<CallResult*>& references)
{
    for (Layer& layer : layers) {
        if (!isModel(layer.className)) {
            continue;
        }
        const qsizetype calls = layer.fields.value("inbound_nodes").toArray().size();
        std::vector<CallResult*> ofLayer;
        std::copy_if(references.begin(), references.end(), std::back_inserter(ofLayer),
            [&](const CallResult* reference) { return reference->layer == layer.name; });
        const bool fromOne = std::any_of(ofLayer.begin(), ofLayer.end(),
            [&](const CallResult* reference) { return reference->call == calls; });
        for (CallResult* reference : ofLayer) {
            reference->call -= fromOne && reference->call > 0 ? 1 : 0;
        }
    }
}

std::optional<Shape> declaredInput(Layer& layer, unsigned depth);

// The input of a model: what its InputLayer says, or else its first layer.
std::optional<Shape> declaredInput(JsonFields model, unsigned depth)
{
    if (depth > kDeepestNesting) {
        return std::nullopt;
    }
    std::vector<Layer> layers = readLayers(std::move(model));
    const auto input = std::find_if(
        layers.begin(), layers.end(), [](const Layer& layer) { return isInput(layer.className); });
    return declaredInput(input != layers.end() ? *input : layers.front(), depth + 1);
}

std::optional<Shape> declaredInput(Layer& layer, unsigned depth)
{
    if (isModel(layer.className)) {
        return declaredInput(layer.fields, depth);
    }
    JsonFields config = layer.fields.object("config");
    for (const char* field : {"batch_input_shape", "batch_shape"}) {
        if (config.has(field)) {
            return shapeFromBatchShape(config.value(field));
        }
    }
    if (layer.fields.has("build_config") && layer.fields.object("build_config").has("input_shape")) {
        return shapeFromBatchShape(layer.fields.object("build_config").value("input_shape"));
    }
    return std::nullopt;
}

class GraphReader {
public:
    explicit GraphReader(const Shape& input) { m_graph.nodes.push_back({"input", {}, Input{}, {}, input}); }

    std::size_t readModel(
        const std::string& className, JsonFields model, std::size_t input, const Surroundings& around)
    {
        if (around.depth > kDeepestNesting) {
            throw Refusal(TR("models are nested more than %1 deep"), {kDeepestNesting});
        }
        return className == "Sequential" ? readSequential(std::move(model), input, around)
                                         : readFunctional(std::move(model), input, around);
    }

    Graph finish(std::size_t output)
    {
        m_graph.output = output;
        return std::move(m_graph);
    }

private:
    std::size_t readSequential(JsonFields model, std::size_t input, const Surroundings& around)
    {
        std::size_t here = input;
        for (Layer& layer : readLayers(std::move(model))) {
            if (!isInput(layer.className)) {
                here = call(layer, {here}, around);
            }
        }
        return here;
    }

    std::size_t readFunctional(JsonFields model, std::size_t input, const Surroundings& around)
    {
        JsonFields config = model.object("config");
        const std::vector<CallResult> inputs = callResults(config.value("input_layers"));
        std::vector<CallResult> outputs = callResults(config.value("output_layers"));
        if (inputs.size() != 1 || outputs.size() != 1) {
            throw Refusal(TR("a model with %1 inputs and %2 outputs; one of each is supported"),
                {inputs.size(), outputs.size()});
        }
        std::vector<Layer> layers = readLayers(std::move(model));
        std::vector<PendingCall> pending = pendingCalls(layers, around);
        std::vector<CallResult*> references{&outputs.front()};
        for (PendingCall& call : pending) {
            for (CallResult& taken : call.takes) {
                references.push_back(&taken);
            }
        }
        countCallsFromZero(layers, references);
        std::map<CallResult, std::size_t> known{{inputs.front(), input}};
        makeCalls(pending, known, around);
        const auto output = known.find(outputs.front());
        if (output != known.end()) {
            return output->second;
        }
        if (pending.empty()) {
            throw Refusal(
                TR("nothing makes the model's output, a result of layer \"%1\""), {outputs.front().layer});
        }
        throw Refusal(
            TR("layer \"%1\" takes a result that no layer makes"), {around.path(pending.front().id.layer)});
    }

    // Layers may stand in any order: whatever has all it takes is called, until nothing is left that can be.
    void makeCalls(std::vector<PendingCall>& pending, std::map<CallResult, std::size_t>& known,
        const Surroundings& around)
    {
        const auto makeIfReady = [&](PendingCall& next) {
            std::vector<std::size_t> nodes;
            for (const CallResult& taken : next.takes) {
                const auto found = known.find(taken);
                if (found == known.end()) {
                    return false;
                }
                nodes.push_back(found->second);
            }
            known[next.id] = call(*next.layer, std::move(nodes), around);
            return true;
        };
        while (std::erase_if(pending, makeIfReady) > 0) { }
    }

    std::size_t call(Layer& layer, std::vector<std::size_t> inputs, const Surroundings& around)
    {
        if (++m_calls > kMostLayerCalls) {
            throw Refusal(TR("over %1 layers"), {kMostLayerCalls});
        }
        if (isModel(layer.className)) {
            if (inputs.size() != 1) {
                throw Refusal(TR("model \"%1\" is called on several results"), {around.path(layer.name)});
            }
            return readModel(layer.className, layer.fields, inputs.front(), around.inside(layer.name));
        }
        return inLayer(layer, around, [&] {
            LayerCall layerCall{layer.className, around.path(layer.name),
                {around.groupOf(layer.name), layer.name},
                JsonFields(layer.fields.value("config").toObject(), ""), std::move(inputs)};
            return appendLayer(m_graph, layerCall);
        });
    }

    Graph m_graph;
    std::size_t m_calls = 0;
};

Graph readGraph(JsonFields model)
{
    const std::string className = model.text("class_name");
    if (!isModel(className)) {
        throw Refusal(TR("a model of class %1 is not supported, Sequential and Functional are"), {className});
    }
    const std::optional<Shape> input = declaredInput(model, 0);
    if (!input) {
        throw Refusal(TR("the model does not say the shape of its input: save it after it was built"));
    }
    GraphReader reader(*input);
    const std::size_t output = reader.readModel(className, std::move(model), 0, {});
    return reader.finish(output);
}

} // namespace

Result<Graph> parseModelConfig(std::string_view json)
{
    QJsonParseError fault;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())), &fault);
    if (!document.isObject()) {
        return Error{TR("its model_config is not a JSON object")};
    }
    try {
        return readGraph(JsonFields(document.object(), ""));
    } catch (const Refusal& refusal) {
        return Error{refusal.reason()};
    }
}

} // namespace iotbench::keras
