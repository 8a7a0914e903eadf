// Keras's model_config into a graph: shapes, paddings, wiring, and every refusal with layer and class.
#include "models/keras/model_config.h"

#include <QtTest>

using namespace iotbench;
using namespace iotbench::keras;

namespace {

const std::string kInput
    = R"({"class_name": "InputLayer", "config": {"name": "image", "batch_input_shape": [null, 32, 32, 3]}})";

Result<Graph> parse(std::string_view json, unsigned kerasVersion = 2)
{
    return parseModelConfig(json, kerasVersion);
}

std::string sequential(const std::string& layers)
{
    return R"({"class_name": "Sequential", "config": {"name": "model", "layers": [)" + kInput
        + (layers.empty() ? "" : ", ") + layers + "]}}";
}

std::string layer(const std::string& className, const std::string& name, const std::string& fields = "")
{
    return R"({"class_name": ")" + className + R"(", "config": {"name": ")" + name + "\""
        + (fields.empty() ? "" : ", ") + fields + "}}";
}

// A Functional model from image to `output`; every layer is written with its inbound_nodes.
std::string functional(const std::string& layers, const std::string& output)
{
    return R"({"class_name": "Functional", "config": {"name": "model", "layers": [
        {"class_name": "InputLayer", "name": "image", "config": {"name": "image", "batch_shape": [null, 32, 32, 3]}, "inbound_nodes": []}, )"
        + layers + R"(], "input_layers": [["image", 0, 0]], "output_layers": [[")" + output
        + R"(", 0, 0]]}})";
}

std::string call(const std::string& className, const std::string& name, const std::string& inbound,
    const std::string& fields = "")
{
    return R"({"class_name": ")" + className + R"(", "name": ")" + name + R"(", "config": {"name": ")" + name
        + "\"" + (fields.empty() ? "" : ", ") + fields + R"(}, "inbound_nodes": )" + inbound + "}";
}

const std::string kSame2
    = R"("filters": 16, "kernel_size": [3, 3], "strides": [2, 2], "padding": "same", "activation": "relu")";

} // namespace

class TestModelConfig : public QObject {
    Q_OBJECT

private slots:
    void convolutionWithItsActivationIsTwoNodes()
    {
        const Result<Graph> graph = parse(sequential(layer("Conv2D", "conv", kSame2)));
        QVERIFY2(graph, graph.error().english().c_str());
        QCOMPARE(graph->nodes.size(), std::size_t{3});
        QCOMPARE(graph->output, std::size_t{2});
        QVERIFY((graph->nodes[0].shape == Shape{32, 32, 3}));
        const auto& convolution = std::get<Convolution>(graph->nodes[1].operation);
        QVERIFY((convolution.window.padding == Edges{0, 1, 0, 1}));
        QCOMPARE(convolution.filters, std::int64_t{16});
        QVERIFY(convolution.bias);
        QVERIFY((graph->nodes[1].shape == Shape{16, 16, 16}));
        const WeightedLayer& weighted = graph->layers[graph->nodes[1].layer];
        QCOMPARE(weighted.path, std::vector<std::string>{"conv"});
        QCOMPARE(weighted.archivePath, std::vector<std::string>{"conv2d"});
        QCOMPARE(weighted.weights.size(), std::size_t{2});
        QCOMPARE(weighted.weights[0].sizes, (std::vector<std::int64_t>{3, 3, 3, 16}));
        QVERIFY(std::get<Function>(graph->nodes[2].operation).kind == FunctionKind::Relu);
        QCOMPARE(graph->nodes[2].inputs, std::vector<std::size_t>{1});
    }

