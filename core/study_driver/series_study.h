// A study whose runs are made in full and have a row each: repeats of one setting, or a sweep over several.
#pragma once

#include "reports/report.h"
#include "run/run_snapshot.h"
#include "settings/settings.h"
#include "studies/repeat_planner.h"
#include "study_driver/repeated_run.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// What there is between two runs. Immutable once published.
struct SeriesStand {
    std::vector<RepeatedRun> runs = {}; // that are over
    StudyFacts facts = {}; // what they say so far; the answer is "stopped", as if it ended here
};

// How a study stands right now. Immutable once published.
struct SeriesSnapshot {
    std::shared_ptr<const SeriesStand> stand = std::make_shared<SeriesStand>(); // never null
    std::size_t planned = 0; // runs, as it stands
    std::optional<std::size_t> point = {}; // that is under way, of SeriesStand::facts; empty between two
    std::shared_ptr<const RunSnapshot> run = {}; // the same; null while it loads
    bool coolsDown = false; // before the next
    std::optional<double> leftS = {}; // as the runs so far let expect; empty before the first is over
};

struct SeriesOutcome {
    std::vector<RepeatedRun> runs; // without one that was stopped
    std::optional<studies::RepeatAnswer> answer; // of repeats; empty: no run came to its end
    StudyFacts facts;
    std::optional<Report> report; // as report.json of --report has it; empty: no run came about
    std::string keptFolder; // where a front-end has kept it; "" where it has not
    Message notKept; // why not, where it was to be
    Message failure; // why the study ended early; empty where it did not, or the user stopped it
    bool stopped = false;
    std::vector<Message> reportErrors;
    int exitCode = 0; // of the command line

    bool anyRunGave(int code) const; // as its own exit code
};

// Use once: start(), wait(); without wait(), it is stopped and waited for. start(), requestStop() and
// snapshot() may be called from any thread.
class SeriesStudy {
public:
    SeriesStudy() = default;
    SeriesStudy(const SeriesStudy&) = delete;
    SeriesStudy& operator=(const SeriesStudy&) = delete;
    virtual ~SeriesStudy() = default;

    virtual void start() = 0;
    virtual void requestStop() noexcept = 0; // ends within a second. Async-signal-safe
    virtual std::shared_ptr<const SeriesSnapshot> snapshot() const = 0; // never null
    virtual bool finished() const = 0;
    virtual SeriesOutcome wait() = 0; // writes what is asked for. Call once, after start()
    virtual const Settings& settings(
        std::size_t point = 0) const = 0; // of its runs; before anything is decided
};

// `made` of `planned` runs took so long, and the one under way is at it for `goneS`.
std::optional<double> secondsLeft(std::size_t made, std::size_t planned, double tookS, double goneS);

} // namespace iotbench
