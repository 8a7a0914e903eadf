// A search for what this machine holds: first the answer, then the probe that runs and the time that is left;
// below them the plot, the probes in a table, and the command.
#pragma once

#include "ui/capacity/capacity_state.h"

#include <QWidget>

class QBoxLayout;
class QTableView;

namespace iotbench::ui {

class CapacityPlot;
class CommandBox;
class FigureTile;
class Panel;
class ProbeModel;
class TextLabel;
class VerdictPanel;

class CapacityView : public QWidget {
    Q_OBJECT
public:
    explicit CapacityView(QWidget* parent = nullptr);

    void show(const CapacityState& state);
    void setCommand(const QString& command); // "" where there is none

    const CapacityState& state() const { return m_state; }
    QString sentence() const; // at the end; "" before
    FigureTile& answer() { return *m_answer; }
    FigureTile& probe() { return *m_probe; }
    FigureTile& time() { return *m_time; }
    ProbeModel& probes() { return *m_model; }
    QTableView& table() { return *m_table; }
    CapacityPlot& plot() { return *m_plot; }

private:
    void makeTable();
    void showState();
    void announceNews();

    CapacityState m_state;
    VerdictPanel* m_sentence;
    FigureTile* m_answer;
    FigureTile* m_probe;
    FigureTile* m_time;
    QBoxLayout* m_tiles;
    QBoxLayout* m_halves;
    Panel* m_plotPanel;
    Panel* m_tablePanel;
    CapacityPlot* m_plot;
    ProbeModel* m_model;
    QTableView* m_table;
    TextLabel* m_criteria;
    Panel* m_commandPanel;
    CommandBox* m_command;
};

} // namespace iotbench::ui
