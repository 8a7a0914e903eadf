// Calibration with engines whose inferences take a known time: they sleep.
#include "run/calibration.h"

#include "engines/aligned_floats.h"

#include <QTest>

#include <chrono>
#include <thread>

using namespace iotbench;
using std::chrono::microseconds;

namespace {

using Cost = std::function<microseconds(std::size_t batch)>; // of one inference

class SleepingSession final : public engines::Session {
public:
    SleepingSession(std::size_t batch, microseconds cost)
        : m_batch(batch)
        , m_cost(cost)
        , m_input(batch * kImageValues)
        , m_scores(batch * kClassCount)
    {
    }
    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }
    const float* infer() noexcept override
    {
        std::this_thread::sleep_for(m_cost);
        return m_scores.data();
    }
    const char* error() const noexcept override { return ""; }

private:
    std::size_t m_batch;
    microseconds m_cost;
    engines::AlignedFloats m_input;
    std::vector<float> m_scores;
};

class SleepingModel final : public engines::CompiledModel {
public:
    explicit SleepingModel(Cost cost)
        : m_cost(std::move(cost))
    {
    }
    engines::SessionResult createSession(std::size_t batch) noexcept override
    {
        return {std::make_unique<SleepingSession>(batch, m_cost(batch)), {}};
    }
    std::string description() const override { return "sleeps"; }

private:
    Cost m_cost;
};

// Without a cost it refuses every model.
class SleepingEngine final : public engines::Engine {
public:
    SleepingEngine(std::string name, Cost cost)
        : m_name(std::move(name))
        , m_cost(std::move(cost))
    {
    }
    std::string name() const override { return m_name; }
    std::string version() const override { return "1"; }
    std::vector<engines::Precision> precisions() const override { return {engines::Precision::Fp32}; }
    std::vector<std::string> devices() const override { return {"CPU"}; }
    engines::CompileResult compile(
        const engines::ModelSource&, const engines::CompileOptions&) noexcept override
    {
        if (!m_cost)
            return {nullptr, "does not like it"};
        return {std::make_unique<SleepingModel>(m_cost), {}};
    }

private:
    std::string m_name;
    Cost m_cost;
};

Cost perInference(int milliseconds)
{
    return [=](std::size_t) { return microseconds(milliseconds * 1000); };
}

Cost perImage(int milliseconds)
{
    return [=](std::size_t batch) { return microseconds(milliseconds * 1000 * static_cast<int>(batch)); };
}

ImageSet oneImage()
{
    ImageSet images;
    images.pixels.resize(kImageValues);
    images.labels.resize(1);
    return images;
}

Result<CalibrationChoice> choose(
    std::vector<engines::Engine*> engines, const std::function<bool()>& cancelled = {})
{
    CalibrationPlan plan;
    plan.engines = std::move(engines);
    plan.workers = {1, 2};
    plan.batches = {1, 2, 4, 8, 16, 32};
    return calibrate(plan, oneImage(), Normalisation::Unit, {}, cancelled);
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
        SleepingEngine engine("even", perInference(10)); // 100 images/s at batch 1, 3,200 at 32, a worker
        const auto choice = choose({&engine});
        QVERIFY2(choice, choice.error().c_str());
        QCOMPARE(choice->batch, 32U);
        QCOMPARE(choice->workers, 2U);
        QCOMPARE(choice->engine, &engine);
        QCOMPARE(choice->measured.rows.size(), std::size_t{12});
        QVERIFY(choice->measured.rows.back().imagesPerS > 3200);
        QVERIFY(choice->measured.rows.back().imagesPerS <= 6400);
        QVERIFY(choice->measured.seconds > 1);
    }

    void largeBatchesAreGivenUpWhereTheyDoNotPay()
    {
        SleepingEngine engine("linear", perImage(20)); // 50 images/s at any batch, a worker
        const auto choice = choose({&engine});
        QVERIFY2(choice, choice.error().c_str());
        QCOMPARE(choice->batch, 1U);
        QCOMPARE(batchesTried(choice->measured, 1), std::vector<unsigned>({1, 2, 4, 8}));
    }

    void aBatchThatTakesTooLongIsTheLastTried()
    {
        const auto grows = [](std::size_t batch) { return microseconds(batch < 4 ? 10'000 : 260'000); };
        SleepingEngine engine("steps", grows);
        const auto choice = choose({&engine});
        QVERIFY2(choice, choice.error().c_str());
        QCOMPARE(batchesTried(choice->measured, 2), std::vector<unsigned>({1, 2, 4}));
        QCOMPARE(choice->batch, 2U);
    }

    void theFasterEngineIsTakenAndOneThatCannotIsPassedOver()
    {
        SleepingEngine slow("slow", perImage(40));
        SleepingEngine fast("fast", perImage(10));
        SleepingEngine broken("broken", {});
        const auto choice = choose({&slow, &broken, &fast});
        QVERIFY2(choice, choice.error().c_str());
        QCOMPARE(choice->engine->name(), std::string("fast"));
        QCOMPARE(choice->passedOver, std::vector<std::string>({"broken: does not like it"}));
    }

    void withoutAnEngineTheReasonsAreTold()
    {
        SleepingEngine broken("broken", {});
        const auto choice = choose({&broken});
        QVERIFY(!choice);
        QCOMPARE(choice.error(), std::string("no engine runs the model: broken: does not like it"));
    }

    void canBeCancelled()
    {
        SleepingEngine engine("even", perInference(10));
        int asked = 0;
        const auto choice = choose({&engine}, [&] { return ++asked > 2; });
        QVERIFY(!choice);
        QCOMPARE(choice.error(), std::string("stopped before the run began"));
        QVERIFY(asked < 6);
    }
};

QTEST_APPLESS_MAIN(TestCalibration)
#include "tst_calibration.moc"
