// What the command line asks for beyond a single run.
#pragma once

#include "base/result.h"
#include "settings/settings_validation.h"
#include "studies/search_goal.h"

#include <optional>
#include <string>

namespace iotbench {

struct StudyOptions {
    std::string find; // "rate" or "cameras"; "" = no search
    std::optional<double> precisionPct; // of images/s
    std::optional<double> probeSeconds;
    std::optional<unsigned> repeat; // runs

    bool search() const { return !find.empty(); }
};

// Puts into the settings what a search decides of them: pacing, one camera or image/s, --max-p99 of cameras.
// The error is a usage error, one sentence.
std::optional<Error> applySearch(const StudyOptions& study, AskedSettings& asked);

// What --repeat needs of the settings; the error is as above.
std::optional<Error> checkRepeat(const StudyOptions& study, const AskedSettings& asked);

SearchGoal searchGoal(const StudyOptions& study, const Settings& settings); // of effective settings

} // namespace iotbench
