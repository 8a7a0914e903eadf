// Images at rest through a model: every image once, in order, whatever the batch and the number of threads.
#include "engines/opencv/opencv_engine.h"
#include "images/cifar10.h"
#include "models/infer_images.h"
#include "models/keras/onnx_writer.h"

#include <QtTest>

#include <cmath>

using namespace iotbench;
using namespace iotbench::engines;

namespace {

// Its "scores" are the first ten inputs of each image; it fails at the image whose first input is `failAt`.
class EchoSession final : public Session {
public:
    EchoSession(std::size_t batch, float failAt)
        : m_input(batch * cifar10::kImageValues)
        , m_scores(batch * cifar10::kClassCount)
        , m_batch(batch)
        , m_failAt(failAt)
    {
    }
    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }
    const float* infer() noexcept override
    {
        for (std::size_t i = 0; i < m_batch; ++i) {
            const auto* image = m_input.data() + i * cifar10::kImageValues;
            if (image[0] == m_failAt) {
                return nullptr;
            }
            std::copy_n(image, cifar10::kClassCount, m_scores.data() + i * cifar10::kClassCount);
        }
        return m_scores.data();
    }
    const Message& error() const noexcept override { return m_error; }

private:
    std::vector<float> m_input;
    std::vector<float> m_scores;
    std::size_t m_batch;
    float m_failAt;
    Message m_error = verbatim("out of echo");
};

class EchoModel final : public CompiledModel {
public:
    explicit EchoModel(float failAt = -1)
        : m_failAt(failAt)
    {
    }
    SessionResult createSession(std::size_t batch) noexcept override
    {
        return batch > 64 ? SessionResult{nullptr, verbatim("too large")}
                          : SessionResult{std::make_unique<EchoSession>(batch, m_failAt), {}};
    }
    std::string description() const override { return "echo"; }

private:
    float m_failAt;
};

// Image k is k mod 251 everywhere.
ImageSet images(std::size_t count)
{
    ImageSet set = cifar10::noImages();
    for (std::size_t k = 0; k < count; ++k) {
        set.pixels.insert(set.pixels.end(), cifar10::kImageValues, static_cast<std::uint8_t>(k % 251));
        set.labels.push_back(0);
    }
    return set;
}

} // namespace

class TestInferImages : public QObject {
    Q_OBJECT

private slots:
    void everyImageOnceInOrder_data()
    {
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("threads");
        QTest::newRow("one by one") << 1 << 1;
        QTest::newRow("a last batch that is not full") << 8 << 1;
        QTest::newRow("threads") << 8 << 4;
        QTest::newRow("more threads than batches") << 64 << 8;
    }
    void everyImageOnceInOrder()
    {
        QFETCH(int, batch);
        QFETCH(int, threads);
        EchoModel model;
        const ImageSet set = images(301);
        const auto scores = inferImages(model, set, PixelMean(),
            {Normalisation::Raw, 301, static_cast<std::size_t>(batch), static_cast<unsigned>(threads)});
        QVERIFY2(scores, scores.error().english().c_str());
        QCOMPARE(scores->size(), std::size_t{3010});
        for (std::size_t k = 0; k < 301; ++k) {
            QCOMPARE((*scores)[k * 10], static_cast<float>(k % 251));
            QCOMPARE((*scores)[k * 10 + 9], static_cast<float>(k % 251));
        }
    }

    void normalises()
    {
        EchoModel model;
        const PixelMean mean(cifar10::kImageValues, 0.25F);
        const ImageSet set = images(52);
        const auto unit = inferImages(model, set, mean, {Normalisation::Unit, 52, 1, 1});
        QVERIFY(std::abs((*unit)[510] - 0.2F) < 1e-6F); // 51 / 255
        const auto subtracted = inferImages(model, set, mean, {Normalisation::MeanSubtracted, 52, 1, 1});
        QVERIFY(std::abs((*subtracted)[510] + 0.05F) < 1e-6F);
    }

    // Of 4 × 2 pixels and two channels, by a model that takes three of the values for its scores.
    void imagesOfAnotherShapeAndOtherClasses()
    {
        keras::OnnxWriter writer;
        const std::string input = writer.addInput("input", {2, 2, 4});
        const std::string flat = writer.addNode("flatten", "Flatten", {input}, {});
        std::vector<float> weights(16 * 3); // channel 0 at (0, 0), channel 1 at (0, 0), channel 1 at (3, 1)
        weights[0 * 3 + 0] = weights[8 * 3 + 1] = weights[15 * 3 + 2] = 1;
        const std::string table = writer.addFloats("weights", weights, {16, 3});
        const std::vector<std::uint8_t> onnx
            = writer.finish(writer.addNode("dense", "MatMul", {flat, table}, {}), {3});

        ImageSet set;
        set.facts = {{.width = 4, .height = 2, .channels = 2}, {"one", "two", "three"}};
        for (std::size_t i = 0; i < 5 * 16; ++i)
            set.pixels.push_back(static_cast<std::uint8_t>(i));
        set.labels.resize(5);
        ModelSource source;
        source.bytes = onnx;
        source.name = "three values";
        source.channels = 2;
        source.height = 2;
        source.width = 4;
        source.classes = 3;
        const auto engine = createOpencvEngine();
        const CompileResult compiled = engine->compile(source, {});
        QVERIFY2(compiled.model, compiled.error.english().c_str());
        const auto scores
            = inferImages(*compiled.model, set, {}, {.normalisation = Normalisation::Raw, .batch = 2});
        QVERIFY2(scores, scores.error().english().c_str());
        QCOMPARE(*scores, (std::vector<float>{0, 1, 15, 16, 17, 31, 32, 33, 47, 48, 49, 63, 64, 65, 79}));
    }

    void noMoreThanThereAre()
    {
        EchoModel model;
        QCOMPARE(inferImages(model, images(3), PixelMean(), {Normalisation::Raw, 10'000, 8, 1})->size(),
            std::size_t{30});
    }

    void theEnginesErrorComesBack()
    {
        EchoModel failing(200);
        QCOMPARE(
            inferImages(failing, images(301), PixelMean(), {Normalisation::Raw, 301, 8, 4}).error().english(),
            std::string("out of echo"));
        EchoModel model;
        QCOMPARE(inferImages(model, images(3), PixelMean(), {Normalisation::Raw, 3, 65, 1}).error().english(),
            std::string("too large"));
    }
};

QTEST_APPLESS_MAIN(TestInferImages)
#include "tst_infer_images.moc"
