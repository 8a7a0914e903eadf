// What the module openvino has beyond the other engines': its kernels, bfloat16, its own model format.
// Skipped where it was not built.
#include "module_fixture.h"
#include "noise.h"

#include <QFile>

#include <algorithm>
#include <cstdint>
#include <cstring>

using namespace iotbench;
using namespace iotbench::engines;
using iotbench::test::EngineModules;
using iotbench::test::noise;
using iotbench::test::orThrow;

class TestOpenvino : public QObject {
    Q_OBJECT

private:
    const EngineModules m_modules{};
    Engine* m_engine = nullptr;

    // In int8 where that can be, for there kernels differ.
    CompileResult compileHinted(const std::string& hint) const
    {
        const auto precisions = m_engine->precisions();
        const bool hasInt8 = std::ranges::find(precisions, Precision::Int8) != precisions.end();
        const Precision precision = hasInt8 ? Precision::Int8 : Precision::Fp32;
        const LoadedModel loaded = orThrow(m_modules.catalogue().load("resnet8", precision));
        return m_engine->compile(loaded.source(), {precision, "CPU", 2, hint});
    }

private slots:
    void initTestCase()
    {
        const Result<Engine*> found = m_modules.registry().find("openvino");
        if (!found) {
            QSKIP(qPrintable(test::howToTestIt("openvino", found.error())));
        }
        m_engine = *found;
    }

    void theDescriptionNamesKernelsAndThreads()
    {
        const CompileResult compiled = m_modules.compile(*m_engine, "resnet8");
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const std::string description = compiled.model->description();
        QVERIFY2(description.starts_with("fp32, CPU, one thread a session, convolutions by "),
            description.c_str());
        const std::string library = ", openvino " + m_engine->version() + ", TBB 202";
        QVERIFY2(description.find(library) != std::string::npos, description.c_str());
    }

    // Which kernels are the faster is the machine's to say, but what is written down must be a gain.
    void otherKernelsAreTakenForAGainOnly()
    {
        const CompileResult compiled = m_modules.compile(*m_engine, "resnet8", Precision::Int8);
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const std::string description = compiled.model->description();
        const std::string words = ", measured ";
        if (const std::size_t at = description.find(words); at != std::string::npos) {
            QVERIFY2(std::stod(description.substr(at + words.size())) >= 1.03, description.c_str());
        } else {
            QVERIFY2(description.find(", convolutions by ") != std::string::npos, description.c_str());
        }
    }

    // What it found out is told, and the next start runs by it without finding it out again.
    void itRunsByWhatItFoundOut()
    {
        const CompileResult fresh = compileHinted("");
        QVERIFY2(fresh.model != nullptr, fresh.error.english().c_str());
        const std::string hint = fresh.model->hint();
        QVERIFY(!hint.empty());
        const CompileResult hinted = compileHinted(hint);
        QVERIFY2(hinted.model != nullptr, hinted.error.english().c_str());
        QCOMPARE(hinted.model->hint(), hint);
        std::string description = fresh.model->description();
        if (const std::size_t at = description.find(", measured "); at != std::string::npos) {
            description.replace(at, std::strlen(", measured "), ", remembered as ");
        }
        QCOMPARE(hinted.model->description(), description);
    }

    void aHintThatItDoesNotKnowIsPassedOver_data()
    {
        QTest::addColumn<QString>("hint");
        QTest::newRow("words") << "open sesame now";
        QTest::newRow("one word") << "sesame";
        QTest::newRow("two words") << "jit_avx512 1.14";
        QTest::newRow("kernels of another processor") << "jit_asimd 1.5 brgconv_sve";
    }
    void aHintThatItDoesNotKnowIsPassedOver()
    {
        QFETCH(QString, hint);
        const CompileResult compiled = compileHinted(hint.toStdString());
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const std::string description = compiled.model->description();
        QVERIFY2(description.find("remembered") == std::string::npos, description.c_str());
        QVERIFY(compiled.model->hint() != hint.toStdString());
    }

    // The first session of a batch size has what was compiled, the others what that exported.
    void allSessionsOfABatchSizeRunTheSame()
    {
        const CompileResult compiled = compileHinted("");
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const std::vector<float> images = noise(4);
        std::vector<float> first;
        for (int i = 0; i < 3; ++i) {
            const SessionResult session = compiled.model->createSession(4);
            QVERIFY2(session.session != nullptr, session.error.english().c_str());
            std::copy(images.begin(), images.end(), session.session->input());
            const float* scores = session.session->infer();
            if (first.empty()) {
                first.assign(scores, scores + 40);
            }
            QVERIFY(std::equal(first.begin(), first.end(), scores));
        }
    }

    void bf16IsWithinTheVerdictsBarOfFp32()
    {
        const auto precisions = m_engine->precisions();
        const CompileResult compiled = m_modules.compile(*m_engine, "resnet20", Precision::Bf16);
        if (std::find(precisions.begin(), precisions.end(), Precision::Bf16) == precisions.end()) {
            QCOMPARE(compiled.error.english(),
                std::string(
                    "device CPU does not compute in bf16: this processor has no bfloat16 instructions "
                    "(AVX-512 BF16, AMX or SVE BF16); take fp32 or another engine or device"));
            QSKIP("this processor has no bfloat16 instructions: run the test on one that has, as of 2020 on");
        }
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        QVERIFY(compiled.model->description().starts_with("bf16, CPU, "));
        const int right
            = EngineModules::rightOf(EngineModules::scoresOf(*compiled.model, Normalisation::MeanSubtracted));
        QVERIFY2(std::abs(right - 9212) <= 30, qPrintable(QString::number(right)));
    }

    void anEmptyFileIsNoModel()
    {
        ModelSource source;
        source.name = "some";
        const CompileResult compiled = m_engine->compile(source, {});
        QVERIFY2(compiled.error.english().starts_with(
                     "model some cannot be read: OpenVINO: Unable to read the model. "),
            compiled.error.english().c_str());
    }

    // OpenVINO's own format: a graph that takes each image's first ten values for scores.
    void itReadsItsOwnFormat()
    {
        QFile file(iotbench::test::dataPath("models/first_ten_values.xml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray graph = file.readAll();
        const std::array<std::int64_t, 5> constants{0, 3072, 0, 10, 1};
        ModelSource source;
        source.format = ModelFormat::OpenVinoIr;
        source.name = "first ten";
        source.channels = 3;
        source.height = source.width = 32;
        source.classes = 10;
        source.bytes
            = {reinterpret_cast<const std::uint8_t*>(graph.data()), static_cast<std::size_t>(graph.size())};
        source.weights = {reinterpret_cast<const std::uint8_t*>(constants.data()), sizeof constants};
        const CompileResult compiled = m_engine->compile(source, {});
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const SessionResult session = compiled.model->createSession(2);
        const std::vector<float> images = noise(2);
        std::copy(images.begin(), images.end(), session.session->input());
        const float* scores = session.session->infer();
        QVERIFY(std::equal(scores, scores + 10, images.begin()));
        QVERIFY(std::equal(scores + 10, scores + 20, images.begin() + 3072));

        source.bytes = source.bytes.first(source.bytes.size() / 2);
        const CompileResult broken = m_engine->compile(source, {});
        QVERIFY(broken.model == nullptr);
        QVERIFY2(broken.error.english().starts_with("model first ten cannot be read: OpenVINO: "),
            broken.error.english().c_str());
        QVERIFY2(broken.error.english().find('\n') == std::string::npos, broken.error.english().c_str());
    }
};

QTEST_APPLESS_MAIN(TestOpenvino)
#include "tst_openvino.moc"
