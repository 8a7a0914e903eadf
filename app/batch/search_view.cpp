#include "batch/search_view.h"

#include "batch/progress_line.h"
#include "batch/watched_study.h"
#include "statistics/figure_text.h"
#include "study_driver/probe_rows.h"

namespace iotbench {
namespace {

struct Row {
    std::string number, cameras, rate, images, seconds, p99, over;
};

std::string textOf(const Row& row, const std::string& result)
{
    return growingRow({{row.number, 5}, {row.cameras, 9}, {row.rate, 9}, {row.images, 9}, {row.seconds, 7},
                          {row.p99, 9}, {row.over, 10}},
        result);
}

Colour colourOf(const std::string& verdict)
{
    return verdict == "VALID" ? Colour::Green : verdict == "WEAK" ? Colour::Yellow : Colour::Red;
}

} // namespace

std::string SearchView::head() const
{
    const SearchGoal& goal = m_study.goal();
    return textOf({"probe", goal.cameras() ? "cameras" : "", "images/s", "images", "s", "p99 ms",
                      "% over " + shortText(goal.limitMs, 6)},
        "");
}

std::string SearchView::rowText(std::size_t number, const Probe& probe) const
{
    const SearchGoal& goal = m_study.goal();
    const studies::ProbeState& state = probe.state;
    const bool guess = probe.request.purpose == studies::ProbePurpose::UpperGuess;
    return textOf({guess ? "-" : std::to_string(number),
                      guess || !goal.cameras() ? "" : fixedText(probe.request.load, 0),
                      rateText(guess ? probe.imagesPerS : goal.imagesPerS(probe.request.load)),
                      state.images > 0 ? std::to_string(state.images) : "", fixedText(probe.tookS, 1),
                      probe.p99Ms ? fixedText(*probe.p99Ms, 1) : "",
                      guess || state.images == 0 ? "" : fixedText(100 * state.share, 2)},
        wholeResultText(probe));
}

ProbeEvent SearchView::probeEvent(std::size_t number, const Probe& probe) const
{
    const bool guess = probe.request.purpose == studies::ProbePurpose::UpperGuess;
    const auto unlessGuess = [guess](double value) { return guess ? std::nullopt : std::optional(value); };
    return {.number = number,
        .purpose = std::string(wordOf(probe.request.purpose)),
        .load = unlessGuess(probe.request.load),
        .combination = {},
        .seed = probe.request.seed,
        .images = probe.state.images,
        .imagesPerS = probe.imagesPerS,
        .rateInterval = {},
        .p99Ms = probe.p99Ms,
        .overLimit = probe.state.images > 0 ? unlessGuess(probe.state.share) : std::nullopt,
        .accuracy = probe.accuracy,
        .result = guess ? std::nullopt : std::optional(resultText(probe)),
        .verdict = guess ? Judgement::NotJudged : probe.verdict};
}

std::string SearchView::progress(const SearchSnapshot& snapshot) const
{
    if (!snapshot.now)
        return "";
    const bool guess = snapshot.now->purpose == studies::ProbePurpose::UpperGuess;
    std::string text = guess ? "as fast as it can"
                             : std::string(wordOf(snapshot.now->purpose)) + ": "
            + (m_study.goal().cameras() ? fixedText(snapshot.now->load, 0) + " cameras"
                                        : rateText(snapshot.now->load) + " images/s");
    if (snapshot.run && snapshot.run->phase == RunPhase::WarmingUp)
        return text + ", warming up";
    const studies::ProbeState& state = snapshot.state;
    text += ", " + fixedText(state.settlingS + state.countedS + state.leftOutS, 0) + " s";
    if (state.images > 0 && !guess)
        text += ", " + fixedText(100 * state.share, 2) + " % over the limit";
    return text;
}

void SearchView::conclude(const SearchOutcome& outcome, Terminal& terminal) const
{
    if (!outcome.failure.empty())
        return;
    const StudyFacts& facts = outcome.facts;
    terminal.note(std::to_string(facts.probes) + (facts.probes == 1 ? " probe in " : " probes in ")
        + durationText(facts.tookS) + ", of which " + fixedText(facts.tookS - facts.measuredS, 1)
        + " s were not measuring");
    if (!facts.verdict.empty())
        terminal.note("verdict: " + facts.verdict, colourOf(facts.verdict));
    terminal.result(facts.words);
}

} // namespace iotbench
