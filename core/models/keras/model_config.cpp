#include "models/keras/model_config.h"

#include "models/json_fields.h"
#include "models/keras/inbound_calls.h"
#include "models/keras/layer_call.h"
#include "models/keras/layer_fields.h"
#include "models/keras/model_layers.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace iotbench::keras {
namespace {

// The models around a layer, from the outermost in.
struct Surroundings {
    std::vector<std::string> names;
    std::vector<std::string> archiveNames;
    std::vector<std::size_t> order;
    bool trainable = true;

    std::string path(const std::string& layer) const
    {
        std::string path;
        for (const std::string& name : names) {
            path += name + "/";
        }
        return path + layer;
    }
    Surroundings inside(const Layer& layer) const
    {
        Surroundings inner = *this;
        inner.names.push_back(layer.name);
        inner.archiveNames.push_back(layer.archiveName);
        inner.order.push_back(layer.order);
        inner.trainable = trainable && layer.trainable();
        return inner;
    }
};

// Every reason that `work` gives says which layer it is about.
template <typename Work>
auto inLayer(const Layer& layer, const Surroundings& around, const Work& work)
{
    try {
        return work();
    } catch (const BadField& fault) {
        throw Refusal(
            TR("layer \"%1\" (%2): %3"), {around.path(layer.name), layer.className, fault.reason()});
    } catch (const Refusal& refusal) {
        const std::string name = around.path(layer.name);
        if (refusal.reason().english().find(kExport) != std::string::npos) {
            throw Refusal(TR("layer \"%1\" (%2): %3"), {name, layer.className, refusal.reason()});
        }
        throw Refusal(TR("layer \"%1\" (%2): %3; to run it, export the model to ONNX: %4"),
            {name, layer.className, refusal.reason(), kExport});
    }
}

// A call of a layer of a Functional model, not yet made.
struct PendingCall {
    Layer* layer;
    CallResult id;
    InboundCall inbound;
};

std::vector<PendingCall> pendingCalls(std::vector<Layer>& layers, const Surroundings& around)
{
    std::vector<PendingCall> pending;
    for (Layer& layer : layers) {
        if (isInput(layer.className)) {
            continue;
        }
        unsigned call = 0;
        for (InboundCall& inbound :
            inLayer(layer, around, [&] { return inboundCalls(layer.fields.value("inbound_nodes")); })) {
            pending.push_back({&layer, {layer.name, call++}, std::move(inbound)});
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

class GraphReader {
public:
    GraphReader(const Shape& input, bool ofBytes, unsigned kerasVersion)
        : m_kerasVersion(kerasVersion)
    {
        m_graph.nodes.push_back({"input", 0, Input{ofBytes}, {}, input});
    }

    std::size_t readModel(
        const std::string& className, JsonFields model, std::size_t input, const Surroundings& around)
    {
        if (around.names.size() > kDeepestNesting) {
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
    // Keras casts what a model gets to the type of its InputLayer.
    static void checkInputs(const std::vector<Layer>& layers, const Surroundings& around)
    {
        for (const Layer& layer : layers) {
            if (isInput(layer.className) && !(layer.takesBytes() && around.names.empty())) {
                JsonFields config(JsonFields(layer.fields).value("config").toObject(), "");
                inLayer(layer, around, [&] { checkDataType(config); });
            }
        }
    }

    // Layers refer to others by name.
    static void checkNames(const std::vector<Layer>& layers)
    {
        std::set<std::string> names;
        for (const Layer& layer : layers) {
            if (!names.insert(layer.name).second) {
                throw Refusal(TR("two of its layers are called \"%1\""), {layer.name});
            }
        }
    }

    std::size_t readSequential(JsonFields model, std::size_t input, const Surroundings& around)
    {
        std::size_t here = input;
        std::vector<Layer> layers = readLayers(std::move(model));
        checkInputs(layers, around);
        for (Layer& layer : layers) {
            if (!isInput(layer.className)) {
                here = call(layer, {CallArgument{"", {}, std::vector<std::size_t>{0}}}, {here}, around);
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
        checkInputs(layers, around);
        checkNames(layers);
        std::vector<PendingCall> pending = pendingCalls(layers, around);
        std::vector<CallResult*> references{&outputs.front()};
        for (PendingCall& call : pending) {
            for (CallResult& taken : call.inbound.takes) {
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
            for (const CallResult& taken : next.inbound.takes) {
                const auto found = known.find(taken);
                if (found == known.end()) {
                    return false;
                }
                nodes.push_back(found->second);
            }
            known[next.id] = call(*next.layer, next.inbound.arguments, std::move(nodes), around);
            return true;
        };
        while (std::erase_if(pending, makeIfReady) > 0) { }
    }

    std::size_t call(Layer& layer, const std::vector<CallArgument>& arguments,
        std::vector<std::size_t> inputs, const Surroundings& around)
    {
        if (++m_calls > kMostLayerCalls) {
            throw Refusal(TR("over %1 layers"), {kMostLayerCalls});
        }
        if (isModel(layer.className)) {
            inLayer(layer, around, [&] {
                checkArguments(arguments, m_kerasVersion, false);
                if (inputs.empty()) {
                    throw Refusal(TR("is called on no result"));
                }
            });
            return readModel(layer.className, layer.fields, inputs.front(), around.inside(layer));
        }
        return inLayer(layer, around, [&] {
            LayerCall layerCall{layer.className, layer.isOperation, around.path(layer.name), m_kerasVersion,
                weightedLayer(layer, around), JsonFields(layer.fields.value("config").toObject(), ""),
                arguments, std::move(inputs)};
            return appendLayer(m_graph, layerCall);
        });
    }

    // The same for every call of the layer.
    std::size_t weightedLayer(const Layer& layer, const Surroundings& around)
    {
        const Surroundings place = around.inside(layer);
        const auto [known, isNew] = m_layers.try_emplace(place.order, m_graph.layers.size());
        if (isNew) {
            m_graph.layers.push_back({place.names, place.archiveNames, place.order, place.trainable, {}});
        }
        return known->second;
    }

    Graph m_graph;
    unsigned m_kerasVersion;
    std::map<std::vector<std::size_t>, std::size_t> m_layers; // in the graph, by their order
    std::size_t m_calls = 0;
};

Graph readGraph(JsonFields model, unsigned kerasVersion)
{
    const std::string className = model.text("class_name");
    if (!isModel(className)) {
        throw Refusal(TR("a model of class %1 is not supported, Sequential and Functional are"), {className});
    }
    const std::optional<Shape> input = declaredInput(model, 0);
    if (!input) {
        throw Refusal(TR("the model does not say the shape of its input: save it after it was built"));
    }
    GraphReader reader(*input, takesBytes(model), kerasVersion);
    const std::size_t output = reader.readModel(className, std::move(model), 0, {});
    return reader.finish(output);
}

} // namespace

Result<Graph> parseModelConfig(std::string_view json, unsigned kerasVersion)
{
    QJsonParseError fault;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())), &fault);
    if (!document.isObject()) {
        return Error{TR("its model_config is not a JSON object")};
    }
    try {
        return readGraph(JsonFields(document.object(), ""), kerasVersion);
    } catch (const Refusal& refusal) {
        return Error{refusal.reason()};
    }
}

} // namespace iotbench::keras