    void samePadding_data()
    {
        QTest::addColumn<int>("window");
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("dilation");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::addColumn<int>("size");
        QTest::newRow("3 by 1") << 3 << 1 << 1 << 1 << 1 << 32;
        QTest::newRow("3 by 2") << 3 << 2 << 1 << 0 << 1 << 16;
        QTest::newRow("5 by 2") << 5 << 2 << 1 << 1 << 2 << 16;
        QTest::newRow("1 by 2") << 1 << 2 << 1 << 0 << 0 << 16;
        QTest::newRow("2 by 1") << 2 << 1 << 1 << 0 << 1 << 32;
        QTest::newRow("3 by 3") << 3 << 3 << 1 << 0 << 1 << 11;
        QTest::newRow("3 dilated by 2") << 3 << 1 << 2 << 2 << 2 << 32;
    }
    void samePadding()
    {
        QFETCH(int, window);
        QFETCH(int, stride);
        QFETCH(int, dilation);
        QFETCH(int, before);
        QFETCH(int, after);
        QFETCH(int, size);
        const std::string fields = R"("filters": 1, "padding": "same", "kernel_size": )"
            + std::to_string(window) + R"(, "strides": )" + std::to_string(stride) + R"(, "dilation_rate": )"
            + std::to_string(dilation);
        const Result<Graph> graph = parse(sequential(layer("Conv2D", "conv", fields)));
        QVERIFY2(graph, graph.error().english().c_str());
        QVERIFY((std::get<Convolution>(graph->nodes[1].operation).window.padding
            == Edges{before, after, before, after}));
        QVERIFY((graph->nodes[1].shape == Shape{size, size, 1}));
    }

    void layersWithoutEffectLeaveNoNode()
    {
        const Result<Graph> graph = parse(sequential(layer("Dropout", "drop", R"("rate": 0.2)") + ", "
            + layer("Activation", "none", R"("activation": "linear")")));
        QVERIFY2(graph, graph.error().english().c_str());
        QCOMPARE(graph->nodes.size(), std::size_t{1});
        QCOMPARE(graph->output, std::size_t{0});
    }

    // Early Keras wrote a Sequential's layers as the config itself, and the input's shape into the first
    // layer.
    void bareListOfLayers()
    {
        const Result<Graph> graph = parse(R"({"class_name": "Sequential", "config": [)"
            + layer("Flatten", "flat", R"("batch_input_shape": [null, 32, 32, 3])") + "]}");
        QVERIFY2(graph, graph.error().english().c_str());
        QCOMPARE(graph->nodes[graph->output].shape.channels, std::int64_t{3072});
    }

    // Where a Sequential lists no InputLayer, Keras 3 keeps the shape in build_config; and a model may stand
    // first.
    void inputShapeOfTheFirstLayer_data()
    {
        QTest::addColumn<QString>("first");
        QTest::newRow("build_config")
            << R"({"class_name": "Flatten", "config": {"name": "flat"}, "build_config": {"input_shape": [null, 32, 32, 3]}})";
        QTest::newRow("a model's own") << QString::fromStdString(sequential(layer("Flatten", "flat")));
    }
    void inputShapeOfTheFirstLayer()
    {
        QFETCH(QString, first);
        const Result<Graph> graph
            = parse(R"({"class_name": "Sequential", "config": {"layers": [)" + first.toStdString() + "]}}");
        QVERIFY2(graph, graph.error().english().c_str());
        QVERIFY((graph->nodes.front().shape == Shape{32, 32, 3}));
        QVERIFY((graph->nodes[graph->output].shape == Shape{0, 0, 3072}));
    }

    void activationWrittenAsAnObject_data()
    {
        QTest::addColumn<QString>("activation");
        QTest::newRow("a function")
            << R"({"module": "builtins", "class_name": "function", "config": "relu", "registered_name": "function"})";
        QTest::newRow("a class") << R"({"class_name": "relu", "config": {}})";
    }
    void activationWrittenAsAnObject()
    {
        QFETCH(QString, activation);
        const Result<Graph> graph
            = parse(sequential(layer("Activation", "act", R"("activation": )" + activation.toStdString())));
        QVERIFY2(graph, graph.error().english().c_str());
        QVERIFY(std::get<Function>(graph->nodes[1].operation).kind == FunctionKind::Relu);
    }

    void aSingleReferenceWithoutItsList()
    {
        const Result<Graph> graph
            = parse(functional(call("Flatten", "flat", R"([["image", 0, 0, {}]])"), "flat"));
        QVERIFY2(graph, graph.error().english().c_str());
        QCOMPARE(graph->nodes[1].inputs, std::vector<std::size_t>{0});
    }

    void layersInAnyOrder()
    {
        const Result<Graph> graph
            = parse(functional(call("Add", "sum", R"([[["flat", 0, 0, {}], ["flat", 1, 0, {}]]])") + ", "
                    + call("Flatten", "flat", R"([[["image", 0, 0, {}]], [["image", 0, 0, {}]]])"),
                "sum"));
        QVERIFY2(graph, graph.error().english().c_str());
        QCOMPARE(graph->nodes.size(), std::size_t{4}); // input, the shared layer's two calls, sum
        QCOMPARE(graph->nodes[3].inputs, (std::vector<std::size_t>{1, 2}));
    }

