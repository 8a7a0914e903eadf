// Everything that report.json holds.
#pragma once

#include "reports/study_facts.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <cstdint>
#include <optional>

namespace iotbench {

// Raised by a release whose report.json has other keys than the last one's: a reader insists on every key of
// its own version.
inline constexpr int kReportSchemaVersion = 3;

struct Report {
    RunResult result;
    Verdict verdict;
    std::uint64_t imageRowsLeftOut = 0; // of images.csv
    std::optional<StudyFacts> study = {}; // that the run was the last of
};

} // namespace iotbench
