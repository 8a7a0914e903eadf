// Models as exporters write them otherwise: each answers as the one it was made from, or is refused.
#include "model_fixture.h"

#include "models/onnx_facts.h"
#include "models/onnx_functions.h"
#include "models/onnx_normal_form.h"

#include <onnx/onnx_pb.h>

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <functional>
#include <limits>
#include <utility>

using namespace iotbench;
using namespace iotbench::test;

namespace {

using Change = std::function<void(onnx::ModelProto&)>;
using onnx::TensorProto;

constexpr std::size_t kImages = 60;

onnx::ModelProto resnet8()
{
    QFile file(sourcePath(QStringLiteral("models/resnet8.onnx")));
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    onnx::ModelProto model;
    model.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
    return model;
}

onnx::TypeProto::Tensor& inputType(onnx::ModelProto& model)
{
    return *model.mutable_graph()->mutable_input(0)->mutable_type()->mutable_tensor_type();
}

onnx::TypeProto::Tensor& outputType(onnx::ModelProto& model)
{
    return *model.mutable_graph()->mutable_output(0)->mutable_type()->mutable_tensor_type();
}

onnx::NodeProto cast(int type)
{
    onnx::NodeProto node;
    node.set_op_type("Cast");
    onnx::AttributeProto& to = *node.add_attribute();
    to.set_name("to");
    to.set_type(onnx::AttributeProto::INT);
    to.set_i(type);
    return node;
}

onnx::NodeProto transpose(std::initializer_list<std::int64_t> order)
{
    onnx::NodeProto node;
    node.set_op_type("Transpose");
    onnx::AttributeProto& perm = *node.add_attribute();
    perm.set_name("perm");
    perm.set_type(onnx::AttributeProto::INTS);
    for (const std::int64_t axis : order)
        perm.add_ints(axis);
    return node;
}

// The graph begins with these, one after the other, and takes "pixels".
void beginWith(onnx::ModelProto& model, std::vector<onnx::NodeProto> nodes)
{
    onnx::GraphProto& graph = *model.mutable_graph();
    std::string from = "pixels";
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        nodes[i].add_input(from);
        from = i + 1 < nodes.size() ? "begun" + std::to_string(i) : graph.input(0).name();
        nodes[i].add_output(from);
    }
    for (const onnx::NodeProto& node : graph.node())
        nodes.push_back(node);
    graph.clear_node();
    for (onnx::NodeProto& node : nodes)
        *graph.add_node() = std::move(node);
    graph.mutable_input(0)->set_name("pixels");
}

void putChannelsLast(onnx::ModelProto& model)
{
    inputType(model).mutable_shape()->mutable_dim()->SwapElements(1, 3); // 32 × 32 × 3
}

void stateBatch(onnx::ModelProto& model, std::int64_t batch)
{
    inputType(model).mutable_shape()->mutable_dim(0)->set_dim_value(batch);
    outputType(model).mutable_shape()->mutable_dim(0)->set_dim_value(batch);
}

void putElsewhere(
    TensorProto& tensor, const char* location, const std::string& offset, const std::string& length)
{
    tensor.clear_raw_data();
    tensor.set_data_location(TensorProto::EXTERNAL);
    for (const auto& [key, value] :
        {std::pair<std::string, std::string>("location", location), {"offset", offset}, {"length", length}}) {
        if (value.empty())
            continue;
        onnx::StringStringEntryProto& entry = *tensor.add_external_data();
        entry.set_key(key);
        entry.set_value(value);
    }
}

TensorProto& firstKernel(onnx::ModelProto& model)
{
    return *std::ranges::find_if(*model.mutable_graph()->mutable_initializer(),
        [](const TensorProto& tensor) { return tensor.dims_size() == 4; });
}

onnx::NodeProto node(const char* type, const char* input, const char* output)
{
    onnx::NodeProto node;
    node.set_op_type(type);
    node.add_input(input);
    node.add_output(output);
    return node;
}

onnx::NodeProto call(const char* type, const char* input, const char* output)
{
    onnx::NodeProto made = node(type, input, output);
    made.set_domain("own");
    return made;
}

// One that takes "x" and gives `output`.
onnx::FunctionProto& addFunction(onnx::ModelProto& model, const char* name, const char* output = "y")
{
    onnx::FunctionProto& function = *model.add_functions();
    function.set_name(name);
    function.set_domain("own");
    function.add_input("x");
    function.add_output(output);
    onnx::OperatorSetIdProto& set = *function.add_opset_import();
    set.set_version(model.opset_import(0).version());
    return function;
}

