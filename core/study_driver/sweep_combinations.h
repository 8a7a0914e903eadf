// Every combination of what is swept: those that can be, and why the others cannot.
#pragma once

#include "reports/study_facts.h"
#include "settings/settings_validation.h"
#include "settings/study_options.h"
#include "study_driver/sweep_study.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace iotbench {

// What "all" stands for.
struct EveryValue {
    std::vector<std::string> engines; // that classify
    std::vector<std::string> models;
};

struct SweepCombinations {
    std::vector<SweepCombination> possible; // the last setting changes fastest
    std::vector<SkippedPoint> impossible;
    std::vector<std::string> warnings; // each once, in English

    std::size_t count() const { return possible.size() + impossible.size(); }
};

// Of a search, each is as one would have it. `reasonAgainst` tells what the rules of the settings do not:
// nothing or why a run with these cannot be. Error: more than a sweep takes.
Result<SweepCombinations> sweepCombinations(const AskedSettings& asked, const StudyOptions& study,
    const EveryValue& every, const std::function<Message(const Settings&)>& reasonAgainst);

// How many runs a sweep makes at first, and how long they take.
struct SweepExtent {
    std::size_t combinations = 0, runs = 0;
    double seconds = 0;
    bool known = true; // false: seconds is the least of it
};
SweepExtent extentOf(const SweepCombinations& combinations, const StudyOptions& study);

// What goes with the combinations into a SweepStudy.
SweepOptions sweepOptions(const SweepCombinations& combinations, const StudyOptions& study);

// How long the run lasts, as far as its settings tell: not where it has so many images as fast as they are
// taken.
std::optional<double> expectedSeconds(const Settings& settings);

} // namespace iotbench
