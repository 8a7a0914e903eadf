// What calibration chooses, from figures that the test gives; and that a loop of the engine alone measures at
// all.
#include "images/cifar10.h"
#include "run/calibration.h"

#include "engines/aligned_floats.h"

#include <QTest>

#include <chrono>
#include <map>
#include <random>
#include <thread>

using namespace iotbench;

namespace {

class SleepingSession final : public engines::Session {
public:
    SleepingSession(std::size_t batch, bool fails)
        : m_batch(batch)
        , m_fails(fails)
        , m_input(batch * cifar10::kImageValues)
        , m_scores(batch * cifar10::kClassCount)
    {
    }
    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }
    const float* infer() noexcept override
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return m_fails ? nullptr : m_scores.data();
    }
    const Message& error() const noexcept override { return m_error; }

private:
    std::size_t m_batch;
    bool m_fails;
    Message m_error = m_fails ? verbatim("out of order") : Message();
    engines::AlignedFloats m_input;
    std::vector<float> m_scores;
};

struct EngineTraits {
    bool refusesModels = false;
    bool fails = false;
    std::vector<std::string>* hints = nullptr; // that it was given, one for each compile()
};

class FakeModel final : public engines::CompiledModel {
public:
    FakeModel(std::string name, EngineTraits traits)
        : m_name(std::move(name))
        , m_traits(traits)
    {
    }
    engines::SessionResult createSession(std::size_t batch) noexcept override
    {
        return {std::make_unique<SleepingSession>(batch, m_traits.fails), {}};
    }
    std::string description() const override { return m_name; }
    std::string hint() const override { return "found out by " + m_name; }

private:
    std::string m_name;
    EngineTraits m_traits;
};

class FakeEngine final : public engines::Engine {
public:
    explicit FakeEngine(std::string name, EngineTraits traits = {})
        : m_name(std::move(name))
        , m_traits(traits)
    {
    }
    std::string name() const override { return m_name; }
    std::string version() const override { return "1"; }
    std::vector<engines::Precision> precisions() const override { return {engines::Precision::Fp32}; }
    std::vector<std::string> devices() const override { return {"CPU"}; }
    engines::CompileResult compile(
        const engines::ModelSource&, const engines::CompileOptions& options) noexcept override
    {
        if (m_traits.hints)
            m_traits.hints->push_back(options.hint);
        if (m_traits.refusesModels)
            return {nullptr, verbatim("does not like it")};
        return {std::make_unique<FakeModel>(m_name, m_traits), {}};
    }

private:
    std::string m_name;
    EngineTraits m_traits;
};

// Images a second of an engine, by its name, workers and batch; 0: it does not run so.
using Rate = std::function<double(const std::string& engine, unsigned workers, std::size_t batch)>;

MeasureAlone measuring(const Rate& rate)
{
    return [rate](engines::CompiledModel& model, const BareLoop& loop) -> Result<BareFigure> {
        const double imagesPerS = rate(model.description(), loop.threads, loop.batch);
        if (imagesPerS == 0)
            return Error{TR("does not run so")};
        const double perThread = imagesPerS / loop.threads;
        return BareFigure{imagesPerS, static_cast<double>(loop.batch) / perThread * 1e3};
    };
}

Result<CalibrationChoice> choose(std::vector<engines::Engine*> engines, const Rate& rate,
    const std::function<bool()>& cancelled = {}, std::optional<RememberedChoice> remembered = {})
{
    CalibrationPlan plan;
    plan.remembered = std::move(remembered);
    plan.engines = std::move(engines);
    plan.workers = {1, 2};
    plan.batches = {1, 2, 4, 8, 16, 32};
    return calibrate(plan, measuring(rate), cancelled);
}

std::vector<unsigned> batchesTried(const Calibration& calibration, unsigned workers)
{
    std::vector<unsigned> batches;
    for (const CalibrationRow& row : calibration.rows)
        if (row.workers == workers)
            batches.push_back(row.batch);
    return batches;
}

} // namespace

class TestCalibration : public QObject {
    Q_OBJECT

private slots:
    void largeBatchesAreTakenWhereTheyPay()
    {
        FakeEngine engine("e");
        const auto choice = choose({&engine}, [](auto&, unsigned workers, std::size_t batch) {
            return 100.0 * workers * static_cast<double>(batch);
        });
        QVERIFY2(choice, choice.error().english().c_str());
        QCOMPARE(choice->engine, &engine);
        QCOMPARE(choice->workers, 2U);
        QCOMPARE(choice->batch, 32U);
        QCOMPARE(choice->measured.rows.size(), std::size_t{12});
        QVERIFY(choice->measured.rows.back() == CalibrationRow({"e", 2, 32, 6400, 3, 6400.0, 6400.0}));
    }

