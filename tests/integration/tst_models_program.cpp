// Models that are not what they should be, and engines that do not exist: one clear line and an exit code.
#include "program.h"

#include "models/keras/onnx_writer.h"
#include "test_paths.h"

using namespace iotbench::test;

namespace {

QByteArray modelBytes(const std::vector<std::uint8_t>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

// Flattens a picture and multiplies it down to as many scores as are asked for; all weights are nought.
QByteArray flatModel(const std::vector<std::int64_t>& picture, std::int64_t scores)
{
    std::int64_t values = 1;
    for (const std::int64_t size : picture)
        values *= size;
    iotbench::keras::OnnxWriter writer;
    const std::string input = writer.addInput("input", picture);
    const std::string flat = writer.addNode("flatten", "Flatten", {input}, {});
    const std::string weights = writer.addFloats(
        "weights", std::vector<float>(static_cast<std::size_t>(values * scores)), {values, scores});
    const std::string output = writer.addNode("dense", "MatMul", {flat, weights}, {});
    return modelBytes(writer.finish(output, {scores}));
}

// Hands out the scores of a batch class by class, which for a batch of one changes nothing.
QByteArray mixingModel()
{
    constexpr std::int64_t kValues = 3 * 32 * 32, kClasses = 10;
    std::vector<float> weights(static_cast<std::size_t>(kValues * kClasses));
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = static_cast<float>(i * 7919 % 1000) / 1000.0F - 0.5F;
    iotbench::keras::OnnxWriter writer;
    const std::string input = writer.addInput("input", {3, 32, 32});
    const std::string flat = writer.addNode("flatten", "Flatten", {input}, {});
    const std::string scores = writer.addNode(
        "dense", "MatMul", {flat, writer.addFloats("weights", weights, {kValues, kClasses})}, {});
    const std::string turned
        = writer.addNode("turn", "Transpose", {scores}, {{"perm", std::vector<std::int64_t>{1, 0}}});
    const std::string output
        = writer.addNode("reshape", "Reshape", {turned, writer.addIntegers("sizes", {-1, kClasses})}, {});
    return modelBytes(writer.finish(output, {kClasses}));
}

QString bundled(const char* name)
{
    return sourcePath(QStringLiteral("models/")) + QLatin1String(name);
}

} // namespace

class TestModelsProgram : public QObject {
    Q_OBJECT

private slots:
    void wrongFileIsRefused_data();
    void wrongFileIsRefused();
    void modelWithoutACardRuns();
    void imagesThatMixAreRefusedInBatches();
    void bundledModelThatWasChangedIsRefused();
    void unknownModelNamesTheOthers();
    void unknownEngineNamesTheNearest();
    void modelsAreListed();
    void enginesAreListed();
    void devicesThatCannotBeUsedAreListedWithTheirReason();
    void precisionThatTheEngineHasNotNamesOneThatHas();
    void kerasFileRuns();
    void aModelOfOnesOwnGetsACard();
    void noCardIsMade_data();
    void noCardIsMade();
};

void TestModelsProgram::wrongFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason"); // part of it
    const QByteArray onnx = fileBytes(bundled("resnet8.onnx"));
    const QByteArray keras = fileBytes(dataPath("models/every_layer_keras2.h5"));
    QTest::newRow("text, called onnx") << QByteArray("not a model\n") << "text.onnx"
                                       << "text.onnx";
    QTest::newRow("text, called h5") << QByteArray("not a model\n") << "text.h5"
                                     << "text.h5";
    QTest::newRow("empty") << QByteArray() << "empty.onnx"
                           << "empty.onnx";
    QTest::newRow("truncated onnx") << onnx.left(onnx.size() / 2) << "half.onnx"
                                    << "half.onnx";
    QTest::newRow("truncated h5") << keras.left(keras.size() / 2) << "half.h5"
                                  << "half.h5";
    QTest::newRow("grey pictures") << flatModel({1, 28, 28}, 10) << "grey.onnx"
                                   << "3×32×32";
    QTest::newRow("a hundred classes") << flatModel({3, 32, 32}, 100) << "hundred.onnx"
                                       << "10";
}

