#include "study_driver/sweep_study.h"

#include "base/exit_codes.h"
#include "base/wait_ready.h"
#include "study_driver/search_answer_text.h"
#include "study_driver/search_study.h"
#include "study_driver/sweep_answer_text.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace iotbench {
namespace {

// Runs of so many seconds classify more images the faster they are.
std::optional<Interval> accuracyIntervalOf(const RunOutcome& outcome)
{
    const auto share = accuracyInterval(outcome.result);
    if (!share || outcome.result.settings.durationS == 0)
        return std::nullopt;
    return Interval{100 * share->low, 100 * share->high};
}

// Of the last probe that held this load and left nothing out, for a p99 is that of all its images.
std::optional<double> p99At(const std::vector<Probe>& probes, double load)
{
    std::optional<double> p99Ms;
    for (const Probe& probe : probes)
        if (probe.request.load == load && probe.state.end == studies::ProbeEnd::Holds
            && probe.state.leftOutS == 0)
            p99Ms = probe.p99Ms;
    return p99Ms;
}

// Accuracies of other images say nothing of the combinations.
bool classifyAlikeImages(const std::vector<SweptValues>& swept)
{
    return std::ranges::none_of(
        swept, [](const SweptValues& each) { return each.setting == "images" || each.setting == "streams"; });
}

int sweepExitCode(const SeriesOutcome& outcome, bool strict)
{
    if (outcome.stopped)
        return kExitInterrupted;
    if (!outcome.failure.empty() || !outcome.reportErrors.empty())
        return kExitFailed;
    if (const SweptPoint* best = bestOf(outcome.facts))
        return strict && best->verdict != toString(Judgement::Valid) ? kExitInvalid : 0;
    for (const int code : {kExitInvalid, kExitCriterionMissed})
        if (outcome.anyRunGave(code))
            return code;
    const bool answered // of a search that nothing holds is an answer
        = std::ranges::any_of(
            outcome.facts.points, [](const SweptPoint& point) { return !point.answer.empty(); });
    return answered ? 0 : kExitFailed;
}

} // namespace

Result<std::unique_ptr<SweepStudy>> SweepStudy::prepare(std::vector<SweepCombination> combinations,
    const RunEnvironment& environment, SweepOptions options, const std::string& keepIn)
{
    const Settings& first = *combinations.front().settings;
    auto files = StudyFiles::open(first.report, first.csv, keepIn);
    if (!files)
        return Error{files.error()};
    return std::unique_ptr<SweepStudy>(
        new SweepStudy(std::move(combinations), environment, std::move(options), std::move(*files)));
}

SweepStudy::SweepStudy(std::vector<SweepCombination> combinations, const RunEnvironment& environment,
    SweepOptions options, StudyFiles files)
    : m_combinations(std::move(combinations))
    , m_environment(environment)
    , m_options(std::move(options))
    , m_files(std::move(files))
    , m_startNs(m_clock.nowNs())
    , m_serviceTime(std::ranges::all_of(
          m_combinations, [](const SweepCombination& each) { return each.settings->imagesPerSecond == 0; }))
    , m_planner({.points = m_combinations.size(),
          .repeats = m_options.repeats,
          .rerunsNearBest = !m_options.search.search(),
          .seed = m_combinations.front().settings->seed,
          .ranksAccuracy = classifyAlikeImages(m_options.swept)})
    , m_last(m_combinations.size())
    , m_searches(m_options.search.search() ? m_combinations.size() : 0)
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
    const std::int64_t nowNs = m_clock.nowNs();
    m_thread.publish({.stand = m_stand,
        .planned = m_planner.planned(),
        .point = point,
        .run = std::move(run),
        .coolsDown = m_coolsDown,
        .leftS = secondsLeft(m_stand->runs.size(), m_planner.planned(), seconds(m_standNs - m_startNs),
            seconds(nowNs - m_standNs))});
}

void SweepStudy::renewStand()
{
    m_standNs = m_clock.nowNs();
    m_stand = std::make_shared<const SeriesStand>(SeriesStand{m_outcome.runs, facts()});
    publish(std::nullopt, nullptr);
}

// Latency that was not judged is that of a full queue; where nothing has an intended send time, the service
// time is compared.
studies::SweepOutcome SweepStudy::told(const RunOutcome& outcome, const RepeatedRun& row) const
{
    const bool judged = outcome.verdict[Claim::Latency].judgement != Judgement::NotJudged;
    return {.throughput = row.imagesPerS,
        .p99Ms = m_serviceTime ? outcome.result.service.p99Ms
            : judged           ? row.p99Ms
                               : std::nullopt,
        .accuracyPct = row.accuracy ? std::optional(100 * *row.accuracy) : std::nullopt,
        .accuracyInterval = accuracyIntervalOf(outcome),
        .verdict = studies::runVerdict(row.verdict),
        .meetsCriteria = row.missed.empty(),
        .keptPerS = row.found == studies::RateFound::Kept ? offeredPerS(outcome.result) : std::nullopt};
}

