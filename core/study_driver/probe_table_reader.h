// probes.csv read back, to show a search again.
#pragma once

#include "reports/csv_reader.h"
#include "reports/study_facts.h"
#include "study_driver/probe_run.h"

#include <vector>

namespace iotbench {

// What a search was after, as its report tells.
SearchGoal goalOf(const StudyFacts& facts);

// Of damaged lines whatever can be made out; what cannot is as of a probe that tells nothing. At most
// kMostReadProbes.
std::vector<Probe> probesOf(const std::vector<CsvLine>& lines, const SearchGoal& goal);

inline constexpr std::size_t kMostReadProbes = 1'000;

} // namespace iotbench
