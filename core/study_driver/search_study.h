// "How much does this box hold?", really run: what front-ends start, watch, stop and read the answer of.
#pragma once

#include "base/result.h"
#include "reports/report.h"
#include "run/run_snapshot.h"
#include "studies/search_planner.h"
#include "study_driver/kept_search.h"
#include "study_driver/probe_run.h"
#include "study_driver/study_thread.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// How a search goes on where no probe is disturbed and none contradicts another.
struct SearchForecast {
    std::size_t searching = 0, confirming = 0; // probes from the one under way on
    double seconds = 0; // all of them to full length
};

// How a search stands right now. Immutable once published.
struct SearchSnapshot {
    std::vector<Probe> probes = {}; // that are over, the guess first
    std::optional<studies::ProbeRequest> now = {}; // that is under way
    studies::ProbeState state = {}; // of it
    std::shared_ptr<const RunSnapshot> run = {}; // the same; null between two
    std::optional<double> holdsAt = {}, failsAt = {}; // loads, so far
    std::optional<SearchForecast> forecast = {}; // since the probe under way began; empty before the guess
    double tookS = 0; // since the start
};

struct SearchOutcome {
    studies::SearchAnswer answer;
    std::vector<Probe> probes; // the guess first
    StudyFacts facts;
    std::optional<Report> report; // as report.json of --report has it; empty: no run came about
    std::optional<RunOutcome> last; // the last confirming run, or the last of all; empty: none came about
    Message failure; // why there is no answer; empty where there is one, or the user stopped it
    bool stopped = false;
    std::vector<Message> reportErrors;
    int exitCode = 0; // of the command line
};

// Use once: prepare() or goOn(), start(), wait(); without wait(), it is stopped and waited for. start(),
// requestStop() and snapshot() may be called from any thread.
class SearchStudy {
public:
    // Loads and compiles the model, decides what is open by calibration and reads the images, once for all
    // runs. `settings`: of loopback, with the pacing of the probes and --max-p99. The environment outlives
    // the study.
    // `keepIn`: where a front-end keeps the run that --report would have, "" = nowhere; not there yet.
    static Result<std::unique_ptr<SearchStudy>> prepare(const EffectiveSettings& settings,
        const RunEnvironment& environment, const SearchGoal& goal, const LoadingWatch& watch = {},
        const std::string& keepIn = {});
    // Goes on where `stopped` was stopped, whose outcome is `soFar`: with all that it has loaded and decided,
    // and its probes but for the one that was dropped, which is made anew. The time between does not count.
    static std::unique_ptr<SearchStudy> goOn(
        const SearchStudy& stopped, const SearchOutcome& soFar, const std::string& keepIn = {});
    // The same of one that was kept: loads and compiles its model anew, as prepare() does. Error, besides
    // prepare()'s: the model is another one now.
    static Result<std::unique_ptr<SearchStudy>> goOn(const KeptSearch& kept,
        const RunEnvironment& environment, const LoadingWatch& watch = {}, const std::string& keepIn = {});

    void start();
    void requestStop() noexcept { m_thread.requestStop(); } // ends within a second. Async-signal-safe
    std::shared_ptr<const SearchSnapshot> snapshot() const { return m_thread.snapshot(); } // never null
    bool finished() const { return m_thread.finished(); }
    SearchOutcome wait(); // writes what --report and --csv ask for. Call once, after start()

    const RunInputs& inputs() const { return m_inputs; }
    const SearchGoal& goal() const { return m_goal; }

private:
    SearchStudy(RunInputs inputs, const SearchGoal& goal, std::string keepIn, std::int64_t startNs);

    void takeUp(SearchSoFar soFar);
    void perform();
    bool probe(const studies::ProbeRequest& request);
    void publish(SearchSnapshot snapshot);
    std::optional<SearchForecast> forecast() const;
    StudyFacts facts() const;
    void keepRunOfBefore();
    void writeReports();

    RunInputs m_inputs;
    const SearchGoal m_goal;
    const std::string m_keepIn;
    SystemClock m_clock;
    std::int64_t m_startNs; // of loading; as if there had been no time between where the search goes on
    studies::SearchPlanner m_planner;
    SearchOutcome m_outcome; // the thread's until it is over
    std::optional<SearchForecast> m_forecast; // the same
    bool m_lastConfirms = false; // m_outcome.last is a confirming run
    std::size_t m_probesBefore = 0; // that the search went on with
    StudyThread<SearchSnapshot> m_thread;
};

} // namespace iotbench
