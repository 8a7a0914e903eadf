#include "compare/comparison_report.h"

#include "base/exit_codes.h"
#include "compare/cautions.h"
#include "compare/compared_images.h"
#include "compare/compared_searches.h"
#include "compare/comparison_sentence.h"
#include "compare/difference_text.h"
#include "compare/disturbed_runs.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace iotbench {
namespace {

using studies::ComparedRun;
using studies::Metric;
using studies::MetricDifference;

// A side with all that is read of it.
struct ReadSide {
    ComparedSide side;
    ComparedImages images;
    std::vector<ComparedRun> runs;
};

ComparedRun figuresOf(const SideRun& run, const std::vector<float>& latenciesMs)
{
    ComparedRun figures;
    figures.imagesPerS = run.number("images_per_s");
    const auto low = run.number("images_per_s_low"), high = run.number("images_per_s_high");
    if (low && high && *low <= *high)
        figures.rateInterval = Interval{*low, *high};
    // A run that was the limit itself has latencies that tell its length.
    if (run.judgement("latency") != Judgement::NotJudged) {
        figures.p50Ms = run.number("latency_p50_ms");
        figures.p99Ms = run.number("latency_p99_ms");
        figures.latencies = studies::latencyBlocks(latenciesMs, 0.99);
    }
    figures.cpuUsPerImage = run.number("cpu_us_per_image");
    return figures;
}

Result<ReadSide> readAll(const std::string& argument)
{
    auto side = readSide(argument);
    if (!side)
        return Error{side.error()};
    auto images = readImages(*side);
    if (!images)
        return Error{images.error()};
    ReadSide all{std::move(*side), std::move(*images), {}};
    for (std::size_t i = 0; i < all.side.runs.size(); ++i) {
        all.runs.push_back(figuresOf(all.side.runs[i], all.images.latenciesMs[i]));
        all.images.latenciesMs[i] = {}; // they are in the blocks
    }
    return all;
}

void leaveOut(Metric metric, std::vector<ComparedRun>& runs)
{
    for (ComparedRun& run : runs) {
        if (metric == Metric::Rate)
            run.imagesPerS.reset();
        if (metric == Metric::LatencyP50)
            run.p50Ms.reset();
        if (metric == Metric::LatencyP99)
            run.p99Ms.reset();
    }
}

void noteUnfinished(const ComparedSide& side, std::vector<Message>& notes)
{
    const auto note = [&](std::string_view outcome, Marked words) {
        if (const auto count = std::ranges::count_if(
                side.runs, [&](const SideRun& run) { return run.text("verdict_outcome") == outcome; });
            count > 0)
            notes.push_back(Message{words, {side.name, count, side.runs.size()}});
    };
    note("stopped", TR("%1: %2 of %3 runs were stopped before their end."));
    note("timed_out", TR("%1: %2 of %3 runs timed out."));
    note("failed", TR("%1: %2 of %3 runs failed."));
}

void noteFiles(const ReadSide& side, std::vector<Message>& notes)
{
    if (side.side.copies > 0)
        notes.push_back(Message{TR("%1: each run counts once; copies of a run left out: %2."),
            {side.side.name, side.side.copies}});
    noteUnfinished(side.side, notes);
    if (side.images.unfit > 0)
        notes.push_back(Message{TR("%1: images.csv is not used for %2 of %3 runs: it has a different number "
                                   "of classified images than summary.csv."),
            {side.side.name, side.images.unfit, side.side.runs.size()}});
}

void noteRuns(const ReadSide& base, const ReadSide& next, std::vector<Message>& notes)
{
    noteFiles(base, notes);
    noteFiles(next, notes);
    for (const ComparedSide* side : {&base.side, &next.side})
        for (const Judgement judgement : {Judgement::Invalid, Judgement::Weak})
            if (const auto count = std::ranges::count_if(
                    side->runs, [&](const SideRun& run) { return run.judgement("overall") == judgement; });
                count > 0)
                notes.push_back(side->runs.size() == 1
                        ? Message{TR("%1: the run is %2."), {side->name, toString(judgement)}}
                        : Message{TR("%1: %2 of %3 runs are %4."),
                            {side->name, count, side->runs.size(), toString(judgement)}});
    if (base.images.tooMany || next.images.tooMany)
        notes.push_back(Message{
            TR("A run has over %1 images: percentiles are compared over runs alone."), {kMostLatencies}});
}

void notePairing(const ComparedPair& pair, std::uint64_t baseRuns, std::vector<Message>& notes)
{
    if (pair.interleaved)
        notes.emplace_back(TR("The runs of both were interleaved, and are compared in pairs."));
    else if (baseRuns == 1 && pair.runs == 1)
        notes.emplace_back(
            TR("Each side is a single run: intervals hold the spread within it, not what differs from run "
               "to run and from day to day."));
    else if (baseRuns == 1 || pair.runs == 1)
        notes.emplace_back(TR("An interval needs two runs or more on each side."));
    else
        notes.emplace_back(
            TR("The runs of both were made apart: what differs between their days counts as a difference."));
}

void noteFewRuns(const ComparedPair& pair, std::uint64_t baseRuns, std::vector<Message>& notes)
{
    const std::uint64_t fewer = std::min(baseRuns, pair.runs);
    if (const auto percent = leastShownPct(pair, fewer))
        notes.push_back(Message{TR("%1 runs of each side show differences from about %2 % on: smaller ones "
                                   "take more repeats."),
            {fewer, fixedText(*percent, *percent < 10 ? 1 : 0)}});
}

std::vector<ComparisonCriterion> judged(
    const std::vector<MetricDifference>& metrics, const ComparisonLimits& limits)
{
    std::vector<ComparisonCriterion> criteria;
    const auto judge = [&](const char* option, std::optional<double> limit, Metric metric) {
        if (!limit)
            return;
        ComparisonCriterion criterion{option, *limit, metric, CriterionOutcome::NotChecked};
        const auto row = std::ranges::find(metrics, metric, &MetricDifference::metric);
        if (row != metrics.end() && row->interval && !row->withinRuns)
            criterion.outcome
                = row->surelyWorseBy(*limit) ? CriterionOutcome::Failed : CriterionOutcome::Passed;
        criteria.push_back(criterion);
    };
    judge("--fail-slower", limits.slowerPct, Metric::Rate);
    judge("--fail-p99", limits.p99Pct, Metric::LatencyP99);
    judge("--fail-accuracy", limits.accuracyPoints, Metric::Accuracy);
    return criteria;
}

void addSearches(const ComparedSide& base, const ComparedSide& next, ComparedPair& pair)
{
    ComparedSearches searches = compareSearches(base, next);
    if (searches.notCompared)
        pair.notCompared.push_back(std::move(*searches.notCompared));
    if (!searches.held)
        return;
    pair.metrics.push_back(*searches.held);
    pair.notes.push_back(std::move(searches.note));
}

// The name of a side, with its machine where the other has another and the name does not say it.
Message::Argument named(const std::string& side, const std::string& machine)
{
    return machine.empty() || machine == side ? Message::Argument(side)
                                              : Message{TR("%1 on %2"), {side, machine}};
}

struct SideNames {
    Message::Argument next, base;
};

// What becomes of the words without the disturbed runs. False: another verdict, or none.
bool holdsUndisturbed(const ComparedSide& base, const ComparedSide& next, studies::ComparedSides sides,
    const SideNames& names, ComparedPair& pair)
{
    const Message ofBase = interferenceText(base), ofNext = interferenceText(next);
    for (const Message* text : {&ofBase, &ofNext})
        if (!text->empty())
            pair.cautions.push_back(*text);
    if (ofBase.empty() && ofNext.empty())
        return true;
    const auto without = withoutDisturbed(std::move(sides), disturbedRuns(base), disturbedRuns(next));
    std::vector<MetricDifference> rows, others;
    if (without)
        rows = studies::compare(*without);
    for (const MetricDifference& row : rows) {
        const auto with = std::ranges::find(pair.metrics, row.metric, &MetricDifference::metric);
        if (with == pair.metrics.end() || with->word != row.word)
            others.push_back(row);
    }
    if (rows.empty())
        pair.cautions.emplace_back(TR("These runs count; without them nothing is left to compare."));
    else if (others.empty())
        pair.cautions.push_back({TR("These runs count; without them the verdict is the same: %1"),
            {comparisonSentence(rows, names.next, names.base)}});
    else
        pair.cautions.push_back({TR("These runs count; without them the verdict is another: %1"),
            {comparisonSentence(others, names.next, names.base)}});
    return !rows.empty() && others.empty();
}

// What differs from run to run is not in single runs, and a debug build tells no speed.
bool isWeak(const ComparedSide& base, const ComparedSide& next, const ComparedPair& pair)
{
    return hasDebugBuild(base) || hasDebugBuild(next)
        || std::ranges::any_of(pair.metrics, &MetricDifference::withinRuns);
}

std::vector<RunRate> ratesOf(const ComparedSide& side)
{
    std::vector<RunRate> rates;
    for (const SideRun& run : side.runs)
        if (const auto rate = run.number("images_per_s"))
            rates.push_back({*rate, !interferenceOf(run).empty()});
    return rates;
}

ComparedPair pairOf(const ReadSide& base, ReadSide next, const ComparisonLimits& limits)
{
    ComparedPair pair;
    pair.name = next.side.name;
    pair.runs = next.side.runs.size();
    pair.rates = ratesOf(next.side);
    pair.verdict = next.side.verdict();
    pair.interleaved = interleaved(base.side, next.side);
    Setups setups = compareSetups(base.side, next.side);
    pair.setup = std::move(setups.different);
    pair.equalSetup = std::move(setups.equal);
    noteRuns(base, next, pair.notes);
    const PairedImages paired = pairedImages(base.images, next.images);
    pair.notCompared = notCompared(base.side, next.side, base.images, next.images, paired);
    studies::ComparedSides sides{base.runs, std::move(next.runs),
        pair.interleaved ? studies::Pairing::Interleaved : studies::Pairing::Separate};
    for (const NotCompared& metric : pair.notCompared)
        for (std::vector<ComparedRun>* runs : {&sides.base, &sides.next})
            leaveOut(metric.metric, *runs);
    if (std::ranges::find(pair.notCompared, Metric::Accuracy, &NotCompared::metric)
        == pair.notCompared.end()) {
        sides.answers = paired.answers;
        sides.baseAccuracyPct = paired.basePct;
        pair.notes.push_back(Message{TR("Accuracy is that of the %1 distinct images that both sides "
                                        "classified, of %2 and %3."),
            {paired.answers.images, base.images.answers.size(), next.images.answers.size()}});
    }
    notePairing(pair, base.side.runs.size(), pair.notes);
    addSearches(base.side, next.side, pair);
    std::ranges::copy(studies::compare(sides), std::back_inserter(pair.metrics));
    addUntold(pair.metrics, pair.notCompared);
    noteFewRuns(pair, base.side.runs.size(), pair.notes);
    pair.cautions = cautionsOf(base.side, next.side, pair.setup);
    const SetupDifference* const machines = otherMachine(pair.setup);
    const SideNames names{named(next.side.name, machines ? machines->next : ""),
        named(base.side.name, machines ? machines->base : "")};
    pair.sentence = comparisonSentence(sentenceRows(pair), names.next, names.base);
    const bool holds = holdsUndisturbed(base.side, next.side, std::move(sides), names, pair);
    pair.judgement = std::max({judgementBesides(base.side), judgementBesides(next.side),
        !holds || isWeak(base.side, next.side, pair) ? Judgement::Weak : Judgement::NotJudged});
    pair.criteria = judged(pair.metrics, limits);
    return pair;
}

} // namespace