void TestModelsProgram::wrongFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, reason);
    QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath(name), bytes));
    Iotbench iotbench(words("-i max -t 10 -m") << folder.filePath(name));
    iotbench.start();
    VERIFY_EXIT(iotbench, 1);
    VERIFY_OF(iotbench, iotbench.errLines().size() == 1);
    VERIFY_OF(iotbench, iotbench.err().contains(reason.toUtf8()));
    VERIFY_OF(iotbench, iotbench.out().isEmpty());
}

void TestModelsProgram::modelWithoutACardRuns()
{
    QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath("nought.onnx"), flatModel({3, 32, 32}, 10)));
    Iotbench warned(words("-i max -t 100 -m") << folder.filePath("nought.onnx"));
    warned.start();
    VERIFY_EXIT(warned, 3); // always the same class
    VERIFY_OF(warned, warned.err().contains("warning: the model has no card"));
    VERIFY_OF(warned, warned.err().contains("no better than chance"));
    Iotbench told(words("-i max -t 100 --normalise raw --format cifar -m") << folder.filePath("nought.onnx"));
    told.start();
    VERIFY_EXIT(told, 3);
    VERIFY_OF(told, !told.err().contains("the model has no card"));
}

void TestModelsProgram::imagesThatMixAreRefusedInBatches()
{
    QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath("mixing.onnx"), mixingModel()));
    const QStringList run = words("-i max -t 100 --normalise unit -m") << folder.filePath("mixing.onnx");
    Iotbench batches(run + words("--batch-size 8"));
    batches.start();
    VERIFY_EXIT(batches, 1);
    VERIFY_OF(batches, batches.err().contains("the images of a batch mix in model mixing"));
    VERIFY_OF(batches, batches.err().contains("--batch-size 1 runs it"));
    VERIFY_OF(batches, batches.out().isEmpty());
    Iotbench alone(run + words("--batch-size 1"));
    alone.start();
    QVERIFY2(alone.finish(), alone.account().constData());
    VERIFY_OF(alone, alone.out().contains("Inferenced 100 images"));
}

void TestModelsProgram::bundledModelThatWasChangedIsRefused()
{
    QTemporaryDir folder;
    QByteArray changed = fileBytes(bundled("resnet8.onnx"));
    changed[changed.size() / 2] = static_cast<char>(changed[changed.size() / 2] ^ 1);
    QVERIFY(writeFile(folder.filePath("resnet8.onnx"), changed));
    Iotbench iotbench(words("-i max -t 10 -m") << folder.filePath("resnet8.onnx"));
    iotbench.start();
    QVERIFY2(iotbench.finish(), iotbench.account().constData());
    // By its path it is a file without a card: it runs, and nothing is said to be the card's.
    VERIFY_OF(iotbench, iotbench.err().contains("warning: the model has no card"));
    VERIFY_OF(iotbench, !iotbench.err().contains("the card's own"));
}

