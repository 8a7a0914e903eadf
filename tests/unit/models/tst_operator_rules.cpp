// Which uses of an operator an engine is not given, and that their harmless neighbours are. What engines
// really answer is found by tests/operators/run.sh.
#include "models/compile_model.h"
#include "models/onnx_reading.h"
#include "models/operator_rules.h"

#include "test_paths.h"

#include <onnx/onnx_pb.h>

#include <QFile>
#include <QtTest>

using namespace iotbench;

namespace {

// A graph of one operator between x of 2×4×6×5 and y of a stated shape.
struct OneOperator {
    std::string op;
    std::int64_t opset = 13;
    std::vector<std::int64_t> from = {2, 4, 6, 5};
    std::vector<std::int64_t> to = {2, 4, 6, 5};
    std::vector<std::vector<std::int64_t>> constants = {}; // shapes of further inputs; their values are 2
    std::function<void(onnx::NodeProto&)> with = [](onnx::NodeProto&) {};
    bool constantFirst = false;
    std::vector<float> values = {}; // of the first constant, instead of 2
};

void describe(onnx::ValueInfoProto& value, const char* name, const std::vector<std::int64_t>& shape)
{
    value.set_name(name);
    auto& type = *value.mutable_type()->mutable_tensor_type();
    type.set_elem_type(onnx::TensorProto::FLOAT);
    for (const std::int64_t size : shape) {
        type.mutable_shape()->add_dim()->set_dim_value(size);
    }
}

onnx::ModelProto graphOf(const OneOperator& one)
{
    onnx::ModelProto model;
    model.set_ir_version(7);
    model.add_opset_import()->set_version(one.opset);
    auto& graph = *model.mutable_graph();
    describe(*graph.add_input(), "x", one.from);
    describe(*graph.add_output(), "y", one.to);
    auto& node = *graph.add_node();
    node.set_op_type(one.op);
    node.add_output("y");
    std::vector<std::string> inputs{"x"};
    for (std::size_t i = 0; i < one.constants.size(); ++i) {
        auto& constant = *graph.add_initializer();
        constant.set_name("c" + std::to_string(i));
        constant.set_data_type(onnx::TensorProto::FLOAT);
        std::int64_t count = 1;
        for (const std::int64_t size : one.constants[i]) {
            constant.add_dims(size);
            count *= size;
        }
        for (std::int64_t k = 0; k < count; ++k) {
            constant.add_float_data(
                i == 0 && !one.values.empty() ? one.values[static_cast<std::size_t>(k)] : 2.0F);
        }
        inputs.push_back(constant.name());
    }
    if (one.constantFirst) {
        std::swap(inputs[0], inputs[1]);
    }
    for (const std::string& input : inputs) {
        node.add_input(input);
    }
    one.with(node);
    return model;
}

void set(onnx::NodeProto& node, const char* name, std::int64_t value)
{
    auto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INT);
    attribute.set_i(value);
}

void setWord(onnx::NodeProto& node, const char* name, const char* word)
{
    auto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::STRING);
    attribute.set_s(word);
}

void setReal(onnx::NodeProto& node, const char* name, float value)
{
    auto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::FLOAT);
    attribute.set_f(value);
}

void setList(onnx::NodeProto& node, const char* name, std::initializer_list<std::int64_t> values)
{
    auto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto::INTS);
    for (const std::int64_t value : values) {
        attribute.add_ints(value);
    }
}

std::vector<OperatorFault> faultsOf(onnx::ModelProto model)
{
    inferShapes(model);
    return operatorFaultsOf(model);
}

std::string faultOf(const OneOperator& one, const char* engine, const char* version)
{
    return faultOfOperators(faultsOf(graphOf(one)), engine, version).english();
}

constexpr auto kOld = "4.6.0", kNew = "4.10.0";

