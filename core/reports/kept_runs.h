// The runs that a front-end keeps: a folder with a report folder for each, bounded in number and size. Every
// function reads or writes the disk; one thread at a time, but for import(), which may take seconds and may
// run beside the others.
#pragma once

#include "base/result.h"
#include "statistics/verdict.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// What a line about a kept run tells, from its summary.csv and the other files there.
struct KeptRunFacts {
    std::filesystem::path folder;
    std::int64_t startUnixMs = 0;
    std::string study; // what it belongs to: "search", "repeat" or "sweep"; "" = a run of its own
    std::optional<double> holdsAt; // of a search: the load that it found; empty where it found none
    bool holdsMore = false; // or more: the search did not see the next load fail, or not for sure
    double cameraRatePerS = 0; // that it counted cameras of; 0 = the load is images/s
    std::string label;
    std::string model; // "" without
    std::string engine;
    std::string precision;
    std::string machine; // host name; "" where the report leaves it out
    std::string runId; // "" of schema version 1
    std::optional<double> targetPerS; // empty at full speed, and where others sent
    std::optional<double> elapsedS;
    std::optional<double> imagesPerS;
    std::optional<double> accuracy; // share 0..1
    std::optional<double> latencyP99Ms;
    Judgement verdict = Judgement::NotJudged;
};

// The files that a run leaves in its report folder, as far as they are there, into another one.
std::optional<Error> copyRun(const std::filesystem::path& from, const std::filesystem::path& to);

struct KeptRunLimits {
    std::size_t runs = 200;
    std::uint64_t bytes = 1'000'000'000;
};

class KeptRunStore {
public:
    explicit KeptRunStore(std::filesystem::path root, KeptRunLimits limits = {});

    const std::filesystem::path& root() const { return m_root; }
    // For a new run: named after its start, not there yet.
    std::filesystem::path folderFor(std::int64_t startUnixMs) const;
    // Newest first. Folders without a finished run are passed over.
    std::vector<KeptRunFacts> list() const;
    // Drops the oldest until the limits are kept; the newest stays whatever its size. How many were dropped.
    std::size_t dropOldest();
    // In summary.csv and report.json.
    std::optional<Error> relabel(const std::filesystem::path& folder, const std::string& label);
    // Only files that a run leaves are deleted, and the folder where nothing else is in it.
    std::optional<Error> remove(const std::filesystem::path& folder);
    // A copy of a report folder from elsewhere, of a run or a study. Errors in words: there is no readable
    // report in it, rows of a study are missing, it is kept already, it takes more than the limit, the disk
    // is full; nothing is left of it then.
    std::optional<Error> import(const std::filesystem::path& folder);

private:
    std::filesystem::path m_root;
    KeptRunLimits m_limits;
};

} // namespace iotbench
