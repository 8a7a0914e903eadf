#include "run/calibration.h"

#include "base/system_clock.h"
#include "machine/cpu_list.h"
#include "machine/placement.h"

#include <algorithm>

namespace iotbench {

namespace {

constexpr double kMeasureS = 0.08;
constexpr unsigned kLeastInferences = 3;
constexpr unsigned kWarmup = 2;
constexpr double kLongestInferenceMs = 250;
constexpr double kAsFast = 0.98; // of the best, for fewer workers to do
// A larger ceiling costs nothing while images are few, for batches are what waits; so it gives way for little
// only.
constexpr double kAsFastInSmallerBatches = 0.995;
// Larger batches are given up after so many that were no faster than a smaller one.
constexpr unsigned kFruitless = 3;

struct Compiled {
    engines::Engine* engine;
    unsigned workers;
    std::unique_ptr<engines::CompiledModel> model;
};

struct Measuring {
    const CalibrationPlan& plan;
    const MeasureAlone& measureAlone;
    const std::function<bool()>& cancelled;
    std::vector<CalibrationRow> rows = {};
    std::vector<Compiled> compiled = {};

    // All batch sizes of one engine with so many workers. Empty or why it cannot.
    Message measure(engines::Engine& engine, unsigned workers)
    {
        engines::CompileOptions options = plan.options;
        options.workers = workers;
        auto made = engine.compile(plan.model, options);
        if (!made.model)
            return verbatim(made.error);
        engines::CompiledModel& model = *made.model;
        compiled.push_back({&engine, workers, std::move(made.model)});
        const auto places = placeWorkers(workers, plan.cores, allowedCpus());
        double best = 0;
        unsigned fruitless = 0;
        for (const unsigned batch : plan.batches) {
            if (cancelled && cancelled())
                return {};
            const BareLoop loop{workers, batch, kMeasureS, kLeastInferences, kWarmup, 0, places};
            const auto figure = measureAlone(model, loop);
            if (!figure)
                return figure.error();
            rows.push_back({engine.name(), workers, batch, figure->imagesPerS});
            fruitless = figure->imagesPerS * kAsFast > best ? 0 : fruitless + 1;
            best = std::max(best, figure->imagesPerS);
            if (fruitless == kFruitless || figure->p50MsPerInference > kLongestInferenceMs)
                break;
        }
        return {};
    }
};

// Fewest workers first, then the smallest batch: `rows` are in ascending order of both, engine by engine.
const CalibrationRow& smallestAsFast(const std::vector<CalibrationRow>& rows)
{
    const CalibrationRow& fastest = *std::ranges::max_element(rows, {}, &CalibrationRow::imagesPerS);
    const CalibrationRow& fewest = *std::ranges::find_if(rows, [&fastest](const CalibrationRow& row) {
        return row.engine == fastest.engine && row.imagesPerS >= fastest.imagesPerS * kAsFast;
    });
    const auto withFewest = [&fewest](const CalibrationRow& row) {
        return row.engine == fewest.engine && row.workers == fewest.workers;
    };
    double most = 0;
    for (const CalibrationRow& row : rows)
        if (withFewest(row))
            most = std::max(most, row.imagesPerS);
    return *std::ranges::find_if(rows, [&withFewest, most](const CalibrationRow& row) {
        return withFewest(row) && row.imagesPerS >= most * kAsFastInSmallerBatches;
    });
}

Message joined(const std::vector<Message>& reasons)
{
    Message all;
    for (const Message& reason : reasons)
        all = listed(std::move(all), TR("%1; %2"), reason);
    return all;
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
            if (const Message error = measuring.measure(*engine, workers); !error.empty()) {
                choice.passedOver.push_back({TR("%1: %2"), {engine->name(), error}});
                break;
            }
    if (cancelled && cancelled())
        return Error{TR("stopped before the run began")};
    if (measuring.rows.empty())
        return Error{TR("no engine runs the model: %1"), {joined(choice.passedOver)}};
    const CalibrationRow& best = smallestAsFast(measuring.rows);
    const auto chosen = std::ranges::find_if(measuring.compiled, [&best](const Compiled& compiled) {
        return compiled.engine->name() == best.engine && compiled.workers == best.workers;
    });
    choice.engine = chosen->engine;
    choice.workers = best.workers;
    choice.batch = best.batch;
    choice.model = std::move(chosen->model);
    choice.measured.seconds = seconds(clock.nowNs() - fromNs);
    choice.measured.rows = std::move(measuring.rows);
    return choice;
}

} // namespace iotbench
