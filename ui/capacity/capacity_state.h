// A search at one moment, under way or over.
#pragma once

#include "study_driver/search_study.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace iotbench::ui {

// What the front-end knows beside the search.
struct SearchContext {
    std::uint64_t ownCameras = 0; // that the user has; 0 = not said
    QString command; // that makes the same search; "" = not known
};

struct CapacityState : SearchSnapshot {
    SearchGoal goal = {};
    std::uint64_t ownCameras = 0; // as in the context
    std::optional<StudyFacts> answer = {}; // once it is over

    bool over() const { return answer.has_value(); }
    // Of the probe under way; 0 while the engine warms up.
    double goneS() const { return run ? run->sinceStartS : 0; }
    std::uint64_t classified() const { return run ? run->counts.classified : 0; }
};

// Of one that is over.
CapacityState capacityOf(
    const SearchGoal& goal, std::uint64_t ownCameras, const StudyFacts& answer, std::vector<Probe> probes);

// How a probe stands: what its row and its mark say.
enum class ProbeMark : std::uint8_t { Guess, Holds, Fails, NotCounted, Dropped, Running };
ProbeMark markOf(const Probe& probe);

// The last probe of that load that ended so; null where there is none.
const Probe* evidenceFor(const CapacityState& state, double load, studies::ProbeEnd end);

} // namespace iotbench::ui