void TestModelsProgram::unknownModelNamesTheOthers()
{
    QTemporaryDir folder;
    Iotbench iotbench(words("-m resnet21 -t 10 --report") << folder.filePath("report"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 2);
    VERIFY_OF(iotbench, iotbench.err().contains("--modelPath takes one of cnn, resnet20"));
    VERIFY_OF(
        iotbench, iotbench.err().contains("there is no model or file \"resnet21\"; did you mean resnet20?"));
    QVERIFY(!QFileInfo::exists(folder.filePath("report")));
}

void TestModelsProgram::unknownEngineNamesTheNearest()
{
    Iotbench iotbench(words("-m resnet20 -t 10 --engine opencb"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 2);
    VERIFY_OF(iotbench, iotbench.err().contains("got \"opencb\"; did you mean opencv?"));
}

void TestModelsProgram::modelsAreListed()
{
    Iotbench iotbench({"--list-models"});
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.awaitOut("^resnet20 +fp32 +92\\.12 % \\(9212 of 10000\\)"));
    VERIFY_OF(iotbench, iotbench.awaitOut("^cnn +fp32 +86\\.23 % \\(8623 of 10000\\)"));
    VERIFY_OF(iotbench, iotbench.awaitOut("^resnet20-original +fp32 +91\\.47 % \\(9147 of 10000\\)"));
    VERIFY_OF(iotbench, iotbench.awaitOut("^  training +80 epochs, seed 7, 2026-11-24, PyTorch 2\\.15\\.0"));
    VERIFY_OF(iotbench, iotbench.awaitOut("^  licence +Apache-2\\.0$"));
    VERIFY_OF(iotbench, iotbench.awaitOut("^  architecture +ResNet20v1 \\(He et al\\. 2015\\)"));
    for (const QString& line : iotbench.outLines())
        QVERIFY2(line.size() <= 120, qPrintable(line));
}

void TestModelsProgram::enginesAreListed()
{
    Iotbench iotbench({"--list-engines"});
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.awaitOut("^opencv +[\\d.]+\\S* +fp32.* available$"));
    VERIFY_OF(iotbench, iotbench.awaitOut("^null .* available$"));
    // Where it is not, the list says what to do about it.
    for (const char* const name : {"openvino", "onnxruntime"}) {
        const QString line = QStringLiteral("^%1 .*( available$|--with-%1|cannot be loaded: )").arg(name);
        VERIFY_OF(iotbench, iotbench.awaitOut(line));
    }
}

// A module of tests/unit/engines has such a device.
void TestModelsProgram::devicesThatCannotBeUsedAreListedWithTheirReason()
{
    const QString modules = buildPath("tests/unit/engines/modules");
    Iotbench lists({"--list-engines"});
    lists.setEnvironment("IOTBENCH_ENGINE_PATH", modules);
    lists.start();
    VERIFY_EXIT(lists, 0);
    VERIFY_OF(lists, lists.awaitOut("^good +7\\.1 .*POND +available$"));
    VERIFY_OF(lists, lists.awaitOut("^good: device SWAMP is not available: has dried up$"));

    Iotbench asks(words("-m resnet8 --engine good --device SWAMP -i max -t 1"));
    asks.setEnvironment("IOTBENCH_ENGINE_PATH", modules);
    asks.start();
    VERIFY_EXIT(asks, 2);
    VERIFY_OF(asks,
        asks.err().contains("--device takes one of POND here with --engine good, got \"SWAMP\", which is "
                            "not available: has dried up"));
}

void TestModelsProgram::precisionThatTheEngineHasNotNamesOneThatHas()
{
    Iotbench iotbench(words("-m resnet8 --engine opencv --precision int8 -i max -t 1"));
    iotbench.start();
    VERIFY_EXIT(iotbench, 2);
    VERIFY_OF(iotbench,
        iotbench.err().contains("--precision int8 is not supported by --engine opencv, only fp32; "));
    VERIFY_OF(iotbench,
        iotbench.err().contains("engine openvino") || iotbench.err().contains("engine onnxruntime"));
}

void TestModelsProgram::kerasFileRuns()
{
    IOTBENCH_NEED_SHARED("reference/cifar10_ResNet20v1_model_91470.h5");
    const QString model = sharedPath("reference/cifar10_ResNet20v1_model_91470.h5");
    Iotbench iotbench(words("-i max -t 50 --warmup 0 -m") << model);
    iotbench.start();
    VERIFY_EXIT(iotbench, 0);
    VERIFY_OF(iotbench, iotbench.outLines().constFirst() == "Loaded trained model " + model);
    VERIFY_OF(iotbench, iotbench.err().contains("50 of 50 predictions are the card's own"));
}

namespace {

// resnet8 under another digest: a doc_string (ModelProto's field 6) more at its end. No card knows that file.
QByteArray resnet8OfOnesOwn()
{
    return fileBytes(bundled("resnet8.onnx")) + QByteArray("\x32\x04mine", 6);
}

} // namespace

