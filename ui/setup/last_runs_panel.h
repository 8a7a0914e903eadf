// The newest kept runs, a line each; a click or Enter opens one.
#pragma once

#include "ui/base/panel.h"
#include "ui/history/kept_runs.h"

class QTableWidget;

namespace iotbench::ui {

class LastRunsPanel : public Panel {
    Q_OBJECT
public:
    static constexpr int kMostShown = 6;

    explicit LastRunsPanel(KeptRuns& keptRuns, QWidget* parent = nullptr);

signals:
    void openRequested(const QString& folder);

private:
    void refresh();

    KeptRuns& m_keptRuns;
    QTableWidget* m_table;
    TextLabel* m_none;
};

} // namespace iotbench::ui
