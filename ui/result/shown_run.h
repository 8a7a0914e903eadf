// A run as the Result page shows it: just over, or read back from its folder.
#pragma once

#include "base/result.h"
#include "reports/study_facts.h"
#include "run/gallery.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"
#include "study_driver/probe_run.h"
#include "study_driver/repeated_run.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace iotbench::ui {

struct ShownRun {
    RunResult result;
    Verdict verdict;
    QString folder; // where its report stands; "" where it was not kept
    bool readBack = false; // from there: not the run that has just ended
    std::uint64_t imageRowsLeftOut = 0; // of images.csv
    std::optional<StudyFacts> study; // that it is the last run of
    std::vector<Probe> probes; // of a search
    std::vector<RepeatedRun> runs; // of repeats

    bool isSearch() const { return study && study->kind == "search"; }
    bool isSeries() const { return study && !isSearch(); }
    std::shared_ptr<const GalleryContents> pictures; // null: not kept, or still to be read
    bool picturesToCome = false; // they are to be read
};

// A report folder, without pictures: reading them takes longer than a window may be held up. Or a data sheet,
// which has the report inside. Errors in words.
Result<ShownRun> readShownRun(const QString& path);

} // namespace iotbench::ui
