// What the command line asks for beyond a single run.
#pragma once

#include "base/result.h"
#include "batch/swept_setting.h"
#include "settings/settings_validation.h"
#include "studies/search_goal.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

struct StudyOptions {
    std::string find; // "rate" or "cameras"; "" = no search
    std::optional<double> precisionPct; // of images/s
    std::optional<double> probeSeconds;
    std::optional<unsigned> repeat; // runs
    std::vector<SweptSetting> sweep;
    std::optional<double> cooldownS;
    bool yes = false; // to many combinations

    bool search() const { return !find.empty(); }
    bool sweeps() const { return !sweep.empty(); }
    // The option that asks for a study, "" where none does.
    std::string_view name() const
    {
        return sweeps() ? "--sweep" : repeat ? "--repeat" : search() ? "--find" : "";
    }
};

// Puts into the settings what a search decides of them: pacing, one camera or image/s, --max-p99 of cameras.
// The error is a usage error, one sentence.
std::optional<Error> applySearch(const StudyOptions& study, AskedSettings& asked);

// What --sweep and --repeat need of the settings; the error is as above.
std::optional<Error> checkSweep(const StudyOptions& study, const AskedSettings& asked);
std::optional<Error> checkRepeat(const StudyOptions& study, const AskedSettings& asked);

SearchGoal searchGoal(const StudyOptions& study, const Settings& settings); // of effective settings

} // namespace iotbench
