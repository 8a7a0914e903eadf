// Keras files as files: the ways that versions of Keras write strings, and files that are damaged or of
// another kind.
#include "hdf5_writer.h"

#include "models/keras/keras_import.h"

#include "test_paths.h"

#include <onnx/checker.h>
#include <onnx/onnx_pb.h>

#include <QFile>

#include <array>
#include <limits>

using namespace iotbench;
using namespace iotbench::test;

namespace {

using Bytes = std::vector<std::uint8_t>;

const std::string kDenseModel = R"({"class_name": "Sequential", "config": {"name": "model", "layers": [
    {"class_name": "Flatten", "config": {"name": "flat", "batch_input_shape": [null, 1, 1, 2]}},
    {"class_name": "Dense", "config": {"name": "dense", "units": 3, "use_bias": true, "activation": "linear"}}]}})";

const std::vector<Hdf5Writer::Weight> kDenseWeights
    = {{"kernel", {2, 3}, {1, 2, 3, 4, 5, 6}}, {"bias", {3}, {7, 8, 9}}};

// Two layers within a model within the model: the group "inner" holds the weights of both.
std::string nestedModel(bool firstTrainable)
{
    return R"({"class_name": "Sequential", "config": {"name": "model", "layers": [
        {"class_name": "InputLayer", "config": {"name": "image", "batch_input_shape": [null, 1, 1, 2]}},
        {"class_name": "Sequential", "config": {"name": "inner", "layers": [
            {"class_name": "Dense", "config": {"name": "stem/a", "units": 2, "use_bias": false, "trainable": )"
        + std::string(firstTrainable ? "true" : "false")
        + R"(}}, {"class_name": "Dense", "config": {"name": "b", "units": 2, "use_bias": false}}]}}]}})";
}

// What the layers' kernels begin with, or the reason why there are none.
std::string kernels(const Result<Bytes>& onnx)
{
    if (!onnx) {
        return onnx.error().english();
    }
    onnx::ModelProto model;
    model.ParseFromArray(onnx->data(), static_cast<int>(onnx->size()));
    std::string values;
    for (const auto& tensor : model.graph().initializer()) {
        values
            += std::to_string(static_cast<int>(reinterpret_cast<const float*>(tensor.raw_data().data())[0]));
    }
    return values;
}

void writeDenseModel(Hdf5Writer& file)
{
    file.group("/model_weights");
    file.text("/", "model_config", kDenseModel);
    file.texts("/model_weights", "layer_names", {"flat", "dense"});
    file.layer("dense", kDenseWeights);
}

Bytes readAll(const QString& path)
{
    QFile file(path);
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return {bytes.begin(), bytes.end()};
}

} // namespace

class TestKerasImport : public QObject {
    Q_OBJECT

private slots:
    void stringsOfEitherKind_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("fixed length") << int(StringKind::Fixed);
        QTest::newRow("variable length") << int(StringKind::Variable);
    }
    void stringsOfEitherKind()
    {
        QFETCH(int, kind);
        Hdf5Writer file(static_cast<StringKind>(kind));
        writeDenseModel(file);
        const Result<Bytes> bytes = keras::importKerasHdf5(file.bytes());
        QVERIFY2(bytes, bytes.error().english().c_str());
        onnx::ModelProto model;
        QVERIFY(model.ParseFromArray(bytes->data(), static_cast<int>(bytes->size())));
        QCOMPARE(model.graph().initializer(0).dims(0), std::int64_t{3}); // outputs first
        QCOMPARE(model.graph().initializer(0).dims(1), std::int64_t{2});
        const auto* kernel = reinterpret_cast<const float*>(model.graph().initializer(0).raw_data().data());
        QCOMPARE(std::vector<float>(kernel, kernel + 6), (std::vector<float>{1, 4, 2, 5, 3, 6}));
    }

    // Keras cuts lists of names over 64 kB into weight_names0, weight_names1, ….
    void listsCutIntoPieces()
    {
        Hdf5Writer file;
        file.group("/model_weights/dense");
        file.text("/", "model_config", kDenseModel);
        file.texts("/model_weights", "layer_names0", {"flat"});
        file.texts("/model_weights", "layer_names1", {"dense"});
        file.texts("/model_weights/dense", "weight_names0", {"dense/kernel:0"});
        file.texts("/model_weights/dense", "weight_names1", {"dense/bias:0"});
        file.floats("/model_weights/dense/dense/kernel:0", {2, 3}, {1, 2, 3, 4, 5, 6});
        file.floats("/model_weights/dense/dense/bias:0", {3}, {7, 8, 9});
        const Result<Bytes> bytes = keras::importKerasHdf5(file.bytes());
        QVERIFY2(bytes, bytes.error().english().c_str());
    }

    void weightsOfNestedModels_data()
    {
        QTest::addColumn<bool>("firstTrainable");
        QTest::addColumn<QStringList>("names"); // of the weights 1 …, 2 …
        QTest::addColumn<QString>("kernels"); // of stem/a and b
        QTest::newRow("Keras 2") << true << QStringList{"stem/a/kernel:0", "b/kernel:0"} << "12";
        QTest::newRow("Keras 3") << true << QStringList{"inner/stem/a/kernel", "inner/b/kernel"} << "12";
        QTest::newRow("a model around it")
            << true << QStringList{"model/inner/stem/a/kernel", "model/inner/b/kernel"} << "12";
        QTest::newRow("names of a copy, by order")
            << true << QStringList{"a_1/kernel:0", "b_1/kernel:0"} << "12";
        QTest::newRow("frozen ones come last")
            << false << QStringList{"b/kernel:0", "stem/a/kernel:0"} << "21";
        QTest::newRow("frozen, names of a copy") << false << QStringList{"x/kernel:0", "y/kernel:0"} << "21";
        QTest::newRow("with the state of a generator")
            << true << QStringList{"stem/a/kernel:0", "b/kernel:0", "random_flip/StateVar:0"} << "12";
        QTest::newRow("order against names") << true << QStringList{"b/kernel:0", "stem/a/kernel:0"}
                                             << "the weights of layer \"inner\" could be those of different "
                                                "layers within it: their order and their "
                                                "names disagree";
        QTest::newRow("too many, by name")
            << true << QStringList{"stem/a/kernel:0", "b/kernel:0", "c/kernel:0"}
            << "the 3 weights of layer \"inner\" are not the 2 that it needs, by "
               "order or by name";
        QTest::newRow("too few") << true << QStringList{"b/kernel:0"}
                                 << "layer \"inner/stem/a\": its weight \"kernel\" is not in the file";
        QTest::newRow("names of a copy, too many")
            << true << QStringList{"x/kernel:0", "y/kernel:0", "z/kernel:0"}
            << "layer \"inner/stem/a\": its weight \"kernel\" is not in the file";
    }
    void weightsOfNestedModels()
    {
        QFETCH(bool, firstTrainable);
        QFETCH(QStringList, names);
        QFETCH(QString, kernels);
        Hdf5Writer file;
        file.text("/", "model_config", nestedModel(firstTrainable));
        file.group("/model_weights/inner");
        file.texts("/model_weights", "layer_names", {"inner"});
        std::vector<std::string> list;
        for (const QString& name : names) {
            list.push_back(name.toStdString());
            file.floats("/model_weights/inner/" + list.back(), {2, 2},
                std::vector<float>(4, static_cast<float>(list.size())));
        }
        file.texts("/model_weights/inner", "weight_names", list);
        QCOMPARE(QString::fromStdString(::kernels(keras::importKerasHdf5(file.bytes()))), kernels);
    }

    // What Python's bfloat16 becomes in HDF5, which has no such type: the upper half of a float.
    void weightsOfSixteenBits()
    {
        Hdf5Writer file;
        const hid_t opaque = H5Tcreate(H5T_OPAQUE, 2);
        file.group("/model_weights/dense/dense");
        file.text("/", "model_config", kDenseModel);
        file.texts("/model_weights", "layer_names", {"dense"});
        file.texts("/model_weights/dense", "weight_names", {"dense/kernel:0", "dense/bias:0"});
        const std::array<std::uint16_t, 6> kernel{0x3F80, 0x4000, 0x4040, 0x4080, 0x40A0, 0xC0C0};
        const std::array<hsize_t, 2> sizes{2, 3};
        const hid_t space = H5Screate_simple(2, sizes.data(), nullptr);
        const hid_t set = H5Dcreate2(file.file(), "/model_weights/dense/dense/kernel:0", opaque, space,
            H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        H5Dwrite(set, opaque, H5S_ALL, H5S_ALL, H5P_DEFAULT, kernel.data());
        file.floats("/model_weights/dense/dense/bias:0", {3}, {7, 8, 9}, H5T_IEEE_F64LE);
        const Result<Bytes> bytes = keras::importKerasHdf5(file.bytes());
        QVERIFY2(bytes, bytes.error().english().c_str());
        onnx::ModelProto model;
        QVERIFY(model.ParseFromArray(bytes->data(), static_cast<int>(bytes->size())));
        const auto* values = reinterpret_cast<const float*>(model.graph().initializer(0).raw_data().data());
        QCOMPARE(std::vector<float>(values, values + 6), (std::vector<float>{1, 4, 2, 5, 3, -6}));
    }

    void theGraphIsValidOnnx_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Keras 2") << "every_layer_keras2";
        QTest::newRow("Keras 3") << "every_layer_keras3";
    }
    void theGraphIsValidOnnx()
    {
        QFETCH(QString, name);
        const Result<Bytes> bytes = keras::importKerasHdf5(readAll(dataPath("models/" + name + ".h5")));
        QVERIFY2(bytes, bytes.error().english().c_str());
        onnx::ModelProto model;
        QVERIFY(model.ParseFromArray(bytes->data(), static_cast<int>(bytes->size())));
        QCOMPARE(model.graph().input(0).type().tensor_type().shape().dim(0).dim_param(), std::string("N"));
        onnx::checker::check_model(model); // throws where it is not
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const auto& write, const char* reason) {
            Hdf5Writer file;
            write(file);
            const Bytes bytes = file.bytes();
            QTest::newRow(name) << QByteArray(
                reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
                                << reason;
        };
        row(
            "not of Keras", [](Hdf5Writer& file) { file.group("/data"); },
            "it is an HDF5 file, but not a Keras model with its layers");
        row(
            "weights only", [](Hdf5Writer& file) { file.layer("dense", kDenseWeights); },
            "it is an HDF5 file, but not a Keras model with its layers");
        row(
            "layer without weights",
            [](Hdf5Writer& file) {
                file.group("/model_weights/dense");
                file.text("/", "model_config", kDenseModel);
                file.texts("/model_weights", "layer_names", {"dense"});
                file.numbers("/model_weights/dense", "weight_names", 0);
            },
            "layer \"dense\": its weight \"kernel\" is not in the file");
        row(
            "weight named but absent",
            [](Hdf5Writer& file) {
                file.group("/model_weights/dense");
                file.text("/", "model_config", kDenseModel);
                file.texts("/model_weights", "layer_names", {"dense"});
                file.texts("/model_weights/dense", "weight_names", {"dense/kernel:0"});
            },
            "layer \"dense\": its weight \"kernel\" is not in the file");
        row(
            "no bias",
            [](Hdf5Writer& file) {
                file.text("/", "model_config", kDenseModel);
                file.layer("dense", {kDenseWeights[0]});
                file.texts("/model_weights", "layer_names", {"dense"});
            },
            "layer \"dense\": its weight \"bias\" is not in the file");
        row(
            "other sizes",
            [](Hdf5Writer& file) {
                file.text("/", "model_config", kDenseModel);
                file.layer("dense", {{"kernel", {3, 2}, {1, 2, 3, 4, 5, 6}}, kDenseWeights[1]});
                file.texts("/model_weights", "layer_names", {"dense"});
            },
            "layer \"dense\": its weight \"kernel\" is 3 × 2, the layer needs 2 × 3");
        row(
            "config of numbers", [](Hdf5Writer& file) { file.numbers("/", "model_config", 0); },
            "it is an HDF5 file, but not a Keras model");
        row(
            "names that are numbers", [](Hdf5Writer& file) { file.numbers("/", "model_config", 1); },
            "its attribute model_config holds no text");
        // What makes a dense layer's weights and lets `kernel` write the first of them.
        const auto withKernel = [](const auto& kernel) {
            return [kernel](Hdf5Writer& file) {
                file.text("/", "model_config", kDenseModel);
                file.group("/model_weights/dense");
                file.texts("/model_weights", "layer_names", {"dense"});
                file.texts("/model_weights/dense", "weight_names", {"dense/kernel:0"});
                kernel(file, "/model_weights/dense/dense/kernel:0");
            };
        };
        row("weight of whole numbers", withKernel([](Hdf5Writer& file, const char* path) {
            file.unwritten(path, H5T_STD_I32LE, {2, 3});
        }),
            "the data set /model_weights/dense/dense/kernel:0 does not hold floating-point numbers");
        // A small file may claim a large one.
        row("weight of a gigabyte", withKernel([](Hdf5Writer& file, const char* path) {
            file.unwritten(path, H5T_IEEE_F32LE, {1 << 28});
        }),
            "layer \"dense\": its weight \"kernel\" is 268435456, the layer needs 2 × 3");
        row("weight of no value", withKernel([](Hdf5Writer& file, const char* path) {
            file.floats(path, {2, 3}, {1, 2, std::numeric_limits<float>::quiet_NaN(), 4, 5, 6});
        }),
            "layer \"dense\": its weight \"kernel\" holds a value that is infinite or not a number");
        row(
            "config that is no JSON", [](Hdf5Writer& file) { file.text("/", "model_config", "layers!"); },
            "its model_config is not a JSON object");
    }
    void refuses()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, reason);
        const Result<Bytes> bytes = keras::importKerasHdf5(Bytes(file.begin(), file.end()));
        QVERIFY(!bytes);
        QVERIFY2(QString::fromStdString(bytes.error().english()).startsWith(reason),
            bytes.error().english().c_str());
    }

    // Wherever a file is cut, there is an answer in words.
    void truncatedFiles()
    {
        const Bytes whole = readAll(dataPath("models/logits_keras2.h5"));
        QVERIFY(keras::importKerasHdf5(whole));
        for (std::size_t length = 0; length < whole.size(); length += 97) {
            const Result<Bytes> bytes = keras::importKerasHdf5(std::span(whole).first(length));
            QVERIFY2(!bytes, qPrintable(QString::number(length)));
            QVERIFY(!bytes.error().english().empty());
        }
    }

    void signature()
    {
        QVERIFY(keras::looksLikeHdf5(readAll(dataPath("models/logits_keras2.h5"))));
        QVERIFY(!keras::looksLikeHdf5(Bytes{0x89, 'H', 'D', 'F'}));
        QVERIFY(!keras::looksLikeHdf5(readAll(test::sourcePath(QStringLiteral("models/resnet8.onnx")))));
    }
};

QTEST_APPLESS_MAIN(TestKerasImport)
#include "tst_keras_import.moc"
