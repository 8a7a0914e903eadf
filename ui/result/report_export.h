// Copies of a shown run's report for elsewhere. Any thread: nothing of the window is touched.
#pragma once

#include "ui/result/shown_run.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace iotbench::ui {

// A picture of the page that shows the run, made while it does.
struct DrawnFile {
    QString name;
    QByteArray bytes;
};

// What has been written, or why not.
struct Exported {
    QString fault; // "" where all went well
    bool exists = false; // a file is there already, and nothing was written
    bool withoutImages = false; // the run was not kept, so that there is no list of its images
    bool someImages = false; // the list leaves some out
};

enum class ExportOf { Csv, Everything }; // Everything: report.json and the data sheet too

// The very files that --report wrote or would have written, and the drawn ones. `replace`: over files that
// are there already.
Exported exportReport(const ShownRun& run, const std::vector<DrawnFile>& drawn, const QString& folder,
    ExportOf what, bool replace);

} // namespace iotbench::ui
