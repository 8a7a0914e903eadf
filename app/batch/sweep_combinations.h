// Every combination of what is swept: those that can be, and why the others cannot.
#pragma once

#include "batch/swept_setting.h"
#include "settings/settings_validation.h"
#include "study_driver/sweep_combination.h"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace iotbench {

// What "all" stands for.
struct EveryValue {
    std::vector<std::string> engines; // that classify
    std::vector<std::string> models;
};

struct ImpossibleCombination {
    std::string label; // "engine=opencv,precision=int8"
    std::string reason; // in English
};

struct SweepCombinations {
    std::vector<SweepCombination> possible; // the last setting changes fastest
    std::vector<ImpossibleCombination> impossible;
    std::vector<std::string> warnings; // each once, in English

    std::size_t count() const { return possible.size() + impossible.size(); }
};

// `reasonAgainst` tells what the rules of the settings do not: "" or why a run with these cannot be. Error:
// more than a sweep takes.
Result<SweepCombinations> sweepCombinations(const AskedSettings& asked, std::span<const SweptSetting> swept,
    const EveryValue& every, const std::function<std::string(const Settings&)>& reasonAgainst);

// How long the run lasts, as far as its settings tell: not where it has so many images as fast as they are
// taken.
std::optional<double> expectedSeconds(const Settings& settings);

} // namespace iotbench