std::string_view toString(CriterionOutcome outcome)
{
    switch (outcome) {
    case CriterionOutcome::Passed:
        return "passed";
    case CriterionOutcome::Failed:
        return "failed";
    case CriterionOutcome::NotChecked:
        break;
    }
    return "not checked";
}

bool ComparisonReport::ofSingleRuns() const
{
    return baseRuns == 1
        && std::ranges::any_of(pairs, [](const ComparedPair& pair) { return pair.runs == 1; });
}

Judgement ComparisonReport::judgement() const
{
    Judgement worst = Judgement::NotJudged;
    for (const ComparedPair& pair : pairs)
        worst = std::max(worst, pair.judgement);
    return worst;
}

int ComparisonReport::exitCode() const
{
    const auto invalid = [](const ComparedPair& pair) { return pair.verdict == Judgement::Invalid; };
    if (baseVerdict == Judgement::Invalid || std::ranges::any_of(pairs, invalid))
        return kExitInvalid;
    const auto failed = [](const ComparedPair& pair) {
        return std::ranges::find(pair.criteria, CriterionOutcome::Failed, &ComparisonCriterion::outcome)
            != pair.criteria.end();
    };
    return std::ranges::any_of(pairs, failed) ? kExitCriterionMissed : 0;
}

std::optional<double> meanOf(std::span<const RunRate> rates)
{
    double sum = 0;
    for (const RunRate& run : rates)
        sum += run.imagesPerS;
    return rates.empty() ? std::nullopt : std::optional(sum / static_cast<double>(rates.size()));
}

