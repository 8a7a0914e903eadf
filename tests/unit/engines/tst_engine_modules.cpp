// The engine modules, as the program loads them: what they answer, what they refuse. Every test runs for each
// of them, and skips those that were not built.
#include "module_fixture.h"
#include "noise.h"

#include <cmath>
#include <cstdint>
#include <thread>

using namespace iotbench;
using namespace iotbench::engines;
using iotbench::test::EngineModules;
using iotbench::test::noise;
using iotbench::test::orThrow;

class TestEngineModules : public QObject {
    Q_OBJECT

private:
    const EngineModules m_modules{};
    Engine* m_engine = nullptr; // the one whose turn it is

    bool has(Precision precision) const
    {
        const auto precisions = m_engine->precisions();
        return std::find(precisions.begin(), precisions.end(), precision) != precisions.end();
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("library"); // as it is called before its own words
        QTest::addColumn<QString>("version"); // how its versions begin
        QTest::newRow("openvino") << "openvino"
                                  << "OpenVINO"
                                  << "202";
        QTest::newRow("onnxruntime") << "onnxruntime"
                                     << "ONNX Runtime"
                                     << "1.";
    }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        const Result<Engine*> found = m_modules.registry().find(engine.toStdString());
        if (!found) {
            QSKIP(qPrintable(test::howToTestIt(engine, found.error())));
        }
        m_engine = *found;
    }

    void itIsListed()
    {
        QFETCH_GLOBAL(QString, engine);
        QFETCH_GLOBAL(QString, version);
        const auto& list = m_modules.registry().list();
        const auto entry = std::find_if(list.begin(), list.end(),
            [&](const EngineEntry& each) { return each.name == engine.toStdString(); });
        QVERIFY(entry->available);
        QVERIFY2(entry->version.starts_with(version.toStdString())
                && entry->version.find('-') == std::string::npos,
            entry->version.c_str());
        QCOMPARE(entry->devices.front(), std::string("CPU"));
        QCOMPARE(entry->precisions.front(), Precision::Fp32);
        QVERIFY(entry->needsModel);
    }

    void theDescriptionSaysWhatRuns()
    {
        QFETCH_GLOBAL(QString, engine);
        const CompileResult compiled = m_modules.compile(*m_engine, "resnet8");
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const std::string description = compiled.model->description();
        QVERIFY2(description.starts_with("fp32, CPU, "), description.c_str());
        const std::string library = engine.toStdString() + " " + m_engine->version();
        QVERIFY2(description.find(library) != std::string::npos, description.c_str());
    }

    void aBatchIsSoManySingleImages()
    {
        const CompileResult compiled = m_modules.compile(*m_engine, "resnet8");
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
        const CompileResult compiled = m_modules.compile(*m_engine, "resnet8");
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

    // Each with images of its own, so that nothing that is shared between them may hold a result.
    void sessionsRunSideBySide()
    {
        constexpr std::size_t kSessions = 4;
        const CompileResult compiled = m_modules.compile(*m_engine, "resnet8");
        const std::vector<float> images = noise(kSessions);
        std::array<std::vector<std::vector<float>>, kSessions> results;
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < kSessions; ++i) {
                threads.emplace_back([&compiled, &images, &ofThis = results[i], i] {
                    const SessionResult session = compiled.model->createSession(1);
                    const auto first = images.begin() + static_cast<std::ptrdiff_t>(i * 3072);
                    for (int k = 0; k < 50; ++k) {
                        std::copy_n(first, 3072, session.session->input());
                        const float* scores = session.session->infer();
                        ofThis.emplace_back(scores, scores + 10);
                    }
                });
            }
        }
        const SessionResult alone = compiled.model->createSession(1);
        for (std::size_t i = 0; i < kSessions; ++i) {
            QCOMPARE(results[i].size(), std::size_t{50});
            std::copy_n(images.begin() + static_cast<std::ptrdiff_t>(i * 3072), 3072, alone.session->input());
            const float* scores = alone.session->infer();
            for (const std::vector<float>& each : results[i]) {
                QVERIFY(std::equal(each.begin(), each.end(), scores));
            }
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
        const LoadedModel loaded = orThrow(m_modules.catalogue().load(model.toStdString()));
        const CompileResult compiled = m_engine->compile(loaded.source(), {Precision::Fp32, "CPU", 2});
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        const std::vector<float> scores = EngineModules::scoresOf(*compiled.model, *loaded.normalisation());
        QCOMPARE(int(loaded.variant()->correct), right);
        for (std::size_t k = 0; k < loaded.variant()->predictions.size(); ++k) {
            const std::size_t here = EngineModules::predicted(scores, k);
            const auto card = static_cast<std::size_t>(loaded.variant()->predictions[k] - '0');
            if (here == card) {
                continue;
            }
            const float gap = scores[k * 10 + here] - scores[k * 10 + card];
            QVERIFY2(gap < 1e-4F, qPrintable(QStringLiteral("image %1: %2 apart").arg(k).arg(gap)));
            qInfo("image %zu is a tie: class %zu here, %zu by OpenCV, %g apart", k, here, card,
                static_cast<double>(gap));
        }
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
    // The card's own count, or within the verdict's bar where a processor or another library rounds
    // otherwise.
    void int8PredictsAsItsCardSays()
    {
        QFETCH(QString, model);
        QFETCH(int, right);
        QFETCH(int, fp32);
        if (!has(Precision::Int8)) {
            QSKIP("this processor does not compute in int8: run the test on one that does");
        }
        const LoadedModel loaded = orThrow(m_modules.catalogue().load(model.toStdString(), Precision::Int8));
        const std::string& card = loaded.variant()->predictions;
        QCOMPARE(int(loaded.variant()->correct), right);
        QVERIFY(fp32 - right <= 30);
        const CompileResult compiled = m_engine->compile(loaded.source(), {Precision::Int8, "CPU", 2});
        QVERIFY2(compiled.model != nullptr, compiled.error.english().c_str());
        QVERIFY(compiled.model->description().starts_with("int8, CPU, "));
        const std::vector<float> scores = EngineModules::scoresOf(*compiled.model, *loaded.normalisation());
        const int here = EngineModules::rightOf(scores);
        QVERIFY2(std::abs(here - right) <= 30, qPrintable(QString::number(here)));
        int equal = 0;
        for (std::size_t k = 0; k < card.size(); ++k) {
            equal += EngineModules::predicted(scores, k) == static_cast<std::size_t>(card[k] - '0') ? 1 : 0;
        }
        QVERIFY2(equal >= 9900, qPrintable(QString::number(equal)));
        qInfo("%d of %zu predictions are the card's, %d are correct, %d by the card", equal, card.size(),
            here, right);
    }

    void aQuantisedModelWantsInt8()
    {
        const LoadedModel loaded = orThrow(m_modules.catalogue().load("resnet8", Precision::Int8));
        const CompileResult compiled = m_engine->compile(loaded.source(), {Precision::Fp32, "CPU", 1});
        QVERIFY(compiled.model == nullptr);
        QCOMPARE(
            compiled.error.english(), std::string("model resnet8 is quantised: ask for --precision int8"));
    }

    void itRefuses_data()
    {
        QTest::addColumn<int>("precision");
        QTest::addColumn<QString>("device");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<QString>("reason");
        QTest::newRow("device") << int(Precision::Fp32) << "TOASTER" << -1
                                << "engine %1 has no device \"TOASTER\" here, only CPU";
        QTest::newRow("not quantised") << int(Precision::Int8) << "CPU" << -1
                                       << "model some is not quantised, so it cannot run in int8: ";
        QTest::newRow("empty") << int(Precision::Fp32) << "CPU" << 0 << "model some cannot be read: %2: ";
        QTest::newRow("cut") << int(Precision::Fp32) << "CPU" << 1000 << "model some cannot be read: %2: ";
    }
    void itRefuses()
    {
        QFETCH_GLOBAL(QString, engine);
        QFETCH_GLOBAL(QString, library);
        QFETCH(int, precision);
        QFETCH(QString, device);
        QFETCH(int, bytes);
        QFETCH(QString, reason);
        const LoadedModel loaded = orThrow(m_modules.catalogue().load("resnet8"));
        ModelSource asked = loaded.source();
        asked.name = "some";
        if (bytes >= 0) {
            asked.bytes = asked.bytes.first(static_cast<std::size_t>(bytes));
        }
        const CompileResult compiled
            = m_engine->compile(asked, {static_cast<Precision>(precision), device.toStdString(), 1});
        QVERIFY(compiled.model == nullptr);
        const QString words = QString::fromStdString(compiled.error.english());
        QVERIFY2(words.startsWith(reason.replace("%1", engine).replace("%2", library)), qPrintable(words));
        QVERIFY2(!words.contains('\n'), qPrintable(words));
        QVERIFY2(
            !words.contains(".cc:") && !words.contains(".cpp:"), qPrintable(words)); // no place in a source
    }

    void itSaysWhenTheClassesAreOthers()
    {
        const LoadedModel loaded = orThrow(m_modules.catalogue().load("resnet8"));
        ModelSource asked = loaded.source();
        asked.classes = 100;
        const CompileResult compiled = m_engine->compile(asked, {});
        QVERIFY(compiled.model == nullptr);
        QCOMPARE(compiled.error.english(),
            std::string("model resnet8 does not run: the model's output is not 1 times 100 scores"));
    }
};

QTEST_APPLESS_MAIN(TestEngineModules)
#include "tst_engine_modules.moc"
