#include "study_driver/repeat_study.h"

#include "base/exit_codes.h"
#include "study_driver/repeat_answer_text.h"

#include <algorithm>

namespace iotbench {
namespace {

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
    outcome.found = run.found;
    return outcome;
}

int repeatExitCode(const SeriesOutcome& outcome, bool strict)
{
    if (outcome.stopped)
        return kExitInterrupted;
    if (!outcome.failure.empty() || !outcome.reportErrors.empty() || !outcome.answer)
        return kExitFailed;
    if (outcome.anyRunGave(kExitInvalid) || (strict && outcome.answer->verdict != studies::RunVerdict::Valid))
        return kExitInvalid;
    return outcome.anyRunGave(kExitCriterionMissed) ? kExitCriterionMissed : 0;
}

} // namespace

Result<std::unique_ptr<RepeatStudy>> RepeatStudy::prepare(const EffectiveSettings& settings,
    const RunEnvironment& environment, std::size_t runs, const LoadingWatch& watch, const std::string& keepIn)
{
    auto files = StudyFiles::open(settings->report, settings->csv, keepIn);
    if (!files)
        return Error{files.error()};
    const std::int64_t startNs = SystemClock().nowNs();
    auto inputs = loadRunInputs(settings, environment, EngineUse::ToClassify, watch);
    if (!inputs)
        return Error{inputs.error()};
    return std::unique_ptr<RepeatStudy>(
        new RepeatStudy(std::move(*inputs), std::move(*files), runs, startNs));
}

RepeatStudy::RepeatStudy(RunInputs inputs, StudyFiles files, std::size_t runs, std::int64_t startNs)
    : m_inputs(std::move(inputs))
    , m_files(std::move(files))
    , m_planned(runs)
    , m_startNs(startNs)
    , m_planner({runs, m_inputs.settings->seed})
{
}

void RepeatStudy::start()
{
    m_thread.start([this] { perform(); });
}

void RepeatStudy::publish(std::shared_ptr<const RunSnapshot> run)
{
    const std::int64_t nowNs = m_clock.nowNs();
    m_thread.publish({.stand = m_stand,
        .planned = m_planned,
        .point = run ? std::optional<std::size_t>(0) : std::nullopt,
        .run = std::move(run),
        .leftS = secondsLeft(
            m_stand->runs.size(), m_planned, seconds(m_standNs - m_runsFromNs), seconds(nowNs - m_standNs))});
}

void RepeatStudy::renewStand()
{
    m_standNs = m_clock.nowNs();
    m_stand = std::make_shared<const SeriesStand>(SeriesStand{m_outcome.runs, facts()});
    publish(nullptr);
}

void RepeatStudy::perform()
{
    m_runsFromNs = m_clock.nowNs();
    renewStand();
    while (const auto seed = m_planner.next()) {
        if (m_thread.stop().raised() || !run(*seed))
            break;
        renewStand();
    }
    m_outcome.stopped = m_thread.stop().raised() && m_planner.next() && m_outcome.failure.empty();
}

// False where the study is over: it was stopped, or the run failed.
bool RepeatStudy::run(std::uint64_t seed)
{
    const std::string folder = m_files.folderOf("run-" + std::to_string(m_outcome.runs.size() + 1));
    auto made = Run::prepare(
        m_inputs.withSettings(m_inputs.settings.withSeed(seed, folder)), false, Run::Options{});
    if (!made) {
        m_outcome.failure = made.error();
        return false;
    }
    RunOutcome outcome = followed(**made, m_thread.stop(), [this, &made] { publish((*made)->snapshot()); });
    for (const Message& error : outcome.reportErrors)
        m_outcome.reportErrors.push_back(error);
    if (outcome.result.end == RunEnd::Failed) {
        m_outcome.failure = outcome.result.failure;
        return false;
    }
    m_files.appendRow(outcome);
    m_measuredS += outcome.result.elapsedS;
    m_last = std::move(outcome);
    if (m_last->result.end == RunEnd::Stopped)
        return false;
    m_outcome.runs.push_back(rowOf(*m_last));
    m_planner.told(told(m_outcome.runs.back()));
    return true;
}

StudyFacts RepeatStudy::facts() const
{
    StudyFacts facts;
    facts.kind = "repeat";
    facts.runs = m_outcome.runs.size();
    facts.measuredS = m_measuredS;
    facts.tookS = seconds(m_clock.nowNs() - m_startNs);
    facts.repeats = m_planned;
    const bool stopped = m_outcome.failure.empty() && m_planner.next();
    facts.answer = stopped ? "stopped" : "failed";
    facts.words = stopped ? "Stopped" : m_outcome.failure.english();
    if (m_outcome.runs.empty())
        return facts;
    const studies::RepeatAnswer answer = m_planner.answer();
    const studies::RunMean& figure = answer.figure;
    if (answer.tooShort == 0)
        facts.imagesPerS = figure.mean;
    if (answer.measured() && figure.interval) {
        facts.lowPerS = std::max(0.0, figure.interval->low);
        facts.highPerS = figure.interval->high;
    }
    if (answer.measured() && figure.standardDeviation && figure.mean > 0)
        facts.spreadPct = 100 * *figure.standardDeviation / figure.mean;
    facts.errorsHonest = answer.errorsHonest;
    facts.repeatable = answer.repeatable;
    facts.runsNeeded = answer.runsNeeded;
    facts.verdict = toString(studies::judgementOf(answer.verdict));
    if (m_outcome.failure.empty())
        facts.words = (stopped ? "Stopped: " : "") + answerText(answer, m_outcome.runs, m_inputs);
    if (m_outcome.failure.empty() && !stopped)
        facts.answer = answer.tooShort > 0 ? "too short"
            : answer.keptByAll()           ? "kept"
            : answer.repeatable            ? "repeatable"
                                           : "not repeatable";
    return facts;
}

SeriesOutcome RepeatStudy::wait()
{
    if (Message why = m_thread.join(); !why.empty() && m_outcome.failure.empty())
        m_outcome.failure = std::move(why);
    if (!m_outcome.runs.empty())
        m_outcome.answer = m_planner.answer();
    m_outcome.facts = facts();
    if (m_last)
        m_outcome.report = m_files.writeReport(*m_last, m_outcome.facts);
    m_files.tell(m_outcome);
    m_outcome.exitCode = repeatExitCode(m_outcome, m_inputs.settings->strict);
    return std::move(m_outcome);
}

} // namespace iotbench