void SweepStudy::perform()
{
    renewStand();
    while (const auto request = m_planner.next()) {
        if (!m_outcome.runs.empty())
            coolDown();
        if (m_thread.stop().raised() || !make(*request))
            break;
        renewStand();
    }
    m_outcome.stopped = m_thread.stop().raised() && m_planner.next();
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

// False where the user stopped it, as the two below.
bool SweepStudy::make(const studies::SweepRun& request)
{
    publish(request.point, nullptr);
    return m_options.search.search() ? search(request) : run(request);
}

bool SweepStudy::run(const studies::SweepRun& request)
{
    const std::size_t point = request.point;
    auto made = Run::prepare(m_decided[point].withSeed(request.seed, ""), m_environment,
        {.loading = {.cancelled = [this] { return m_thread.stop().raised(); }}});
    if (!made)
        return !m_thread.stop().raised() && fail(point, made.error());
    m_decided[point] = (*made)->inputs().settings;
    RunOutcome outcome
        = followed(**made, m_thread.stop(), [this, point, &made] { publish(point, (*made)->snapshot()); });
    for (const Message& error : outcome.reportErrors)
        m_outcome.reportErrors.push_back(error);
    if (outcome.result.end == RunEnd::Failed)
        return fail(point, outcome.result.failure);
    m_files.appendRow(outcome);
    m_measuredS += outcome.result.elapsedS;
    if (outcome.result.end == RunEnd::Stopped) {
        m_stoppedRun = std::move(outcome);
        return false;
    }
    RepeatedRun row = rowOf(outcome);
    const studies::SweepOutcome said = told(outcome, row);
    return take(point, std::move(row), said, std::move(outcome));
}

bool SweepStudy::search(const studies::SweepRun& request)
{
    const std::size_t point = request.point;
    const EffectiveSettings& settings = m_decided[point];
    const SearchGoal goal = searchGoal(m_options.search, *settings);
    const std::string folder = m_files.folderOf("search-" + std::to_string(point + 1));
    auto made = SearchStudy::prepare(settings.withSeed(request.seed, folder), m_environment, goal,
        {.cancelled = [this] { return m_thread.stop().raised(); }});
    if (!made)
        return !m_thread.stop().raised() && fail(point, made.error());
    SearchOutcome outcome = followed(
        **made, m_thread.stop(), [this, point, &made] { publish(point, (*made)->snapshot()->run); });
    for (const Message& error : outcome.reportErrors)
        m_outcome.reportErrors.push_back(error);
    m_measuredS += outcome.facts.measuredS;
    if (outcome.last)
        m_files.appendRow(*outcome.last);
    if (outcome.stopped) {
        m_stoppedRun = std::move(outcome.last);
        return false;
    }
    if (!outcome.failure.empty())
        return fail(point, outcome.failure);
    RepeatedRun row = rowOf(*outcome.last);
    row.imagesPerS = goal.imagesPerS(outcome.facts.holdsAt);
    // The last run may have been made at another load.
    row.rateInterval.reset();
    row.missed.clear();
    row.p99Ms = p99At(outcome.probes, outcome.facts.holdsAt);
    row.verdict = studies::judgementOf(outcome.answer.verdict);
    row.exitCode = outcome.exitCode;
    row.answer = answerMessage(outcome.facts, outcome.probes);
    const double failsAt = outcome.facts.failsAt.value_or(std::numeric_limits<double>::infinity());
    studies::SweepOutcome said = told(*outcome.last, row);
    said.p99Ms = row.p99Ms;
    said.meetsCriteria = outcome.facts.holdsAt > 0;
    said.keptPerS.reset();
    said.bracket = Interval{row.imagesPerS, goal.imagesPerS(failsAt)};
    m_searches[point] = std::move(outcome.facts);
    m_searches[point].words = row.answer.english();
    return take(point, std::move(row), said, std::move(*outcome.last));
}

// True, as fail(): the study goes on.
bool SweepStudy::take(
    std::size_t point, RepeatedRun row, const studies::SweepOutcome& outcome, RunOutcome run)
{
    row.point = point;
    m_outcome.runs.push_back(std::move(row));
    m_planner.told(outcome);
    m_last[point] = std::move(run);
    keepFewLast();
    return true;
}

// The report shows the last run of the best: those of combinations that will hardly become it are let go.
void SweepStudy::keepFewLast()
{
    constexpr std::ptrdiff_t kMost = 16;
    if (std::ranges::count_if(m_last, [](const auto& run) { return run.has_value(); }) <= kMost)
        return;
    const std::vector<studies::SweepPoint> points = m_planner.points();
    std::optional<std::size_t> slowest;
    const auto rank = [&points](std::size_t point) {
        return std::tuple(points[point].best, points[point].meetsCriteria,
            points[point].verdict != studies::RunVerdict::Invalid, points[point].throughput->mean);
    };
    for (std::size_t point = 0; point < m_last.size(); ++point)
        if (m_last[point] && (!slowest || rank(point) < rank(*slowest)))
            slowest = point;
    m_last[*slowest].reset();
}

bool SweepStudy::fail(std::size_t point, Message why)
{
    RepeatedRun& run = m_outcome.runs.emplace_back();
    run.point = point;
    run.failure = std::move(why);
    m_planner.told({});
    return true;
}

std::vector<SweptPoint> SweepStudy::points() const
{
    std::vector<SweptPoint> points(m_combinations.size());
    const std::vector<studies::SweepPoint> measured = m_planner.points();
    for (std::size_t i = 0; i < points.size(); ++i) {
        SweptPoint& point = points[i];
        point.label = m_combinations[i].label;
        point.p99Ms = measured[i].p99Ms;
        if (const auto& interval = measured[i].p99Interval) {
            point.p99LowMs = interval->low;
            point.p99HighMs = interval->high;
        }
        point.accuracyPct = measured[i].accuracyPct;
        point.meetsCriteria = measured[i].meetsCriteria;
        point.keptPerS = measured[i].keptPerS;
        point.pareto = measured[i].paretoOptimal;
        point.best = measured[i].best;
        point.alikeBest = measured[i].alikeBest;
        const auto& throughput = measured[i].throughput;
        if (!throughput)
            continue;
        point.runs = throughput->runs;
        point.imagesPerS = throughput->mean;
        if (throughput->interval) {
            point.lowPerS = std::max(0.0, throughput->interval->low);
            point.highPerS = throughput->interval->high;
        }
        point.verdict = toString(studies::judgementOf(measured[i].verdict));
        if (m_searches.empty())
            continue;
        if (knowsWhatHolds(m_searches[i]))
            point.holdsAt = m_searches[i].holdsAt;
        else
            point.imagesPerS.reset();
        point.failsAt = m_searches[i].failsAt;
        point.answer = m_searches[i].words;
    }
    for (const RepeatedRun& run : m_outcome.runs)
        if (!run.failure.empty())
            points[run.point].failure = run.failure;
    return points;
}

// What all searches have in common.
void SweepStudy::describeSearches(StudyFacts& facts) const
{
    if (!m_options.search.search())
        return;
    const SearchGoal goal = searchGoal(m_options.search, settings(0));
    facts.find = m_options.search.find;
    if (goal.cameras()
        && std::ranges::find(m_options.swept, "camera-rate", &SweptValues::setting) == m_options.swept.end())
        facts.cameraRatePerS = goal.cameraRatePerS;
    facts.maxP99Ms = goal.limitMs;
    facts.precisionPct = 100 * goal.precision;
    facts.probeSeconds = goal.mostProbeS;
    for (const StudyFacts& search : m_searches)
        facts.probes += search.probes;
}

StudyFacts SweepStudy::facts() const
{
    StudyFacts facts;
    facts.kind = "sweep";
    facts.points = points();
    facts.skipped = m_options.skipped;
    facts.swept = m_options.swept;
    facts.repeats = m_options.repeats;
    facts.cooldownS = m_options.cooldownS;
    facts.seed = settings(0).seed;
    facts.serviceTime = m_serviceTime;
    describeSearches(facts);
    for (const SweptPoint& point : facts.points)
        facts.runs += point.runs;
    const SweptPoint* best = bestOf(facts);
    if (best)
        facts.verdict = best->verdict;
    facts.answer = !m_outcome.failure.empty() ? "failed"
        : m_planner.next()                    ? "stopped"
        : best                                ? "best"
                                              : "none";
    facts.words = m_outcome.failure.empty() ? answerText(facts) : m_outcome.failure.english();
    if (best && anyRunTooShort(static_cast<std::size_t>(best - facts.points.data())))
        facts.words += "; its runs are too short to tell a rate: let each take a second or more";
    facts.measuredS = m_measuredS;
    facts.tookS = seconds(m_clock.nowNs() - m_startNs);
    return facts;
}

bool SweepStudy::anyRunTooShort(std::size_t point) const
{
    return std::ranges::any_of(m_outcome.runs, [point](const RepeatedRun& run) {
        return run.point == point && run.failure.empty() && run.found == studies::RateFound::TooShort;
    });
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

SeriesOutcome SweepStudy::wait()
{
    if (Message why = m_thread.join(); !why.empty())
        m_outcome.failure = std::move(why);
    m_outcome.facts = facts();
    if (const RunOutcome* shown = shownRun())
        m_outcome.report = m_files.writeReport(*shown, m_outcome.facts);
    m_files.tell(m_outcome);
    m_outcome.exitCode = sweepExitCode(m_outcome, settings(0).strict);
    return std::move(m_outcome);
}

} // namespace iotbench
