#include "statistics/steadiness.h"

#include "statistics/batch_means.h"
#include "statistics/level_changes.h"
#include "statistics/level_series.h"
#include "statistics/run_batches.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <algorithm>
#include <array>
#include <span>

namespace iotbench {
namespace {

constexpr double kShortestSteadyS = 9.5;
// Means over the rows that lie in this time, by their lengths.
InterferenceRow seenIn(std::span<const IntervalRow> rows, double fromS, double toS)
{
    using Figure = std::optional<double> InterferenceRow::*;
    static constexpr std::array<Figure, 5> kFigures
        = {&InterferenceRow::othersPercent, &InterferenceRow::stealPercent, &InterferenceRow::heatPercent,
            &InterferenceRow::clockMHz, &InterferenceRow::temperatureC};
    InterferenceRow seen;
    for (const Figure figure : kFigures) {
        double sum = 0, seconds = 0;
        for (const IntervalRow& row : rows) {
            const double inside = std::min(row.startS + row.lengthS, toS) - std::max(row.startS, fromS);
            if (inside <= 0 || !(row.interference.*figure))
                continue;
            sum += *(row.interference.*figure) * inside;
            seconds += inside;
        }
        if (seconds > 0)
            seen.*figure = sum / seconds;
    }
    return seen;
}

std::vector<SteadyChange> changesOf(const Level& level, const RunResult& result, double endS)
{
    std::vector<LevelChange> found = levelChanges(
        level.values, (endS - level.startS.front()) / static_cast<double>(level.values.size()));
    found.resize(std::min(found.size(), Steadiness::kMostChanges));
    std::vector<SteadyChange> changes;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const double atS = level.startS[found[i].at];
        const double fromS = i > 0 ? level.startS[found[i - 1].at] : level.startS.front();
        const double toS = i + 1 < found.size() ? level.startS[found[i + 1].at] : endS;
        changes.push_back({atS, found[i].before, found[i].after, seenIn(result.intervals, fromS, atS),
            seenIn(result.intervals, atS, toS)});
    }
    return changes;
}

} // namespace

std::string_view toString(SteadyBasis basis)
{
    switch (basis) {
    case SteadyBasis::None:
        return "none";
    case SteadyBasis::Rate:
        return "rate";
    case SteadyBasis::ServiceTime:
        return "service time";
    }
    return "";
}

bool limitedHere(const RunResult& result)
{
    const Settings& settings = result.settings;
    if (settings.role == Role::Loopback && settings.imagesPerSecond <= 0)
        return true;
    if (saturated(result))
        return true;
    return result.reading && result.reading->heldUpS * 2 >= result.elapsedS && result.elapsedS > 0;
}

bool backlogGrew(const RunResult& result)
{
    constexpr double kMostGrowthMs = 100, kMostGrowthOfRun = 0.02;
    const auto& growth = result.steadiness.backlogGrowthMs;
    const double mostMs = std::min(kMostGrowthMs, kMostGrowthOfRun * result.elapsedS * 1e3);
    return growth && growth->low > 0 && growth->growth > mostMs && !saturated(result);
}

Steadiness steadinessOf(const RunResult& result, const RunSeries& series)
{
    Steadiness steadiness;
    if (series.cells.size() < kFewestBatches)
        return steadiness;
    const bool byRate = limitedHere(result);
    const Level level = byRate ? ratesOf(series) : meansOf(series, &TimeCell::serviceNs);
    if (level.values.size() < kFewestBatches)
        return steadiness;
    steadiness.basis = byRate ? SteadyBasis::Rate : SteadyBasis::ServiceTime;
    const double endS = series.startS + series.lengthS();
    steadiness.changes = changesOf(level, result, endS);
    if (steadiness.changes.size() == 1) {
        const double atS = steadiness.changes.front().atS;
        if (atS <= series.startS + series.lengthS() / 3 && endS - atS >= kShortestSteadyS)
            steadiness.settledS = atS;
    }
    if (result.latencyOrigin == LatencyOrigin::Intended)
        steadiness.backlogGrowthMs = growthOf(meansOf(series, &TimeCell::latencyNs).values);
    return steadiness;
}

} // namespace iotbench
