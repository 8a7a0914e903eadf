// Finding a model by name or path, and its card by what is in the file.
#include "models/model_catalogue.h"

#include "test_paths.h"

#include <QFile>
#include <QTemporaryDir>

#include <array>

using namespace iotbench;
using iotbench::test::dataPath;

namespace {

const QString kModels = test::sourcePath(QStringLiteral("models/"));

QByteArray readAll(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A folder of models as an installation has it, to be spoilt at will.
class Folder {
public:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    std::string text(const QString& name) const { return path(name).toStdString(); }
    void copy(const QString& bundled, const QString& as) const { QFile::copy(kModels + bundled, path(as)); }
    void write(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(bytes);
        }
    }
    ModelCatalogue catalogue() const
    {
        const std::array<std::filesystem::path, 1> folders{m_folder.path().toStdString()};
        return ModelCatalogue(folders);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class TestModelCatalogue : public QObject {
    Q_OBJECT

private slots:
    void bundledModels()
    {
        const ModelCatalogue catalogue = ModelCatalogue::standard();
        QVERIFY2(catalogue.warnings().empty(),
            catalogue.warnings().empty() ? "" : catalogue.warnings().front().english().c_str());
        std::vector<std::string> bundled;
        for (const CatalogueEntry& entry : catalogue.list()) {
            QVERIFY(entry.card.images.classes[6] == "frog");
            if (!entry.bundled) {
                continue;
            }
            bundled.push_back(entry.card.name);
            const Result<LoadedModel> model = catalogue.load(entry.card.name);
            QVERIFY2(model, model.error().english().c_str());
            QCOMPARE(model->facts.parameters, entry.card.parameters);
            QCOMPARE(model->facts.macs.value_or(0), entry.card.macs);
            QCOMPARE(model->variant()->predictions.size(), std::size_t{10'000});
        }
        QCOMPARE(bundled, (std::vector<std::string>{"cnn", "resnet20", "resnet8"}));
    }

    void byName()
    {
        const Result<LoadedModel> model = ModelCatalogue::standard().load("resnet20");
        QVERIFY2(model, model.error().english().c_str());
        QCOMPARE(model->name, std::string("resnet20"));
        QCOMPARE(
            model->sha256, std::string("f9a7209111345183bab4b261587a548ef5eb218a5b872dfed809b835514267a9"));
        QVERIFY(model->normalisation() == Normalisation::MeanSubtracted);
        QCOMPARE(model->variant()->correct, 9'212U);
        QCOMPARE(model->source().bytes.size(), std::size_t{1'095'075});
        QCOMPARE(model->source().name, std::string("resnet20"));
    }

    void aCardIsFoundWhateverTheFileIsCalled()
    {
        const Folder folder;
        folder.copy("cnn.onnx", "holiday.bin");
        const Result<LoadedModel> model = ModelCatalogue::standard().load(folder.text("holiday.bin"));
        QVERIFY2(model, model.error().english().c_str());
        QCOMPARE(model->name, std::string("cnn"));
        QCOMPARE(model->variant()->correct, 8'623U);
        QVERIFY(model->normalisation() == Normalisation::Unit);
    }

    void theOriginalsFileHasACardWithoutBeingBundled()
    {
        const ModelCatalogue catalogue = ModelCatalogue::standard();
        const Result<LoadedModel> named = catalogue.load("resnet20-original");
        QVERIFY(!named);
        QVERIFY2(named.error().english().find("give the path of cifar10_ResNet20v1_model_91470.h5")
                != std::string::npos,
            named.error().english().c_str());
        IOTBENCH_NEED_SHARED("reference/cifar10_ResNet20v1_model_91470.h5");
        const Result<LoadedModel> model
            = catalogue.load(test::sharedPath("reference/cifar10_ResNet20v1_model_91470.h5").toStdString());
        QVERIFY2(model, model.error().english().c_str());
        QCOMPARE(model->name, std::string("resnet20-original"));
        QCOMPARE(model->variant()->correct, 9'147U);
        QCOMPARE(model->facts.macs.value_or(0), model->card->macs);
    }

    void aFileWithoutACard()
    {
        const Result<LoadedModel> model
            = ModelCatalogue::standard().load(dataPath("models/logits_keras3.h5").toStdString());
        QVERIFY2(model, model.error().english().c_str());
        QCOMPARE(model->name, std::string("logits_keras3"));
        QVERIFY(!model->card);
        QVERIFY(model->variant() == nullptr);
        QVERIFY(!model->normalisation());
        QCOMPARE(model->facts.scores, ScoreKind::Logits);
    }

    void aBundledFileThatIsNotTheCards()
    {
        const Folder folder;
        folder.copy("resnet8.json", "resnet8.json");
        folder.copy("cnn.onnx", "resnet8.onnx");
        const Result<LoadedModel> model = folder.catalogue().load("resnet8");
        QVERIFY(!model);
        QVERIFY2(QString::fromStdString(model.error().english())
                     .contains("resnet8.onnx: it is not the file that its card describes (SHA-256 "),
            model.error().english().c_str());
    }

    void aCardOfOtherImages()
    {
        const Folder folder;
        folder.copy("resnet8.onnx", "resnet8.onnx");
        const ModelCard bundled = *ModelCatalogue::standard().load("resnet8")->card;
        const auto fault = [&folder](const ModelCard& card) {
            folder.write("resnet8.json", QByteArray::fromStdString(toJson(card)));
            return QString::fromStdString(folder.catalogue().load("resnet8").error().english());
        };
        ModelCard card = bundled;
        card.images.shape = {.width = 28, .height = 30, .channels = 1};
        QCOMPARE(fault(card),
            "model " + folder.path("resnet8.onnx") + ": its input is 3×32×32, its card says 1×30×28");
        card = bundled;
        card.images.classes.push_back("tram");
        QCOMPARE(
            fault(card), "model " + folder.path("resnet8.onnx") + ": it has 10 classes, its card says 11");
        QVERIFY(fault(bundled).isEmpty());
    }

    void theVariantOfThePrecision()
    {
        const Folder folder;
        folder.copy("resnet8.onnx", "resnet8.onnx");
        folder.copy("resnet8-int8.onnx", "resnet8-int8.onnx");
        folder.copy("resnet8.json", "resnet8.json");
        const ModelCatalogue catalogue = folder.catalogue();
        const Result<LoadedModel> model = catalogue.load("resnet8", engines::Precision::Int8);
        QVERIFY2(model, model.error().english().c_str());
        QCOMPARE(model->path.filename().string(), std::string("resnet8-int8.onnx"));
        QVERIFY(model->variant()->precision == engines::Precision::Int8);
        QCOMPARE(model->variant()->correct, 8'798U);
        QCOMPARE(catalogue.load("resnet8", engines::Precision::Bf16)->path.filename().string(),
            std::string("resnet8.onnx"));
        QCOMPARE(catalogue.load("resnet8")->variant()->correct, 8'823U);
    }

    void oneFileInTwoPrecisions()
    {
        const Folder folder;
        folder.copy("resnet8.onnx", "resnet8.onnx");
        ModelCard card = *ModelCatalogue::standard().load("resnet8")->card;
        card.variants = {card.variants.front(), card.variants.front()};
        card.variants.back().precision = engines::Precision::Bf16;
        card.variants.back().correct = 8'800;
        folder.write("resnet8.json", QByteArray::fromStdString(toJson(card)));
        const ModelCatalogue catalogue = folder.catalogue();
        QCOMPARE(catalogue.load("resnet8")->variant()->correct, 8'823U);
        QCOMPARE(catalogue.load("resnet8", engines::Precision::Bf16)->variant()->correct, 8'800U);
        QCOMPARE(catalogue.load(folder.text("resnet8.onnx"), engines::Precision::Bf16)->variant()->correct,
            8'800U);
        QCOMPARE(catalogue.load("resnet8", engines::Precision::Int8)->variant()->correct, 8'823U);
    }

    void aDamagedCardIsLeftOutWithItsReason()
    {
        const Folder folder;
        folder.write("broken.json", "{}");
        folder.copy("cnn.json", "cnn.json");
        const ModelCatalogue catalogue = folder.catalogue();
        QCOMPARE(catalogue.list().size(), std::size_t{1});
        QVERIFY(!catalogue.list()[0].bundled);
        QCOMPARE(catalogue.warnings().size(), std::size_t{1});
        QVERIFY(QString::fromStdString(catalogue.warnings()[0].english())
                    .endsWith("broken.json is left out: schema_version is missing"));
    }

    void aCardUnderTheNameOfAnotherIsLeftOutWithItsReason()
    {
        const Folder first, second;
        first.copy("cnn.json", "cnn.json");
        second.copy("cnn.json", "same.json");
        ModelCard other = *ModelCatalogue::standard().load("resnet8")->card;
        other.name = "cnn";
        second.write("other.json", QByteArray::fromStdString(toJson(other)));
        const std::array folders{
            std::filesystem::path(first.text("")), std::filesystem::path(second.text(""))};
        const ModelCatalogue catalogue(folders);
        QCOMPARE(catalogue.list().size(), std::size_t{1});
        QCOMPARE(catalogue.warnings().size(), std::size_t{1});
        QCOMPARE(catalogue.warnings()[0].english(),
            "model card " + second.text("other.json") + " is left out: a card in " + first.text("")
                + " has its name, cnn");
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("empty") << QByteArray() << "is empty";
        QTest::newRow("text") << QByteArray("hello, model") << "it is not an ONNX model, or not a whole one";
        QTest::newRow("zip archive") << QByteArray("PK\x03\x04...")
                                     << "the zip archive is damaged or not whole";
        QTest::newRow("openvino")
            << QByteArray("<?xml version=\"1.0\"?>")
            << "is XML, as of an OpenVINO model; the file of its weights, model.bin, does not exist";
        QTest::newRow("openvino without its declaration")
            << QByteArray("\xef\xbb\xbf\n<net name=\"a\" version=\"11\">")
            << "is XML, as of an OpenVINO model; the file of its weights, model.bin, does not exist";
        QTest::newRow("web page") << QByteArray("<!DOCTYPE html>\n<title>404</title>")
                                  << "is a web page, not the model that it links to";
        QTest::newRow("pointer")
            << QByteArray("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a")
            << "is a Git LFS pointer, not the file that it stands for: fetch that with git "
               "lfs pull";
        QTest::newRow("tflite") << QByteArray("\x1c\0\0\0TFL3\x14\0",
            10) << "is a TensorFlow Lite model, which no engine here reads: export it as ONNX";
        QTest::newRow("cut .onnx") << readAll(kModels + "cnn.onnx").first(100'000)
                                   << "it is not an ONNX model, or not a whole one";
        QTest::newRow("cut .h5") << readAll(dataPath("models/logits_keras2.h5")).first(10'000)
                                 << "the HDF5 file is damaged or not whole";
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, reason);
        const Folder folder;
        folder.write("model", bytes);
        const Result<LoadedModel> model = folder.catalogue().load(folder.text("model"));
        QVERIFY(!model);
        QCOMPARE(
            QString::fromStdString(model.error().english()), "model " + folder.path("model") + ": " + reason);
    }

    void aBadKerasFileIsNotCalledOnnx()
    {
        const Folder folder;
        folder.write("model.h5", "no HDF5 at all");
        const Result<LoadedModel> model = folder.catalogue().load(folder.text("model.h5"));
        QVERIFY(!model);
        QCOMPARE(QString::fromStdString(model.error().english()),
            "model " + folder.path("model.h5")
                + ": is called a Keras model, but is neither an HDF5 file nor a zip archive: save the model "
                  "again");
    }

    void refusesWhatNoModelIs()
    {
        const Folder folder;
        QFile large(folder.path("large"));
        QVERIFY(large.open(QIODevice::WriteOnly));
        QVERIFY(large.resize((qint64{512} << 20) + 1)); // takes no room on disk
        const ModelCatalogue catalogue = folder.catalogue();
        QCOMPARE(catalogue.load(folder.text("large")).error().english(),
            "model " + folder.text("large") + ": has over 512 MB, more than any file of its kind");
        QCOMPARE(
            catalogue.load(folder.text("")).error().english(), "model " + folder.text("") + ": is a folder");
        QCOMPARE(catalogue.load("/dev/null").error().english(),
            std::string("model /dev/null: is a device, not a file"));
    }

    void readingIsCancelled()
    {
        const Folder folder;
        folder.write("keras", readAll(dataPath("models/logits_keras2.h5")));
        const ModelCatalogue catalogue = folder.catalogue();
        const auto always = [] { return true; };
        QCOMPARE(catalogue.load(folder.text("keras"), engines::Precision::Fp32, always).error().english(),
            "model " + folder.text("keras") + ": reading was cancelled");
    }

    void unknownNames()
    {
        const Result<LoadedModel> model = ModelCatalogue::standard().load("resnet2O");
        QVERIFY(!model);
        QCOMPARE(model.error().english(),
            std::string(
                "there is no model or file \"resnet2O\"; models: cnn, resnet20, resnet20-original, resnet8"));
        QCOMPARE(ModelCatalogue({}).load("x").error().english(),
            std::string("there is no model or file \"x\"; models: none"));
        QVERIFY(!ModelCatalogue({}).load("/"));
    }

    void knowsNamesAndFiles()
    {
        const Folder folder;
        folder.write("model", "no model at all");
        const ModelCatalogue catalogue = ModelCatalogue::standard();
        QVERIFY(catalogue.knows("resnet20"));
        QVERIFY(catalogue.knows(folder.text("model")));
        QVERIFY(!catalogue.knows(folder.text("model2")));
        QVERIFY(!catalogue.knows("resnet2O"));
        QVERIFY(!catalogue.knows(""));
    }
};

QTEST_APPLESS_MAIN(TestModelCatalogue)
#include "tst_model_catalogue.moc"