// Every Conv of the graph becomes a call of a function that has its attributes of the call.
void putConvolutionsIntoAFunction(onnx::ModelProto& model)
{
    onnx::FunctionProto& function = addFunction(model, "Convolution");
    function.add_input("kernel");
    function.add_input("bias");
    onnx::NodeProto& inner = *function.add_node() = node("Conv", "x", "y");
    inner.set_name("the same in every call");
    inner.add_input("kernel");
    inner.add_input("bias");
    for (const char* name : {"kernel_shape", "strides", "pads", "dilations", "group", "auto_pad"}) {
        function.add_attribute(name);
        onnx::AttributeProto& attribute = *inner.add_attribute();
        attribute.set_name(name);
        attribute.set_ref_attr_name(name);
    }
    for (onnx::NodeProto& outer : *model.mutable_graph()->mutable_node()) {
        if (outer.op_type() == "Conv") {
            outer.set_op_type("Convolution");
            outer.set_domain("own");
        }
    }
}

// Every Relu of the graph becomes a call of a function that calls another, which has a tensor of the same
// name, twice, and gives what it took, too.
void putActivationsIntoNestedFunctions(onnx::ModelProto& model)
{
    onnx::FunctionProto& inner = addFunction(model, "Inner");
    *inner.add_node() = node("Relu", "x", "half");
    *inner.add_node() = node("Relu", "half", "y");
    onnx::FunctionProto& outer = addFunction(model, "Outer");
    outer.add_output("x");
    *outer.add_node() = call("Inner", "x", "half");
    outer.mutable_node(0)->add_output(""); // which it does not have
    *outer.add_node() = call("Inner", "half", "y");
    int calls = 0;
    for (onnx::NodeProto& activation : *model.mutable_graph()->mutable_node()) {
        if (activation.op_type() == "Relu") {
            activation.set_op_type("Outer");
            activation.set_domain("own");
            activation.add_output("passed on " + std::to_string(++calls));
        }
    }
}

class Folder {
public:
    QString write(const QString& name, const std::string& bytes) const
    {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)
            || file.write(bytes.data(), static_cast<qint64>(bytes.size()))
                != static_cast<qint64>(bytes.size()))
            throw std::runtime_error("cannot write " + path.toStdString());
        return path;
    }
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    QDir dir() const { return QDir(m_folder.path()); }

private:
    QTemporaryDir m_folder;
};

std::vector<float> answers(const QString& path, Normalisation normalisation)
{
    static const ImageSet images = orThrow(loadBundledTestSet());
    const ModelOnTestSet model(path, images);
    return model.scores({normalisation, kImages, 4, 1});
}

std::size_t operators(const std::vector<std::uint8_t>& bytes, std::string_view type)
{
    onnx::ModelProto model;
    model.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
    return static_cast<std::size_t>(std::ranges::count_if(
        model.graph().node(), [type](const onnx::NodeProto& node) { return node.op_type() == type; }));
}

} // namespace

Q_DECLARE_METATYPE(Change)

class TestOnnxNormalForm : public QObject {
    Q_OBJECT

private slots:
    void aNormalModelStaysAsItIs()
    {
        onnx::ModelProto model = resnet8();
        const Result<NormalOnnx> normal = bringIntoNormalForm(model, {});
        QVERIFY(normal);
        QVERIFY(!normal->bytes);
        QVERIFY(!normal->takesBytes);
        QVERIFY(normal->otherFiles.empty());
        onnx::ModelProto none;
        QVERIFY(!bringIntoNormalForm(none, {})->bytes);
    }

