// What the module onnxruntime has beyond the other engines': operator sets, fixed batches, its
// devices, and that its library says nothing on the terminal. Skipped where it was not built.
#include "module_fixture.h"
#include "noise.h"

#include <onnx/onnx_pb.h>

#include <QDirIterator>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <cstdint>
#include <unistd.h>

using namespace iotbench;
using namespace iotbench::engines;
using iotbench::test::EngineModules;
using iotbench::test::noise;

namespace {

// A model that takes each image's first ten values for scores.
struct FirstTenValues {
    std::int64_t opset = 12;
    int type = onnx::TensorProto::FLOAT;
    std::int64_t batch = 0; // 0: any
    std::vector<std::string> after = {}; // operators of one input behind it
};

void describe(onnx::ValueInfoProto& value, const char* name, int type)
{
    value.set_name(name);
    value.mutable_type()->mutable_tensor_type()->set_elem_type(type);
}

void addSlice(onnx::GraphProto& graph, std::int64_t opset)
{
    onnx::NodeProto& node = *graph.add_node();
    node.set_op_type("Slice");
    node.add_input("flat");
    const std::array<std::pair<const char*, std::int64_t>, 3> limits{
        {{"starts", 0}, {"ends", 10}, {"axes", 1}}};
    for (const auto& limit : limits) {
        if (opset < 10) { // attributes of the node
            onnx::AttributeProto& attribute = *node.add_attribute();
            attribute.set_name(limit.first);
            attribute.set_type(onnx::AttributeProto::INTS);
            attribute.add_ints(limit.second);
        } else {
            onnx::TensorProto& tensor = *graph.add_initializer();
            tensor.set_name(limit.first);
            tensor.set_data_type(onnx::TensorProto::INT64);
            tensor.add_dims(1);
            tensor.add_int64_data(limit.second);
            node.add_input(limit.first);
        }
    }
    node.add_output("first");
}

std::string onnxOf(const FirstTenValues& wanted)
{
    onnx::ModelProto model;
    model.set_ir_version(7);
    model.add_opset_import()->set_version(wanted.opset);
    onnx::GraphProto& graph = *model.mutable_graph();
    graph.set_name("first ten values");
    describe(*graph.add_input(), "images", wanted.type);
    auto& shape = *graph.mutable_input(0)->mutable_type()->mutable_tensor_type()->mutable_shape();
    if (wanted.batch > 0) {
        shape.add_dim()->set_dim_value(wanted.batch);
    } else {
        shape.add_dim()->set_dim_param("batch");
    }
    for (const int size : {3, 32, 32}) {
        shape.add_dim()->set_dim_value(size);
    }
    onnx::NodeProto& flatten = *graph.add_node();
    flatten.set_op_type("Flatten");
    flatten.add_input("images");
    flatten.add_output("flat");
    addSlice(graph, wanted.opset);
    std::string last = "first";
    for (const std::string& operation : wanted.after) {
        onnx::NodeProto& node = *graph.add_node();
        node.set_op_type(operation);
        node.add_input(last);
        last += "+";
        node.add_output(last);
    }
    describe(*graph.add_output(), last.c_str(), wanted.type);
    return model.SerializeAsString();
}

ModelSource sourceOf(const std::string& onnx)
{
    ModelSource source;
    source.name = "first ten";
    source.channels = 3;
    source.height = source.width = 32;
    source.classes = 10;
    source.bytes = {reinterpret_cast<const std::uint8_t*>(onnx.data()), onnx.size()};
    return source;
}

} // namespace

class TestOnnxruntime : public QObject {
    Q_OBJECT

private:
    // Where the library would keep what it tells its makers.
    struct Home {
        QTemporaryDir folder;
        Home()
        {
            qputenv("HOME", QFile::encodeName(folder.path()));
            qunsetenv("XDG_CACHE_HOME");
        }
    };
    const Home m_home{};
    const EngineModules m_modules{};
    Engine* m_engine = nullptr;

    // Whether each of `batch` images of noise gets its own first ten values, as `rounded` has them.
    void checkFirstTen(CompiledModel& model, std::size_t batch) const
    {
        const SessionResult made = model.createSession(batch);
        QVERIFY2(made.session != nullptr, made.error.english().c_str());
        const std::vector<float> images = noise(batch);
        std::copy(images.begin(), images.end(), made.session->input());
        const float* const scores = made.session->infer();
        QVERIFY2(scores != nullptr, made.session->error().english().c_str());
        for (std::size_t i = 0; i < batch; ++i) {
            for (std::size_t c = 0; c < 10; ++c) {
                QCOMPARE(scores[i * 10 + c], images[i * 3072 + c]);
            }
        }
    }

private slots:
    void init()
    {
        const Result<Engine*> found = m_modules.registry().find("onnxruntime");
        if (!found) {
            QSKIP(qPrintable(test::howToTestIt("onnxruntime", found.error())));
        }
        m_engine = *found;
    }

