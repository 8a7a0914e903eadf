#include "study_driver/probe_run.h"

#include "run/run_slices.h"
#include "studies/search_planner.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <vector>

namespace iotbench {

using namespace studies;

namespace {

constexpr auto kLook = std::chrono::milliseconds(20);

// A guess lasts until it has enough images to go by.
constexpr std::size_t kGuessFewest = 12, kGuessMost = 120; // slices
constexpr std::uint64_t kGuessImages = 20;

// The verdict's limits, percent.
constexpr double kMostOthersPercent = 5, kMostTakenPercent = 1;

constexpr std::uint64_t kJudgedImages = 1'000;

LoadOfRun loadOf(const SearchGoal& goal, Pacing pacing, const ProbeRequest& request)
{
    LoadOfRun load;
    load.seed = request.seed;
    if (request.purpose == ProbePurpose::UpperGuess)
        return load;
    load.imagesPerSecond = goal.imagesPerS(request.load);
    load.pacing = pacing;
    return load;
}

// The largest of what was taken, in multiples of the verdict's limit for it.
double interferenceOf(const RunSlice& slice)
{
    double most = slice.othersPercent.value_or(0) / kMostOthersPercent;
    for (const auto& taken : {slice.stealPercent, slice.heatPercent, slice.quotaPercent})
        most = std::max(most, taken.value_or(0) / kMostTakenPercent);
    return most;
}

// Feeds what a run does to what decides on it.
class Deciding {
public:
    Deciding(const SearchGoal& goal, const ProbeRequest& request, std::uint64_t queue)
        : m_guessing(request.purpose == ProbePurpose::UpperGuess)
        , m_decision(planOf(goal, request))
        , m_heldUpFrom(std::max<std::uint64_t>(1, queue / 2))
    {
    }

    void add(const RunSlice& slice)
    {
        ++m_slices;
        if (m_guessing)
            return guess(slice);
        // Where half of the queue is full, its end may have held the sender up.
        const bool heldUp = slice.inside >= m_heldUpFrom || m_insideBefore >= m_heldUpFrom;
        m_insideBefore = slice.inside;
        m_decision.add({.images = slice.classified,
            .over = slice.over,
            .backlog = slice.backlog,
            .lost = slice.rejected,
            .scheduleMisses = heldUp ? 0 : slice.late,
            .interference = interferenceOf(slice),
            .overSinceSent = slice.overSinceSent});
        m_state = m_decision.state();
    }

    bool ended() const { return m_guessing ? m_guessed : m_state.end != ProbeEnd::None; }
    ProbeState& state() { return m_state; }
    double measuredS() const { return static_cast<double>(m_slices) * ProbePlan::kSliceS; }
    double guessPerS() const { return guessCount(m_guess).imagesPerS(); }

private:
    void guess(const RunSlice& slice)
    {
        m_guess.push_back({.images = slice.classified, .interference = interferenceOf(slice)});
        const GuessCount count = guessCount(m_guess);
        m_state.images = count.images;
        m_state.countedS = count.countedS;
        m_guessed = m_slices >= kGuessMost || (m_slices >= kGuessFewest && m_state.images >= kGuessImages);
    }

