// The kept runs in a table: open, label, delete.
#pragma once

#include "ui/history/kept_runs.h"
#include "ui/page.h"

class QModelIndex;
class QSortFilterProxyModel;
class QTableView;

namespace iotbench::ui {

class HistoryModel;
class Panel;
class TextLabel;

class HistoryPage : public Page {
    Q_OBJECT
public:
    explicit HistoryPage(KeptRuns& keptRuns, QWidget* parent = nullptr);

    HistoryModel& model() { return *m_model; }
    QTableView& table() { return *m_table; }

    QList<QAction*> barActions() const override { return {m_open, m_label, m_delete}; }

signals:
    void openRequested(const QString& folder); // a report folder, for the Result page

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeActions();
    void setTexts();
    void showState();
    QString currentFolder() const; // "" where no run is chosen
    void open();
    void editLabel();
    void remove();

    KeptRuns& m_keptRuns;
    HistoryModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    Panel* m_panel;
    TextLabel* m_none;
    QAction* m_open = nullptr;
    QAction* m_label = nullptr;
    QAction* m_delete = nullptr;
};

} // namespace iotbench::ui