// What takes whatever it is given.
class Credulous final : public engines::Engine {
public:
    std::string name() const override { return "opencv"; }
    std::string version() const override { return kOld; }
    std::vector<engines::Precision> precisions() const override { return {}; }
    std::vector<std::string> devices() const override { return {}; }
    engines::CompileResult compile(
        const engines::ModelSource&, const engines::CompileOptions&) noexcept override
    {
        asked = true;
        return {nullptr, verbatim("was asked")};
    }
    bool asked = false;
};

} // namespace

Q_DECLARE_METATYPE(OneOperator)

class TestOperatorRules : public QObject {
    Q_OBJECT

private slots:
    void opencv_data()
    {
        QTest::addColumn<OneOperator>("use");
        QTest::addColumn<bool>("byOld"); // 4.6 may run it
        QTest::addColumn<bool>("byNew"); // 4.10 may
        const auto row = [](const char* name, OneOperator use, bool byOld, bool byNew) {
            QTest::newRow(name) << std::move(use) << byOld << byNew;
        };
        const auto pool = [](auto with) { return OneOperator{.op = "AveragePool", .with = with}; };
        row("plain windows", pool([](auto& node) { setList(node, "pads", {1, 1, 1, 1}); }), true, true);
        row("padding that counts", pool([](auto& node) {
            setList(node, "pads", {1, 1, 1, 1});
            set(node, "count_include_pad", 1);
        }),
            false, false);
        row("no padding to count", pool([](auto& node) {
            setList(node, "pads", {0, 0, 0, 0});
            set(node, "count_include_pad", 1);
        }),
            true, true);
        row("the last window rounded up", pool([](auto& node) {
            setList(node, "strides", {2, 2});
            set(node, "ceil_mode", 1);
        }),
            true, true);
        row("the last window rounded up into padding", pool([](auto& node) {
            setList(node, "strides", {2, 2});
            setList(node, "pads", {0, 0, 1, 1});
            set(node, "ceil_mode", 1);
        }),
            false, false);
        row("SAME_UPPER", pool([](auto& node) { setWord(node, "auto_pad", "SAME_UPPER"); }), true, true);
        row("SAME_LOWER", pool([](auto& node) { setWord(node, "auto_pad", "SAME_LOWER"); }), false, false);
        row("a dilated maximum",
            {.op = "MaxPool",
                .with =
                    [](auto& node) {
                        setList(node, "dilations", {2, 2});
                    }},
            false, false);
        row("a dilated convolution",
            {.op = "Conv",
                .constants = {{4, 4, 3, 3}},
                .with =
                    [](auto& node) {
                        setList(node, "dilations", {2, 2});
                    }},
            true, true);
        row("uneven pads of points",
            {.op = "Conv",
                .constants = {{4, 4, 1, 1}},
                .with =
                    [](auto& node) {
                        setList(node, "pads", {0, 0, 1, 1});
                    }},
            false, false);
        row("uneven pads of windows",
            {.op = "Conv",
                .constants = {{4, 4, 3, 3}},
                .with =
                    [](auto& node) {
                        setList(node, "pads", {0, 0, 1, 1});
                    }},
            true, true);
        row("a transposed convolution that states what comes out",
            {.op = "ConvTranspose",
                .constants = {{4, 4, 3, 3}},
                .with =
                    [](auto& node) {
                        setList(node, "output_shape", {13, 11});
                    }},
            false, false);
        row("normalised as in training",
            {.op = "BatchNormalization", .with = [](auto& node) { set(node, "training_mode", 1); }}, false,
            false);
        row("rows normalised", {.op = "BatchNormalization", .from = {2, 10}, .to = {2, 10}}, false, true);
        row("instances", {.op = "InstanceNormalization"}, false, true);
        const auto softmax = [](std::int64_t opset, std::optional<std::int64_t> axis, bool flat) {
            OneOperator one{.op = "Softmax", .opset = opset, .with = [axis](auto& node) {
                                if (axis) {
                                    set(node, "axis", *axis);
                                }
                            }};
            if (flat) {
                one.from = one.to = {2, 10};
            }
            return one;
        };
        row("scores, axis 1", softmax(9, 1, true), true, true);
        row("scores, no axis", softmax(13, std::nullopt, true), true, true);
        row("maps, axis 1, as before", softmax(11, 1, false), false, false);
        row("maps, axis 1, as now", softmax(13, 1, false), true, true);
        row("maps, no axis", softmax(13, std::nullopt, false), false, true);
        row("a mean over height and width",
            {.op = "ReduceMean",
                .opset = 11,
                .with =
                    [](auto& node) {
                        setList(node, "axes", {2, 3});
                    }},
            true, true);
        row("a mean over all but one",
            {.op = "ReduceMean",
                .opset = 11,
                .with =
                    [](auto& node) {
                        setList(node, "axes", {1, 2, 3});
                    }},
            false, false);
        row("a mean over axes that are an input",
            {.op = "ReduceMean", .opset = 18, .constants = {{2}}, .values = {2, 3}}, false, true);
        row("a dense layer", {.op = "Gemm", .from = {2, 4}, .to = {2, 4}, .constants = {{4, 4}, {4}}}, true,
            true);
        row("a scaled dense layer",
            {.op = "Gemm",
                .from = {2, 4},
                .to = {2, 4},
                .constants = {{4, 4}, {4}},
                .with = [](auto& node) { setReal(node, "alpha", 0.5F); }},
            false, true);
        row("divided by a constant", {.op = "Div", .constants = {{4, 1, 1}}}, true, true);
        row("a constant divided", {.op = "Div", .constants = {{4, 1, 1}}, .constantFirst = true}, false,
            true);
        row("a sum of unlike shapes", {.op = "Sum", .constants = {{4, 1, 1}}}, false, false);
        row("a sum of like shapes", {.op = "Sum", .constants = {{2, 4, 6, 5}}}, true, true);
        row("joined along the channels",
            {.op = "Concat", .constants = {{2, 4, 6, 5}}, .with = [](auto& node) { set(node, "axis", 1); }},
            true, true);
        row("constants joined along the batch",
            {.op = "Concat", .constants = {{2, 4, 6, 5}}, .with = [](auto& node) { set(node, "axis", 0); }},
            false, false);
        row("a slope for each channel", {.op = "PRelu", .constants = {{4, 1, 1}}}, true, true);
        row("a slope for each row", {.op = "PRelu", .constants = {{6, 1}}}, false, false);
        row("twice as large",
            {.op = "Upsample", .opset = 9, .to = {2, 4, 12, 10}, .constants = {{4}}, .values = {1, 1, 2, 2}},
            true, true);
        row("half as large again",
            {.op = "Upsample",
                .opset = 9,
                .to = {2, 4, 9, 7},
                .constants = {{4}},
                .values = {1, 1, 1.5, 1.5}},
            false, false);
        row("repeated", {.op = "Tile"}, false, false);
        const std::vector<std::int64_t> square{2, 4, 6, 4}; // as many columns as channels
        row("a factor for each channel",
            {.op = "Mul", .from = square, .to = square, .constants = {{4, 1, 1}}}, true, true);
        row("a factor for each column", {.op = "Mul", .from = square, .to = square, .constants = {{4}}},
            false, true);
        row("a factor for each row", {.op = "Mul", .constants = {{6, 1}}}, false, true);
        row("a summand for each column", {.op = "Add", .from = square, .to = square, .constants = {{4}}},
            true, true);
        row("a summand for each column, of four axes",
            {.op = "Add", .from = square, .to = square, .constants = {{1, 1, 1, 4}}}, false, true);
        row("a summand for each value", {.op = "Add", .constants = {{4, 6, 5}}}, true, true);
        row("one factor", {.op = "Mul", .constants = {{}}}, true, true);
        const auto broadcast = [](std::optional<std::int64_t> axis) {
            return OneOperator{.op = "Add", .opset = 6, .constants = {{4}}, .with = [axis](auto& node) {
                                   set(node, "broadcast", 1);
                                   if (axis) {
                                       set(node, "axis", *axis);
                                   }
                               }};
        };
        row("broadcast along the channels, as before", broadcast(1), true, true);
        row("broadcast along the columns, as before", broadcast(std::nullopt), false, false);
        row("a product with weights", {.op = "MatMul", .to = {2, 4, 6, 3}, .constants = {{5, 3}}}, true,
            true);
        row("a product of two tensors",
            {.op = "MatMul",
                .from = {2, 4, 5, 5},
                .to = {2, 4, 5, 5},
                .with = [](auto& node) { node.add_input("x"); }},
            false, true);
        row("a shape in part",
            {.op = "Shape", .opset = 15, .to = {1}, .with = [](auto& node) { set(node, "end", 1); }}, false,
            true);
        row("axes from the end",
            {.op = "Squeeze",
                .opset = 11,
                .from = {2, 4, 1, 1},
                .to = {2, 4, 1},
                .with = [](auto& node) { setList(node, "axes", {-1}); }},
            false, true);
        row("a later activation", {.op = "Swish", .opset = 24}, false, false);
        row("averages of the batch, as before",
            {.op = "BatchNormalization", .opset = 9, .with = [](auto& node) { node.add_output("mean"); }},
            false, false);
        row("normalised as in training by default", {.op = "BatchNormalization", .opset = 6}, false, false);
        row("normalised as in tests",
            {.op = "BatchNormalization", .opset = 6, .with = [](auto& node) { set(node, "is_test", 1); }},
            true, true);
        row("nothing of all that", {.op = "Relu"}, true, true);
    }
    void opencv()
    {
        QFETCH(OneOperator, use);
        QFETCH(bool, byOld);
        QFETCH(bool, byNew);
        const std::string old = faultOf(use, "opencv", kOld), now = faultOf(use, "opencv", kNew);
        QVERIFY2(old.empty() == byOld, old.c_str());
        QVERIFY2(now.empty() == byNew, now.c_str());
        if (!byOld) {
            QVERIFY2(
                old.starts_with("engine opencv computes its operator " + use.op + " wrongly"), old.c_str());
        }
    }

