// Repeats or a sweep: the sentence under a rule that the reader sets, the plot, the table beside it, why the
// chosen combination, the command that uses it, and what was not measured.
#pragma once

#include "ui/series/series_state.h"

#include <QWidget>

class QBoxLayout;
class QLineEdit;
class QSortFilterProxyModel;
class QTableView;
class QTableWidget;

namespace iotbench::ui {

class BarButton;
class CommandBox;
class Panel;
class SegmentBar;
class SeriesModel;
class SeriesPlot;
class TextLabel;
class VerdictPanel;

class SeriesView : public QWidget {
    Q_OBJECT
public:
    explicit SeriesView(QWidget* parent = nullptr);

    void show(const SeriesState& state);
    // What made it, where that is known; of a sweep that is over the command is that of the chosen
    // combination.
    void setCommand(const QString& command) { m_made = command; }

    const SeriesState& state() const { return m_state; }
    QString sentence() const;
    const SweepAim& aim() const { return m_aim; }
    SegmentBar& rules() { return *m_rules; }
    QLineEdit& limit() { return *m_limit; }
    QTableView& table() { return *m_table; }
    QTableWidget& notMeasured() { return *m_notMeasured; }
    SeriesPlot& plot() { return *m_plot; }
    CommandBox& command() { return *m_command; }
    BarButton& use() { return *m_use; }

signals:
    void useRequested(const iotbench::Settings& settings); // of the chosen combination

private:
    void makeAim();
    void makeTables();
    void setTexts();
    void takeLimit(const QString& text);
    void showLimit();
    void showState();
    void showChoice();
    void showNotMeasured();
    void arrange();

    SeriesState m_state;
    SweepAim m_aim;
    QString m_made;
    bool m_aimSet = false; // by the reader
    VerdictPanel* m_verdict; // at the end
    Panel* m_progress; // before it
    QWidget* m_aimRow;
    SegmentBar* m_rules;
    TextLabel* m_limitLabel;
    QLineEdit* m_limit;
    TextLabel* m_limitUnit;
    QBoxLayout* m_upper;
    QBoxLayout* m_lower;
    Panel* m_plotPanel;
    Panel* m_tablePanel;
    Panel* m_whyPanel;
    Panel* m_notMeasuredPanel;
    SeriesPlot* m_plot;
    SeriesModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QLineEdit* m_filter;
    QTableView* m_table;
    TextLabel* m_why;
    BarButton* m_use;
    CommandBox* m_command;
    QTableWidget* m_notMeasured;
    TextLabel* m_note;
};

} // namespace iotbench::ui
