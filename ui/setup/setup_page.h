// What will be run: presets, the form, and in words what will happen.
#pragma once

#include "ui/history/kept_runs.h"
#include "ui/page.h"
#include "ui/run_controller.h"

#include <optional>

namespace iotbench::ui {

class SetupPage : public Page {
    Q_OBJECT
public:
    SetupPage(RunController& controller, KeptRuns& keptRuns, const AskedSettings& asked, QWidget* parent = nullptr);

    // What Start would start; empty while a field is wrong.
    std::optional<EffectiveSettings> settings() const;

signals:
    void settingsChanged(); // settings() has changed
    void openRequested(const QString& folder); // a kept run

private:
    AskedSettings m_asked;
};

} // namespace iotbench::ui