    void keras3References()
    {
        const std::string tensor
            = R"({"class_name": "__keras_tensor__", "config": {"shape": [null, 32, 32, 3], "keras_history": ["image", 0, 0]}})";
        const Result<Graph> graph
            = parse(functional(call("Add", "sum",
                                   R"([{"args": [[)" + tensor + ", " + tensor + R"(]], "kwargs": {}}])",
                                   R"("dtype": "float32")"),
                        "sum"),
                3);
        QVERIFY2(graph, graph.error().english().c_str());
        QCOMPARE(graph->nodes[1].inputs, (std::vector<std::size_t>{0, 0}));
    }

    void nestedModels_data()
    {
        QTest::addColumn<int>("call"); // that the layer behind refers to
        QTest::newRow("Keras 2 counts from one") << 1;
        QTest::newRow("Keras 3 counts from zero") << 0;
    }
    void nestedModels()
    {
        QFETCH(int, call);
        const std::string inner
            = R"({"class_name": "Sequential", "name": "inner", "config": {"name": "inner", "layers": [)"
            + layer("Conv2D", "conv", kSame2) + R"(]}, "inbound_nodes": [[["image", 0, 0, {}]]]})";
        const Result<Graph> graph = parse(functional(inner + ", "
                + ::call("Flatten", "flat", R"([[["inner", )" + std::to_string(call) + R"(, 0, {}]]])"),
            "flat"));
        QVERIFY2(graph, graph.error().english().c_str());
        QCOMPARE(graph->nodes[1].name, std::string("inner/conv"));
        const WeightedLayer& weighted = graph->layers[graph->nodes[1].layer];
        QCOMPARE(weighted.path, (std::vector<std::string>{"inner", "conv"}));
        QCOMPARE(weighted.archivePath, (std::vector<std::string>{"sequential", "conv2d"}));
        QCOMPARE(graph->nodes[graph->output].shape.channels, std::int64_t{4096});
    }

