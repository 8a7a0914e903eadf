// Starts runs and studies for the window, watches them, and hands their end on. All of it on the GUI thread,
// which never waits here: loading inputs and the end of a run are waited for on a thread of their own. That
// thread calls nothing of Qt: a descriptor that the event loop polls tells of its end, and joining it hands
// over what it leaves. So the thread sanitizer, to which the insides of Qt are unknown, sees all that the two
// share.
#pragma once

#include "base/notifier.h"
#include "base/stage_thread.h"
#include "run/run.h"
#include "settings/study_options.h"
#include "study_driver/search_study.h"
#include "study_driver/series_study.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace iotbench::ui {

class RunController : public QObject {
    Q_OBJECT
public:
    enum class State {
        Idle,
        Preparing, // inputs are being loaded
        Running, // from warming up to the last result
        Stopping, // the user has asked for the end, of the run or of the loading before it
    };
    Q_ENUM(State)

    enum class Kind { Run, Search, Series };

    static constexpr int kPullMs = 250; // figures on the screen change four times a second

    // Finds engines and models, which takes some tenths of a second.
    explicit RunController(
        const std::function<BuildFacts(const engines::EngineRegistry&)>& build, QObject* parent = nullptr);
    ~RunController() override; // stops a run that goes on, and waits for its end

    const engines::EngineRegistry& engines() const { return m_engines; }
    const ModelCatalogue& models() const { return m_models; }
    const BuildFacts& build() const { return m_environment.build; }

    State state() const { return m_state; }
    bool busy() const { return m_state != State::Idle; }
    bool loading() const { return m_loading; } // Preparing, or Stopping since
    Kind kind() const { return m_kind; } // of what is being prepared, goes on or was the last
    // The run that goes on, or the last one, until the next is started; null before the first has been
    // prepared, and where a study has been since. Its inputs and gallery may be read; starting, stopping and
    // waiting are this class's own.
    std::shared_ptr<const Run> run() const { return m_run; }
    // The latest one pulled, of the same run, or of the loading before it; null before the first pull.
    std::shared_ptr<const RunSnapshot> snapshot() const { return m_snapshot; }
    std::shared_ptr<const RunOutcome> outcome() const { return m_outcome; } // null until the run is over
    // The same of searches.
    std::shared_ptr<const SearchStudy> search() const { return m_search; }
    std::shared_ptr<const SearchSnapshot> searchSnapshot() const { return m_searchSnapshot; }
    std::shared_ptr<const SearchOutcome> searchOutcome() const { return m_searchOutcome; }
    // The same of repeats and sweeps.
    std::shared_ptr<const SeriesStudy> series() const { return m_series; }
    // Wall clock of second 0 of run(), or of the study's run, as near as the snapshots tell it;
    // milliseconds since 1970.
    std::int64_t startUnixMs() const { return m_startUnixMs; }

    // Where each run is kept; asked when it starts. None by default.
    void keepRunsIn(std::function<QString()> newFolder) { m_newFolder = std::move(newFolder); }