    void ofWhatIsAsGoodTheSmallestIsTaken()
    {
        FakeEngine engine("e");
        const auto choice = choose({&engine}, [](auto&, unsigned workers, std::size_t batch) {
            return (batch == 1 ? 980.0 : batch == 8 ? 1000.0 : 996.0) + (workers == 2 ? 5.0 : 0.0);
        });
        QVERIFY2(choice, choice.error().english().c_str());
        QCOMPARE(choice->workers, 1U); // within 2 % of what two reach
        QCOMPARE(choice->batch, 2U); // within 1.5 % of what eight reach
        QVERIFY(choice->model); // the one that was measured
        QCOMPARE(choice->model->description(), engine.name());
    }

    // Half a percent of noise, and one measurement in eight disturbed: equal runs choose alike.
    void nearEqualsAreChosenAlike()
    {
        FakeEngine engine("e");
        std::map<unsigned, int> chosen;
        for (unsigned seed = 0; seed < 100; ++seed) {
            std::mt19937 random(seed);
            std::normal_distribution<> noise(1, 0.005);
            const auto choice = choose({&engine}, [&](auto&, unsigned workers, std::size_t batch) {
                const double truth = (batch == 1 ? 940.0 : batch < 8 ? 998.0 : 1000.0) * workers;
                return truth * noise(random) * (random() % 8 == 0 ? 0.9 : 1);
            });
            QVERIFY2(choice, choice.error().english().c_str());
            QCOMPARE(choice->workers, 2U);
            ++chosen[choice->batch];
            const auto row = std::ranges::find_if(choice->measured.rows, [&](const CalibrationRow& one) {
                return one.workers == choice->workers && one.batch == choice->batch;
            });
            QVERIFY(row->rounds >= 3 && *row->lowestImagesPerS <= row->imagesPerS
                && row->imagesPerS <= *row->highestImagesPerS);
        }
        QVERIFY2(chosen[2] >= 90, qPrintable(QString::number(chosen[2])));
    }

    void largeBatchesAreGivenUpWhereTheyDoNotPay()
    {
        FakeEngine engine("e");
        const auto choice
            = choose({&engine}, [](auto&, unsigned workers, std::size_t) { return 50.0 * workers; });
        QVERIFY2(choice, choice.error().english().c_str());
        QCOMPARE(choice->batch, 1U);
        QCOMPARE(batchesTried(choice->measured, 1), std::vector<unsigned>({1, 2, 4, 8}));
    }

    void aBatchThatTakesTooLongIsTheLastTried()
    {
        FakeEngine engine("e");
        const auto choice = choose({&engine},
            [](auto&, unsigned workers, std::size_t batch) { return workers * (batch < 4 ? 10.0 : 15.0); });
        QVERIFY2(choice, choice.error().english().c_str());
        // Two of 10 a second take 200 ms, four of 15 a second 267 ms.
        QCOMPARE(batchesTried(choice->measured, 2), std::vector<unsigned>({1, 2, 4}));
        QCOMPARE(choice->batch, 4U);
    }

    void theFasterEngineIsTakenAndOneThatCannotIsPassedOver()
    {
        FakeEngine slow("slow");
        FakeEngine fast("fast");
        FakeEngine broken("broken", {.refusesModels = true});
        const auto choice = choose({&slow, &broken, &fast},
            [](const std::string& engine, auto...) { return engine == "fast" ? 2000.0 : 1000.0; });
        QVERIFY2(choice, choice.error().english().c_str());
        QCOMPARE(choice->engine->name(), std::string("fast"));
        QCOMPARE(choice->passedOver.size(), std::size_t{1});
        QCOMPARE(choice->passedOver[0].english(), std::string("broken: does not like it"));
    }

    void anEngineThatRunsOnlySmallBatchesIsNotPassedOver()
    {
        FakeEngine engine("e");
        const auto choice = choose({&engine}, [](auto&, unsigned, std::size_t batch) {
            return batch > 2 ? 0.0 : 100.0 * static_cast<double>(batch);
        });
        QVERIFY2(choice, choice.error().english().c_str());
        QCOMPARE(choice->batch, 2U);
        QVERIFY(choice->passedOver.empty());
        QCOMPARE(choice->inPart.size(), std::size_t{1});
        QCOMPARE(choice->inPart.front().english(), std::string("e: does not run so"));
        QCOMPARE(batchesTried(choice->measured, 2), std::vector<unsigned>({1, 2}));
    }