    void theOthers_data()
    {
        QTest::addColumn<OneOperator>("use");
        QTest::addColumn<bool>("byOpenvino");
        QTest::addColumn<bool>("byOnnxruntime");
        const OneOperator wholeBias{.op = "LRN", .with = [](auto& node) { setReal(node, "bias", 2); }};
        const OneOperator bias{.op = "LRN", .with = [](auto& node) { setReal(node, "bias", 1.5F); }};
        QTest::newRow("a whole bias") << wholeBias << true << true;
        QTest::newRow("a bias") << bias << false << true;
        const OneOperator antialias{
            .op = "Resize", .opset = 18, .with = [](auto& node) { set(node, "antialias", 1); }};
        QTest::newRow("antialias") << antialias << false << true;
        const OneOperator counted{.op = "AveragePool", .opset = 12, .with = [](auto& node) {
                                      setList(node, "strides", {2, 2});
                                      set(node, "ceil_mode", 1);
                                      set(node, "count_include_pad", 1);
                                  }};
        const OneOperator training{.op = "BatchNormalization", .opset = 14, .with = [](auto& node) {
                                       set(node, "training_mode", 1);
                                   }};
        QTest::newRow("as in training") << training << false << false;
        const OneOperator even{.op = "LRN", .with = [](auto& node) { set(node, "size", 2); }};
        QTest::newRow("an even size") << even << false << true;
        QTest::newRow("of which no two think alike") << counted << false << false;
    }
    void theOthers()
    {
        QFETCH(OneOperator, use);
        QFETCH(bool, byOpenvino);
        QFETCH(bool, byOnnxruntime);
        QCOMPARE(faultOf(use, "openvino", "2026.4.1").empty(), byOpenvino);
        QCOMPARE(faultOf(use, "onnxruntime", "1.21.0").empty(), byOnnxruntime);
        QVERIFY(faultOf(use, "null", "1").empty());
    }