    // Constants are computed, wherever they stand; what a name hides is an operation.
    void operationsOnConstants_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("offset");
        const std::string tensor
            = R"({"class_name": "__keras_tensor__", "config": {"keras_history": ["image", 0, 0]}})";
        const auto row = [&](const char* name, const char* className, const std::string& arguments,
                             double scale, double offset) {
            QTest::newRow(name) << QString::fromStdString(
                call(className, "op", R"([{"args": [)" + arguments + R"(], "kwargs": {}}])"))
                                << scale << offset;
        };
        row("x + 1.5", "Add", tensor + ", 1.5", 1, 1.5);
        row("1.5 + x", "Add", "1.5, " + tensor, 1, 1.5);
        row("x - 1.5", "Subtract", tensor + ", 1.5", 1, -1.5);
        row("1.5 - x", "Subtract", "1.5, " + tensor, -1, 1.5);
        row("x * 2", "Multiply", tensor + ", 2", 2, 0);
        row("x / 2", "TrueDivide", tensor + ", 2", 0.5, 0);
        QTest::newRow("Keras 2: 1.5 - x") << QString::fromStdString(call("TFOpLambda", "op",
            R"([["_CONSTANT_VALUE", -1, 1.5, {"y": ["image", 0, 0], "name": null}]])",
            R"("function": "math.subtract")"))
                                          << -1.0 << 1.5;
    }
    void operationsOnConstants()
    {
        QFETCH(QString, call);
        QFETCH(double, scale);
        QFETCH(double, offset);
        const Result<Graph> graph = parse(functional(call.toStdString(), "op"), 3);
        QVERIFY2(graph, graph.error().english().c_str());
        const auto& affine = std::get<Affine>(graph->nodes[graph->output].operation);
        QCOMPARE(affine.scale.numbers, std::vector<double>{scale});
        QCOMPARE(affine.offset.numbers, std::vector<double>{offset});
    }

    void channelsFirst()
    {
        const Result<Graph> graph = parse(R"({"class_name": "Sequential", "config": {"layers": [)"
            + layer("Conv2D", "conv",
                R"("batch_input_shape": [null, 3, 32, 32], "data_format": "channels_first", )" + kSame2)
            + ", " + layer("Flatten", "flat") + "]}}");
        QVERIFY2(graph, graph.error().english().c_str());
        QVERIFY((graph->nodes[0].shape == Shape{32, 32, 3, true}));
        QVERIFY((graph->nodes[1].shape == Shape{16, 16, 16, true}));
        QCOMPARE(graph->nodes.size(), std::size_t{4}); // nothing is moved for it
    }

    void anInputOfBytes()
    {
        std::string config = sequential(layer("Flatten", "flat"));
        const std::string name = "\"name\": \"image\"";
        config.replace(config.find(name), name.size(), name + ", \"dtype\": \"uint8\"");
        const Result<Graph> graph = parse(config);
        QVERIFY2(graph, graph.error().english().c_str());
        QVERIFY(std::get<Input>(graph->nodes.front().operation).ofBytes);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("config");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const std::string& config, const char* reason) {
            QTest::newRow(name) << QString::fromStdString(config) << reason;
        };
        row("no JSON", "{", "its model_config is not a JSON object");
        row("no class", "{}", "class_name is missing");
        row("other model", R"({"class_name": "MyModel", "config": {}})",
            "a model of class MyModel is not supported, Sequential and Functional are");
        row("no layers", R"({"class_name": "Sequential", "config": {"layers": []}})",
            "a model without layers");
        row("no shape",
            R"({"class_name": "Sequential", "config": {"layers": [)" + layer("Flatten", "flat") + "]}}",
            "the model does not say the shape of its input: save it after it was built");
        row("open shape",
            R"({"class_name": "Sequential", "config": {"layers": [)"
                + layer("Flatten", "flat", R"("batch_input_shape": [null, null, 32, 3])") + "]}}",
            "its input has no fixed size of height × width × channels");
        row("layers that are no list", R"({"class_name": "Sequential", "config": {"layers": 3}})",
            "config.layers must be a list of objects");
        row("a layer that is a number", R"({"class_name": "Sequential", "config": {"layers": [3]}})",
            "config.layers[0] must be an object");
        row("unknown layer", sequential(layer("LSTM", "memory")),
            "layer \"memory\" (LSTM): layers of this class are not supported: export the model to ONNX: "
            "model.export(\"model.onnx\", format=\"onnx\")");
        row("unknown activation", sequential(layer("Activation", "act", R"("activation": "maxout")")),
            "layer \"act\" (Activation): activation \"maxout\" is not supported");
        row("channels in the middle",
            sequential(layer("Flatten", "flat", R"("data_format": "channels_middle")")),
            "layer \"flat\" (Flatten): data_format \"channels_middle\" is not supported");
        row("causal",
            sequential(layer(
                "Conv2D", "conv", R"("filters": 1, "kernel_size": 3, "strides": 1, "padding": "causal")")),
            "layer \"conv\" (Conv2D): padding \"causal\" is not supported, \"valid\" and \"same\" are");
        row("window too large", sequential(layer("MaxPooling2D", "pool", R"("pool_size": [33, 1])")),
            "layer \"pool\" (MaxPooling2D): a window of 33 does not fit into 32");
        row("no filters", sequential(layer("Conv2D", "conv", R"("kernel_size": 3, "strides": 1)")),
            "layer \"conv\" (Conv2D): filters is missing");
        row("filters 0",
            sequential(layer("Conv2D", "conv", R"("filters": 0, "kernel_size": 3, "strides": 1)")),
            "layer \"conv\" (Conv2D): filters must be at least 1");
        row("huge",
            sequential(layer("Conv2D", "conv", R"("filters": 1e300, "kernel_size": 3, "strides": 1)")),
            "layer \"conv\" (Conv2D): filters must be a whole number from 0 to 1048576");
        row("groups",
            sequential(
                layer("Conv2D", "conv", R"("filters": 4, "kernel_size": 3, "strides": 1, "groups": 2)")),
            "layer \"conv\" (Conv2D): its channels do not divide into 2 groups");
        row("a kernel of one size",
            sequential(layer("Conv2D", "conv", R"("filters": 1, "kernel_size": [3], "strides": 1)")),
            "layer \"conv\" (Conv2D): kernel_size must be one or two whole numbers from 1 to 1024");
        row("a bias of 1",
            sequential(
                layer("Conv2D", "conv", R"("filters": 1, "kernel_size": 3, "strides": 1, "use_bias": 1)")),
            "layer \"conv\" (Conv2D): use_bias must be true or false");
        row("a million filters",
            sequential(layer("Conv2D", "conv", R"("filters": 1048576, "kernel_size": 3, "strides": 1)")),
            "layer \"conv\" (Conv2D): a size is not one that a model for small images has: 30 × 30 × "
            "1048576");
        row("padding below nothing", sequential(layer("ZeroPadding2D", "pad", R"("padding": [-1, 0])")),
            "layer \"pad\" (ZeroPadding2D): padding must be whole numbers from 0 to 1024");
        row("row into pooling",
            sequential(layer("Flatten", "flat") + ", " + layer("GlobalMaxPooling2D", "pool")),
            "layer \"pool\" (GlobalMaxPooling2D): wants an image, gets a row of 3072 values");
        row("norm axis", sequential(layer("BatchNormalization", "norm", R"("axis": [2], "epsilon": 0.1)")),
            "layer \"norm\" (BatchNormalization): works along another axis than the channels");
        row("relu threshold", sequential(layer("ReLU", "relu", R"("threshold": -1.0)")),
            "layer \"relu\" (ReLU): a ReLU with a threshold below zero, or with both a threshold and a "
            "slope, is "
            "not supported");
        row("softmax axis", sequential(layer("Softmax", "softmax", R"("axis": 2)")),
            "layer \"softmax\" (Softmax): works along another axis than the channels");
        row("a field that is not known", sequential(layer("Flatten", "flat", R"("backwards": true)")),
            "layer \"flat\" (Flatten): its field \"backwards\" is not known to this program: leave it at its "
            "default, or export the model to ONNX: model.export(\"model.onnx\", format=\"onnx\")");
        row("whole numbers", sequential(layer("Flatten", "flat", R"("dtype": "int8")")),
            "layer \"flat\" (Flatten): computes in int8, which is not supported");
        row("a class of one's own",
            sequential(
                R"({"module": "my.layers", "class_name": "Flatten", "config": {"name": "flat"}, "registered_name": "my>Flatten"})"),
            "layer \"flat\" (Flatten): is no class of Keras itself: export the model to ONNX: "
            "model.export(\"model.onnx\", format=\"onnx\")");
        row("in training",
            functional(call("Dropout", "drop", R"([[["image", 0, 0, {"training": true}]]])"), "drop"),
            "layer \"drop\" (Dropout): is called in training mode: its results differ from run to run");
        row("an argument that is not known",
            functional(call("Flatten", "flat", R"([[["image", 0, 0, {"order": "F"}]]])"), "flat"),
            "layer \"flat\" (Flatten): is called with \"order\", which is not supported");
        row("a layer on a constant",
            functional(call("Flatten", "flat", R"([["_CONSTANT_VALUE", -1, 1.5, {}]])"), "flat"),
            "layer \"flat\" (Flatten): is called on no result");
        row("another function of TensorFlow",
            functional(call("TFOpLambda", "fft", R"([["image", 0, 0, {"name": null}]])",
                           R"("function": "signal.fft")"),
                "fft"),
            "layer \"fft\" (TFOpLambda): the operation signal.fft is not supported: export the model to "
            "ONNX: "
            "model.export(\"model.onnx\", format=\"onnx\")");
        row("a weight twice",
            functional(
                call("Dense", "dense", R"([[["image", 0, 0, {}]], [["flat", 0, 0, {}]]])", R"("units": 3)")
                    + ", " + call("Flatten", "flat", R"([[["image", 0, 0, {}]]])"),
                "dense"),
            "layer \"dense\" (Dense): is called on results that need weights of different sizes");
        row("reshape to words", sequential(layer("Reshape", "shape", R"("target_shape": ["all"])")),
            "layer \"shape\" (Reshape): target_shape[0] must be a number");
        row("reshape to two open sizes",
            sequential(layer("Reshape", "shape", R"("target_shape": [-1, -1, 3])")),
            "layer \"shape\" (Reshape): reshapes to sizes that are not whole numbers from 1, or with more "
            "than "
            "one -1");
        row("reshape", sequential(layer("Reshape", "shape", R"("target_shape": [100])")),
            "layer \"shape\" (Reshape): reshapes 3072 values to another number of them");
        row("reshape rank", sequential(layer("Reshape", "shape", R"("target_shape": [32, 96])")),
            "layer \"shape\" (Reshape): reshapes to 2 dimensions; 1 and 3 are understood");
        row("missing result", functional(call("Flatten", "flat", R"([[["nowhere", 0, 0, {}]]])"), "flat"),
            "layer \"flat\" takes a result that no layer makes");
        row("circle", functional(call("Add", "sum", R"([[["image", 0, 0, {}], ["sum", 0, 0, {}]]])"), "sum"),
            "layer \"sum\" takes a result that no layer makes");
        row("missing output", functional(call("Flatten", "flat", R"([[["image", 0, 0, {}]]])"), "top"),
            "nothing makes the model's output, a result of layer \"top\"");
        row("second result", functional(call("Flatten", "flat", R"([[["image", 0, 1, {}]]])"), "flat"),
            "layer \"flat\" (Flatten): takes a second result of image");
        row("several inputs to one",
            functional(call("Flatten", "flat", R"([[["image", 0, 0, {}], ["image", 0, 0, {}]]])"), "flat"),
            "layer \"flat\" (Flatten): is called on several results");
        row("add of two shapes",
            functional(call("Flatten", "flat", R"([[["image", 0, 0, {}]]])") + ", "
                    + call("Add", "sum", R"([[["image", 0, 0, {}], ["flat", 0, 0, {}]]])"),
                "sum"),
            "layer \"sum\" (Add): joins results of different shapes");
        row("join along the batch",
            functional(call("Concatenate", "join", R"([[["image", 0, 0, {}], ["image", 0, 0, {}]]])",
                           R"("axis": 0)"),
                "join"),
            "layer \"join\" (Concatenate): works along an axis that there is not");
        row("join of two shapes",
            functional(call("Flatten", "flat", R"([[["image", 0, 0, {}]]])") + ", "
                    + call("Concatenate", "join", R"([[["image", 0, 0, {}], ["flat", 0, 0, {}]]])"),
                "join"),
            "layer \"join\" (Concatenate): joins results that differ in more than one size");
        row("half a reference", functional(call("Flatten", "flat", R"([[["image", 0]]])"), "flat"),
            "layer \"flat\" (Flatten): a reference to another layer is not [name, call, result]");
        row("no references", functional(call("Flatten", "flat", "null"), "flat"),
            "layer \"flat\" (Flatten): does not say which results it takes");
        row("two outputs",
            functional(call("Flatten", "flat", R"([[["image", 0, 0, {}]]])"), "flat\", 0, 0], [\"image"),
            "a model with 1 inputs and 2 outputs; one of each is supported");
        row("a model on two results",
            functional(
                R"({"class_name": "Sequential", "name": "inner", "config": {"name": "inner", "layers": [)"
                    + layer("Flatten", "flat")
                    + R"(]}, "inbound_nodes": [[["image", 0, 0, {}], ["image", 0, 0, {}]]]})",
                "inner"),
            "layer \"inner\" (Sequential): is called on several results");
        std::string deep = layer("Flatten", "flat");
        for (int i = 0; i < 20; ++i) {
            deep = R"({"class_name": "Sequential", "config": {"name": "m", "layers": [)" + deep + "]}}";
        }
        row("too deep", sequential(deep), "models are nested more than 8 deep");
        std::string many = layer("Dropout", "d");
        for (int i = 0; i < 2000; ++i) {
            many += ", " + layer("Dropout", "d");
        }
        row("of one name",
            functional(call("Flatten", "flat", R"([[["image", 0, 0, {}]]])") + ", "
                    + call("Flatten", "flat", R"([[["image", 0, 0, {}]]])"),
                "flat"),
            "two of its layers are called \"flat\"");
        QString input = QString::fromStdString(sequential(layer("Flatten", "flat")));
        input.replace(QLatin1String("\"config\": {\"name\": \"image\""),
            QLatin1String("\"config\": {\"dtype\": \"int32\", \"name\": \"image\""));
        row("an input of whole numbers", input.toStdString(),
            "layer \"image\" (InputLayer): computes in int32, which is not supported");
        row("too many", sequential(many), "over 2000 layers");
    }
    void refuses()
    {
        QFETCH(QString, config);
        QFETCH(QString, reason);
        const Result<Graph> graph = parse(config.toStdString());
        QVERIFY(!graph);
        QString error = QString::fromStdString(graph.error().english());
        const QString advice = QStringLiteral(
            "; to run it, export the model to ONNX: model.export(\"model.onnx\", format=\"onnx\")");
        if (error.endsWith(advice)) {
            error.chop(advice.size());
        }
        QCOMPARE(error, reason);
    }
};

QTEST_APPLESS_MAIN(TestModelConfig)
#include "tst_model_config.moc"
