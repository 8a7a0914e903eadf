// The run over time: its plots, and behind them the same as a table, the senders and the events. While
// nothing has come yet, what is waited for stands in the place of the plots.
#pragma once

#include "run/run_snapshot.h"
#include "ui/base/notice.h"
#include "ui/base/panel.h"
#include "ui/base/run_facts.h"
#include "ui/live/paint_budget.h"

#include <QElapsedTimer>

#include <memory>

class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace iotbench::ui {

class EventModel;
class IntervalModel;
class SegmentBar;
class SourceModel;
class TimePlots;
class WaitingView;

class TimeSeriesPanel : public Panel {
    Q_OBJECT
public:
    enum View { Plots, Table, Senders, Events };

    explicit TimeSeriesPanel(QWidget* parent = nullptr);

    void begin(const RunInputs* inputs, const RunFacts& facts);
    void showSnapshot(const std::shared_ptr<const RunSnapshot>& snapshot, double waitedS);

    void setView(View view);
    View view() const;
    TimePlots& plots() { return *m_plots; }
    WaitingView& waiting() { return *m_waiting; }
    IntervalModel& table() { return *m_intervals; }
    SourceModel& senders() { return *m_sources; }
    EventModel& events() { return *m_events; }
    bool showsWaiting() const;

    void copyValues() const;
    void savePlots();

signals:
    void noticed(const iotbench::ui::Notice& notice);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeTables();
    void makeKeys();
    void setTexts();
    void showView();
    void paintPlots(bool over);
    void showMenu(const QPoint& at);

    RunFacts m_facts;
    std::shared_ptr<const RunSnapshot> m_snapshot;
    SegmentBar* m_views;
    QPushButton* m_follow;
    QStackedWidget* m_stack;
    TimePlots* m_plots;
    WaitingView* m_waiting;
    IntervalModel* m_intervals;
    SourceModel* m_sources;
    EventModel* m_events;
    QTableView* m_table = nullptr;
    QTableView* m_senders = nullptr;
    QListView* m_eventList = nullptr;
    PaintBudget m_budget;
    QElapsedTimer m_clock;
};

} // namespace iotbench::ui
