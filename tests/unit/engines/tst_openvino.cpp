// The module openvino, as the program loads it: what it answers, what it refuses. Skipped where it was not
// built.
#include "engines/engine_registry.h"
#include "images/cifar10.h"
#include "images/test_set.h"
#include "models/infer_images.h"
#include "models/model_catalogue.h"

#include "noise.h"
#include "test_paths.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <stdexcept>
#include <thread>

using namespace iotbench;
using namespace iotbench::engines;
using iotbench::test::noise;

namespace {

template <typename T>
T orThrow(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().english());
    }
    return std::move(*result);
}

} // namespace

class TestOpenvino : public QObject {
    Q_OBJECT

private:
    const std::array<std::filesystem::path, 1> m_folders{test::buildPath("engines").toStdString()};
    const EngineRegistry m_registry{m_folders};
    const std::array<std::filesystem::path, 1> m_models{test::sourcePath("models").toStdString()};
    const ModelCatalogue m_catalogue{m_models};
    Engine* m_engine = nullptr;

    CompileResult compile(const std::string& model, Precision precision, const char* device = "CPU") const
    {
        const LoadedModel loaded = orThrow(m_catalogue.load(model, precision));
        return m_engine->compile(loaded.source(), {precision, device, 2});
    }

    bool has(Precision precision) const
    {
        const auto precisions = m_engine->precisions();
        return std::find(precisions.begin(), precisions.end(), precision) != precisions.end();
    }

private slots:
    void initTestCase()
    {
        const Result<Engine*> found = m_registry.find("openvino");
        if (!found) {
            QSKIP(qPrintable(QString::fromStdString(found.error().english())
                + "; to test it too: IOTBENCH_OPENVINO=ON tests/run.sh, or configure with "
                  "-DOpenVINO_DIR=FOLDER"));
        }
        m_engine = *found;
    }

    void itIsListed()
    {
        const auto entry = std::find_if(m_registry.list().begin(), m_registry.list().end(),
            [](const EngineEntry& each) { return each.name == "openvino"; });
        QVERIFY(entry->available);
        QVERIFY2(entry->version.starts_with("202") && entry->version.find('-') == std::string::npos,
            entry->version.c_str());
        QVERIFY(std::find(entry->devices.begin(), entry->devices.end(), "CPU") != entry->devices.end());
        QCOMPARE(entry->precisions.front(), Precision::Fp32);
        QVERIFY(entry->needsModel);
    }

    void theDescriptionSaysWhatRuns()
    {
        const CompileResult compiled = compile("resnet8", Precision::Fp32);
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
        const CompileResult compiled = compile("resnet8", Precision::Int8);
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const std::string description = compiled.model->description();
        const std::string words = ", measured ";
        if (const std::size_t at = description.find(words); at != std::string::npos) {
            QVERIFY2(std::stod(description.substr(at + words.size())) >= 1.03, description.c_str());
        } else {
            QVERIFY2(description.find(", convolutions by ") != std::string::npos, description.c_str());
        }
    }

