// What is asked for beyond a single run: a search, several runs of the same, or a sweep.
#pragma once

#include "base/result.h"
#include "settings/search_options.h"
#include "settings/settings_validation.h"
#include "settings/swept_setting.h"

#include <cstddef>
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

    static constexpr unsigned kUsualRepeats = 3; // of each combination
    static constexpr unsigned kMostRepeats = 1'000;
    static constexpr std::size_t kMostUnasked = 50; // combinations that start without `yes`

    bool sweeps() const { return !sweep.empty(); }
    // The option that asks for a study, "" where none does.
    std::string_view name() const
    {
        return sweeps() ? "--sweep" : repeat ? "--repeat" : search.search() ? "--find" : "";
    }
    bool sweeps(std::string_view key) const;
    // Of each combination; a search repeats probes itself.
    unsigned repeats() const { return search.search() ? 1 : repeat.value_or(kUsualRepeats); }
};

// What --sweep and --repeat need of the settings; the error is a usage error, one sentence.
std::optional<Error> checkSweep(const StudyOptions& study, const AskedSettings& asked);
std::optional<Error> checkRepeat(const StudyOptions& study, const AskedSettings& asked);

} // namespace iotbench
