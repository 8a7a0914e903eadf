#include "study_driver/sweep_study.h"

#include "base/wait_ready.h"
#include "study_driver/sweep_answer_text.h"

#include <algorithm>

namespace iotbench {
namespace {

// The verdict and the criteria of a run give these exit codes.
constexpr int kInvalid = 3, kCriterionMissed = 4;

bool meetsCriteria(const RunOutcome& outcome)
{
    return std::ranges::all_of(outcome.verdict.criteria, &CriterionVerdict::met);
}

// Latency that was not judged, as that of -i max, is that of a full queue.
std::optional<double> p99Of(const RunOutcome& outcome)
{
    const bool judged = outcome.verdict[Claim::Latency].judgement != Judgement::NotJudged;
    return judged ? outcome.result.latency.p99Ms : std::nullopt;
}

// Runs of so many seconds classify more images the faster they are.
std::optional<Interval> accuracyIntervalOf(const RunOutcome& outcome)
{
    const auto share = accuracyInterval(outcome.result);
    if (!share || outcome.result.settings.durationS == 0)
        return std::nullopt;
    return Interval{100 * share->low, 100 * share->high};
}

studies::SweepOutcome told(const RunOutcome& outcome)
{
    const RepeatedRun row = rowOf(outcome);
    return {.throughput = row.imagesPerS,
        .p99Ms = p99Of(outcome),
        .accuracyPct = row.accuracy ? std::optional(100 * *row.accuracy) : std::nullopt,
        .accuracyInterval = accuracyIntervalOf(outcome),
        .verdict = studies::runVerdict(row.verdict),
        .meetsCriteria = meetsCriteria(outcome)};
}

const SweptPoint* bestOf(const StudyFacts& facts)
{
    const auto best = std::ranges::find_if(facts.points, &SweptPoint::best);
    return best == facts.points.end() ? nullptr : &*best;
}

int exitCodeOf(const SweptRuns& outcome, bool strict)
{
    if (outcome.stopped)
        return 130;
    if (!outcome.failure.empty() || !outcome.reportErrors.empty())
        return 1;
    if (const SweptPoint* best = bestOf(outcome.facts))
        return strict && best->verdict != toString(Judgement::Valid) ? kInvalid : 0;
    const auto anyRun = [&](int code) {
        return std::ranges::any_of(
            outcome.runs, [code](const SweptRun& run) { return run.row.exitCode == code; });
    };
    return anyRun(kInvalid) ? kInvalid : anyRun(kCriterionMissed) ? kCriterionMissed : 1;
}

} // namespace

Result<std::unique_ptr<SweepStudy>> SweepStudy::prepare(std::vector<SweepCombination> combinations,
    const RunEnvironment& environment, const SweepOptions& options)
{
    const Settings& first = *combinations.front().settings;
    auto files = StudyFiles::open(first.report, first.csv);
    if (!files)
        return Error{files.error()};
    return std::unique_ptr<SweepStudy>(
        new SweepStudy(std::move(combinations), environment, options, std::move(*files)));
}

SweepStudy::SweepStudy(std::vector<SweepCombination> combinations, const RunEnvironment& environment,
    const SweepOptions& options, StudyFiles files)
    : m_combinations(std::move(combinations))
    , m_environment(environment)
    , m_options(options)
    , m_files(std::move(files))
    , m_startNs(m_clock.nowNs())
    , m_planner({m_combinations.size(), options.repeats, m_combinations.front().settings->seed})
    , m_last(m_combinations.size())
{
    for (const SweepCombination& combination : m_combinations)
        m_decided.push_back(combination.settings);
}

void SweepStudy::start()
{
    m_thread.start([this] { perform(); });
}

void SweepStudy::publish(std::optional<std::size_t> point, std::shared_ptr<const RunSnapshot> run)
{
    m_thread.publish({.runs = m_outcome.runs,
        .planned = m_planner.planned(),
        .point = point,
        .run = std::move(run),
        .coolsDown = m_coolsDown});
}

void SweepStudy::perform()
{
    publish(std::nullopt, nullptr);
    while (const auto request = m_planner.next()) {
        if (!m_outcome.runs.empty())
            coolDown();
        if (m_thread.stop().raised() || !run(*request))
            break;
        publish(std::nullopt, nullptr);
    }
    m_outcome.stopped = m_thread.stop().raised() && m_planner.next();
    publish(std::nullopt, nullptr);
}

void SweepStudy::coolDown()
{
    if (m_options.cooldownS <= 0)
        return;
    m_coolsDown = true;
    publish(std::nullopt, nullptr);
    waitReady(PollTarget{}, m_thread.stop(), nanoseconds(m_options.cooldownS));
    m_coolsDown = false;
}

// False where the user stopped it.
bool SweepStudy::run(const studies::SweepRun& request)
{
    const std::size_t point = request.point;
    publish(point, nullptr);
    auto made = Run::prepare(m_decided[point].withSeed(request.seed, ""), m_environment,
        {.loading = {.cancelled = [this] { return m_thread.stop().raised(); }}});
    if (!made) {
        if (m_thread.stop().raised())
            return false;
        fail(point, made.error());
        return true;
    }
    m_decided[point] = (*made)->inputs().settings;
    RunOutcome outcome
        = followed(**made, m_thread.stop(), [this, point, &made] { publish(point, (*made)->snapshot()); });
    for (const Message& error : outcome.reportErrors)
        m_outcome.reportErrors.push_back(error);
    if (outcome.result.end == RunEnd::Failed) {
        fail(point, outcome.result.failure);
        return true;
    }
    m_files.appendRow(outcome);
    m_measuredS += outcome.result.elapsedS;
    if (outcome.result.end == RunEnd::Stopped) {
        m_stoppedRun = std::move(outcome);
        return false;
    }
    m_outcome.runs.push_back({point, rowOf(outcome), {}});
    m_planner.told(told(outcome));
    m_last[point] = std::move(outcome);
    return true;
}

void SweepStudy::fail(std::size_t point, Message why)
{
    m_outcome.runs.push_back({point, {}, std::move(why)});
    m_planner.told({});
}

std::vector<SweptPoint> SweepStudy::points() const
{
    std::vector<SweptPoint> points(m_combinations.size());
    const std::vector<studies::SweepPoint> measured = m_planner.points();
    for (std::size_t i = 0; i < points.size(); ++i) {
        SweptPoint& point = points[i];
        point.label = m_combinations[i].label;
        point.p99Ms = measured[i].p99Ms;
        point.accuracyPct = measured[i].accuracyPct;
        point.meetsCriteria = measured[i].meetsCriteria;
        point.pareto = measured[i].paretoOptimal;
        point.best = measured[i].best;
        point.alikeBest = measured[i].alikeBest;
        const auto& throughput = measured[i].throughput;
        if (!throughput)
            continue;
        point.runs = throughput->runs;
        point.imagesPerS = throughput->mean;
        if (throughput->interval) {
            point.lowPerS = throughput->interval->low;
            point.highPerS = throughput->interval->high;
        }
        point.verdict = toString(studies::judgementOf(measured[i].verdict));
    }
    for (const SweptRun& run : m_outcome.runs)
        if (!run.failure.empty())
            points[run.point].failure = run.failure.english();
    return points;
}

StudyFacts SweepStudy::facts() const
{
    StudyFacts facts;
    facts.kind = "sweep";
    facts.points = points();
    facts.impossible = m_options.impossible;
    for (const SweptPoint& point : facts.points)
        facts.runs += point.runs;
    const SweptPoint* best = bestOf(facts);
    if (best)
        facts.verdict = best->verdict;
    facts.answer = m_outcome.stopped ? "stopped"
        : !m_outcome.failure.empty() ? "failed"
        : best                       ? "best"
                                     : "none";
    facts.words = m_outcome.failure.empty() ? answerText(facts) : m_outcome.failure.english();
    facts.measuredS = m_measuredS;
    facts.tookS = seconds(m_clock.nowNs() - m_startNs);
    return facts;
}

// The last run of the best; where none is best, of a combination that came to something.
const RunOutcome* SweepStudy::shownRun() const
{
    const RunOutcome* shown = m_stoppedRun ? &*m_stoppedRun : nullptr;
    for (std::size_t i = 0; i < m_last.size(); ++i) {
        if (m_last[i])
            shown = &*m_last[i];
        if (m_outcome.facts.points[i].best)
            break;
    }
    return shown;
}

SweptRuns SweepStudy::wait()
{
    if (Message why = m_thread.join(); !why.empty())
        m_outcome.failure = std::move(why);
    m_outcome.facts = facts();
    if (const RunOutcome* shown = shownRun())
        m_outcome.report = m_files.writeReport(*shown, m_outcome.facts);
    for (Message& error : m_files.takeErrors())
        m_outcome.reportErrors.push_back(std::move(error));
    m_outcome.exitCode = exitCodeOf(m_outcome, m_combinations.front().settings->strict);
    return std::move(m_outcome);
}

} // namespace iotbench