    void aBatchIsSoManySingleImages()
    {
        const CompileResult compiled = compile("resnet8", Precision::Fp32);
        const std::vector<float> images = noise(32);
        const SessionResult single = compiled.model->createSession(1);
        for (const std::size_t batch : {2, 8, 32}) {
            const SessionResult many = compiled.model->createSession(batch);
            QVERIFY2(many.session != nullptr, many.error.english().c_str());
            QCOMPARE(many.session->batch(), batch);
            QCOMPARE(reinterpret_cast<std::uintptr_t>(many.session->input()) % 64, std::uintptr_t{0});
            std::copy_n(images.begin(), batch * 3072, many.session->input());
            const float* scores = many.session->infer();
            QVERIFY2(scores != nullptr, many.session->error().english().c_str());
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

    // Nothing of an earlier batch stays behind, and the memory stays where it is.
    void inputAndResultDoNotDependOnWhatCameBefore()
    {
        const CompileResult compiled = compile("resnet8", Precision::Fp32);
        const SessionResult session = compiled.model->createSession(1);
        const std::vector<float> images = noise(2);
        float* const input = session.session->input();
        const float* const output = session.session->infer();
        std::vector<std::vector<float>> results;
        for (const int image : {0, 1, 0}) {
            QVERIFY(session.session->input() == input);
            std::copy_n(images.begin() + image * 3072, 3072, input);
            const float* scores = session.session->infer();
            QVERIFY(scores == output);
            results.emplace_back(scores, scores + 10);
        }
        QVERIFY(results[0] == results[2]);
        QVERIFY(results[0] != results[1]);
    }

    void sessionsRunSideBySide()
    {
        const CompileResult compiled = compile("resnet8", Precision::Fp32);
        const std::vector<float> images = noise(1);
        std::array<std::vector<float>, 4> results;
        {
            std::vector<std::jthread> threads;
            for (std::vector<float>& result : results) {
                threads.emplace_back([&] {
                    const SessionResult session = compiled.model->createSession(1);
                    std::copy(images.begin(), images.end(), session.session->input());
                    for (int i = 0; i < 50; ++i) {
                        const float* scores = session.session->infer();
                        result.assign(scores, scores + 10);
                    }
                });
            }
        }
        for (const std::vector<float>& result : results) {
            QCOMPARE(result.size(), std::size_t{10});
            QVERIFY(result == results.front());
        }
    }

    void fp32PredictsAsTheCardSays_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("right");
        QTest::newRow("resnet20") << "resnet20" << 9212;
        QTest::newRow("cnn") << "cnn" << 8623;
        QTest::newRow("resnet8") << "resnet8" << 8823;
    }
    // The cards' fp32 predictions are OpenCV's. A different one is allowed where the two best scores are as
    // good as equal, and is named.
    void fp32PredictsAsTheCardSays()
    {
        QFETCH(QString, model);
        QFETCH(int, right);
        const LoadedModel loaded = orThrow(m_catalogue.load(model.toStdString()));
        const CompileResult compiled = m_engine->compile(loaded.source(), {Precision::Fp32, "CPU", 2});
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const std::vector<float> scores = scoresOf(*compiled.model, *loaded.normalisation());
        QCOMPARE(int(loaded.variant()->correct), right);
        for (std::size_t k = 0; k < cifar10::kTestSetSize; ++k) {
            const float* best = std::max_element(&scores[k * 10], &scores[k * 10] + 10);
            const auto card = static_cast<std::size_t>(loaded.variant()->predictions[k] - '0');
            if (best - &scores[k * 10] == static_cast<std::ptrdiff_t>(card)) {
                continue;
            }
            const float gap = *best - scores[k * 10 + card];
            QVERIFY2(gap < 1e-4F, qPrintable(QStringLiteral("image %1: %2 apart").arg(k).arg(gap)));
            qInfo("image %zu is a tie: class %td here, %zu by OpenCV, %g apart", k, best - &scores[k * 10],
                card, static_cast<double>(gap));
        }
    }

    void bf16IsWithinTheVerdictsBarOfFp32()
    {
        if (!has(Precision::Bf16)) {
            const CompileResult compiled = compile("resnet20", Precision::Bf16);
            QCOMPARE(compiled.error.english(),
                std::string(
                    "device CPU does not compute in bf16: this processor has no bfloat16 instructions "
                    "(AVX-512 BF16, AMX or SVE BF16); take fp32 or another engine or device"));
            QSKIP("this processor has no bfloat16 instructions: run the test on one that has, as of 2020 on");
        }
        const CompileResult compiled = compile("resnet20", Precision::Bf16);
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        QVERIFY(compiled.model->description().starts_with("bf16, CPU, "));
        const int right = rightOf(scoresOf(*compiled.model, Normalisation::MeanSubtracted));
        QVERIFY2(std::abs(right - 9212) <= 30, qPrintable(QString::number(right)));
    }

    void int8PredictsAsItsCardSays_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("right");
        QTest::addColumn<int>("fp32");
        QTest::newRow("resnet20") << "resnet20" << 9204 << 9212;
        QTest::newRow("cnn") << "cnn" << 8626 << 8623;
        QTest::newRow("resnet8") << "resnet8" << 8798 << 8823;
    }
    // The card's own count, or within the verdict's bar where a processor rounds otherwise.
    void int8PredictsAsItsCardSays()
    {
        QFETCH(QString, model);
        QFETCH(int, right);
        QFETCH(int, fp32);
        if (!has(Precision::Int8)) {
            QSKIP("this processor does not compute in int8: run the test on one that does");
        }
        const LoadedModel loaded = orThrow(m_catalogue.load(model.toStdString(), Precision::Int8));
        QCOMPARE(int(loaded.variant()->correct), right);
        QVERIFY(fp32 - right <= 30);
        const CompileResult compiled = m_engine->compile(loaded.source(), {Precision::Int8, "CPU", 2});
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        QVERIFY(compiled.model->description().starts_with("int8, CPU, "));
        const int here = rightOf(scoresOf(*compiled.model, *loaded.normalisation()));
        QVERIFY2(std::abs(here - right) <= 30, qPrintable(QString::number(here)));
    }

