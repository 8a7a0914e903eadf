#include "batch/batch_run.h"

#include "batch/batch.h"
#include "batch/build_facts.h"
#include "batch/interrupt.h"
#include "batch/original_program.h"
#include "batch/progress_line.h"
#include "batch/terminal.h"
#include "reports/summary_text.h"
#include "run/joined.h"
#include "run/nearest_name.h"
#include "run/run.h"
#include "run/settings_table.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <thread>

#include <unistd.h>

namespace iotbench {
namespace {

constexpr int kLookMs = 50; // how soon the end is noticed
constexpr int kShowMs = 250; // between two lines of progress

std::int64_t unixMsNow()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

double steadySecondsNow()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// What only the list of engines and the terminal can tell of the settings; "" where nothing is wrong.
std::string mistakeIn(const Settings& settings, const engines::EngineRegistry& registry)
{
    const bool standardStreams = !settings.listen && !settings.connect;
    if (settings.role == Role::Send) {
        return standardStreams && isatty(STDOUT_FILENO) != 0
            ? "--role send writes the stream to standard output, which is a terminal: pipe it into nc, or "
              "give "
              "--connect or --listen"
            : "";
    }
    std::vector<std::string_view> names;
    for (const engines::EngineEntry& entry : registry.list())
        names.push_back(entry.name);
    const auto engine = std::ranges::find(registry.list(), settings.engine, &engines::EngineEntry::name);
    if (engine == registry.list().end()) {
        const std::string nearest(nearestName(settings.engine, names));
        return "--engine takes one of " + joined(names, ", ") + ", got \"" + settings.engine + "\""
            + (nearest.empty() ? "" : "; did you mean " + nearest + "?");
    }
    std::vector<std::string_view> precisions;
    for (const engines::Precision precision : engine->precisions)
        precisions.push_back(toString(precision));
    if (engine->available
        && std::ranges::find(precisions, toString(settings.precision)) == precisions.end()) {
        return "--precision " + std::string(toString(settings.precision)) + " is not offered by --engine "
            + settings.engine + ", only " + joined(precisions, ", ");
    }
    return "";
}

Colour colourOf(Judgement judgement)
{
    switch (judgement) {
    case Judgement::Valid:
        return Colour::Green;
    case Judgement::Weak:
        return Colour::Yellow;
    case Judgement::Invalid:
        return Colour::Red;
    case Judgement::NotJudged:
        break;
    }
    return Colour::None;
}

// A run as a user at the terminal sees it.
class WatchedRun {
public:
    WatchedRun(Run& run, Terminal& terminal, const Interrupt& interrupt)
        : m_run(run)
        , m_terminal(terminal)
        , m_interrupt(interrupt)
        , m_settings(*run.inputs().settings)
        , m_original(m_settings, run.inputs().model ? run.inputs().model->path.string() : std::string())
    {
    }

    int watch()
    {
        say(m_original.atStart(unixMsNow()));
        if (m_settings.role != Role::Send && !m_settings.listen && !m_settings.connect
            && m_settings.role != Role::Loopback && isatty(STDIN_FILENO) != 0)
            m_terminal.note(
                "iotbench: images are awaited from the terminal; pipe them in, or give --listen PORT");
        m_terminal.flush();
        m_run.start();
        bool stopRequested = false;
        double shownS = 0;
        while (!m_run.finished()) {
            if (!stopRequested && m_interrupt.waitFor(kLookMs)) {
                m_run.requestStop();
                stopRequested = true;
            } else if (stopRequested) {
                std::this_thread::sleep_for(std::chrono::milliseconds(kLookMs));
            }
            const double nowS = steadySecondsNow();
            if (m_ready && (nowS - shownS) * 1000 < kShowMs)
                continue;
            shownS = nowS;
            show(*m_run.snapshot(), nowS);
        }
        return conclude();
    }

private:
    void say(const std::vector<std::string>& lines)
    {
        for (const std::string& line : lines) {
            if (m_original.speaksOnStandardOutput())
                m_terminal.result(line);
            else
                m_terminal.note(line);
        }
    }

    void show(const RunSnapshot& snapshot, double nowS)
    {
        m_ready = snapshot.phase != RunPhase::WarmingUp;
        tellEvents(*snapshot.events);
        say(m_original.at(snapshot, unixMsNow()));
        m_terminal.progress(progressLine(snapshot, m_settings.role == Role::Send), nowS);
        m_terminal.flush();
    }

    // Those behind the last one told; the list holds the newest only.
    void tellEvents(const std::vector<RunEvent>& events)
    {
        const auto told = std::find_if(events.rbegin(), events.rend(), [this](const RunEvent& event) {
            return m_lastTold && event.atS == m_lastTold->atS && event.what == m_lastTold->what;
        });
        for (auto event = told.base(); event != events.end(); ++event) {
            if (event->warning)
                m_terminal.note("iotbench: warning: " + event->what.english(), Colour::Yellow);
            else if (!m_settings.quiet)
                m_terminal.note("iotbench: " + event->what.english());
        }
        if (!events.empty())
            m_lastTold = events.back();
    }

    int conclude()
    {
        tellEvents(*m_run.snapshot()->events);
        const RunOutcome outcome = m_run.wait();
        say(m_original.atEnd(outcome.result, unixMsNow()));
        int exitCode = outcome.exitCode;
        if (const auto fault
            = m_terminal.flush()) { // before the verdict, so that the order is right in one file
            m_terminal.note("iotbench: " + *fault, Colour::Red);
            exitCode = exitCode == 0 ? kExitFailed : exitCode;
        }
        const std::vector<std::string> summary = summaryText(outcome.result, outcome.verdict);
        for (const std::string& line : summary) // the last one is the verdict
            m_terminal.note(
                line, &line == &summary.back() ? colourOf(outcome.verdict.overall) : Colour::None);
        for (const std::string& error : outcome.reportErrors)
            m_terminal.note("iotbench: " + error, Colour::Red);
        m_terminal.flush();
        return exitCode;
    }

    Run& m_run;
    Terminal& m_terminal;
    const Interrupt& m_interrupt;
    const Settings m_settings;
    OriginalProgram m_original;
    bool m_ready = false; // warming up is over
    std::optional<RunEvent> m_lastTold;
};

} // namespace

int runHeadless(const EffectiveSettings& settings)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes is an error of the write, not the end of the process
    const Interrupt interrupt;
    Terminal terminal(stdout, stderr, TerminalAbilities::of(stderr), settings->quiet);

    const engines::EngineRegistry engines;
    if (const std::string mistake = mistakeIn(*settings, engines); !mistake.empty())
        return usageError(mistake);
    const ModelCatalogue models = ModelCatalogue::standard();
    const RunEnvironment environment{engines, models, buildFacts(engines)};

    Result<std::unique_ptr<Run>> run = Run::prepare(settings, environment);
    if (!run) {
        terminal.note("iotbench: " + run.error(), Colour::Red);
        return interrupt.raised() ? kExitInterrupted : kExitFailed;
    }
    return WatchedRun(**run, terminal, interrupt).watch();
}

} // namespace iotbench
