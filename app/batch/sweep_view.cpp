#include "batch/sweep_view.h"

#include "batch/progress_line.h"
#include "batch/run_row.h"
#include "batch/text_table.h"
#include "statistics/figure_text.h"
#include "study_driver/missed_criteria.h"
#include "study_driver/search_answer_text.h"

#include <algorithm>

namespace iotbench {
namespace {

// How a combination stands among the others.
std::string standingOf(const SweptPoint& point)
{
    if (!point.failure.empty())
        return "failed: " + point.failure.english();
    if (!point.meetsCriteria)
        return point.answer.empty() ? "misses a pass criterion" : point.answer;
    std::string text = point.best ? "best, Pareto" : point.pareto ? "Pareto" : "";
    const std::string rate = point.keptPerS ? "kept its target rate"
        : !point.alikeBest || point.best    ? ""
        : point.holdsAt                     ? "may hold as much as the best"
                                            : "no difference shown to the best";
    return text + (text.empty() || rate.empty() ? "" : ", ") + rate;
}

std::vector<std::string> tableRow(const StudyFacts& facts, const SweptPoint& point)
{
    std::string rate, range;
    if (!point.answer.empty()) {
        rate = point.holdsAt ? plainLoad(facts, *point.holdsAt) : "";
        range = point.failsAt ? plainLoad(facts, *point.failsAt) : "";
    } else if (point.imagesPerS) {
        rate = rateText(*point.imagesPerS);
        range = point.lowPerS && point.highPerS
            ? rateText(*point.lowPerS) + " to " + rateText(*point.highPerS)
            : "";
    }
    return {point.label, rate, range, std::to_string(point.runs),
        point.p99Ms ? fixedText(*point.p99Ms, 1) : "",
        point.accuracyPct ? fixedText(*point.accuracyPct, 2) : "", point.verdict, standingOf(point)};
}

} // namespace

std::string sweepTable(const StudyFacts& facts)
{
    std::vector<SweptPoint> points = facts.points;
    std::ranges::stable_sort(points, std::ranges::greater(), &SweptPoint::imagesPerS); // empty ones last
    const bool searches = !facts.find.empty();
    std::vector<std::vector<std::string>> rows{{"COMBINATION",
        facts.countsCameras() ? "CAMERAS"
            : searches        ? "HOLDS AT"
                              : "IMAGES/S",
        searches ? "FAILS AT" : "95 % INTERVAL", searches ? "SEARCHES" : "RUNS",
        facts.serviceTime ? "SERVICE P99 MS" : "P99 MS", "ACCURACY %", "VERDICT", "STANDING"}};
    for (const SweptPoint& point : points)
        rows.push_back(tableRow(facts, point));
    std::string table = textTable(rows);
    table.pop_back(); // the last newline: a note has its own
    return table;
}

std::string SweepView::head() const
{
    return runRowHead("verdict");
}

std::string SweepView::rowText(std::size_t number, const RepeatedRun& run) const
{
    const std::string& label = m_study.combinations()[run.point].label;
    if (!run.failure.empty())
        return failedRow(number, "failed   " + label + ": " + run.failure.english());
    std::string verdict(toString(run.verdict));
    verdict.resize(std::max<std::size_t>(verdict.size(), 9), ' ');
    return runRow(number, run, verdict + label + (run.answer.empty() ? "" : ": " + run.answer.english()));
}

ProbeEvent SweepView::probeEvent(std::size_t number, const RepeatedRun& run) const
{
    ProbeEvent event;
    if (run.failure.empty())
        event = runProbeEvent(number, run);
    else
        event.result = run.failure.english();
    event.number = number + 1;
    if (!run.answer.empty())
        event.result = run.answer.english();
    event.combination = m_study.combinations()[run.point].label;
    return event;
}

std::string SweepView::progress(const SeriesSnapshot& snapshot) const
{
    if (snapshot.coolsDown)
        return "cooling down";
    if (!snapshot.point)
        return "";
    const SweepCombination& combination = m_study.combinations()[*snapshot.point];
    const bool searches = !snapshot.stand->facts.find.empty();
    Settings settings = *combination.settings;
    if (searches)
        settings.totalImages.reset(); // a probe has as many as it takes
    return (searches ? "search " : "run ") + std::to_string(snapshot.stand->runs.size() + 1) + " of "
        + std::to_string(snapshot.planned) + ", " + combination.label + ": "
        + (snapshot.run ? progressLine(*snapshot.run, settings) : "loading");
}

void SweepView::conclude(const SeriesOutcome& outcome, Terminal& terminal) const
{
    if (outcome.stopped)
        terminal.note("stopped after " + std::to_string(outcome.runs.size()) + " runs");
    const StudyFacts& facts = outcome.facts;
    if (facts.runs > 0)
        terminal.note(sweepTable(facts));
    for (const Message& sentence : missedCriteria(outcome.runs))
        terminal.note(sentence.english());
    if (outcome.failure.empty())
        terminal.result(facts.words);
}

} // namespace iotbench