    void aQuantisedModelWantsInt8()
    {
        const LoadedModel loaded = orThrow(m_catalogue.load("resnet8", Precision::Int8));
        const CompileResult compiled = m_engine->compile(loaded.source(), {Precision::Fp32, "CPU", 1});
        QVERIFY(compiled.model == nullptr);
        QCOMPARE(
            compiled.error.english(), std::string("model resnet8 is quantised: ask for --precision int8"));
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

    void itRefuses_data()
    {
        QTest::addColumn<int>("precision");
        QTest::addColumn<QString>("device");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QString>("reason");
        const QString none = "engine openvino has no device \"TOASTER\" here, only CPU";
        QTest::newRow("device") << int(Precision::Fp32) << "TOASTER" << -1 << none;
        QTest::newRow("not quantised") << int(Precision::Int8) << "CPU" << -1
                                       << "model some is not quantised, so it cannot run in int8: ";
        QTest::newRow("empty") << int(Precision::Fp32) << "CPU" << 0
                               << "model some cannot be read: OpenVINO: Unable to read the model. ";
        QTest::newRow("cut") << int(Precision::Fp32) << "CPU" << 1000
                             << "model some cannot be read: OpenVINO: ";
    }
    void itRefuses()
    {
        QFETCH(int, precision);
        QFETCH(QString, device);
        QFETCH(int, bytes);
        QFETCH(QString, reason);
        const LoadedModel loaded = orThrow(m_catalogue.load("resnet8"));
        ModelSource asked = loaded.source();
        asked.name = "some";
        if (bytes >= 0) {
            asked.bytes = asked.bytes.first(static_cast<std::size_t>(bytes));
        }
        const CompileResult compiled
            = m_engine->compile(asked, {static_cast<Precision>(precision), device.toStdString(), 1});
        QVERIFY(compiled.model == nullptr);
        QVERIFY2(QString::fromStdString(compiled.error.english()).startsWith(reason),
            compiled.error.english().c_str());
        QVERIFY2(compiled.error.english().find('\n') == std::string::npos, compiled.error.english().c_str());
    }

    void itSaysWhenTheClassesAreOthers()
    {
        const LoadedModel loaded = orThrow(m_catalogue.load("resnet8"));
        ModelSource asked = loaded.source();
        asked.classes = 100;
        const CompileResult compiled = m_engine->compile(asked, {});
        QVERIFY(compiled.model == nullptr);
        QCOMPARE(compiled.error.english(),
            std::string("model resnet8 does not run: the model's output is not 1 times 100 scores"));
    }

private:
    std::vector<float> scoresOf(CompiledModel& model, Normalisation normalisation) const
    {
        const InferOptions options{normalisation, cifar10::kTestSetSize, 8, 2};
        return orThrow(
            inferImages(model, orThrow(loadBundledTestSet()), orThrow(loadTrainingPixelMean()), options));
    }

    static int rightOf(const std::vector<float>& scores)
    {
        const ImageSet images = orThrow(loadBundledTestSet());
        int right = 0;
        for (std::size_t k = 0; k < images.size(); ++k) {
            const float* first = &scores[k * 10];
            right += std::max_element(first, first + 10) - first == images.labels[k] ? 1 : 0;
        }
        return right;
    }
};

QTEST_APPLESS_MAIN(TestOpenvino)
#include "tst_openvino.moc"
