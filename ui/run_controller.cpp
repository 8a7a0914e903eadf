#include "ui/run_controller.h"

#include "base/data_files.h"
#include "base/exit_codes.h"
#include "base/refusal.h"
#include "machine/machine.h"
#include "run/stream_ends.h"
#include "study_driver/repeat_study.h"
#include "study_driver/sweep_obstacles.h"

#include <QDateTime>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace iotbench::ui {
namespace {

class NotifiesAtEnd {
public:
    explicit NotifiesAtEnd(Notifier& notifier)
        : m_notifier(notifier)
    {
    }
    ~NotifiesAtEnd() { m_notifier.notify(); }
    NotifiesAtEnd(const NotifiesAtEnd&) = delete;
    NotifiesAtEnd& operator=(const NotifiesAtEnd&) = delete;

private:
    Notifier& m_notifier;
};

// The images of a run, 8 to 31 MB, go back to the system with it. Once one such block has been freed, glibc
// would take the next ones from the heap of whichever thread asks, and keep one in each.
void giveLargeBlocksBack()
{
#ifdef __GLIBC__
    constexpr int kLargeBytes = 4 << 20;
    mallopt(M_MMAP_THRESHOLD, kLargeBytes);
#endif
}

template <typename Study>
Result<std::unique_ptr<SeriesStudy>> asSeries(Result<std::unique_ptr<Study>> study)
{
    if (!study)
        return Error{study.error()};
    return std::unique_ptr<SeriesStudy>(std::move(*study));
}

} // namespace

RunController::RunController(
    const std::function<BuildFacts(const engines::EngineRegistry&)>& build, QObject* parent)
    : QObject(parent)
    , m_models(ModelCatalogue::standard())
    , m_environment{m_engines, m_models, build(m_engines), true, userCacheFolder()}
    , m_withoutPictures{m_engines, m_models, m_environment.build, false, m_environment.cache}
    , m_workDoneNotifier(m_workDone.fd(), QSocketNotifier::Read)
{
    giveLargeBlocksBack();
    m_timer.setInterval(kPullMs);
    connect(&m_timer, &QTimer::timeout, this, &RunController::pull);
    connect(&m_workDoneNotifier, &QSocketNotifier::activated, this, &RunController::workDone);
}

RunController::~RunController()
{
    stopCurrent();
    m_stopWanted = true;
}

void RunController::stopCurrent() const
{
    if (m_run)
        m_run->requestStop();
    if (m_search)
        m_search->requestStop();
    if (m_series)
        m_series->requestStop();
}

void RunController::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    emit stateChanged(state);
}

void RunController::inBackground(std::function<void()> work)
{
    m_worker = StageThread("run controller", [this, todo = std::move(work)] {
        const NotifiesAtEnd done(m_workDone); // however it ends
        todo();
    });
}

void RunController::workDone()
{
    if (!busy())
        return; // endNow() has been before the event loop
    m_workDone.clear();
    Message fault = m_worker.join();
    if (m_loading)
        prepared(fault);
    else
        concluded(std::move(fault));
}

std::string RunController::folderToKeepIn() const
{
    return m_newFolder ? m_newFolder().toStdString() : std::string();
}

LoadingWatch RunController::watch()
{
    return {.cancelled = [this] { return m_stopWanted.load(std::memory_order_relaxed); },
        .begins = [this](LoadingStep step) { m_step.store(step, std::memory_order_relaxed); }};
}

template <typename Job>
void RunController::handOver(Result<std::unique_ptr<Job>> result, std::unique_ptr<Job>& prepared)
{
    if (result)
        prepared = std::move(*result);
    else
        m_notPrepared = result.error();
}

void RunController::start(const EffectiveSettings& settings)
{
    prepareBy(Kind::Run, settings, [this, settings, keep = KeepIn{.folder = folderToKeepIn()}] {
        auto listener = bindListener(*settings);
        m_cannotListen = !listener;
        auto run = listener ? Run::prepare(settings, m_environment,
                       {.listener = std::move(*listener), .keep = keep, .loading = watch()})
                            : Error{listener.error()};
        handOver(std::move(run), m_prepared);
    });
}

void RunController::startSearch(const EffectiveSettings& settings, const SearchGoal& goal)
{
    prepareBy(Kind::Search, settings, [this, settings, goal, keepIn = folderToKeepIn()] {
        handOver(SearchStudy::prepare(settings, m_environment, goal, watch(), keepIn), m_preparedSearch);
    });
}