    void withoutAnEngineTheReasonsAreTold()
    {
        FakeEngine broken("broken", {.refusesModels = true});
        const auto choice = choose({&broken}, [](auto&&...) { return 1.0; });
        QVERIFY(!choice);
        QCOMPARE(choice.error().english(), std::string("no engine runs the model: broken: does not like it"));
    }

    void whatIsRememberedIsMeasuredOnceAndTaken()
    {
        std::vector<std::string> hints;
        FakeEngine engine("e", {.hints = &hints});
        int measured = 0;
        const auto choice = choose(
            {&engine}, [&](auto&&...) { return ++measured, 1'100.0; }, {},
            RememberedChoice{"e", 1, 4, 1'000, "as before"});
        QVERIFY2(choice, choice.error().english().c_str());
        QVERIFY(choice->measured.remembered);
        QCOMPARE(measured, 1);
        QCOMPARE(choice->workers, 1U);
        QCOMPARE(choice->batch, 4U);
        QCOMPARE(choice->imagesPerS, 1'100.0); // as it is now
        QVERIFY(choice->measured.rows == std::vector{CalibrationRow({"e", 1, 4, 1'100})});
        QCOMPARE(hints, std::vector<std::string>{"as before"});
    }

    void whatIsRememberedIsMeasuredAgain_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<unsigned>("workers");
        QTest::addColumn<unsigned>("batch");
        QTest::addColumn<double>("imagesPerS");
        QTest::newRow("it is slower now") << "e" << 1U << 4U << 1'300.0;
        QTest::newRow("it is faster now") << "e" << 1U << 4U << 800.0;
        QTest::newRow("it was never measured") << "e" << 1U << 4U << 0.0;
        QTest::newRow("no such engine") << "f" << 1U << 4U << 1'000.0;
        QTest::newRow("workers that are no candidates") << "e" << 3U << 4U << 1'000.0;
        QTest::newRow("a batch that is no candidate") << "e" << 1U << 5U << 1'000.0;
    }
    void whatIsRememberedIsMeasuredAgain()
    {
        QFETCH(QString, engine);
        QFETCH(unsigned, workers);
        QFETCH(unsigned, batch);
        QFETCH(double, imagesPerS);
        std::vector<std::string> hints;
        FakeEngine only("e", {.hints = &hints});
        const auto choice = choose(
            {&only}, [](auto&&...) { return 1'000.0; }, {},
            RememberedChoice{engine.toStdString(), workers, batch, imagesPerS, "as before"});
        QVERIFY2(choice, choice.error().english().c_str());
        QVERIFY(!choice->measured.remembered);
        QVERIFY(choice->measured.rows.size() > 1);
        const std::vector<std::string> afresh{
            "", "found out by e"}; // the second number of workers knows of the first
        QVERIFY(std::ranges::equal(std::span(hints).last(2), afresh));
    }

    void canBeCancelled()
    {
        FakeEngine engine("e");
        int asked = 0;
        const auto choice = choose(
            {&engine}, [](auto&&...) { return 1000.0; }, [&] { return ++asked > 2; });
        QVERIFY(!choice);
        QCOMPARE(choice.error().english(), std::string("stopped before the run began"));
        QVERIFY(asked < 6);
    }

    void theEngineAloneIsMeasured()
    {
        FakeModel model("e", {});
        const BareLoop loop{.threads = 2, .batch = 4, .seconds = 0.05, .leastInferences = 3, .warmup = 1};
        const auto figure = runBareEngine(model, loop, oneImage(), Normalisation::Unit, {});
        QVERIFY2(figure, figure.error().english().c_str());
        QVERIFY(figure->p50MsPerInference >= 10); // what the session sleeps
        QVERIFY(figure->imagesPerS > 0);
        QVERIFY(figure->imagesPerS <= 800); // two threads, four images in 10 ms each
    }

    void anInferenceThatFailsIsAnError()
    {
        FakeModel model("e", {.fails = true});
        const auto figure = runBareEngine(model, BareLoop{}, oneImage(), Normalisation::Unit, {});
        QVERIFY(!figure);
        QCOMPARE(figure.error().english(), std::string("out of order"));
    }

private:
    static ImageSet oneImage()
    {
        ImageSet images = cifar10::noImages();
        images.pixels.resize(cifar10::kImageValues);
        images.labels.resize(1);
        return images;
    }
};

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
