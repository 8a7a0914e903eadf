// Everything that report.json holds.
#pragma once

#include "reports/study_facts.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <cstdint>
#include <optional>

namespace iotbench {

// Raised whenever a key of report.json changes its meaning or goes away.
inline constexpr int kReportSchemaVersion = 2;

struct Report {
    RunResult result;
    Verdict verdict;
    std::uint64_t imageRowsLeftOut = 0; // of images.csv
    std::optional<StudyFacts> study = {}; // that the run was the last of
};

} // namespace iotbench
