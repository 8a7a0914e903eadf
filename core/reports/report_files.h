// The names of the files in a report's folder, of a run and of a study.
#pragma once

#include <array>

namespace iotbench {

inline constexpr const char* kSummaryFile = "summary.csv"; // of a run, or the last of a search
inline constexpr const char* kIntervalsFile = "intervals.csv";
inline constexpr const char* kImagesFile = "images.csv";
inline constexpr const char* kReportFile = "report.json";
inline constexpr const char* kProbesFile = "probes.csv"; // of a search
inline constexpr const char* kRunsFile = "runs.csv"; // of repeats and sweeps: a summary row each
inline constexpr const char* kGallerySheet = "gallery.png"; // all pictures
inline constexpr const char* kGalleryTable = "gallery.csv"; // a line for each

// In the order in which a kept run is copied: that by which it is listed comes last.
inline constexpr std::array kReportFiles{kIntervalsFile, kImagesFile, kProbesFile, kRunsFile, kGallerySheet,
    kGalleryTable, kReportFile, kSummaryFile};

} // namespace iotbench
