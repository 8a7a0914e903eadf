// What a search of "how much does this box hold?" is after: what is asked for, and what comes of it.
#pragma once

#include "base/result.h"
#include "settings/settings_validation.h"

#include <optional>
#include <string>
#include <string_view>

namespace iotbench {

// As the command line has it: --find and what goes with it.
struct SearchOptions {
    std::string find; // "rate" or "cameras"; "" = no search
    std::optional<double> precisionPct;
    std::optional<double> probeSeconds;

    bool search() const { return !find.empty(); }
    bool cameras() const { return find == "cameras"; }
    bool operator==(const SearchOptions&) const = default;

    static constexpr double kLeastProbeS = 10, kMostProbeS = 3'600;
};

struct SearchGoal {
    double cameraRatePerS = 0; // of cameras; 0: a rate of images/s
    double limitMs = 100; // of p99
    double precision = 0.02; // how far what fails may lie above what holds; of cameras at least one
    double mostProbeS = 60;

    bool cameras() const { return cameraRatePerS > 0; }
    double imagesPerS(double load) const { return cameras() ? load * cameraRatePerS : load; }
};

// Puts into the settings what a search decides of them: pacing, one camera or image/s, --max-p99 of cameras.
// The error is a usage error, one sentence.
std::optional<Error> applySearch(const SearchOptions& search, AskedSettings& asked);

// Whether a setting means anything to such a search, which decides others itself.
bool appliesToSearch(const SearchOptions& search, std::string_view key);

// A search with these values, as far as they apply to one: what it decides itself is not asked for, nor is a
// pacing. Not applied yet.
AskedSettings askedForSearch(const SearchOptions& search, Settings values);

SearchGoal searchGoal(const SearchOptions& search, const Settings& settings); // of effective settings

} // namespace iotbench