    void theEngineThatCanIsNamed()
    {
        const OneOperator one{.op = "LRN", .with = [](auto& node) { setReal(node, "bias", 1.5F); }};
        QCOMPARE(faultOf(one, "openvino", "2026.4.1"),
            std::string("engine openvino computes its operator LRN wrongly (a bias that is no whole number); "
                        "engines that compute it: onnxruntime, opencv"));
    }

    void branchesAreLookedInto()
    {
        onnx::ModelProto model = graphOf({.op = "If"});
        onnx::AttributeProto& branch = *model.mutable_graph()->mutable_node(0)->add_attribute();
        branch.set_name("then_branch");
        branch.set_type(onnx::AttributeProto::GRAPH);
        *branch.mutable_g()->add_node()
            = graphOf({.op = "LRN", .with = [](auto& node) { setReal(node, "bias", 1.5F); }}).graph().node(0);
        QVERIFY(!faultOfOperators(faultsOf(model), "openvino", "2026.4.1").empty());
    }

    // Its third input says so, where it is no constant or a true one.
    void dropoutThatDoesNotTrain()
    {
        onnx::ModelProto model = graphOf({.op = "Dropout", .constants = {{}}});
        onnx::TensorProto& trains = *model.mutable_graph()->add_initializer();
        trains.set_name("trains");
        trains.set_data_type(onnx::TensorProto::BOOL);
        trains.add_int32_data(0);
        model.mutable_graph()->mutable_node(0)->add_input("trains");
        QVERIFY(faultOfOperators(faultsOf(model), "onnxruntime", "1.21.0").empty());
        trains.set_int32_data(0, 1);
        QVERIFY(!faultOfOperators(faultsOf(model), "onnxruntime", "1.21.0").empty());
    }

