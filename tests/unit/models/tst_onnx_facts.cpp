// What is read from an ONNX graph, and which graphs are refused.
#include "models/onnx_facts.h"
#include "models/onnx_reading.h"

#include "test_paths.h"

#include <QFile>
#include <QtTest>

#include <algorithm>
#include <cstring>
#include <functional>
#include <limits>
#include <stdexcept>

using namespace iotbench;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes bundled(const QString& name)
{
    QFile file(test::sourcePath(QStringLiteral("models/")) + name);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return {bytes.begin(), bytes.end()};
}

onnx::TensorShapeProto& inputShape(onnx::ModelProto& model)
{
    return *model.mutable_graph()->mutable_input(0)->mutable_type()->mutable_tensor_type()->mutable_shape();
}

} // namespace

class TestOnnxFacts : public QObject {
    Q_OBJECT

private slots:
    void bundledModels_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<qulonglong>("parameters");
        QTest::addColumn<qulonglong>("macs");
        QTest::addColumn<int>("opset");
        QTest::newRow("resnet20") << "resnet20.onnx" << 271'690ULL << 40'813'184ULL << 12;
        QTest::newRow("resnet8") << "resnet8.onnx" << 77'706ULL << 12'501'632ULL << 12;
        // Weights that the graph dequantises first.
        QTest::newRow("resnet20-int8") << "resnet20-int8.onnx" << 273'342ULL << 40'813'184ULL << 13;
        QTest::newRow("cnn") << "cnn.onnx" << 1'250'858ULL << 20'741'120ULL << 12;
    }
    void bundledModels()
    {
        QFETCH(QString, file);
        QFETCH(qulonglong, parameters);
        QFETCH(qulonglong, macs);
        QFETCH(int, opset);
        const Result<GraphFacts> facts = readOnnxFacts(parsedOnnx(bundled(file)));
        QVERIFY2(facts, facts.error().english().c_str());
        QCOMPARE(facts->scores, ScoreKind::Probabilities);
        QVERIFY((facts->input == ImageShape{32, 32, 3}));
        QVERIFY(facts->classes == std::size_t{10});
        QCOMPARE(facts->opset, std::int64_t{opset});
        QCOMPARE(facts->parameters, parameters);
        QCOMPARE(facts->macs.value_or(0), macs);
    }

    void modelsOfOtherImages()
    {
        onnx::ModelProto model = parsedOnnx(bundled("resnet8.onnx"));
        inputShape(model).mutable_dim(1)->set_dim_value(1);
        inputShape(model).mutable_dim(2)->set_dim_value(28);
        inputShape(model).mutable_dim(3)->set_dim_value(20);
        auto& output = *model.mutable_graph()->mutable_output(0)->mutable_type()->mutable_tensor_type();
        output.mutable_shape()->mutable_dim(1)->set_dim_value(100);
        const Result<GraphFacts> grey = readOnnxFacts(model);
        QVERIFY2(grey, grey.error().english().c_str());
        QVERIFY((grey->input == ImageShape{.width = 20, .height = 28, .channels = 1}));
        QVERIFY(grey->classes == std::size_t{100});
        output.clear_shape();
        const Result<GraphFacts> open = readOnnxFacts(model);
        QVERIFY2(open, open.error().english().c_str());
        QVERIFY(!open->classes);
    }

    void withoutItsSoftmaxAModelGivesLogits()
    {
        onnx::ModelProto model = parsedOnnx(bundled("resnet8.onnx"));
        auto& graph = *model.mutable_graph();
        const onnx::NodeProto& softmax = graph.node(graph.node_size() - 1);
        QCOMPARE(softmax.op_type(), std::string("Softmax"));
        graph.mutable_output(0)->set_name(softmax.input(0));
        graph.mutable_node()->RemoveLast();
        const Result<GraphFacts> facts = readOnnxFacts(model);
        QVERIFY2(facts, facts.error().english().c_str());
        QCOMPARE(facts->scores, ScoreKind::Logits);
    }

    void operatorsThatOnlyReshapeAreLookedThrough()
    {
        onnx::ModelProto model = parsedOnnx(bundled("resnet8.onnx"));
        auto& graph = *model.mutable_graph();
        const std::string probabilities = graph.output(0).name();
        const auto add = [&graph](const char* operatorName, const std::string& from, const char* to) {
            onnx::NodeProto& node = *graph.add_node();
            node.set_op_type(operatorName);
            node.add_input(from);
            node.add_output(to);
        };
        add("Identity", probabilities, "scores");
        add("Relu", probabilities, "aside"); // after the end, and of no account
        graph.mutable_output(0)->set_name("scores");
        const Result<GraphFacts> facts = readOnnxFacts(model);
        QVERIFY2(facts, facts.error().english().c_str());
        QCOMPARE(facts->scores, ScoreKind::Probabilities);
    }

    // Only the count is lost: what to make of such a model is for the engine to say.
    void convolutionWithoutWeightsLeavesMultiplyAddsOpen()
    {
        onnx::ModelProto model = parsedOnnx(bundled("resnet8.onnx"));
        for (onnx::NodeProto& node : *model.mutable_graph()->mutable_node()) {
            if (node.op_type() == "Conv") {
                node.mutable_input()->DeleteSubrange(1, node.input_size() - 1);
                break;
            }
        }
        const Result<GraphFacts> facts = readOnnxFacts(model);
        QVERIFY2(facts, facts.error().english().c_str());
        QVERIFY(!facts->macs);
    }

    void anUnknownOperatorLeavesMultiplyAddsOpen()
    {
        onnx::ModelProto model = parsedOnnx(bundled("resnet8.onnx"));
        model.mutable_graph()->mutable_node(1)->set_op_type("Squiggle"); // nobody knows its shape
        const Result<GraphFacts> facts = readOnnxFacts(model);
        QVERIFY2(facts, facts.error().english().c_str());
        QVERIFY(!facts->macs);
    }

    void refuses_data()
    {
        using Change = std::function<void(onnx::ModelProto&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const Change& change, const char* reason) {
            QTest::newRow(name) << change << reason;
        };
        row(
            "too large",
            [](onnx::ModelProto& model) {
                inputShape(model).mutable_dim(2)->set_dim_value(5'000);
                inputShape(model).mutable_dim(3)->set_dim_value(224);
            },
            "its input is N×3×5000×224; images are N×C×H×W, of 1 to 16 channels and sides of 1 to 4096 "
            "pixels");
        row(
            "no size",
            [](onnx::ModelProto& model) { inputShape(model).mutable_dim(2)->set_dim_param("height"); },
            "its input is N×3×height×32; images are N×C×H×W, of 1 to 16 channels and sides of 1 to 4096 "
            "pixels");
        row(
            "no shape", [](onnx::ModelProto& model) { inputShape(model).clear_dim(); },
            "its input is of no stated shape; images are N×C×H×W, of 1 to 16 channels and sides of 1 to 4096 "
            "pixels");
        row(
            "bytes",
            [](onnx::ModelProto& model) {
                model.mutable_graph()->mutable_input(0)->mutable_type()->mutable_tensor_type()->set_elem_type(
                    onnx::TensorProto::UINT8);
            },
            "its input is not float32");
        row(
            "two inputs",
            [](onnx::ModelProto& model) {
                *model.mutable_graph()->add_input() = model.graph().input(0);
                model.mutable_graph()->mutable_input(1)->set_name("mask");
            },
            "it has 2 inputs; a classifier of images has one");
        row(
            "two outputs",
            [](onnx::ModelProto& model) { *model.mutable_graph()->add_output() = model.graph().output(0); },
            "it has 2 outputs; a classifier has one");
        row(
            "a thousand classes",
            [](onnx::ModelProto& model) {
                model.mutable_graph()
                    ->mutable_output(0)
                    ->mutable_type()
                    ->mutable_tensor_type()
                    ->mutable_shape()
                    ->mutable_dim(1)
                    ->set_dim_value(1000);
            },
            "its output is N×1000; a classifier gives one score for each of 2 to 256 classes");
        row(
            "no weights", [](onnx::ModelProto& model) { model.mutable_graph()->clear_initializer(); },
            "it is incomplete: Conv takes \"");
        row(
            "no end", [](onnx::ModelProto& model) { model.mutable_graph()->mutable_node()->RemoveLast(); },
            "it is incomplete: nothing provides its output \"probabilities\"");
        row(
            "one name twice",
            [](onnx::ModelProto& model) {
                onnx::NodeProto& node = *model.mutable_graph()->add_node();
                node.set_op_type("Relu");
                node.add_input(model.graph().node(0).output(0));
                node.add_output(model.graph().output(0).name());
            },
            "it gives the name \"probabilities\" to two tensors");
        row(
            "weights elsewhere",
            [](onnx::ModelProto& model) {
                model.mutable_graph()->mutable_initializer(0)->set_data_location(onnx::TensorProto::EXTERNAL);
            },
            "it keeps its weights in another file; export it as one file");
        const auto kernel = [](onnx::ModelProto& model) -> onnx::TensorProto& {
            for (onnx::TensorProto& tensor : *model.mutable_graph()->mutable_initializer()) {
                if (tensor.dims_size() == 4) {
                    tensor.set_name("the kernel"); // whose node then misses it: judged after its values
                    return tensor;
                }
            }
            throw std::runtime_error("no kernel");
        };
        const auto put = [kernel](float value) {
            return [kernel, value](onnx::ModelProto& model) {
                std::memcpy(kernel(model).mutable_raw_data()->data() + 40, &value, sizeof value);
            };
        };
        row("one NaN in a kernel", put(std::numeric_limits<float>::quiet_NaN()),
            "its tensor \"the kernel\" holds a value that is infinite or not a number");
        row("infinite", put(-std::numeric_limits<float>::infinity()),
            "its tensor \"the kernel\" holds a value that is infinite or not a number");
        row(
            "NaN in a half, not raw",
            [kernel](onnx::ModelProto& model) {
                onnx::TensorProto& tensor = kernel(model);
                tensor.clear_raw_data();
                tensor.clear_dims();
                tensor.add_dims(2);
                tensor.set_data_type(onnx::TensorProto::FLOAT16);
                tensor.add_int32_data(0x3C00);
                tensor.add_int32_data(0x7E00);
            },
            "its tensor \"the kernel\" holds a value that is infinite or not a number");
        const char* const sizes = "its tensor \"the kernel\" does not hold as many values as it says";
        row(
            "more values than it has",
            [kernel](onnx::ModelProto& model) { kernel(model).set_dims(0, 1'000'000); }, sizes);
        row(
            "fewer values than it has", [kernel](onnx::ModelProto& model) { kernel(model).set_dims(0, 1); },
            sizes);
        row(
            "a size below zero", [kernel](onnx::ModelProto& model) { kernel(model).set_dims(0, -16); },
            sizes);
        row(
            "sizes whose product runs over",
            [kernel](onnx::ModelProto& model) {
                for (int i = 0; i < 4; ++i) {
                    kernel(model).set_dims(i, std::int64_t{1} << 33);
                }
            },
            sizes);
        row(
            "classes before the batch",
            [](onnx::ModelProto& model) {
                auto& shape = *model.mutable_graph()
                                   ->mutable_output(0)
                                   ->mutable_type()
                                   ->mutable_tensor_type()
                                   ->mutable_shape();
                shape.mutable_dim(0)->set_dim_value(10);
                shape.mutable_dim(1)->set_dim_param("N");
            },
            "its output \"probabilities\" begins with 10 values where the batch must be");
        row(
            "part of a value",
            [kernel](onnx::ModelProto& model) { kernel(model).mutable_raw_data()->append(1, ' '); }, sizes);
        const auto convolution = [](onnx::ModelProto& model) -> onnx::NodeProto& {
            return *std::ranges::find_if(*model.mutable_graph()->mutable_node(),
                [](const onnx::NodeProto& node) { return node.op_type() == "Conv"; });
        };
        row(
            "steps of zero",
            [convolution](onnx::ModelProto& model) {
                for (onnx::AttributeProto& attribute : *convolution(model).mutable_attribute()) {
                    if (attribute.name() == "strides") {
                        attribute.set_ints(0, 0);
                    }
                }
            },
            "its operator Conv has \"strides\" of an impossible size");
        row(
            "a node's tensor elsewhere, within a graph",
            [convolution](onnx::ModelProto& model) {
                onnx::AttributeProto& branch = *convolution(model).add_attribute();
                branch.set_type(onnx::AttributeProto::GRAPH);
                onnx::AttributeProto& value = *branch.mutable_g()->add_node()->add_attribute();
                value.set_type(onnx::AttributeProto::TENSOR);
                onnx::StringStringEntryProto& place = *value.mutable_t()->add_external_data();
                place.set_key("location");
                place.set_value("/etc/passwd");
            },
            "it keeps its weights in another file; export it as one file");
        row(
            "graphs within graphs",
            [convolution](onnx::ModelProto& model) {
                onnx::NodeProto* node = &convolution(model);
                for (int i = 0; i < 20; ++i) {
                    node = node->add_attribute()->mutable_g()->add_node();
                }
            },
            "its graphs are nested more than 16 deep");
        row(
            "random values",
            [convolution](onnx::ModelProto& model) { convolution(model).set_op_type("Bernoulli"); },
            "its operator Bernoulli gives other values every time: export it for inference");
        row(
            "functions of its own",
            [](onnx::ModelProto& model) {
                onnx::FunctionProto& function = *model.add_functions();
                function.set_name("endless");
                function.set_domain("own");
                onnx::NodeProto& node = *function.add_node();
                node.set_op_type("endless");
                node.set_domain("own");
            },
            "it has functions of its own, \"endless\" among them");
        row(
            "operators without end",
            [](onnx::ModelProto& model) {
                for (int i = 0; i < 5000; ++i) {
                    model.mutable_graph()->add_node()->set_op_type("Relu");
                }
            },
            "it has 50");
        row(
            "a graph that is repeated",
            [](onnx::ModelProto& model) { model.mutable_graph()->add_node()->set_op_type("Loop"); },
            "its operator Loop repeats a graph within its graph");
        row(
            "an attribute twice",
            [convolution](onnx::ModelProto& model) {
                onnx::NodeProto& node = convolution(model);
                onnx::AttributeProto attribute = node.attribute(0);
                *node.add_attribute() = std::move(attribute);
            },
            "its operator Conv has \"");
        row(
            "tensors for which there is no memory",
            [](onnx::ModelProto& model) {
                onnx::TensorProto& shape = *model.mutable_graph()->add_initializer();
                shape.set_name("shape");
                shape.set_data_type(onnx::TensorProto::INT64);
                shape.add_dims(2);
                shape.add_int64_data(60'000);
                shape.add_int64_data(100'000);
                onnx::NodeProto& node = *model.mutable_graph()->add_node();
                node.set_op_type("ConstantOfShape");
                node.add_input("shape");
                node.add_output("vast");
            },
            "its tensors have over 1073741824 values for one image, \"vast\" among them");
        row(
            "nothing", [](onnx::ModelProto& model) { model.Clear(); },
            "it is not an ONNX model, or not a whole one");
    }
    void refuses()
    {
        QFETCH(std::function<void(onnx::ModelProto&)>, change);
        QFETCH(QString, reason);
        onnx::ModelProto model = parsedOnnx(bundled("resnet8.onnx"));
        change(model);
        const Result<GraphFacts> facts = readOnnxFacts(model);
        QVERIFY(!facts);
        QVERIFY2(QString::fromStdString(facts.error().english()).startsWith(reason),
            facts.error().english().c_str());
    }

    void anInfiniteBoundIsNoWeight()
    {
        onnx::ModelProto model = parsedOnnx(bundled("resnet8.onnx"));
        onnx::TensorProto& bound = *model.mutable_graph()->add_initializer();
        bound.set_name("most");
        bound.set_data_type(onnx::TensorProto::FLOAT);
        bound.add_float_data(std::numeric_limits<float>::infinity());
        const Result<GraphFacts> facts = readOnnxFacts(model);
        QVERIFY2(facts, facts.error().english().c_str());
    }

    void truncatedFiles()
    {
        const Bytes whole = bundled("resnet8.onnx");
        QVERIFY(readOnnxFacts(parsedOnnx(whole)));
        for (std::size_t length = 0; length < whole.size(); length += 1'009) {
            QVERIFY2(!readOnnxFacts(parsedOnnx(std::span(whole).first(length))),
                qPrintable(QString::number(length)));
        }
    }
};

QTEST_APPLESS_MAIN(TestOnnxFacts)
#include "tst_onnx_facts.moc"
