#include "study_driver/repeat_study.h"

#include "reports/report_json.h"
#include "reports/summary_row.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

namespace iotbench {
namespace {

constexpr auto kLookAtRun = std::chrono::milliseconds(20);

namespace fs = std::filesystem;

RepeatedRun rowOf(const RunOutcome& outcome)
{
    const RunResult& result = outcome.result;
    return {result.settings.seed, imagesPerS(result).value_or(0), result.rateInterval, result.latency.p99Ms,
        accuracy(result), outcome.verdict.overall, outcome.exitCode};
}

// Half of an interval of 95 % is about two errors; what a few batches would widen is not known of it any
// more.
constexpr double kErrorsInHalf = 2;

studies::RepeatOutcome told(const RepeatedRun& run)
{
    studies::RepeatOutcome outcome;
    outcome.value = run.imagesPerS;
    if (run.rateInterval)
        outcome.standardError = run.rateInterval->halfWidth() / kErrorsInHalf;
    outcome.verdict = studies::runVerdict(run.verdict);
    return outcome;
}

// Runs of an earlier study beside those of this one would be taken for its own.
std::optional<Error> mistakeInFolder(const Settings& settings)
{
    std::error_code fault;
    if (settings.report.empty() || !fs::exists(settings.report, fault)
        || fs::is_empty(settings.report, fault))
        return std::nullopt;
    return Error{TR("%1 is not empty: a study needs a new folder for --report"), {settings.report}};
}

int exitCodeOf(const RepeatedRuns& outcome, bool strict)
{
    if (outcome.stopped)
        return 130;
    if (!outcome.failure.empty() || !outcome.reportErrors.empty() || !outcome.answer)
        return 1;
    const auto anyRun = [&](int code) {
        return std::ranges::find(outcome.runs, code, &RepeatedRun::exitCode) != outcome.runs.end();
    };
    if (anyRun(3) || (strict && outcome.answer->verdict != studies::RunVerdict::Valid))
        return 3;
    return anyRun(4) ? 4 : 0;
}

} // namespace

Result<std::unique_ptr<RepeatStudy>> RepeatStudy::prepare(const EffectiveSettings& settings,
    const RunEnvironment& environment, std::size_t runs, const std::function<bool()>& cancelled)
{
    if (const auto mistake = mistakeInFolder(*settings))
        return *mistake;
    if (!settings->csv.empty())
        if (const auto error = checkSummaryFile(settings->csv))
            return *error;
    auto inputs = loadRunInputs(settings, environment, EngineUse::ToClassify, {.cancelled = cancelled});
    if (!inputs)
        return Error{inputs.error()};
    return std::unique_ptr<RepeatStudy>(new RepeatStudy(std::move(*inputs), runs));
}

RepeatStudy::RepeatStudy(RunInputs inputs, std::size_t runs)
    : m_inputs(std::move(inputs))
    , m_planned(runs)
    , m_planner({runs, m_inputs.settings->seed})
{
}

void RepeatStudy::start()
{
    m_thread.start([this] { perform(); });
}

void RepeatStudy::publish(std::shared_ptr<const RunSnapshot> run)
{
    m_thread.publish({m_outcome.runs, std::move(run)});
}

void RepeatStudy::perform()
{
    while (const auto seed = m_planner.next()) {
        if (m_thread.stop().raised() || !run(*seed))
            break;
        publish(nullptr);
    }
    m_outcome.stopped = m_thread.stop().raised() && m_planner.next() && m_outcome.failure.empty();
}

// False where the study is over: it was stopped, or the run failed.
bool RepeatStudy::run(std::uint64_t seed)
{
    const Settings& settings = *m_inputs.settings;
    const std::string folder = settings.report.empty()
        ? std::string()
        : (fs::path(settings.report) / ("run-" + std::to_string(m_outcome.runs.size() + 1))).string();
    auto made = Run::prepare(
        m_inputs.withSettings(m_inputs.settings.withSeed(seed, folder)), false, Run::Options{});
    if (!made) {
        m_outcome.failure = made.error();
        return false;
    }
    (*made)->start();
    bool stopping = false;
    while (!(*made)->finished()) {
        publish((*made)->snapshot());
        if (m_thread.stop().raised() && !stopping) {
            (*made)->requestStop();
            stopping = true;
        }
        std::this_thread::sleep_for(kLookAtRun);
    }
    const RunOutcome outcome = (*made)->wait();
    for (const Message& error : outcome.reportErrors)
        m_outcome.reportErrors.push_back(error);
    if (outcome.result.end == RunEnd::Failed) {
        m_outcome.failure = outcome.result.failure;
        return false;
    }
    keepRow(outcome);
    if (outcome.result.end == RunEnd::Stopped)
        return false;
    m_outcome.runs.push_back(rowOf(outcome));
    m_planner.told(told(m_outcome.runs.back()));
    return true;
}

void RepeatStudy::keepRow(const RunOutcome& outcome)
{
    const Settings& settings = *m_inputs.settings;
    const QJsonObject report = reportJson({outcome.result, outcome.verdict});
    std::vector<std::string> files;
    if (!settings.report.empty())
        files.push_back((fs::path(settings.report) / "runs.csv").string());
    if (!settings.csv.empty())
        files.push_back(settings.csv);
    for (const std::string& file : files)
        if (const auto error = appendSummary(file, report))
            m_outcome.reportErrors.push_back(error->message);
}

RepeatedRuns RepeatStudy::wait()
{
    if (Message why = m_thread.join(); !why.empty() && m_outcome.failure.empty())
        m_outcome.failure = std::move(why);
    if (!m_outcome.runs.empty())
        m_outcome.answer = m_planner.answer();
    m_outcome.exitCode = exitCodeOf(m_outcome, m_inputs.settings->strict);
    return std::move(m_outcome);
}

} // namespace iotbench
