// Where samples go once they are counted.
#pragma once

#include "reports/report_folder.h"
#include "run/gallery.h"
#include "run/worker_lines.h"
#include "statistics/sample.h"

namespace iotbench {

// The collector's thread calls it; null: not wanted. All outlive it.
struct SampleOutputs {
    Gallery* gallery = nullptr; // pictures
    ReportFolder* report = nullptr; // rows of images.csv: of --report …
    ReportFolder* kept = nullptr; // … and of the folder that a front-end keeps
    WorkerLines* lines = nullptr; // role worker: standard output

    // In the order of the run.
    void add(const Sample& sample)
    {
        if (gallery)
            gallery->keep(sample);
        if (report)
            report->addImage(sample);
        if (kept)
            kept->addImage(sample);
        if (lines)
            lines->append(sample);
    }
    // All samples that are there have been added.
    void pause()
    {
        if (lines)
            lines->flush();
    }
    bool failed() const { return lines && lines->failed(); } // a reader of ours is gone
};

} // namespace iotbench
