#include "batch/watched_search.h"

#include "batch/batch.h"
#include "batch/progress_line.h"
#include "statistics/figure_text.h"
#include "study_driver/probe_rows.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <thread>

namespace iotbench {
namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kLook{50};
constexpr std::chrono::milliseconds kShow{250};

constexpr std::size_t kColumns = 7;
using Row = std::array<std::string, kColumns>;
constexpr std::array<std::size_t, kColumns> kWidths{5, 9, 9, 9, 7, 9, 10};

// Right-aligned, for the table grows and its widest cells are not known.
std::string rowText(const Row& row, const std::string& result)
{
    std::string text;
    for (std::size_t i = 0; i < kColumns; ++i) {
        text.append(kWidths[i] - std::min(kWidths[i], row[i].size()), ' ');
        text += row[i] + "  ";
    }
    return text + result;
}

std::string headText(const SearchGoal& goal)
{
    return rowText({"probe", goal.cameras() ? "cameras" : "", "images/s", "images", "s", "p99 ms",
                       "% over " + shortText(goal.limitMs, 1)},
        "");
}

std::string probeText(std::size_t number, const Probe& probe, const SearchGoal& goal)
{
    const studies::ProbeState& state = probe.state;
    const bool guess = probe.request.purpose == studies::ProbePurpose::UpperGuess;
    std::string result = guess ? "as fast as it can" : resultText(probe);
    if (probe.request.purpose == studies::ProbePurpose::Confirm)
        result = "confirming: " + result;
    if (state.leftOutS > 0)
        result += ", " + shortText(state.leftOutS, 2) + " s left out for interference";
    return rowText(
        {guess ? "-" : std::to_string(number),
            guess || !goal.cameras() ? "" : fixedText(probe.request.load, 0),
            rateText(guess ? probe.imagesPerS : goal.imagesPerS(probe.request.load)),
            std::to_string(state.images), fixedText(probe.tookS, 1),
            probe.p99Ms ? fixedText(*probe.p99Ms, 1) : "", guess ? "" : fixedText(100 * state.share, 2)},
        result);
}

std::string nowText(const SearchSnapshot& now, const SearchGoal& goal)
{
    if (!now.now)
        return "";
    const bool guess = now.now->purpose == studies::ProbePurpose::UpperGuess;
    std::string text = guess ? "as fast as it can"
                             : std::string(wordOf(now.now->purpose)) + ": "
            + (goal.cameras() ? fixedText(now.now->load, 0) + " cameras"
                              : rateText(now.now->load) + " images/s");
    if (now.run && now.run->phase == RunPhase::WarmingUp)
        return text + ", warming up";
    text += ", " + fixedText(now.state.settlingS + now.state.countedS + now.state.leftOutS, 0) + " s";
    if (now.state.images > 0 && !guess)
        text += ", " + fixedText(100 * now.state.share, 2) + " % over the limit";
    return text;
}

Colour colourOf(const std::string& verdict)
{
    return verdict == "VALID" ? Colour::Green : verdict == "WEAK" ? Colour::Yellow : Colour::Red;
}

} // namespace

WatchedSearch::WatchedSearch(SearchStudy& study, Terminal& terminal, const Interrupt& interrupt)
    : m_study(study)
    , m_terminal(terminal)
    , m_interrupt(interrupt)
{
}

int WatchedSearch::watch()
{
    for (const Message& warning : m_study.inputs().warnings)
        m_terminal.note("iotbench: warning: " + warning.english(), Colour::Yellow);
    m_terminal.note(headText(m_study.goal()));
    m_terminal.flush();
    m_study.start();
    auto shown = SteadyClock::now();
    bool stopRequested = false;
    while (!m_study.finished()) {
        if (stopRequested) {
            std::this_thread::sleep_for(kLook);
        } else if (m_interrupt.waitFor(static_cast<int>(kLook.count()))) {
            m_study.requestStop();
            stopRequested = true;
        }
        const auto snapshot = m_study.snapshot();
        tellRows(snapshot->probes);
        if (const auto now = SteadyClock::now(); now - shown >= kShow) {
            shown = now;
            if (const std::string text = nowText(*snapshot, m_study.goal()); !text.empty())
                m_terminal.progress(text, std::chrono::duration<double>(now.time_since_epoch()).count());
        }
    }
    return conclude();
}

void WatchedSearch::tellRows(const std::vector<Probe>& probes)
{
    if (m_told == probes.size())
        return;
    for (; m_told < probes.size(); ++m_told)
        m_terminal.note(probeText(m_told, probes[m_told], m_study.goal()));
    m_terminal.flush();
}

int WatchedSearch::conclude()
{
    const SearchOutcome outcome = m_study.wait();
    tellRows(outcome.probes);
    for (const Message& error : outcome.reportErrors)
        m_terminal.note("iotbench: " + error.english(), Colour::Red);
    if (!outcome.failure.empty()) {
        m_terminal.note("iotbench: " + outcome.failure.english(), Colour::Red);
        m_terminal.flush();
        return outcome.exitCode;
    }
    const StudyFacts& facts = outcome.facts;
    m_terminal.note(std::to_string(facts.probes) + (facts.probes == 1 ? " probe in " : " probes in ")
        + durationText(facts.tookS) + ", of which " + fixedText(facts.tookS - facts.measuredS, 1)
        + " s were not measuring");
    if (!facts.verdict.empty())
        m_terminal.note("verdict: " + facts.verdict, colourOf(facts.verdict));
    m_terminal.result(facts.words);
    if (const auto fault = m_terminal.flush()) {
        m_terminal.note("iotbench: " + *fault, Colour::Red);
        return outcome.exitCode == 0 ? kExitFailed : outcome.exitCode;
    }
    return outcome.exitCode;
}

} // namespace iotbench
