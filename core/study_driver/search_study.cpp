#include "study_driver/search_study.h"

#include "base/exit_codes.h"
#include "reports/kept_runs.h"
#include "reports/output_file.h"
#include "reports/report_files.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"
#include "study_driver/probe_rows.h"
#include "study_driver/search_answer_text.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace iotbench {

using namespace studies;

namespace {

std::string wordOf(AnswerKind kind)
{
    switch (kind) {
    case AnswerKind::Serves:
        return "serves";
    case AnswerKind::Nothing:
        return "nothing";
    case AnswerKind::AtLeast:
        return "at least";
    case AnswerKind::Between:
        return "between";
    case AnswerKind::NotAccurate:
        break;
    }
    return "not accurate";
}

int exitCodeOf(const SearchOutcome& outcome, const Settings& settings)
{
    return !outcome.stopped && !outcome.reportErrors.empty() ? kExitFailed
                                                             : searchExitCode(outcome.facts, settings.strict);
}

} // namespace

Result<std::unique_ptr<SearchStudy>> SearchStudy::prepare(const EffectiveSettings& settings,
    const RunEnvironment& environment, const SearchGoal& goal, const LoadingWatch& watch,
    const std::string& keepIn)
{
    if (!settings->csv.empty())
        if (const auto error = checkSummaryFile(settings->csv))
            return *error;
    const std::int64_t startNs = SystemClock().nowNs();
    auto inputs = loadRunInputs(settings.withoutEnd(), environment, EngineUse::ToClassify, watch);
    if (!inputs)
        return Error{inputs.error()};
    return std::unique_ptr<SearchStudy>(new SearchStudy(std::move(*inputs), goal, keepIn, startNs));
}

std::unique_ptr<SearchStudy> SearchStudy::goOn(
    const SearchStudy& stopped, const SearchOutcome& soFar, const std::string& keepIn)
{
    const RunInputs& inputs = stopped.m_inputs;
    std::unique_ptr<SearchStudy> study(
        new SearchStudy(inputs.withSettings(inputs.settings), stopped.m_goal, keepIn, SystemClock().nowNs()));
    std::vector<Probe> probes = soFar.probes;
    std::erase_if(probes, [](const Probe& probe) { return probe.stopped; });
    study->takeUp({.probes = std::move(probes),
        .planner = stopped.m_planner,
        .last = soFar.last,
        .lastConfirms = stopped.m_lastConfirms,
        .tookS = soFar.facts.tookS});
    return study;
}

Result<std::unique_ptr<SearchStudy>> SearchStudy::goOn(const KeptSearch& kept,
    const RunEnvironment& environment, const LoadingWatch& watch, const std::string& keepIn)
{
    auto study = prepare(kept.settings, environment, kept.goal, watch, keepIn);
    if (!study)
        return study;
    RunInputs& inputs = (*study)->m_inputs;
    const RunResult& before = kept.soFar.last->result;
    if (inputs.model && inputs.model->sha256 != before.model.sha256)
        return Error{
            TR("model %1 is another file than the one that the search measured"), {inputs.model->path}};
    inputs.calibration = before.calibration;
    (*study)->takeUp(kept.soFar);
    return study;
}

void SearchStudy::takeUp(SearchSoFar soFar)
{
    m_startNs -= nanoseconds(soFar.tookS);
    m_planner = std::move(soFar.planner);
    m_outcome.probes = std::move(soFar.probes);
    m_outcome.last = std::move(soFar.last);
    m_lastConfirms = soFar.lastConfirms;
    m_probesBefore = m_outcome.probes.size();
    publish({});
}

SearchStudy::SearchStudy(RunInputs inputs, const SearchGoal& goal, std::string keepIn, std::int64_t startNs)
    : m_inputs(std::move(inputs))
    , m_goal(goal)
    , m_keepIn(std::move(keepIn))
    , m_startNs(startNs)
    , m_planner({goal.cameraRatePerS, goal.precision, m_inputs.settings->seed})
{
}

void SearchStudy::start()
{
    m_thread.start([this] { perform(); });
}

void SearchStudy::publish(SearchSnapshot snapshot)
{
    snapshot.probes = m_outcome.probes;
    snapshot.holdsAt = m_planner.holdsAt();
    snapshot.failsAt = m_planner.failsAt();
    snapshot.forecast = m_forecast;
    snapshot.tookS = seconds(m_clock.nowNs() - m_startNs);
    m_thread.publish(std::move(snapshot));
}

std::optional<SearchForecast> SearchStudy::forecast() const
{
    const std::vector<ProbeRequest> requests = m_planner.foreseen();
    if (requests.empty())
        return std::nullopt;
    double overheadS = 0; // of those so far, each: that is not measuring
    for (const Probe& probe : m_outcome.probes)
        overheadS += (probe.tookS - probe.measuredS) / static_cast<double>(m_outcome.probes.size());
    SearchForecast forecast;
    for (const ProbeRequest& request : requests) {
        ++(request.purpose == ProbePurpose::Search ? forecast.searching : forecast.confirming);
        forecast.seconds += planOf(m_goal, request).fullLengthS() + ProbePlan::kMostSettlingS + overheadS;
    }
    return forecast;
}