    // A namesake of another set of operators is not ONNX's own.
    void othersOperatorsAreTheirOwn()
    {
        const OneOperator one{.op = "Tile", .with = [](auto& node) { node.set_domain("com.example"); }};
        QVERIFY(faultOf(one, "opencv", kOld).empty());
    }

    void bundledModelsRunEverywhere()
    {
        for (const char* name : {"resnet20", "resnet8", "cnn"}) {
            QFile file(test::sourcePath(QStringLiteral("models/%1.onnx").arg(QLatin1String(name))));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const std::span onnx(
                reinterpret_cast<const std::uint8_t*>(bytes.data()), static_cast<std::size_t>(bytes.size()));
            const std::vector<OperatorFault> faults = faultsOf(parsedOnnx(onnx));
            for (const char* engine : {"opencv", "openvino", "onnxruntime"}) {
                QCOMPARE(faultOfOperators(faults, engine, "1").english(), std::string());
            }
        }
    }

    void theEngineIsNotEvenAsked()
    {
        const std::vector<OperatorFault> faults = faultsOf(graphOf({.op = "Tile"}));
        ModelToCompile source;
        source.operatorFaults = faults;
        source.name = "tiles";
        Credulous engine;
        const engines::CompileResult refused = compileModel(engine, source, {});
        QVERIFY(!engine.asked);
        QCOMPARE(refused.error.english(),
            std::string("model tiles: engine opencv computes its operator Tile wrongly; engines that compute "
                        "it: openvino, onnxruntime"));
        source.operatorFaults = {};
        QCOMPARE(compileModel(engine, source, {}).error.english(), std::string("was asked"));
    }
};

QTEST_APPLESS_MAIN(TestOperatorRules)
#include "tst_operator_rules.moc"