    const bool m_guessing;
    ProbeDecision m_decision;
    const std::uint64_t m_heldUpFrom;
    std::uint64_t m_insideBefore = 0;
    ProbeState m_state;
    std::size_t m_slices = 0;
    bool m_guessed = false;
    std::vector<ProbeSlice> m_guess;
};

// A few images say little: only what they exclude counts against the model, but in a confirming run.
bool accurateEnough(const RunResult& result, const Verdict& verdict, bool confirming)
{
    const bool judged = confirming || result.counts.classified >= kJudgedImages;
    if (judged && verdict[Claim::Accuracy].judgement == Judgement::Invalid)
        return false;
    if (confirming)
        return std::ranges::all_of(verdict.criteria, [](const CriterionVerdict& criterion) {
            return criterion.option != "--min-accuracy"
                || (criterion.reached && *criterion.reached >= criterion.asked);
        });
    const auto interval = accuracyInterval(result);
    return !interval || 100 * interval->high >= result.settings.minAccuracyPct.value_or(0);
}

// A run that was ended as soon as it had told is not one that the user stopped: it is judged by what it has.
void takeAsDecided(RunOutcome& outcome)
{
    if (outcome.result.end != RunEnd::Stopped)
        return;
    outcome.result.end = RunEnd::Complete;
    Verdict verdict = judge(outcome.result);
    verdict.claims[static_cast<std::size_t>(Claim::Complete)] = {Claim::Complete, Judgement::NotJudged,
        {{Judgement::NotJudged, {TR("the search ended the run, for it had seen enough"), {}}, {}}}};
    verdict.overall = outcome.verdict.overall;
    outcome.verdict = std::move(verdict);
    outcome.exitCode = exitCode(outcome.result, outcome.verdict);
}

} // namespace

ProbePlan planOf(const SearchGoal& goal, const ProbeRequest& request)
{
    ProbePlan plan;
    plan.ratePerS = goal.imagesPerS(request.load);
    plan.mostS = goal.mostProbeS;
    plan.toFullLength = request.toFullLength();
    plan.holdsEarly = request.holdsEarly();
    if (goal.cameras())
        plan.batchS = 2; // a set of phases
    return plan;
}

ProbeOutcome outcomeOf(const Probe& probe)
{
    return {.end = probe.state.end,
        .fullLength = probe.fullLength,
        .nearLimit = probe.state.nearLimit,
        .share = probe.state.share,
        .images = probe.state.images,
        .imagesPerS = probe.imagesPerS,
        .verdict = runVerdict(probe.verdict),
        .accurate = probe.accurate};
}

Result<ProbeRun> runProbe(const RunInputs& inputs, const SearchGoal& goal, const ProbeRequest& request,
    const ProbeFiles& files, const StopSignal& stop, const ProbeWatcher& watcher)
{
    LoadOfRun load = loadOf(goal, inputs.settings->pacing, request);
    load.report = files.report;
    load.force = files.force;
    RunSlices slices(goal.limitMs / 1e3);
    auto run = Run::prepare(
        inputs.withSettings(inputs.settings.withLoad(load)), false, {.keep = files.keep, .slices = &slices});
    if (!run)
        return Error{run.error()};
    Deciding deciding(goal, request, inputs.settings->queue);
    (*run)->start();
    bool over = false;
    while (!(*run)->finished()) {
        for (const RunSlice& slice : slices.take())
            if (!deciding.ended())
                deciding.add(slice);
        watcher(**run, deciding.state());
        if (stop.raised()) {
            (*run)->requestStop();
        } else if (deciding.ended() && !over) {
            // Of a run that held, all that was sent is classified.
            deciding.state().end == ProbeEnd::Holds ? (*run)->requestEnd() : (*run)->requestStop();
            over = true;
        }
        std::this_thread::sleep_for(kLook);
    }
    ProbeRun end{{}, (*run)->wait()};
    const RunResult& result = end.outcome.result;
    if (result.end == RunEnd::Failed)
        return Error{result.failure};
    if (over)
        takeAsDecided(end.outcome);
    Probe& probe = end.probe;
    probe.request = request;
    probe.state = deciding.state();
    probe.stopped = !deciding.ended();
    probe.fullLength = probe.state.countedS >= planOf(goal, request).fullLengthS();
    if (probe.state.end == ProbeEnd::Holds && result.counts.lost.value_or(0) > 0) {
        probe.state.end = ProbeEnd::Fails;
        probe.state.reason = FailReason::ImagesLost;
    }
    const bool guess = request.purpose == ProbePurpose::UpperGuess;
    probe.imagesPerS = guess ? deciding.guessPerS() : imagesPerS(result).value_or(0);
    probe.p99Ms = guess ? std::nullopt : result.latency.p99Ms;
    probe.p99Interval = guess ? Bounds() : result.latencyIntervals.p99;
    probe.accuracy = accuracy(result);
    probe.verdict = end.outcome.verdict.overall;
    probe.accurate = accurateEnough(result, end.outcome.verdict, request.toFullLength());
    probe.measuredS = deciding.measuredS();
    return end;
}

} // namespace iotbench