void TestModelsProgram::aModelOfOnesOwnGetsACard()
{
    QTemporaryDir folder;
    const QString model = folder.filePath("resnet8.onnx"); // a name that a bundled model has
    QVERIFY(writeFile(model, resnet8OfOnesOwn()));
    Iotbench makes(words("--normalise mean-subtracted --make-card") << model);
    makes.setEnvironment("XDG_DATA_HOME", folder.path());
    makes.start();
    VERIFY_EXIT(makes, 0);
    const auto made
        = makes.awaitOut("^(.*/iotbench/models/resnet8-[0-9a-f]{8}\\.json): 8823 of 10000 test images "
                         "correct \\(88\\.2 %\\), input mean-subtracted, fp32, CPU, opencv 4\\.");
    VERIFY_OF(makes, made);
    QVERIFY(fileBytes(made->captured(1)).contains("\"instruction_sets\""));

    Iotbench again(words("--make-card") << model);
    again.setEnvironment("XDG_DATA_HOME", folder.path());
    again.start();
    VERIFY_EXIT(again, 0);
    VERIFY_OF(again, again.out().trimmed().endsWith(", in place of 8823 before"));

    Iotbench runs(words("-i max -t 1000 -m") << model);
    runs.setEnvironment("XDG_DATA_HOME", folder.path());
    runs.start();
    VERIFY_EXIT(runs, 0);
    VERIFY_OF(runs, runs.err().contains("1000 of 1000 predictions are the card's own"));
    VERIFY_OF(runs, !runs.err().contains("has no card"));

    // Somebody writes a better total into it.
    QByteArray better = fileBytes(made->captured(1));
    QVERIFY(better.contains("\"right\": 8823"));
    QVERIFY(writeFile(made->captured(1), better.replace("\"right\": 8823", "\"right\": 9900")));
    Iotbench refused(words("-i max -t 1000 -m") << model);
    refused.setEnvironment("XDG_DATA_HOME", folder.path());
    refused.start();
    VERIFY_EXIT(refused, 1);
    VERIFY_OF(refused, refused.err().contains("says 9900 of 10000 correct, its own predictions say 8823"));
}

void TestModelsProgram::noCardIsMade_data()
{
    QTest::addColumn<QByteArray>("model");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a bundled model") << fileBytes(bundled("resnet8.onnx")) << ""
                                     << "has a card already: resnet8, which comes with this program";
    QTest::newRow("no better than chance")
        << flatModel({3, 32, 32}, 10) << ""
        << "no card is made, for the model is no better than chance: 1000 of 10000";
    QTest::newRow("grey pictures") << flatModel({1, 28, 28}, 10) << ""
                                   << "is not for images as those of the test set: 3×32×32 in 10 classes";
    QTest::newRow("bf16") << resnet8OfOnesOwn() << "--precision bf16"
                          << "bf16 runs on the fp32 file";
    QTest::newRow("no model") << QByteArray("text") << ""
                              << "own.onnx";
}

void TestModelsProgram::noCardIsMade()
{
    QFETCH(QByteArray, model);
    QFETCH(QString, options);
    QFETCH(QString, reason);
    QTemporaryDir folder;
    QVERIFY(writeFile(folder.filePath("own.onnx"), model));
    Iotbench iotbench(options.split(u' ', Qt::SkipEmptyParts)
        << QStringLiteral("--make-card") << folder.filePath("own.onnx"));
    iotbench.setEnvironment("XDG_DATA_HOME", folder.path());
    iotbench.start();
    VERIFY_EXIT(iotbench, 1);
    VERIFY_OF(iotbench, iotbench.err().contains(reason.toUtf8()));
    QVERIFY(!QDir(folder.filePath("iotbench")).exists());
}

QTEST_GUILESS_MAIN(TestModelsProgram)
#include "tst_models_program.moc"
