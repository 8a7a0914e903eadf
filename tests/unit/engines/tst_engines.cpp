// The built-in engines: what they accept, what they refuse, and that a batch is so many single images.
#include "engines/null/null_engine.h"
#include "engines/opencv/opencv_engine.h"

#include "noise.h"
#include "test_paths.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <cstdint>

using namespace iotbench::engines;
using iotbench::test::noise;

namespace {

std::vector<std::uint8_t> bundledModel()
{
    QFile file(iotbench::test::sourcePath(QStringLiteral("models/resnet8.onnx")));
    const QByteArray bytes = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return {bytes.begin(), bytes.end()};
}

} // namespace

class TestEngines : public QObject {
    Q_OBJECT

private:
    const std::vector<std::uint8_t> m_onnx = bundledModel();
    const std::unique_ptr<Engine> m_opencv = createOpencvEngine();

    ModelSource source() const
    {
        ModelSource source;
        source.bytes = m_onnx;
        source.name = "resnet8";
        source.channels = 3;
        source.height = source.width = 32;
        source.classes = 10;
        return source;
    }

private slots:
    void opencvGivesProbabilities()
    {
        const CompileResult compiled = m_opencv->compile(source(), {});
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        QVERIFY(compiled.model->description().starts_with("fp32, CPU, opencv 4."));
        const SessionResult session = compiled.model->createSession(4);
        QVERIFY2(session.session != nullptr, session.error.english().c_str());
        QCOMPARE(session.session->batch(), std::size_t{4});
        QCOMPARE(reinterpret_cast<std::uintptr_t>(session.session->input()) % 64, std::uintptr_t{0});
        const std::vector<float> images = noise(4);
        std::copy(images.begin(), images.end(), session.session->input());
        const float* scores = session.session->infer();
        QVERIFY2(scores != nullptr, session.session->error().english().c_str());
        for (int image = 0; image < 4; ++image) {
            float sum = 0;
            for (int i = 0; i < 10; ++i) {
                QVERIFY(scores[image * 10 + i] >= 0);
                sum += scores[image * 10 + i];
            }
            QVERIFY(std::abs(sum - 1) < 1e-5F);
        }
    }

    void aBatchIsSoManySingleImages()
    {
        const CompileResult compiled = m_opencv->compile(source(), {});
        const std::vector<float> images = noise(32);
        const SessionResult single = compiled.model->createSession(1);
        for (const std::size_t batch : {2, 8, 32}) {
            const SessionResult many = compiled.model->createSession(batch);
            std::copy_n(images.begin(), batch * 3072, many.session->input());
            const float* scores = many.session->infer();
            QVERIFY(scores != nullptr);
            for (std::size_t i = 0; i < batch; ++i) {
                std::copy_n(
                    images.begin() + static_cast<std::ptrdiff_t>(i * 3072), 3072, single.session->input());
                const float* alone = single.session->infer();
                for (std::size_t c = 0; c < 10; ++c) {
                    QVERIFY(std::abs(scores[i * 10 + c] - alone[c]) < 1e-5F);
                }
            }
        }
    }

    // A session that ran before must give the same again: nothing of an earlier batch stays behind.
    void inputAndResultDoNotDependOnWhatCameBefore()
    {
        const CompileResult compiled = m_opencv->compile(source(), {});
        const SessionResult session = compiled.model->createSession(1);
        const std::vector<float> images = noise(2);
        float* const input = session.session->input();
        std::vector<std::vector<float>> results;
        for (const int image : {0, 1, 0}) {
            QVERIFY(session.session->input() == input);
            std::copy_n(images.begin() + image * 3072, 3072, input);
            const float* scores = session.session->infer();
            results.emplace_back(scores, scores + 10);
        }
        QVERIFY(results[0] == results[2]);
        QVERIFY(results[0] != results[1]);
    }

    void opencvRefuses_data()
    {
        QTest::addColumn<int>("precision");
        QTest::addColumn<QString>("device");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("int8") << int(Precision::Int8) << "CPU" << -1 << "engine opencv computes in fp32 only";
        QTest::newRow("GPU") << int(Precision::Fp32) << "GPU" << -1
                             << "engine opencv has no device \"GPU\", only CPU";
        QTest::newRow("empty") << int(Precision::Fp32) << "CPU" << 0
                               << "engine opencv reads ONNX models only";
        QTest::newRow("cut") << int(Precision::Fp32) << "CPU" << 1000
                             << "model resnet8 does not run: OpenCV: ";
    }
    void opencvRefuses()
    {
        QFETCH(int, precision);
        QFETCH(QString, device);
        QFETCH(int, bytes);
        QFETCH(QString, reason);
        ModelSource asked = source();
        if (bytes >= 0) {
            asked.bytes = asked.bytes.first(static_cast<std::size_t>(bytes));
        }
        const CompileResult compiled
            = m_opencv->compile(asked, {static_cast<Precision>(precision), device.toStdString(), 1});
        QVERIFY(compiled.model == nullptr);
        QVERIFY2(QString::fromStdString(compiled.error.english()).startsWith(reason),
            compiled.error.english().c_str());
    }

    void opencvSaysWhenTheClassesAreOthers()
    {
        ModelSource asked = source();
        asked.classes = 100;
        const CompileResult compiled = m_opencv->compile(asked, {});
        QVERIFY(compiled.model == nullptr);
        QVERIFY2(compiled.error.english().find("not 1 times 100 scores") != std::string::npos,
            compiled.error.english().c_str());
    }

    void nullTakesAnythingAndAnswersNothing()
    {
        const auto engine = createNullEngine();
        QVERIFY(!engine->needsModel());
        const CompileResult compiled = engine->compile(source(), {Precision::Int8, "CPU", 4});
        QVERIFY(compiled.model != nullptr);
        const SessionResult session = compiled.model->createSession(8);
        QCOMPARE(session.session->batch(), std::size_t{8});
        std::fill_n(session.session->input(), 8 * 3072, 1.0F);
        const float* scores = session.session->infer();
        QVERIFY(std::all_of(scores, scores + 80, [](float score) { return score == 0.1F; }));
    }

    void nullTakesAnyShapeAndNumberOfClasses()
    {
        ModelSource small;
        small.channels = 1;
        small.height = 2;
        small.width = 3;
        small.classes = 4;
        QCOMPARE(small.inputValues(), std::size_t{6});
        const CompileResult compiled = createNullEngine()->compile(small, {});
        QVERIFY(compiled.model != nullptr);
        const SessionResult session = compiled.model->createSession(2);
        std::fill_n(session.session->input(), 2 * 6, 1.0F);
        const float* scores = session.session->infer();
        QVERIFY(std::all_of(scores, scores + 8, [](float score) { return score == 0.25F; }));
    }
};

QTEST_APPLESS_MAIN(TestEngines)
#include "tst_engines.moc"
