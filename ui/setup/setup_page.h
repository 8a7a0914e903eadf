// What will be run: presets, the form, and in words what will happen.
#pragma once

#include "study_driver/sweep_obstacles.h"
#include "ui/history/kept_runs.h"
#include "ui/page.h"
#include "ui/run_controller.h"
#include "ui/setup/plan_text.h"
#include "ui/setup/run_setup.h"

#include <optional>

class QBoxLayout;

namespace iotbench::ui {

class CommandPanel;
class LastRunsPanel;
class MachinePanel;
class MorePanel;
class PlanPanel;
class PresetsPanel;
class SetupForm;

class SetupPage : public Page {
    Q_OBJECT
public:
    // `values`: what the form is filled with. All three outlive the page.
    SetupPage(
        RunController& controller, KeptRuns& keptRuns, const Settings& values, QWidget* parent = nullptr);

    RunSetup& setup() { return m_setup; }
    const RunSetup& setup() const { return m_setup; }
    SetupForm& form() { return *m_form; }
    PresetsPanel& presets() { return *m_presets; }
    CommandPanel& commands() { return *m_commands; }

    // What Start would start; empty while something is in its way.
    std::optional<EffectiveSettings> settings() const;
    QString obstacle() const; // what that is; "" = nothing
    // Of the search that Start would start with them, alone or with each combination of series(); else empty.
    std::optional<SearchGoal> goal() const;
    // Of the repeats or the sweep that Start would start with them; a sweep of many combinations is agreed
    // to.
    std::optional<StudyOptions> series() const;

signals:
    void settingsChanged(); // settings() may have changed
    void openRequested(const QString& folder); // a kept run

private:
    void refresh();
    void planSeries();
    QString engineTitle() const;

    RunController& m_controller;
    RunSetup m_setup;
    SweepObstacles m_obstacles;
    std::optional<PlannedSeries> m_series;
    PresetsPanel* m_presets;
    SetupForm* m_form;
    MorePanel* m_more;
    PlanPanel* m_plan;
    CommandPanel* m_commands;
    MachinePanel* m_machine;
    LastRunsPanel* m_lastRuns;
    QBoxLayout* m_halves;
};

} // namespace iotbench::ui
