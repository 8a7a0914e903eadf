// .keras files: found by class and number what .h5 files find by name; and archives that were made to do
// harm.
#include "hdf5_writer.h"
#include "zip_writer.h"

#include "models/keras/keras_import.h"

#include <onnx/onnx_pb.h>

#include <QtTest>

using namespace iotbench;
using namespace iotbench::test;

namespace {

using Bytes = ZipWriter::Bytes;

const std::string kConfig
    = R"({"module": "keras", "class_name": "Sequential", "config": {"name": "model", "layers": [
    {"module": "keras.layers", "class_name": "InputLayer", "config": {"name": "image", "batch_shape": [null, 1, 1, 2]}},
    {"module": "keras.layers", "class_name": "Dense", "config": {"name": "first", "units": 2, "use_bias": false}},
    {"module": "keras", "class_name": "Sequential", "config": {"name": "inner", "layers": [
        {"module": "keras.layers", "class_name": "Dense", "config": {"name": "second", "units": 2, "use_bias": false}}]}},
    {"module": "keras.layers", "class_name": "Dense", "config": {"name": "third", "units": 2, "use_bias": false}}]}})";

// The kernels of the three layers are 1 …, 2 … and 3 ….
Bytes weights(const std::string& list, const std::string& nameOfFirst = "")
{
    Hdf5Writer file;
    const auto write = [&](const std::string& path, float value) {
        file.floats("/" + path + "/vars/0", {2, 2}, std::vector<float>(4, value));
    };
    write(list + "/dense", 1);
    write(list + "/sequential/" + list + "/dense", 2);
    write(list + "/dense_1", 3);
    if (!nameOfFirst.empty()) {
        file.text("/" + list + "/dense/vars", "name", nameOfFirst);
    }
    return file.bytes();
}

// First values of the kernels in the order of the layers, or the reason in words.
std::string kernels(const Bytes& archive)
{
    const Result<Bytes> onnx = keras::importKerasArchive(archive);
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

Bytes archive(const std::string& config, Bytes h5, int method = ZIP_CM_STORE)
{
    ZipWriter zip;
    zip.add("metadata.json", R"({"keras_version": "3.9.0"})", method);
    zip.add("config.json", config, method);
    zip.add("model.weights.h5", std::move(h5), method);
    return zip.bytes();
}

} // namespace