void SearchStudy::perform()
{
    while (const auto request = m_planner.next()) {
        m_forecast = forecast();
        if (m_thread.stop().raised() || !probe(*request))
            break;
        publish({});
    }
    m_outcome.stopped = m_planner.next() && m_outcome.failure.empty();
    m_forecast.reset();
    publish({});
}

// False where the search is over: it was stopped, or the run failed.
bool SearchStudy::probe(const ProbeRequest& request)
{
    // The folder holds the last confirming run, and until there is one, the last of all.
    const bool keeps = request.toFullLength() || !m_lastConfirms;
    const Settings& settings = *m_inputs.settings;
    const bool begun = !m_outcome.probes.empty();
    const double startS = seconds(m_clock.nowNs() - m_startNs);
    ProbeFiles files;
    if (keeps) {
        files = {settings.report, settings.force || begun, {.folder = m_keepIn}};
        std::error_code nothingThere;
        if (begun && !m_keepIn.empty())
            std::filesystem::remove_all(m_keepIn, nothingThere); // our own, of the probe before
    }
    auto made = runProbe(
        m_inputs, m_goal, request, files, m_thread.stop(), [&](const Run& run, const ProbeState& state) {
            publish({.now = request, .state = state, .run = run.snapshot()});
        });
    if (!made) {
        m_outcome.failure = made.error();
        return false;
    }
    Probe& probe = made->probe;
    probe.startS = startS;
    probe.tookS = seconds(m_clock.nowNs() - m_startNs) - startS;
    m_outcome.probes.push_back(probe);
    if (keeps) {
        m_outcome.last = std::move(made->outcome);
        m_lastConfirms = request.toFullLength();
    }
    if (probe.stopped)
        return false;
    m_planner.told(outcomeOf(probe));
    return true;
}

SearchOutcome SearchStudy::wait()
{
    if (Message why = m_thread.join(); !why.empty() && m_outcome.failure.empty())
        m_outcome.failure = std::move(why);
    if (!m_planner.next())
        m_outcome.answer = m_planner.answer();
    m_outcome.facts = facts();
    if (m_outcome.last && m_outcome.probes.size() > m_probesBefore) {
        keepRunOfBefore();
        m_outcome.reportErrors = m_outcome.last->reportErrors;
        writeReports();
    }
    m_outcome.exitCode = exitCodeOf(m_outcome, *m_inputs.settings);
    return std::move(m_outcome);
}

StudyFacts SearchStudy::facts() const
{
    StudyFacts facts;
    facts.find = m_goal.cameras() ? "cameras" : "rate";
    facts.answer = m_outcome.stopped ? "stopped"
        : !m_outcome.failure.empty() ? "failed"
                                     : wordOf(m_outcome.answer.kind);
    facts.holdsAt = m_planner.holdsAt().value_or(0);
    facts.failsAt = m_planner.failsAt();
    if (m_goal.cameras())
        facts.cameraRatePerS = m_goal.cameraRatePerS;
    facts.maxP99Ms = m_goal.limitMs;
    facts.precisionPct = 100 * m_goal.precision;
    facts.probeSeconds = m_goal.mostProbeS;
    if (!m_outcome.stopped && m_outcome.failure.empty())
        facts.verdict = toString(judgementOf(m_outcome.answer.verdict));
    for (const Probe& probe : m_outcome.probes) {
        facts.probes += probe.request.purpose != ProbePurpose::UpperGuess;
        facts.measuredS += probe.measuredS;
    }
    facts.tookS = seconds(m_clock.nowNs() - m_startNs);
    facts.words = m_outcome.failure.empty() ? answerText(facts, m_outcome.probes, m_inputs)
                                            : m_outcome.failure.english();
    return facts;
}

// Where the search went on and no run of its own took the place of the one of before: what it came to then is
// left as it was.
void SearchStudy::keepRunOfBefore()
{
    RunOutcome& last = *m_outcome.last;
    if (last.keptFolder.empty() || last.keptFolder == m_keepIn)
        return;
    const std::string before = std::exchange(last.keptFolder, m_keepIn);
    if (m_keepIn.empty())
        return;
    if (const auto fault = copyRun(before, m_keepIn)) {
        last.notKept = fault->message;
        last.keptFolder.clear();
        std::error_code nothingThere;
        std::filesystem::remove_all(m_keepIn, nothingThere);
    }
}

void SearchStudy::writeReports()
{
    const auto keep = [this](std::optional<Error> error) {
        if (error)
            m_outcome.reportErrors.push_back(error->message);
    };
    const auto write = [&keep](const std::filesystem::path& path, const std::string& text) {
        auto file = OutputFile::create(path);
        if (!file)
            return keep(Error{file.error()});
        file->write(text);
        keep(file->close());
    };
    const RunOutcome& last = *m_outcome.last;
    const Settings& settings = *m_inputs.settings;
    m_outcome.report = Report{last.result, last.verdict, 0, m_outcome.facts};
    const QJsonObject report = reportJson(*m_outcome.report);
    for (const std::filesystem::path folder : {settings.report, last.keptFolder}) {
        if (folder.empty())
            continue;
        write(folder / kProbesFile, probeTable(m_outcome.probes, m_goal));
        write(folder / kReportFile, jsonBytes(report).toStdString());
        write(folder / kSummaryFile, summaryHeader() + summaryRow(report));
    }
    if (!settings.csv.empty())
        keep(appendSummary(settings.csv, report));
}

} // namespace iotbench
