// The kept runs in a table: open, label, delete.
#pragma once

#include "ui/history/kept_runs.h"
#include "ui/page.h"

namespace iotbench::ui {

class HistoryPage : public Page {
    Q_OBJECT
public:
    explicit HistoryPage(KeptRuns& keptRuns, QWidget* parent = nullptr);

signals:
    void openRequested(const QString& folder); // a report folder, for the Result page
};

} // namespace iotbench::ui
