// The page's right side: what will happen, the commands, what about this machine could spoil it.
#pragma once

#include "statistics/machine_facts.h"
#include "statistics/run_result.h"
#include "ui/base/panel.h"
#include "ui/setup/plan_text.h"
#include "ui/setup/run_setup.h"

class QLabel;

namespace iotbench::ui {

class CommandBox;
class FlowView;
class SignLabel;

class PlanPanel : public Panel {
    Q_OBJECT
public:
    explicit PlanPanel(QWidget* parent = nullptr);
    // Empty settings: a field is wrong, and nothing can be said. `goal`: of a search.
    // `series`: of repeats and sweeps.
    void show(const std::optional<EffectiveSettings>& settings, const std::optional<SearchGoal>& goal,
        const std::optional<PlannedSeries>& series, const QString& engineTitle, const ModelSeen& model);

private:
    void showFlow();

    QLabel* m_sentence;
    bool m_hasFlow = false; // there is one to be shown, where it has room
    FlowView* m_flow;
    SignLabel* m_remarks;
};

class CommandPanel : public Panel {
    Q_OBJECT
public:
    explicit CommandPanel(QWidget* parent = nullptr);
    void show(const RunSetup& setup, const StudyOptions& study, const ModelSeen& model);
    CommandBox* command() const { return m_command; }
    QList<CommandBox*> otherEnd() const { return m_other; }

private:
    CommandBox* m_command;
    QLabel* m_otherTitle;
    QVBoxLayout* m_otherColumn;
    QList<CommandBox*> m_other;
};

class MachinePanel : public Panel {
    Q_OBJECT
public:
    explicit MachinePanel(const BuildFacts& build, QWidget* parent = nullptr);

private:
    void refresh();

    BuildFacts m_build;
    MachineFacts m_facts;
    QLabel* m_words;
    SignLabel* m_governor;
    SignLabel* m_builtAs;
};

} // namespace iotbench::ui
