#include "models/keras/model_layers.h"

#include "models/keras/layer_fields.h"

#include <QJsonArray>

#include <algorithm>
#include <cctype>
#include <map>
#include <string_view>
#include <utility>

namespace iotbench::keras {
namespace {

bool isUpper(char letter)
{
    return std::isupper(static_cast<unsigned char>(letter)) != 0;
}
bool isLower(char letter)
{
    return std::islower(static_cast<unsigned char>(letter)) != 0;
}

// "GlobalAveragePooling2D" as "global_average_pooling2d", "PReLU" as "p_re_lu".
// Rule: to_snake_case() of keras/src/utils/naming.py.
std::string snakeCase(std::string_view className)
{
    std::string words; // "_" before a capital that lower letters follow, unless that word has just begun
    for (std::size_t i = 0; i < className.size(); ++i) {
        words += className[i];
        if (i + 2 < className.size() && isUpper(className[i + 1]) && isLower(className[i + 2])) {
            words += '_';
            words += className[++i];
            while (i + 1 < className.size() && isLower(className[i + 1])) {
                words += className[++i];
            }
        }
    }
    std::string result;
    for (const char letter : words) {
        if (isUpper(letter) && !result.empty() && isLower(result.back())) {
            result += '_';
        }
        result += letter;
    }
    std::transform(result.begin(), result.end(), result.begin(),
        [](char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); });
    return result;
}

bool isOfKeras(std::string_view module)
{
    return module == "keras" || module.starts_with("keras.") || module.starts_with("tf_keras.")
        || module.starts_with("tensorflow.");
}

// The class of that name may be somebody's own.
void refuseForeignClass(JsonFields& fields, const Layer& layer)
{
    const std::string registered = fields.has("registered_name") ? fields.text("registered_name") : "";
    const bool foreign = fields.has("module") ? !isOfKeras(fields.text("module")) : !registered.empty();
    if (foreign || registered.find('>') != std::string::npos) {
        throw Refusal(TR("layer \"%1\" (%2): %3"),
            {layer.name, layer.className,
                Message(TR("is no class of Keras itself: export the model to ONNX: %1"), {kExport})});
    }
}

// In .h5 files Keras 3 leaves out the module; an operation is then known by having no type of its own.
bool isOperation(JsonFields& fields)
{
    if (fields.has("module")) {
        const std::string module = fields.text("module");
        return module.starts_with("keras.src.ops") || module.starts_with("keras.ops");
    }
    if (!fields.has("inbound_nodes") || !fields.has("config")
        || !fields.value("inbound_nodes").toArray().at(0).isObject()) {
        return false;
    }
    const JsonFields config(fields.value("config").toObject(), "");
    return !config.has("dtype") && !config.has("trainable");
}

Layer readLayer(JsonFields fields)
{
    Layer layer{fields.text("class_name"), "", "", 0, false, fields};
    if (fields.has("name")) {
        layer.name = fields.text("name");
    } else if (fields.value("config").isObject() && fields.object("config").has("name")) {
        layer.name = fields.object("config").text("name");
    }
    refuseForeignClass(fields, layer);
    layer.isOperation = !isModel(layer.className) && !isInput(layer.className) && isOperation(fields);
    return layer;
}

std::optional<Shape> inputOf(Layer& layer, unsigned depth)
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

} // namespace

bool isModel(const std::string& className)
{
    return className == "Sequential" || className == "Functional" || className == "Model";
}

bool isInput(const std::string& className)
{
    return className == "InputLayer";
}

bool Layer::trainable() const
{
    return JsonFields(fields).value("config").toObject().value(QLatin1String("trainable")).toBool(true);
}

std::vector<Layer> readLayers(JsonFields model)
{
    std::vector<Layer> layers;
    std::map<std::string, unsigned> used; // names of classes among those that are layers
    const bool bareList = model.value("config").isArray();
    for (JsonFields& fields : bareList ? model.objects("config") : model.object("config").objects("layers")) {
        Layer layer = readLayer(std::move(fields));
        layer.order = layers.size();
        if (!layer.isOperation) {
            const std::string name = snakeCase(layer.className);
            const unsigned earlier = used[name]++;
            layer.archiveName = earlier == 0 ? name : name + "_" + std::to_string(earlier);
        }
        layers.push_back(std::move(layer));
    }
    if (layers.empty()) {
        throw Refusal(TR("a model without layers"));
    }
    return layers;
}

bool Layer::takesBytes() const
{
    return isInput(className)
        && JsonFields(fields).value("config").toObject().value(QLatin1String("dtype")).toString()
        == QLatin1String("uint8");
}

bool takesBytes(JsonFields model)
{
    const std::vector<Layer> layers = readLayers(std::move(model));
    return std::any_of(layers.begin(), layers.end(), [](const Layer& layer) { return layer.takesBytes(); });
}

std::optional<Shape> declaredInput(JsonFields model, unsigned depth)
{
    if (depth > kDeepestNesting) {
        return std::nullopt;
    }
    std::vector<Layer> layers = readLayers(std::move(model));
    const auto input = std::find_if(
        layers.begin(), layers.end(), [](const Layer& layer) { return isInput(layer.className); });
    return inputOf(input != layers.end() ? *input : layers.front(), depth + 1);
}

} // namespace iotbench::keras
