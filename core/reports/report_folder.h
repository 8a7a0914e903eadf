// --report DIR: summary.csv, intervals.csv, images.csv, report.json.
#pragma once

#include "base/result.h"
#include "reports/folder_claim.h"
#include "reports/image_rows.h"
#include "reports/output_file.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <QJsonObject>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace iotbench {

// Of images.csv, unless a front-end wants fewer: a day of 100 images/s, and about 1.2 GB.
inline constexpr std::uint64_t kMostImageRows = 10'000'000;

struct ReportFolderOptions {
    std::string path;
    bool force = false; // write into a folder that is not empty; only our four files are replaced
    bool judged = true; // false with the engine `null`
    std::int64_t startUnixMs = 0;
    std::uint64_t mostImageRows = kMostImageRows;
};

// open() before the run; addImage() on one thread while it goes on; finish() after it, however it ended.
// Until then report.json says that the run is unfinished, so that a killed program's report is marked too.
class ReportFolder {
public:
    // Makes the folder (and those above it) and opens all files. Errors in words: it is not empty, not a
    // folder, may not be written, the disk is full, another run writes into it, it holds the rows of a study.
    // `claim`: of the same folder, where it has been taken already.
    static Result<std::unique_ptr<ReportFolder>> open(
        const ReportFolderOptions& options, std::optional<FolderClaim> claim = std::nullopt);

    // Second 0 of arrival_s, on the steady clock of the samples. Before the first addImage().
    void setOrigin(std::int64_t originNs) { m_images.setOrigin(originNs); }
    void addImage(const Sample& sample) { m_images.append(sample); }
    std::uint64_t imageRowsLeftOut() const { return m_images.leftOut(); }
    // The first thing that went wrong, if anything did; whatever can be written is written all the same.
    std::optional<Error> finish(const RunResult& result, const Verdict& verdict);

private:
    ReportFolder(
        FolderClaim claim, OutputFile summary, OutputFile intervals, ImageRowsWriter images, OutputFile json);

    FolderClaim m_claim;
    OutputFile m_summary;
    OutputFile m_intervals;
    ImageRowsWriter m_images;
    OutputFile m_json;
};

} // namespace iotbench