    // `left`: operators of the kind that remain, where those that undo each other are left out.
    void answersAreThoseOfTheOriginal_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<bool>("takesBytes");
        const auto row = [](const char* name, const Change& change, bool takesBytes = false) {
            QTest::newRow(name) << change << takesBytes;
        };
        row("channels last, transposed first", [](onnx::ModelProto& model) {
            beginWith(model, {transpose({0, 3, 1, 2})});
            putChannelsLast(model);
        });
        row("channels last, something else first", [](onnx::ModelProto& model) {
            onnx::NodeProto identity;
            identity.set_op_type("Identity");
            beginWith(model, {identity, transpose({0, 3, 1, 2})});
            putChannelsLast(model);
        });
        row("float64 on both ends", [](onnx::ModelProto& model) {
            beginWith(model, {cast(TensorProto::FLOAT)});
            inputType(model).set_elem_type(TensorProto::DOUBLE);
        });
        row("functions with attributes of the call", putConvolutionsIntoAFunction);
        row("functions within functions", putActivationsIntoNestedFunctions);
        row("functions, channels last, a batch of 1", [](onnx::ModelProto& model) {
            beginWith(model, {transpose({0, 3, 1, 2})});
            putChannelsLast(model);
            stateBatch(model, 1);
            putConvolutionsIntoAFunction(model);
            putActivationsIntoNestedFunctions(model);
        });
        row("a function in another operator set that nothing calls", [](onnx::ModelProto& model) {
            addFunction(model, "Unused").mutable_opset_import(0)->set_version(1);
        });
        row("a batch of 1", [](onnx::ModelProto& model) { stateBatch(model, 1); });
        row("a batch of 4", [](onnx::ModelProto& model) { stateBatch(model, 4); });
        row(
            "bytes",
            [](onnx::ModelProto& model) {
                beginWith(model, {cast(TensorProto::FLOAT)});
                inputType(model).set_elem_type(TensorProto::UINT8);
            },
            true);
        row(
            "bytes, channels last",
            [](onnx::ModelProto& model) {
                beginWith(model, {cast(TensorProto::FLOAT), transpose({0, 3, 1, 2})});
                inputType(model).set_elem_type(TensorProto::UINT8);
                putChannelsLast(model);
            },
            true);
    }
    void answersAreThoseOfTheOriginal()
    {
        QFETCH(Change, change);
        QFETCH(bool, takesBytes);
        const Folder folder;
        const QString original = folder.write("original.onnx", resnet8().SerializeAsString());
        onnx::ModelProto model = resnet8();
        change(model);
        const QString changed = folder.write("changed.onnx", model.SerializeAsString());
        const Result<LoadedModel> loaded = ModelCatalogue({}).load(changed.toStdString());
        QVERIFY2(loaded, loaded.error().english().c_str());
        QCOMPARE(loaded->facts.takesBytes, takesBytes);
        QVERIFY((loaded->facts.input == ImageShape{32, 32, 3}));
        const auto normalisation = takesBytes ? Normalisation::Raw : Normalisation::MeanSubtracted;
        QVERIFY(loaded->normalisation() == (takesBytes ? std::optional(normalisation) : std::nullopt));
        QCOMPARE(answers(changed, normalisation), answers(original, normalisation));
    }

    void operatorsThatUndoEachOtherAreLeftOut()
    {
        onnx::ModelProto model = resnet8();
        beginWith(model, {cast(TensorProto::FLOAT), transpose({0, 3, 1, 2})});
        inputType(model).set_elem_type(TensorProto::UINT8);
        putChannelsLast(model);
        const Result<NormalOnnx> normal = bringIntoNormalForm(model, {});
        QVERIFY(normal);
        QCOMPARE(operators(normal->bytes.value(), "Cast"), std::size_t{0});
        QCOMPARE(operators(normal->bytes.value(), "Transpose"), std::size_t{0});
    }

    void functionsAreWrittenOutWithTheirGraphs()
    {
        onnx::ModelProto model = resnet8();
        onnx::FunctionProto& function = addFunction(model, "Chosen");
        onnx::NodeProto& choice = *function.add_node() = node("If", "x", "y");
        onnx::AttributeProto& branch = *choice.add_attribute();
        branch.set_name("then_branch");
        branch.set_type(onnx::AttributeProto::GRAPH);
        *branch.mutable_g()->add_node() = node("Relu", "x", "within");
        branch.mutable_g()->add_output()->set_name("within");
        *model.mutable_graph()->add_node() = call("Chosen", "taken", "given");
        model.mutable_graph()->add_initializer()->set_name("within_call1"); // a name that is not free
        QVERIFY(writeOutFunctions(model).empty());
        QCOMPARE(model.functions_size(), 0);
        QVERIFY(std::ranges::none_of(
            model.opset_import(), [](const auto& set) { return set.domain() == "own"; }));
        const onnx::NodeProto& written = *model.graph().node().rbegin();
        QCOMPARE(written.op_type(), std::string("If"));
        QCOMPARE(written.input(0), std::string("taken"));
        QCOMPARE(written.output(0), std::string("given"));
        const onnx::GraphProto& inner = written.attribute(0).g();
        QCOMPARE(inner.node(0).input(0), std::string("taken"));
        QCOMPARE(inner.node(0).output(0), std::string("within_call1_"));
        QCOMPARE(inner.output(0).name(), inner.node(0).output(0));
    }

    // ONNX 1.13 brought these; what came before cannot tell them.
    void defaultsOfFunctions()
    {
        onnx::ModelProto model = resnet8();
        std::string function = [&model] {
            onnx::FunctionProto& made = addFunction(model, "Leak");
            onnx::NodeProto& inner = *made.add_node() = node("LeakyRelu", "x", "y");
            onnx::AttributeProto& alpha = *inner.add_attribute();
            alpha.set_name("alpha");
            alpha.set_ref_attr_name("slope");
            return made.SerializeAsString();
        }();
        onnx::AttributeProto slope;
        slope.set_name("slope");
        slope.set_type(onnx::AttributeProto::FLOAT);
        slope.set_f(0.25F);
        const std::string value = slope.SerializeAsString();
        function += '\x5a'; // field 11, attribute_proto
        function += static_cast<char>(value.size());
        function += value;
        QVERIFY(model.mutable_functions(0)->ParseFromString(function));
        *model.mutable_graph()->add_node() = call("Leak", "taken", "given");
        const Message fault = writeOutFunctions(model);
        if (!fault.empty()) {
            QCOMPARE(fault.english(),
                std::string(
                    "its function \"Leak\" is written in a way that this program's ONNX library does not "
                    "know: write it out with onnx.inliner.inline_local_functions()"));
            return;
        }
        const onnx::NodeProto& written = *model.graph().node().rbegin();
        QCOMPARE(written.attribute_size(), 1);
        QCOMPARE(written.attribute(0).name(), std::string("alpha"));
        QCOMPARE(written.attribute(0).f(), 0.25F);
    }

    void refusesFunctions_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const char* reason, const Change& change) {
            QTest::newRow(name) << change << reason;
        };
        row("without end", "its functions and graphs are nested more than 64 deep",
            [](onnx::ModelProto& model) { *addFunction(model, "F").add_node() = call("F", "x", "y"); });
        const char* const tooLarge = "its functions make it too large for engines when they are written out";
        row("ten times ten times", tooLarge, [](onnx::ModelProto& model) {
            const char* inner = "Relu";
            for (const char* name : {"A", "B", "C", "D", "E", "F"}) {
                onnx::FunctionProto& function = addFunction(model, name);
                for (int i = 0; i < 10; ++i)
                    *function.add_node() = call(inner, "x", "y");
                inner = name;
            }
        });
        row("an attribute a thousand times", tooLarge, [](onnx::ModelProto& model) {
            onnx::FunctionProto& function = addFunction(model, "F");
            for (int i = 0; i < 1000; ++i) {
                onnx::AttributeProto& value
                    = *(*function.add_node() = node("Constant", "x", "y")).add_attribute();
                value.set_name("value_string");
                value.set_ref_attr_name("text");
            }
            onnx::AttributeProto& text = *model.mutable_graph()->mutable_node()->rbegin()->add_attribute();
            text.set_name("text");
            text.set_type(onnx::AttributeProto::STRING);
            text.set_s(std::string(1 << 20, 'x'));
        });
        row("operators without end", tooLarge, [](onnx::ModelProto& model) {
            onnx::FunctionProto& function = addFunction(model, "F");
            for (int i = 0; i < 60'000; ++i)
                function.add_node();
        });
        row("the name of an operator", "its function \"F\" has the name of an operator: rename it",
            [](onnx::ModelProto& model) {
                addFunction(model, "F").set_domain("ai.onnx");
                model.mutable_graph()->mutable_node()->rbegin()->set_domain("");
            });
        row("two of one name", "it has two functions \"F\"", [](onnx::ModelProto& model) {
            addFunction(model, "F");
            addFunction(model, "F");
        });
        row("of another operator set",
            "its function \"F\" is written in operator set 1, the model in 12: export both in one",
            [](onnx::ModelProto& model) { addFunction(model, "F").mutable_opset_import(0)->set_version(1); });
    }
    void refusesFunctions()
    {
        QFETCH(Change, change);
        QFETCH(QString, reason);
        const Folder folder;
        onnx::ModelProto model = resnet8();
        *model.mutable_graph()->add_node() = call("F", model.graph().output(0).name().c_str(), "scores");
        change(model);
        const QString path = folder.write("model.onnx", model.SerializeAsString());
        const Result<LoadedModel> loaded = ModelCatalogue({}).load(path.toStdString());
        QVERIFY(!loaded);
        QCOMPARE(QString::fromStdString(loaded.error().english()), "model " + path + ": " + reason);
    }

    // Rounding is part of what such a model computes.
    void halvesAreCastOnBothEnds()
    {
        onnx::ModelProto model = resnet8();
        beginWith(model, {cast(TensorProto::FLOAT)});
        inputType(model).set_elem_type(TensorProto::FLOAT16);
        onnx::NodeProto& last = *model.mutable_graph()->add_node() = cast(TensorProto::FLOAT16);
        last.add_input(model.graph().output(0).name());
        last.add_output("scores");
        model.mutable_graph()->mutable_output(0)->set_name("scores");
        outputType(model).set_elem_type(TensorProto::FLOAT16);
        const Result<NormalOnnx> normal = bringIntoNormalForm(model, {});
        QVERIFY(normal);
        QCOMPARE(operators(normal->bytes.value(), "Cast"), std::size_t{4});
        QVERIFY(readOnnxFacts(model));
    }

    // An inner graph may take a tensor by its name, so nothing is left out.
    void graphsWithinKeepTheirTensors()
    {
        onnx::ModelProto model = resnet8();
        beginWith(model, {transpose({0, 3, 1, 2})});
        putChannelsLast(model);
        onnx::AttributeProto& branch = *model.mutable_graph()->mutable_node(1)->add_attribute();
        branch.set_name("branch");
        branch.set_type(onnx::AttributeProto::GRAPH);
        branch.mutable_g()->set_name("inner");
        const Result<NormalOnnx> normal = bringIntoNormalForm(model, {});
        QVERIFY(normal);
        QCOMPARE(operators(normal->bytes.value(), "Transpose"), std::size_t{2});
    }

    // Rows of ten in which the batch is written down stay what they are.
    void aBatchThatTheGraphCountsOnStays()
    {
        onnx::ModelProto model = resnet8();
        stateBatch(model, 4);
        onnx::GraphProto& graph = *model.mutable_graph();
        TensorProto& shape = *graph.add_initializer();
        shape.set_name("rows");
        shape.set_data_type(TensorProto::INT64);
        shape.add_dims(2);
        for (const std::int64_t size : {4, 10})
            shape.add_int64_data(size);
        onnx::NodeProto& reshape = *graph.add_node();
        reshape.set_op_type("Reshape");
        reshape.add_input(graph.output(0).name());
        reshape.add_input("rows");
        reshape.add_output("scores");
        graph.mutable_output(0)->set_name("scores");
        const Result<NormalOnnx> normal = bringIntoNormalForm(model, {});
        QVERIFY(normal);
        QCOMPARE(inputType(model).shape().dim(0).dim_value(), std::int64_t{4});
    }

    void weightsBesideTheModel()
    {
        const Folder folder;
        const QString original = folder.write("original.onnx", resnet8().SerializeAsString());
        onnx::ModelProto model = resnet8();
        std::string data = "begins later";
        for (TensorProto& tensor : *model.mutable_graph()->mutable_initializer()) {
            if (!tensor.has_raw_data())
                continue;
            const std::string values = tensor.raw_data();
            putElsewhere(
                tensor, "weights/all.bin", std::to_string(data.size()), std::to_string(values.size()));
            data += values;
        }
        QVERIFY(data.size() > 100'000);
        QVERIFY(folder.dir().mkdir("weights"));
        folder.write("weights/all.bin", data);
        const QString changed = folder.write("changed.onnx", model.SerializeAsString());
        QCOMPARE(answers(changed, Normalisation::Unit), answers(original, Normalisation::Unit));

        // Its digest covers both files: `cat changed.onnx weights/all.bin | sha256sum`.
        QCryptographicHash hash(QCryptographicHash::Sha256);
        for (const char* name : {"changed.onnx", "weights/all.bin"}) {
            QFile file(folder.dir().filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            hash.addData(file.readAll());
        }
        const Result<LoadedModel> loaded = ModelCatalogue({}).load(changed.toStdString());
        QCOMPARE(loaded->sha256, hash.result().toHex().toStdString());
    }

    void refusesWeightsElsewhere_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<QString>("offset");
        QTest::addColumn<QString>("reason");
        QTest::newRow("outside") << "/etc/passwd"
                                 << "0"
                                 << "it keeps weights in /etc/passwd, outside its folder";
        QTest::newRow("above") << "../beside.bin"
                               << "0"
                               << "it keeps weights in ../beside.bin, outside its folder";
        QTest::newRow("a link out") << "link.bin"
                                    << "0"
                                    << "it keeps weights in link.bin, outside its folder";
        QTest::newRow("missing") << "none.bin"
                                 << "0"
                                 << "it keeps weights in none.bin, which does not exist";
        QTest::newRow("no name") << ""
                                 << "0"
                                 << "it keeps weights in a file that it does not name";
        QTest::newRow("a folder") << "."
                                  << "0"
                                  << "it keeps weights in ., which is a folder";
        QTest::newRow("beyond") << "some.bin"
                                << "101"
                                << "its tensor \"kernel\" lies beyond the end of some.bin";
        QTest::newRow("no number") << "some.bin"
                                   << "-1"
                                   << "its tensor \"kernel\" lies beyond the end of some.bin";
        QTest::newRow("too short") << "some.bin"
                                   << "4"
                                   << "its tensor \"kernel\" does not hold as many values as it says";
    }
    void refusesWeightsElsewhere()
    {
        QFETCH(QString, location);
        QFETCH(QString, offset);
        QFETCH(QString, reason);
        const Folder around;
        around.write("beside.bin", std::string(100'000, '\0'));
        QVERIFY(around.dir().mkdir("inside"));
        around.write("inside/some.bin", std::string(100, '\0'));
        QVERIFY(QFile::link(around.dir().filePath("beside.bin"), around.dir().filePath("inside/link.bin")));
        onnx::ModelProto model = resnet8();
        TensorProto& kernel = firstKernel(model);
        const std::string name = kernel.name();
        kernel.set_name("kernel");
        for (onnx::NodeProto& node : *model.mutable_graph()->mutable_node())
            std::ranges::replace(*node.mutable_input(), name, std::string("kernel"));
        putElsewhere(kernel, location.toUtf8().constData(), offset.toStdString(), {});
        const QString path = around.write("inside/model.onnx", model.SerializeAsString());
        const Result<LoadedModel> loaded = ModelCatalogue({}).load(path.toStdString());
        QVERIFY(!loaded);
        QCOMPARE(QString::fromStdString(loaded.error().english()), "model " + path + ": " + reason);
    }

    // A file of a few bytes that is to fill a thousand tensors.
    void refusesMoreThanAModelHas()
    {
        const Folder folder;
        folder.write("some.bin", std::string(8 << 20, '\0'));
        onnx::ModelProto model = resnet8();
        for (int i = 0; i < 100; ++i)
            putElsewhere(*model.mutable_graph()->add_initializer(), "some.bin", "0", {});
        const Result<NormalOnnx> normal = bringIntoNormalForm(model, folder.path());
        QVERIFY(!normal);
        QCOMPARE(normal.error().english(), std::string("it has over 512 MB of weights in other files"));
    }

    void aCardMayNotSayOtherwiseThanBytes()
    {
        const Folder folder;
        onnx::ModelProto model = resnet8();
        beginWith(model, {cast(TensorProto::FLOAT)});
        inputType(model).set_elem_type(TensorProto::UINT8);
        const QString path = folder.write("resnet8.onnx", model.SerializeAsString());
        QFile card(sourcePath(QStringLiteral("models/resnet8.json")));
        QVERIFY(card.open(QIODevice::ReadOnly));
        QByteArray text = card.readAll();
        const std::string sum = ModelCatalogue({}).load(path.toStdString())->sha256;
        const ModelCard old = orThrow(parseModelCard(text.toStdString()));
        text.replace(QByteArray::fromStdString(old.variant(engines::Precision::Fp32).sha256),
            QByteArray::fromStdString(sum));
        folder.write("resnet8.json", text.toStdString());
        const std::filesystem::path path1 = folder.path();
        const Result<LoadedModel> loaded = ModelCatalogue(std::span(&path1, 1)).load("resnet8");
        QVERIFY(!loaded);
        QCOMPARE(QString::fromStdString(loaded.error().english()),
            "model " + path + ": it takes pixels as bytes, its card says mean-subtracted");
    }
};

QTEST_APPLESS_MAIN(TestOnnxNormalForm)
#include "tst_onnx_normal_form.moc"
