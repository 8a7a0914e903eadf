// A search that was stopped, as its folder tells of it. Its box, of the engine that infers nothing, holds up
// to a load; every figure is one that probes.csv rounds.
#pragma once

#include "reports/csv_reader.h"
#include "study_driver/kept_search.h"
#include "study_driver/probe_rows.h"
#include "study_driver/probe_table_reader.h"
#include "unit/statistics/example_run.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace iotbench::test {

// Every fifth probe is disturbed.
inline Probe probed(const SearchGoal& goal, const studies::ProbeRequest& request, double holdsUpTo)
{
    using namespace studies;
    Probe probe;
    probe.request = request;
    probe.verdict = Judgement::Valid;
    ProbeState& state = probe.state;
    if (request.seed % 5 == 0) {
        state.end = ProbeEnd::Disturbed;
        state.leftOutS = 6;
        return probe;
    }
    state.images = 4'999;
    const auto images = static_cast<double>(state.images);
    if (request.purpose == ProbePurpose::UpperGuess) {
        state.countedS = 3.25;
        probe.measuredS = 3.75;
        probe.imagesPerS = images / state.countedS;
        return probe;
    }
    const double part = request.load / holdsUpTo;
    const double fullS = planOf(goal, request).fullLengthS();
    state.share = std::floor(std::min(1.0, 0.01 * std::exp(20 * (part - 1))) * images) / images;
    state.end = part <= 1 ? ProbeEnd::Holds : ProbeEnd::Fails;
    state.reason = part <= 1 ? FailReason::None : FailReason::OverLimit;
    state.nearLimit = std::abs(part - 1) < 0.01;
    state.countedS = state.nearLimit || request.toFullLength() ? std::ceil(4 * fullS) / 4 : 4.25;
    probe.fullLength = state.countedS >= fullS;
    probe.measuredS = state.countedS + 1.25;
    probe.imagesPerS = goal.imagesPerS(request.load);
    return probe;
}

struct PlayedSearch {
    std::vector<Probe> probes; // the guess first
    studies::SearchAnswer answer;

    std::vector<Probe> first(std::size_t count) const
    {
        return {probes.begin(), probes.begin() + static_cast<std::ptrdiff_t>(count)};
    }
};

inline PlayedSearch played(const SearchGoal& goal, double holdsUpTo)
{
    constexpr std::uint64_t kSeed = 7;
    studies::SearchPlanner planner({goal.cameraRatePerS, goal.precision, kSeed});
    PlayedSearch search;
    while (const auto request = planner.next())
        planner.told(outcomeOf(search.probes.emplace_back(probed(goal, *request, holdsUpTo))));
    search.answer = planner.answer();
    return search;
}

// Stopped in the probe after these.
inline SearchRecord recordOf(const SearchGoal& goal, std::vector<Probe> probes)
{
    probes.emplace_back().stopped = true;
    probes.back().request.purpose = studies::ProbePurpose::Search;
    SearchRecord record;
    record.probes = probesOf(readCsv(probeTable(probes, goal)), goal);
    RunResult& run = record.report.result;
    run = exampleRun();
    run.settings.engine = run.requested.engine = run.engine.name = "null";
    run.settings.model.clear();
    run.settings.pacing = goal.cameras() ? Pacing::Cameras : Pacing::Poisson;
    run.settings.maxP99Ms = goal.limitMs;
    run.model = {};
    run.calibration.reset();
    StudyFacts facts;
    facts.answer = "stopped";
    facts.find = goal.cameras() ? "cameras" : "rate";
    if (goal.cameras())
        facts.cameraRatePerS = goal.cameraRatePerS;
    facts.maxP99Ms = goal.limitMs;
    facts.precisionPct = 100 * goal.precision;
    facts.probeSeconds = goal.mostProbeS;
    facts.tookS = 40.5;
    record.report.study = facts;
    return record;
}

} // namespace iotbench::test