class TestKerasArchive : public QObject {
    Q_OBJECT

private slots:
    void findsWeightsByClassAndNumber_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<int>("method");
        QTest::newRow("stored") << "layers" << ZIP_CM_STORE;
        QTest::newRow("deflated") << "layers" << ZIP_CM_DEFLATE;
        QTest::newRow("before Keras 3") << "_layer_checkpoint_dependencies" << ZIP_CM_STORE;
    }
    void findsWeightsByClassAndNumber()
    {
        QFETCH(QString, list);
        QFETCH(int, method);
        QCOMPARE(kernels(archive(kConfig, weights(list.toStdString()), method)), std::string("123"));
    }

    // Three models one behind the other, each with a layer of the same name; the third's is saved elsewhere.
    void ofOneNameAndSharedIsAmbiguous()
    {
        std::string config = kConfig;
        const std::string inner
            = R"({"module": "keras", "class_name": "Sequential", "config": {"name": "m", "layers": [
            {"module": "keras.layers", "class_name": "Dense", "config": {"name": "same", "units": 2, "use_bias": false}}]}})";
        config.resize(config.find(R"(,
    {"module": "keras.layers", "class_name": "Dense")"));
        const std::string two = config + ", " + inner + ", " + inner + "]}}";
        const std::string three = config + ", " + inner + ", " + inner + ", " + inner + "]}}";
        Hdf5Writer file;
        const auto write = [&](const std::string& model, float value) {
            file.floats("/layers/" + model + "/layers/dense/vars/0", {2, 2}, std::vector<float>(4, value));
        };
        write("sequential", 1);
        QCOMPARE(kernels(archive(two, file.bytes())), std::string("11"));
        write("sequential_1", 2);
        QCOMPARE(kernels(archive(two, file.bytes())), std::string("12"));
        QCOMPARE(kernels(archive(three, file.bytes())),
            std::string("layer \"m/same\": its weights could be those of \"m/same\" or of \"m/same\""));
    }

    // A class of somebody's own that was not registered has no module.
    void ownClassesAreNotKerass()
    {
        std::string config = kConfig;
        const std::string module = R"("module": "keras.layers", "class_name": "Dense")";
        config.replace(config.find(module), module.size(),
            R"("module": null, "registered_name": "Dense", "class_name": "Dense")");
        QVERIFY(QString::fromStdString(kernels(archive(config, weights("layers"))))
                    .startsWith(QLatin1String(
                        "layer \"first\" (Dense): is no class of Keras itself: export the model")));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char* name, const Bytes& bytes, const char* reason) {
            QTest::newRow(name) << QByteArray(
                reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
                                << reason;
        };
        const Bytes whole = archive(kConfig, weights("layers"));
        row("cut", Bytes(whole.begin(), whole.end() - 30), "the zip archive is damaged or not whole");
        Bytes changed = whole;
        const std::string units = "\"units\": 2";
        *std::search(changed.begin(), changed.end(), units.begin(), units.end()) = ' ';
        row("a byte changed", changed, "config.json in the zip archive is damaged");
        row("another layer's name", archive(kConfig, weights("layers", "third")),
            "layer \"first\": its weights in the file are those of a layer called \"third\"");
        row("another list", archive(kConfig, weights("blocks")),
            "layer \"first\": its weight \"kernel\" is not in the file");
        row("weights that are no HDF5", archive(kConfig, Bytes{1, 2, 3}),
            "the HDF5 file is damaged or not whole");

        ZipWriter other;
        other.add("word/document.xml", "<?xml?>");
        row("another kind of archive", other.bytes(),
            "it is a zip archive, but not a Keras model (no config.json); a PyTorch file has to be exported "
            "as ONNX");
        ZipWriter weightless;
        weightless.add("config.json", kConfig);
        row("no weights", weightless.bytes(),
            "it is a zip archive, but not a Keras model (no model.weights.h5); a PyTorch file has to be "
            "exported as ONNX");
        ZipWriter bomb;
        bomb.add("config.json", kConfig);
        bomb.add("model.weights.h5", Bytes(std::size_t{64} << 20U), ZIP_CM_DEFLATE);
        row("a bomb", bomb.bytes(),
            "model.weights.h5 in the zip archive unpacks to 67108864 bytes, which no model for these images "
            "has");
        ZipWriter large;
        large.add("config.json", Bytes((std::size_t{64} << 20U) + 1, ' '));
        row("a config of 64 MB", large.bytes(),
            "config.json in the zip archive unpacks to 67108865 bytes, which no model for these images has");
        if (zip_encryption_method_supported(ZIP_EM_TRAD_PKWARE, 1) != 0) {
            ZipWriter secret;
            secret.add("config.json", kConfig);
            secret.encrypt(0);
            row("encrypted", secret.bytes(), "config.json in the zip archive is encrypted");
        }
    }
    void refuses()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, reason);
        QCOMPARE(QString::fromStdString(kernels(Bytes(file.begin(), file.end()))), reason);
    }

    // Two members of one name, which no writer makes: the second is renamed in place.
    void twoOfOneName()
    {
        ZipWriter zip;
        zip.add("config.json", kConfig);
        zip.add("konfig.json", kConfig);
        Bytes bytes = zip.bytes();
        const std::string name = "konfig.json";
        for (auto at = bytes.begin(); at != bytes.end();) {
            at = std::search(at, bytes.end(), name.begin(), name.end());
            if (at != bytes.end()) {
                *at = 'c';
            }
        }
        QCOMPARE(kernels(bytes), std::string("the zip archive has two members called config.json"));
    }

    void canBeCancelled()
    {
        const Result<Bytes> onnx
            = keras::importKerasArchive(archive(kConfig, weights("layers")), [] { return true; });
        QVERIFY(!onnx);
        QCOMPARE(onnx.error().english(), std::string("reading was cancelled"));
    }
};

QTEST_APPLESS_MAIN(TestKerasArchive)
#include "tst_keras_archive.moc"
