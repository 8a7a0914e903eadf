#include "batch/batch_run.h"

#include "base/data_files.h"
#include "base/exit_codes.h"
#include "base/regular_file.h"
#include "base/system_clock.h"
#include "batch/asked_reports.h"
#include "batch/build_facts.h"
#include "batch/interrupt.h"
#include "batch/repeat_view.h"
#include "batch/search_view.h"
#include "batch/terminal.h"
#include "batch/watched_run.h"
#include "batch/watched_study.h"
#include "run/run.h"
#include "run/setting_mistakes.h"
#include "run/stream_ends.h"
#include "spark/answered_run.h"
#include "stream/standard_streams.h"

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fstream>
#include <iostream>

#include <unistd.h>

namespace iotbench {
namespace {

// What is wrong with standard input and output where a stream is to pass through them.
std::string mistakeInStandardStreams(const Settings& settings, const OutputOptions& output)
{
    const bool standardStreams = !settings.listen && !settings.connect;
    const bool reads = settings.role == Role::Worker || (settings.role == Role::Receive && standardStreams);
    const bool writes = settings.role == Role::Worker || (settings.role == Role::Send && standardStreams);
    if (writes && output.json == kStandardOutput)
        return "--json - does not apply where standard output is the stream: give --json a file";
    if (const auto fault = reads ? standardInputFault() : std::nullopt)
        return fault->english();
    if (const auto fault = writes ? standardOutputFault() : std::nullopt)
        return fault->english();
    return settings.role == Role::Send && standardStreams && isatty(STDOUT_FILENO) != 0
        ? "--role send writes the stream to standard output, which is a terminal: pipe it into nc, or "
          "give --connect or --listen"
        : "";
}

} // namespace

int runHeadless(const EffectiveSettings& settings, const AskedSettings& asked, const OutputOptions& output)
{
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes is an error of the write, not the end of the process
    const SystemClock clock;
    const Interrupt interrupt(clock);
    Terminal terminal = standardTerminal(output, tellsLittle(*settings));

    if (const std::string mistake = mistakeInStandardStreams(*settings, output); !mistake.empty())
        return terminal.failUsage(mistake);
    const engines::EngineRegistry engines;
    const ModelCatalogue models = ModelCatalogue::standard();
    if (const Message mistake = mistakeIn(*settings, engines, models); !mistake.empty())
        return terminal.failUsage(mistake.english());
    const RunEnvironment environment{engines, models, buildFacts(engines), false, userCacheFolder()};

    auto reports = AskedReports::open(output);
    if (!reports)
        return terminal.fail(reports.error().english(), kExitFailed);
    auto listener = bindListener(*settings);
    if (!listener)
        return terminal.failUsage(listener.error().english());
    auto reportClaim = claimReport(*settings);
    if (!reportClaim)
        return terminal.failUsage(reportClaim.error().english());
    Result<std::unique_ptr<Run>> run = Run::prepare(settings, environment,
        {.listener = std::move(*listener),
            .reportClaim = std::move(*reportClaim),
            .loading = {.cancelled = [&] { return interrupt.raised(); }}});
    if (!run)
        return terminal.fail(run.error().english(), interrupt.raised() ? kExitInterrupted : kExitFailed);
    return WatchedRun(**run, asked, terminal, interrupt, std::move(*reports)).watch();
}

// `prepare(environment, cancelled)` makes the study, and View says what is shown of it.
template <typename View, typename Prepare>
static int studyHeadless(
    const EffectiveSettings& settings, const OutputOptions& output, const Prepare& prepare)
{
    const SystemClock clock;
    const Interrupt interrupt(clock);
    Terminal terminal = standardTerminal(output, tellsLittle(*settings));
    const engines::EngineRegistry engines;
    const ModelCatalogue models = ModelCatalogue::standard();
    if (const Message mistake = mistakeIn(*settings, engines, models); !mistake.empty())
        return terminal.failUsage(mistake.english());
    const RunEnvironment environment{engines, models, buildFacts(engines), false, userCacheFolder()};
    return prepareAndWatch<View>(terminal, interrupt, output,
        [&] { return prepare(environment, [&] { return interrupt.raised(); }); });
}

int searchHeadless(const EffectiveSettings& settings, const SearchGoal& goal, const OutputOptions& output)
{
    return studyHeadless<SearchView>(
        settings, output, [&](const RunEnvironment& environment, const auto& cancelled) {
            return SearchStudy::prepare(settings, environment, goal, {.cancelled = cancelled});
        });
}

int repeatHeadless(const EffectiveSettings& settings, unsigned runs, const OutputOptions& output)
{
    return studyHeadless<RepeatView>(
        settings, output, [&](const RunEnvironment& environment, const auto& cancelled) {
            return RepeatStudy::prepare(settings, environment, runs, {.cancelled = cancelled});
        });
}

int reportAnswers(const EffectiveSettings& settings, const std::string& file, const OutputOptions& output)
{
    Terminal terminal = standardTerminal(output, true);
    const engines::EngineRegistry engines;
    const ModelCatalogue models = ModelCatalogue::standard();
    if (settings->role != Role::Receive)
        return terminal.failUsage("--answers goes with --role receive");
    if (const Message mistake = mistakeIn(*settings, engines, models); !mistake.empty())
        return terminal.failUsage(mistake.english());
    std::ifstream opened;
    if (file != "-") {
        const auto regular = openRegularFile(file); // and no pipe that nobody writes to
        if (!regular)
            return terminal.fail(file + " " + regular.error().english(), kExitFailed);
        opened.open(file);
    }
    auto reports = AskedReports::open(output);
    if (!reports)
        return terminal.fail(reports.error().english(), kExitFailed);
    auto run = AnsweredRun::prepare(settings, {engines, models, buildFacts(engines)});
    if (!run)
        return terminal.fail(run.error().english(), kExitFailed);
    const RunOutcome outcome = (*run)->take(file == "-" ? std::cin : opened);
    for (const Message& warning : outcome.result.warnings)
        terminal.warn(warning.english());
    return tellOutcome(terminal, outcome, *reports, {});
}

} // namespace iotbench