Interval scaleOfRates(const ComparisonReport& report)
{
    constexpr double kClose = 1.1, kMargin = 0.1; // of what the rates span
    std::vector<double> rates, means;
    const auto take = [&](const std::vector<RunRate>& side) {
        std::ranges::transform(side, std::back_inserter(rates), &RunRate::imagesPerS);
        if (const auto mean = meanOf(side))
            means.push_back(*mean);
    };
    take(report.baseRates);
    for (const ComparedPair& pair : report.pairs)
        take(pair.rates);
    if (rates.empty() || std::ranges::max(rates) <= 0)
        return {0, 1};
    const auto [low, high] = std::ranges::minmax(rates);
    const auto [lowMean, highMean] = std::ranges::minmax(means);
    if (highMean >= kClose * lowMean || low == high)
        return {0, high};
    const double margin = kMargin * (high - low);
    return {std::max(0.0, low - margin), high + margin};
}

std::optional<double> leastShownPct(const ComparedPair& pair, std::uint64_t fewerRuns)
{
    constexpr std::uint64_t kFewest = 2, kMost = 4;
    const auto row = std::ranges::find_if(pair.metrics, [](const MetricDifference& each) {
        return each.interval && each.metric != Metric::Accuracy && !each.withinRuns;
    });
    if (fewerRuns < kFewest || fewerRuns > kMost || row == pair.metrics.end())
        return std::nullopt;
    const double width = std::log((100 + row->interval->high) / (100 + row->interval->low));
    return std::isfinite(width) ? std::optional(100 * (std::exp(width / 2) - 1)) : std::nullopt;
}