    void everyOperatorSet_data()
    {
        QTest::addColumn<int>("opset");
        for (const int opset : {7, 9, 10, 12, 13, 17, 21}) {
            QTest::addRow("%d", opset) << opset;
        }
    }
    void everyOperatorSet()
    {
        QFETCH(int, opset);
        const std::string onnx = onnxOf({.opset = opset});
        const CompileResult compiled = m_engine->compile(sourceOf(onnx), {});
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        checkFirstTen(*compiled.model, 3);
    }

    void aFixedBatchRunsSeveralTimes()
    {
        const std::string onnx = onnxOf({.batch = 2});
        const CompileResult compiled = m_engine->compile(sourceOf(onnx), {});
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        for (const std::size_t batch : {2, 6}) {
            checkFirstTen(*compiled.model, batch);
        }
        QCOMPARE(compiled.model->createSession(3).error.english(),
            std::string("the model takes 2 images at once: the batch size (--batch-size) must be a multiple "
                        "of 2, not 3"));
    }

    void itRefuses_data()
    {
        QTest::addColumn<QString>("operators"); // behind the first ten values
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("reason");
        QTest::newRow("bytes at both ends") << "" << int(onnx::TensorProto::UINT8)
                                            << "model first ten takes or gives other values than float32";
        QTest::newRow("scores by class")
            << "Transpose" << int(onnx::TensorProto::FLOAT)
            << "model first ten does not run: the model's output is not 1 times 10 scores";
        QTest::newRow("no such operator")
            << "Conjure" << int(onnx::TensorProto::FLOAT) << "model first ten cannot be read: ONNX Runtime: ";
    }
    void itRefuses()
    {
        QFETCH(QString, operators);
        QFETCH(int, type);
        QFETCH(QString, reason);
        FirstTenValues model;
        model.type = type;
        if (!operators.isEmpty()) {
            model.after.push_back(operators.toStdString());
        }
        const std::string onnx = onnxOf(model);
        const CompileResult compiled = m_engine->compile(sourceOf(onnx), {});
        QVERIFY(compiled.model == nullptr);
        const QString words = QString::fromStdString(compiled.error.english());
        QVERIFY2(words.startsWith(reason), qPrintable(words));
        QVERIFY2(!words.contains('\n') && !words.contains(".cc:"), qPrintable(words));
        QVERIFY2(words.contains("Conjure") == (operators == "Conjure"), qPrintable(words));
    }

    void everyDeviceRunsOrSaysWhyNot()
    {
        const std::string onnx = onnxOf({});
        for (const std::string& device : m_engine->devices()) {
            const CompileResult compiled = m_engine->compile(sourceOf(onnx), {.device = device});
            QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
            QVERIFY(compiled.model->description().starts_with("fp32, " + device));
        }
        for (const UnusableDevice& device : m_engine->unusableDevices()) {
            QCOMPARE(m_engine->compile(sourceOf(onnx), {.device = device.name}).error.english(),
                "device " + device.name + " cannot be used: " + device.reason.english());
        }
        // Microsoft's own builds have this provider, Debian's has not.
        const std::string words = m_engine->compile(sourceOf(onnx), {.device = "Azure"}).error.english();
        QVERIFY2(words
                    == "device Azure cannot be used: it sends images to a server elsewhere, and iotbench "
                       "measures "
                       "this machine"
                || words.starts_with("engine onnxruntime has no device \"Azure\" here, only CPU"),
            words.c_str());
    }

    void othersThanFp32AndInt8AreRefused()
    {
        const std::string onnx = onnxOf({});
        QCOMPARE(m_engine->compile(sourceOf(onnx), {Precision::Bf16}).error.english(),
            std::string("engine onnxruntime computes in fp32 and int8 only"));
        ModelSource other = sourceOf(onnx);
        other.format = ModelFormat::OpenVinoIr;
        QCOMPARE(m_engine->compile(other, {}).error.english(),
            std::string("engine onnxruntime reads ONNX models only"));
    }

    // After all that the other tests did.
    void cleanupTestCase()
    {
        QDirIterator kept(m_home.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        QVERIFY2(!kept.hasNext(), qPrintable(kept.next()));
    }

    void theLibrarySaysNothingOnTheTerminal()
    {
        QTemporaryFile said;
        QVERIFY(said.open());
        const int before = dup(STDERR_FILENO);
        QVERIFY(before >= 0);
        dup2(said.handle(), STDERR_FILENO);
        const std::string unknown = onnxOf({.after = {"Conjure"}});
        const bool refused = m_engine->compile(sourceOf(unknown), {}).model == nullptr;
        const std::string newer = onnxOf({.opset = 999});
        static_cast<void>(m_engine->compile(sourceOf(newer), {}));
        const CompileResult compiled = m_modules.compile(*m_engine, "resnet8");
        dup2(before, STDERR_FILENO);
        close(before);
        QVERIFY(refused);
        QVERIFY(compiled.model != nullptr);
        said.seek(0);
        QCOMPARE(said.readAll(), QByteArray());
    }
};

QTEST_APPLESS_MAIN(TestOnnxruntime)
#include "tst_onnxruntime.moc"
