// One run of a search, for its data sheet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// A report has none of them; probes.csv has more.
struct SheetProbe {
    enum class Outcome : std::uint8_t { Holds, Fails, NotCounted };

    std::optional<double> load; // cameras or images/s; empty: as fast as it can
    double imagesPerS = 0; // that were to come or, as fast as it can, that came out
    std::optional<double> p99Ms; // of the whole run
    Outcome outcome = Outcome::NotCounted;
    std::string words; // "confirming: holds, near the limit"

    bool operator==(const SheetProbe&) const = default;
};

} // namespace iotbench
