// What iotbench tells a program that watches it (--progress jsonl): a JSON object a line. docs/progress.md is
// its reference, eventSchema() its JSON Schema.
#pragma once

#include "reports/study_facts.h"
#include "settings/settings.h"
#include "statistics/interval_rows.h"
#include "statistics/verdict.h"

#include <QJsonObject>

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// Raised whenever a key of an event changes its meaning or goes away.
inline constexpr int kProgressSchemaVersion = 1;

enum class WatchedKind : std::uint8_t { Run, Search, Repeat, Sweep };
std::string_view toString(WatchedKind kind); // "run", "search", "repeat", "sweep"

// What is known before the first image.
struct StartedEvent {
    static constexpr const char* kName = "started";
    WatchedKind kind = WatchedKind::Run;
    Settings settings; // effective; of a sweep, of its first combination
    std::optional<std::uint64_t> probes; // that are planned; empty: as many as it takes
};

// A line that the original benchmark's program prints.
struct LineEvent {
    static constexpr const char* kName = "line";
    std::string text;
};

struct NoteEvent {
    static constexpr const char* kName = "note";
    std::string text;
};

struct WarningEvent {
    static constexpr const char* kName = "warning";
    std::string text;
};

// A row of intervals.csv, as far as it is known while the run goes on.
struct IntervalEvent {
    static constexpr const char* kName = "interval";
    IntervalRow row;
    bool judged = true; // answers are
};

// A run of a study. What a kind of study does not have is empty.
struct ProbeEvent {
    static constexpr const char* kName = "probe";
    std::uint64_t number = 0; // as in probes.csv; of repeats and sweeps from 1
    std::optional<std::string> purpose; // of a search: "guess", "search", "confirm", "fails again"
    std::optional<double> load; // of a search: cameras or images/s
    std::optional<std::string> combination; // of a sweep: "engine=opencv,workers=2"
    std::optional<std::uint64_t> seed;
    std::optional<std::uint64_t> images; // of a search: that were counted
    std::optional<double> imagesPerS;
    std::optional<Interval> rateInterval; // 95 %
    std::optional<double> p99Ms;
    std::optional<double> overLimit; // of a search: share over --max-p99
    std::optional<double> accuracy; // share
    std::optional<std::string>
        result; // of a search: "holds", "fails: over the limit", …; or why the run failed
    Judgement verdict = Judgement::NotJudged;
};

// How it came out. There is none where nothing could begin.
struct FinishedEvent {
    static constexpr const char* kName = "finished";
    WatchedKind kind = WatchedKind::Run;
    int exitCode = 0;
    std::string outcome; // of a run as verdict.outcome in report.json; of a study as study.answer
    Judgement verdict = Judgement::NotJudged; // overall
    std::vector<std::string> text; // what stands on a terminal in its place
    // of runs
    std::optional<std::uint64_t> images; // classified; role send: sent
    std::optional<double> imagesPerS;
    std::optional<Interval> rateInterval; // 95 %
    std::optional<double> p99Ms;
    std::optional<double> accuracy; // share
    std::optional<StudyFacts> study; // of studies
};

struct ErrorEvent {
    static constexpr const char* kName = "error";
    std::string text;
    int exitCode = 1; // that the program will end with
};

// One thread; `file` outlives it. A line is written by one call, so that another writer stands beside it and
// not in it.
class EventStream {
public:
    explicit EventStream(std::FILE* file)
        : m_file(file)
    {
    }

    template <typename Event> // one of those above
    void tell(const Event& event);
    // Those of a run that have not been told yet. While it goes on the newest is held back, for results that
    // are still to come may change it.
    void tellIntervals(const std::vector<IntervalRow>& rows, bool judged, bool isOver);

private:
    std::FILE* m_file;
    double m_intervalsToldS = 0;
};

QJsonObject eventSchema(); // JSON Schema, draft 2020-12, of each line

} // namespace iotbench