void RunController::goOn()
{
    if (!canGoOn())
        return;
    prepareBy(Kind::Search, m_search->inputs().settings, [this, keepIn = folderToKeepIn()] {
        m_preparedSearch = SearchStudy::goOn(*m_search, *m_searchOutcome, keepIn);
    });
}

Result<KeptSearch> RunController::keptSearch(const SearchRecord& record) const
{
    return searchToGoOn(record, m_environment, readMachineFacts());
}

void RunController::goOn(const KeptSearch& search)
{
    prepareBy(Kind::Search, search.settings, [this, search, keepIn = folderToKeepIn()] {
        handOver(SearchStudy::goOn(search, m_environment, watch(), keepIn), m_preparedSearch);
    });
}

void RunController::startSeries(
    const EffectiveSettings& settings, const AskedSettings& asked, const StudyOptions& study)
{
    prepareBy(Kind::Series, settings, [this, settings, asked, study, keepIn = folderToKeepIn()] {
        auto series = study.sweeps() ? prepareSweep(asked, study, keepIn)
                                     : asSeries(RepeatStudy::prepare(
                                         settings, m_environment, study.repeat.value_or(2), watch(), keepIn));
        handOver(std::move(series), m_preparedSeries);
    });
}

// On the worker: models are read, to know which combinations can be.
Result<std::unique_ptr<SeriesStudy>> RunController::prepareSweep(
    const AskedSettings& asked, const StudyOptions& study, const std::string& keepIn)
{
    SweepObstacles obstacles(m_engines, m_models, watch().cancelled);
    auto combinations = sweepCombinations(asked, study, everyValue(m_engines, m_models), std::ref(obstacles));
    if (!combinations)
        return Error{combinations.error()};
    if (m_stopWanted || combinations->possible.empty())
        return m_stopWanted
            ? Error{TR("stopped before the first run")}
            : Error{TR("no combination can be run: %1"), {combinations->impossible.front().reason}};
    SweepOptions options = sweepOptions(*combinations, study);
    return asSeries(SweepStudy::prepare(
        std::move(combinations->possible), m_withoutPictures, std::move(options), keepIn));
}

void RunController::prepareBy(Kind kind, const EffectiveSettings& settings, std::function<void()> prepare)
{
    if (busy())
        return;
    m_kind = kind;
    m_asked = settings;
    m_stopWanted = false;
    m_cannotListen = false;
    m_notPrepared = {};
    m_step = LoadingStep::Model;
    m_loading = true;
    setState(State::Preparing);
    emit preparing(settings);
    pull();
    m_timer.start();
    try {
        inBackground(std::move(prepare));
    } catch (const Refusal& noThread) {
        prepared(noThread.reason());
    }
}

void RunController::prepared(const Message& fault)
{
    m_loading = false;
    if (!m_prepared && !m_preparedSearch && !m_preparedSeries) {
        m_timer.stop();
        setState(State::Idle);
        if (m_stopWanted && fault.empty())
            return stoppedEarly();
        emit failedToStart(fault.empty() ? m_notPrepared : fault, fault.empty() && m_cannotListen);
        return;
    }
    m_run = std::move(m_prepared);
    m_search = std::move(m_preparedSearch);
    m_series = std::move(m_preparedSeries);
    m_snapshot.reset();
    m_outcome.reset();
    m_searchSnapshot.reset();
    m_searchOutcome.reset();
    m_seriesOutcome.reset();
    begun();
    pull();
}

void RunController::stoppedEarly()
{
    if (m_kind == Kind::Run) {
        RunOutcome outcome;
        outcome.result.settings = **m_asked;
        outcome.result.end = RunEnd::Stopped;
        outcome.verdict = judge(outcome.result);
        outcome.exitCode = exitCode(outcome.result, outcome.verdict);
        emit finished(std::make_shared<const RunOutcome>(std::move(outcome)));
    } else if (m_kind == Kind::Search) {
        SearchOutcome outcome;
        outcome.stopped = true;
        outcome.facts.answer = "stopped";
        emit searchFinished(std::make_shared<const SearchOutcome>(std::move(outcome)));
    } else {
        SeriesOutcome outcome;
        outcome.stopped = true;
        outcome.facts.answer = "stopped";
        emit seriesFinished(std::make_shared<const SeriesOutcome>(std::move(outcome)));
    }
}

