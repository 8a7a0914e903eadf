// What the command line asks for beyond a single run.
#pragma once

#include "base/result.h"
#include "batch/swept_setting.h"
#include "settings/search_options.h"
#include "settings/settings_validation.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

struct StudyOptions {
    SearchOptions search;
    std::optional<unsigned> repeat; // runs
    std::vector<SweptSetting> sweep;
    std::optional<double> cooldownS;
    bool yes = false; // to many combinations

    bool sweeps() const { return !sweep.empty(); }
    // The option that asks for a study, "" where none does.
    std::string_view name() const
    {
        return sweeps() ? "--sweep" : repeat ? "--repeat" : search.search() ? "--find" : "";
    }
};

// What --sweep and --repeat need of the settings; the error is a usage error, one sentence.
std::optional<Error> checkSweep(const StudyOptions& study, const AskedSettings& asked);
std::optional<Error> checkRepeat(const StudyOptions& study, const AskedSettings& asked);

} // namespace iotbench
