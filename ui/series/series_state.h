// Repeats or a sweep at one moment, under way or over.
#pragma once

#include "studies/sweep_choice.h"
#include "study_driver/series_study.h"

#include <QString>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench::ui {

struct SeriesState : SeriesStand { // of a sweep that was read back, without runs
    SeriesSnapshot now = {}; // of what goes on
    bool over = false;
    Settings asked = {}; // of a run, as asked for; once it is over

    bool sweep() const { return facts.kind == "sweep"; }
};

// Of one that is over. `asked`: of any of its runs.
SeriesState seriesOf(const StudyFacts& facts, std::vector<RepeatedRun> runs, const Settings& asked);

// The settings of a combination, by key: "engine" -> "opencv".
std::map<std::string, std::string> valuesOf(const std::string& label);
// What such a run is asked for.
Settings settingsOf(const SeriesState& state, const SweptPoint& point);

// Those that differ in nothing but the batch size, or else in the last that is swept: one mark and one line.
struct PointGroups {
    std::string joint; // the setting that differs within a group
    std::vector<std::size_t> of; // each point
    std::vector<std::string> labels; // each group; "" where all are one
};
PointGroups groupsOf(const StudyFacts& facts);

// What the reader is after, and what comes of it.
struct SweepAim {
    studies::SweepRule rule = studies::SweepRule::Fastest;
    double limitMs = 10;
};
// `nearest`: none is within the limit; it comes nearest.
struct SweepChoice {
    std::optional<std::size_t> point;
    bool nearest = false;
};
SweepChoice choiceOf(const StudyFacts& facts, const SweepAim& aim);

} // namespace iotbench::ui
