// What a run showed, once it is over: the verdict in a sentence, the figures, the evidence.
#pragma once

#include "ui/history/kept_runs.h"
#include "ui/page.h"
#include "ui/run_controller.h"

namespace iotbench::ui {

class ResultPage : public Page {
    Q_OBJECT
public:
    ResultPage(RunController& controller, KeptRuns& keptRuns, QWidget* parent = nullptr);

    // A folder that a run's report was written to, kept by us or dropped on the window. Tells by noticed() what is
    // wrong with it; true where it is shown now.
    bool openReport(const QString& folder);
};

} // namespace iotbench::ui
