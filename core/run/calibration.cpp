#include "run/calibration.h"

#include "base/system_clock.h"

#include <algorithm>

namespace iotbench {

namespace {

constexpr double kMeasureS = 0.08;
constexpr unsigned kLeastInferences = 3;
constexpr unsigned kWarmup = 2;
constexpr double kLongestInferenceMs = 250;
constexpr double kAsGood = 0.98; // of the best
// Larger batches are given up after so many that were no faster than a smaller one.
constexpr unsigned kFruitless = 3;

struct Measuring {
    const CalibrationPlan& plan;
    const MeasureAlone& measureAlone;
    const std::function<bool()>& cancelled;
    std::vector<CalibrationRow> rows = {};

    // All batch sizes of one engine with so many workers. "" or why it cannot.
    std::string measure(engines::Engine& engine, unsigned workers)
    {
        engines::CompileOptions options = plan.options;
        options.workers = workers;
        const auto compiled = engine.compile(plan.model, options);
        if (!compiled.model)
            return compiled.error;
        double best = 0;
        unsigned fruitless = 0;
        for (const unsigned batch : plan.batches) {
            if (cancelled && cancelled())
                return {};
            const BareLoop loop{workers, batch, kMeasureS, kLeastInferences, kWarmup};
            const auto figure = measureAlone(*compiled.model, loop);
            if (!figure)
                return figure.error();
            rows.push_back({engine.name(), workers, batch, figure->imagesPerS});
            fruitless = figure->imagesPerS * kAsGood > best ? 0 : fruitless + 1;
            best = std::max(best, figure->imagesPerS);
            if (fruitless == kFruitless || figure->p50MsPerInference > kLongestInferenceMs)
                break;
        }
        return {};
    }
};

// Fewest workers first, then the smallest batch.
const CalibrationRow& smallestAsGood(const std::vector<CalibrationRow>& rows)
{
    const auto rate = [](const CalibrationRow& row) { return row.imagesPerS; };
    const CalibrationRow& best = *std::ranges::max_element(rows, {}, rate);
    const CalibrationRow* chosen = &best;
    for (const CalibrationRow& row : rows) {
        if (row.engine != best.engine || row.imagesPerS < best.imagesPerS * kAsGood)
            continue;
        if (std::pair(row.workers, row.batch) < std::pair(chosen->workers, chosen->batch))
            chosen = &row;
    }
    return *chosen;
}

std::string joinedLines(const std::vector<std::string>& reasons)
{
    std::string text;
    for (const std::string& reason : reasons)
        text += (text.empty() ? "" : "; ") + reason;
    return text;
}

} // namespace

Result<CalibrationChoice> calibrate(
    const CalibrationPlan& plan, const MeasureAlone& measureAlone, const std::function<bool()>& cancelled)
{
    const SystemClock clock;
    const std::int64_t fromNs = clock.nowNs();
    Measuring measuring{plan, measureAlone, cancelled};
    CalibrationChoice choice;
    for (engines::Engine* engine : plan.engines)
        for (const unsigned workers : plan.workers)
            if (const std::string error = measuring.measure(*engine, workers); !error.empty()) {
                choice.passedOver.push_back(engine->name() + ": " + error);
                break;
            }
    if (cancelled && cancelled())
        return Error{"stopped before the run began"};
    if (measuring.rows.empty())
        return Error{"no engine runs the model: " + joinedLines(choice.passedOver)};
    const CalibrationRow& best = smallestAsGood(measuring.rows);
    choice.engine = *std::ranges::find(plan.engines, best.engine, &engines::Engine::name);
    choice.workers = best.workers;
    choice.batch = best.batch;
    choice.measured.seconds = seconds(clock.nowNs() - fromNs);
    choice.measured.rows = std::move(measuring.rows);
    return choice;
}

} // namespace iotbench