    // Ignored while busy. Ends in started() or in failedToStart(); stopped before either, in finished().
    void start(const EffectiveSettings& settings);
    // The same. `settings`: as the search has been applied to them. Ends in searchStarted() or in
    // failedToStart(); stopped before either, in searchFinished().
    void startSearch(const EffectiveSettings& settings, const SearchGoal& goal);
    // Whether the last that was started is a search that was stopped.
    bool canGoOn() const { return !busy() && m_search && m_searchOutcome && m_searchOutcome->stopped; }
    void goOn(); // with it; ignored where it cannot. Ends as startSearch()
    // What it takes to go on with one that was stopped and kept, in this session or an earlier one. Error:
    // why it cannot. Takes milliseconds, and a tenth of a second where its engine has not been loaded yet.
    Result<KeptSearch> keptSearch(const SearchRecord& record) const;
    void goOn(const KeptSearch& search); // as startSearch()
    // The same of a study that repeats or sweeps. `asked`: what `settings` come from, for the combinations.
    // Ends in seriesStarted() or in failedToStart(); stopped before either, in seriesFinished().
    void startSeries(
        const EffectiveSettings& settings, const AskedSettings& asked, const StudyOptions& study);
    void requestStop(); // felt within a second; ends in finished() as ever
    // Where the session ends and does not wait for the event loop: stops, and returns when the run is over,
    // reported and kept.
    void endNow();

signals:
    void stateChanged(iotbench::ui::RunController::State state);
    // The first snapshots are of phase Loading; started() or failedToStart() follows.
    void preparing(const iotbench::EffectiveSettings& settings);
    void started(); // run() is the new one
    void failedToStart(const Message& reason, bool cannotListen); // cannotListen: --listen is at fault
    void snapshotChanged(
        std::shared_ptr<const iotbench::RunSnapshot> snapshot); // kPullMs apart, and once at the end
    void finished(std::shared_ptr<const iotbench::RunOutcome> outcome);
    void searchStarted(); // search() is the new one
    void searchChanged(std::shared_ptr<const iotbench::SearchSnapshot> snapshot); // as snapshotChanged()
    void searchFinished(std::shared_ptr<const iotbench::SearchOutcome> outcome);
    void seriesStarted(); // series() is the new one
    void seriesChanged(std::shared_ptr<const iotbench::SeriesSnapshot> snapshot); // as snapshotChanged()
    void seriesFinished(std::shared_ptr<const iotbench::SeriesOutcome> outcome);

private:
    void setState(State state);
    Result<std::unique_ptr<SeriesStudy>> prepareSweep(
        const AskedSettings& asked, const StudyOptions& study, const std::string& keepIn);
    void stopCurrent() const;
    void prepareBy(
        Kind kind, const EffectiveSettings& settings, std::function<void()> prepare); // on the worker
    LoadingWatch watch();
    std::string folderToKeepIn() const;
    void inBackground(
        std::function<void()> work); // workDone() follows; throws Refusal where no thread is had
    void workDone();
    template <typename Job>
    void handOver(Result<std::unique_ptr<Job>> result, std::unique_ptr<Job>& prepared); // on the worker
    // `fault`: what the thread threw; empty where it threw nothing.
    void prepared(const Message& fault);
    void stoppedEarly(); // before anything had been prepared: an end as any other, and no fault
    void begun(); // what has been prepared
    void concludeBy(const std::function<void()>& conclude); // on the worker
    void concluded(Message fault);
    std::shared_ptr<const RunOutcome> failedOutcome(Message why) const;
    std::shared_ptr<const SearchOutcome> failedSearch(Message why) const;
    std::shared_ptr<const SeriesOutcome> failedSeries(Message why) const;
    void pull();

    engines::EngineRegistry m_engines;
    ModelCatalogue m_models;
    RunEnvironment m_environment;
    RunEnvironment m_withoutPictures; // of sweeps
    std::function<QString()> m_newFolder;
    State m_state = State::Idle;
    bool m_loading = false;
    Kind m_kind = Kind::Run;
    std::optional<EffectiveSettings> m_asked; // of what is being prepared
    std::atomic<bool> m_stopWanted{false}; // also while still preparing, whose thread asks
    std::atomic<LoadingStep> m_step{LoadingStep::Model}; // which it tells
    std::shared_ptr<Run> m_run;
    std::shared_ptr<const RunSnapshot> m_snapshot;
    std::shared_ptr<const RunOutcome> m_outcome;
    std::shared_ptr<SearchStudy> m_search;
    std::shared_ptr<const SearchSnapshot> m_searchSnapshot;
    std::shared_ptr<const SearchOutcome> m_searchOutcome;
    std::shared_ptr<SeriesStudy> m_series;
    std::shared_ptr<const SeriesOutcome> m_seriesOutcome;
    std::int64_t m_startUnixMs = 0;
    QTimer m_timer;

    Notifier m_workDone;
    QSocketNotifier m_workDoneNotifier;
    // The worker's until it has been joined:
    Message m_notPrepared; // why; empty where one of these is there
    std::unique_ptr<Run> m_prepared;
    std::unique_ptr<SearchStudy> m_preparedSearch;
    std::unique_ptr<SeriesStudy> m_preparedSeries;
    bool m_cannotListen = false; // why it is not prepared
    std::shared_ptr<const RunOutcome> m_concluded;
    std::shared_ptr<const SearchOutcome> m_searchConcluded;
    std::shared_ptr<const SeriesOutcome> m_seriesConcluded;

    StageThread m_worker; // prepares, then waits; one at a time. Last: it uses all of the above until joined
};

} // namespace iotbench::ui