void RunController::begun()
{
    m_run ? m_run->start() : m_search ? m_search->start() : m_series->start();
    if (m_stopWanted)
        stopCurrent();
    setState(m_stopWanted ? State::Stopping : State::Running);
    if (m_run) {
        emit started();
        concludeBy([this] { m_concluded = std::make_shared<const RunOutcome>(m_run->wait()); });
    } else if (m_search) {
        emit searchStarted();
        concludeBy([this] { m_searchConcluded = std::make_shared<const SearchOutcome>(m_search->wait()); });
    } else {
        emit seriesStarted();
        concludeBy([this] { m_seriesConcluded = std::make_shared<const SeriesOutcome>(m_series->wait()); });
    }
}

void RunController::concludeBy(const std::function<void()>& conclude)
{
    try {
        inBackground(conclude);
    } catch (const Refusal&) { // no thread to wait on: it ends within a second
        stopCurrent();
        conclude();
        m_workDone.notify();
    }
}

void RunController::requestStop()
{
    if (!busy() || m_stopWanted)
        return;
    m_stopWanted = true;
    if (!m_loading)
        stopCurrent();
    setState(State::Stopping);
}

void RunController::endNow()
{
    requestStop();
    while (busy()) // loading comes to its end, and then the run
        workDone();
}

// Of a run whose end could not be made out.
std::shared_ptr<const RunOutcome> RunController::failedOutcome(Message why) const
{
    RunOutcome outcome;
    outcome.result.settings = *m_run->inputs().settings;
    outcome.result.end = RunEnd::Failed;
    outcome.result.failure = std::move(why);
    outcome.verdict = judge(outcome.result);
    outcome.exitCode = exitCode(outcome.result, outcome.verdict);
    return std::make_shared<const RunOutcome>(std::move(outcome));
}

std::shared_ptr<const SearchOutcome> RunController::failedSearch(Message why) const
{
    SearchOutcome outcome;
    outcome.probes = m_search->snapshot()->probes;
    outcome.facts.answer = "failed";
    outcome.failure = std::move(why);
    outcome.exitCode = kExitFailed;
    return std::make_shared<const SearchOutcome>(std::move(outcome));
}

std::shared_ptr<const SeriesOutcome> RunController::failedSeries(Message why) const
{
    const std::shared_ptr<const SeriesSnapshot> last = m_series->snapshot();
    SeriesOutcome outcome;
    outcome.runs = last->stand->runs;
    outcome.facts = last->stand->facts;
    outcome.facts.answer = "failed";
    outcome.failure = std::move(why);
    outcome.exitCode = kExitFailed;
    return std::make_shared<const SeriesOutcome>(std::move(outcome));
}

void RunController::pull()
{
    std::shared_ptr<const SeriesSnapshot> series;
    if (m_loading) {
        RunSnapshot loading;
        loading.phase = RunPhase::Loading;
        loading.loading = m_step.load(std::memory_order_relaxed);
        m_snapshot = std::make_shared<const RunSnapshot>(std::move(loading));
    } else if (m_run) {
        m_snapshot = m_run->snapshot();
    } else if (m_search) {
        m_searchSnapshot = m_search->snapshot();
        m_snapshot = m_searchSnapshot->run; // null between two probes
    } else {
        series = m_series->snapshot();
        m_snapshot = series->run; // null between two runs
    }
    if (!m_loading && m_snapshot && m_snapshot->phase != RunPhase::Finished)
        m_startUnixMs
            = QDateTime::currentMSecsSinceEpoch() - static_cast<std::int64_t>(m_snapshot->sinceStartS * 1000);
    if (series)
        emit seriesChanged(series);
    else if (!m_loading && m_search)
        emit searchChanged(m_searchSnapshot);
    else
        emit snapshotChanged(m_snapshot);
}

void RunController::concluded(Message fault)
{
    m_timer.stop();
    pull();
    if (m_run)
        m_outcome = fault.empty() ? std::move(m_concluded) : failedOutcome(std::move(fault));
    else if (m_search)
        m_searchOutcome = fault.empty() ? std::move(m_searchConcluded) : failedSearch(std::move(fault));
    else
        m_seriesOutcome = fault.empty() ? std::move(m_seriesConcluded) : failedSeries(std::move(fault));
    setState(State::Idle);
    if (m_run)
        emit finished(m_outcome);
    else if (m_search)
        emit searchFinished(m_searchOutcome);
    else
        emit seriesFinished(m_seriesOutcome);
}

} // namespace iotbench::ui