bool interleaved(const ComparedSide& base, const ComparedSide& next)
{
    if (base.runs.size() != next.runs.size() || base.runs.size() < 2)
        return false;
    // Of every pair, both starts lie before both starts of the next pair.
    for (std::size_t i = 0; i + 1 < base.runs.size(); ++i) {
        const auto last = std::max(base.runs[i].text("start_time"), next.runs[i].text("start_time"));
        const auto following
            = std::min(base.runs[i + 1].text("start_time"), next.runs[i + 1].text("start_time"));
        if (last >= following)
            return false;
    }
    return true;
}

Result<ComparisonReport> compareReports(
    const std::string& base, std::span<const std::string> next, const ComparisonLimits& limits)
{
    const auto first = readAll(base);
    if (!first)
        return Error{first.error()};
    ComparisonReport report{base, first->side.runs.size(), first->side.verdict(), {}};
    report.baseRates = ratesOf(first->side);
    for (const std::string& name : next) {
        auto second = readAll(name);
        if (!second)
            return Error{second.error()};
        if (const std::uint64_t both = runsOnBoth(first->side, second->side); both > 0)
            return Error{TR("%1 and %2 have runs in common (%3): a run is not compared with itself"),
                {base, name, both}};
        report.pairs.push_back(pairOf(*first, std::move(*second), limits));
    }
    return report;
}

} // namespace iotbench
