// One side of a comparison: the runs that a path on the command line names.
#pragma once

#include "base/result.h"
#include "reports/study_facts.h"
#include "settings/settings.h"
#include "statistics/verdict.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

struct SideRun {
    std::map<std::string, std::string, std::less<>>
        summary; // a row of summary.csv by the names of its columns
    std::filesystem::path images; // its images.csv; "": there is none
    std::filesystem::path file = {}; // that it was read from
    std::optional<Settings> settings = {}; // of the report.json beside it; empty where there is none
    std::optional<StudyFacts> search = {}; // that it was the last run of, in the folder that the search left

    std::string_view text(std::string_view column) const; // "" where it has none
    std::optional<double> number(std::string_view column) const; // 0, or from 1e-9 to 1e15 in size
    Judgement judgement(std::string_view claim) const; // "overall", "latency", …
    // Alike in all copies of a run: its run_id, or its whole row where it has none (schema version 1).
    std::string identity() const;
};

struct ComparedSide {
    std::string name; // as it was given
    std::vector<SideRun> runs; // one at least, each once, by their start
    std::uint64_t copies = 0; // of these runs, that were left out

    Judgement verdict() const; // the worst of its runs' and searches'
    bool searches() const; // every run is that of a search
};

inline constexpr std::size_t kMostRunsASide = 10'000;

// How many runs stand on both sides.
std::uint64_t runsOnBoth(const ComparedSide& base, const ComparedSide& next);

// The folder of a report; a folder of such folders, as studies leave it; or a file that --csv or a study
// wrote. "PATH#LABEL" takes the runs of that label alone; PATH ends at the first # before which something is.
// Errors in words: nothing is there, no run, no run of that label, a folder whose runs.csv has several
// labels, as that of a sweep, and none is named, more than kMostRunsASide, a row that is not whole, a figure
// that no run can have, a report.json that cannot be read, of another schema version, or of another run than
// the files beside it.
Result<ComparedSide> readSide(const std::string& argument);

} // namespace iotbench
