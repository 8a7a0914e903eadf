#include "study_driver/probe_rows.h"

#include "reports/csv.h"
#include "statistics/figure_text.h"

namespace iotbench {

using namespace studies;

std::string_view wordOf(ProbePurpose purpose)
{
    switch (purpose) {
    case ProbePurpose::UpperGuess:
        return "guess";
    case ProbePurpose::Search:
        return "search";
    case ProbePurpose::Confirm:
        return "confirm";
    case ProbePurpose::FailsAgain:
        break;
    }
    return "fails again";
}

std::string resultText(const Probe& probe)
{
    if (probe.stopped)
        return "stopped";
    const std::string near = probe.state.nearLimit ? ", near the limit" : "";
    switch (probe.state.end) {
    case studies::ProbeEnd::Holds:
        return "holds" + near;
    case studies::ProbeEnd::SenderLimited:
        return "the sender was late";
    case studies::ProbeEnd::Disturbed:
        return "disturbed";
    case studies::ProbeEnd::None:
        return "";
    case studies::ProbeEnd::Fails:
        break;
    }
    switch (probe.state.reason) {
    case FailReason::BacklogGrew:
        return "fails: the backlog grew";
    case FailReason::ImagesLost:
        return "fails: images lost or rejected";
    case FailReason::OverLimit:
    case FailReason::None:
        break;
    }
    return probe.state.nearLimit ? "fails" + near : "fails: over the limit";
}

std::string wholeResultText(const Probe& probe)
{
    if (probe.request.purpose == ProbePurpose::UpperGuess)
        return "as fast as it can";
    std::string result = resultText(probe);
    if (probe.request.purpose == ProbePurpose::Confirm)
        result = "confirming: " + result;
    if (probe.state.leftOutS > 0)
        result += ", " + shortText(probe.state.leftOutS, 2) + " s left out for interference";
    return result;
}

std::vector<SheetProbe> sheetProbes(std::span<const Probe> probes, const SearchGoal& goal)
{
    using Outcome = SheetProbe::Outcome;
    std::vector<SheetProbe> all;
    all.reserve(probes.size());
    for (const Probe& probe : probes) {
        const bool guess = probe.request.purpose == ProbePurpose::UpperGuess;
        const studies::ProbeEnd end = probe.stopped ? studies::ProbeEnd::None : probe.state.end;
        all.push_back({guess ? std::nullopt : std::optional(probe.request.load),
            guess ? probe.imagesPerS : goal.imagesPerS(probe.request.load), probe.p99Ms,
            end == studies::ProbeEnd::Holds       ? Outcome::Holds
                : end == studies::ProbeEnd::Fails ? Outcome::Fails
                                                  : Outcome::NotCounted,
            wholeResultText(probe)});
    }
    return all;
}

std::string probeTable(std::span<const Probe> probes, const SearchGoal& goal)
{
    CsvText csv;
    for (const char* name :
        {"probe", "purpose", "load", "target_images_per_s", "images_per_s", "seed", "images", "over_pct",
            "over_low_pct", "over_high_pct", "p99_ms", "p99_low_ms", "p99_high_ms", "accuracy_pct",
            "settling_s", "counted_s", "left_out_s", "measured_s", "start_s", "took_s", "result", "verdict"})
        csv.add(name);
    csv.endLine();
    std::uint64_t number = 0;
    for (const Probe& probe : probes) {
        const bool guess = probe.request.purpose == ProbePurpose::UpperGuess;
        const ProbeState& state = probe.state;
        const auto where
            = [](bool known, double value) { return known ? std::optional(value) : std::nullopt; };
        const bool counted = state.images > 0;
        csv.add(number++).add(wordOf(probe.request.purpose));
        csv.add(where(!guess, probe.request.load), 3);
        csv.add(where(!guess, goal.imagesPerS(probe.request.load)), 3);
        csv.add(where(probe.imagesPerS > 0, probe.imagesPerS), 3).add(probe.request.seed);
        csv.add(counted ? std::to_string(state.images) : "");
        csv.add(where(counted && !guess, 100 * state.share), 4);
        csv.add(where(counted && !guess, 100 * state.interval.low), 4);
        csv.add(where(counted && !guess, 100 * state.interval.high), 4);
        csv.add(probe.p99Ms, 4).add(probe.p99Interval.low, 4).add(probe.p99Interval.high, 4);
        csv.add(probe.accuracy ? std::optional(100 * *probe.accuracy) : std::nullopt, 4);
        const bool measured = state.settlingS + state.countedS + state.leftOutS > 0;
        for (const double seconds : {state.settlingS, state.countedS, state.leftOutS})
            csv.add(where(measured, seconds), 2);
        csv.add(where(probe.measuredS > 0, probe.measuredS), 2);
        csv.add(probe.startS, 3).add(probe.tookS, 3);
        csv.add(resultText(probe)).add(guess ? "" : toString(probe.verdict));
        csv.endLine();
    }
    return csv.text();
}

} // namespace iotbench
