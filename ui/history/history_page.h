// The kept runs in a table: search, open, compare, label, delete, bring in from elsewhere.
#pragma once

#include "ui/history/kept_runs.h"
#include "ui/page.h"

class QLineEdit;
class QPushButton;
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

    QLineEdit& search() { return *m_search; }
    void import(const QStringList& folders); // report folders; ends in noticed()
    void setBaseline(const QString& folder); // which can be taken away again; "" = none

    QList<QAction*> barActions() const override { return {m_open, m_compare, m_use, m_label, m_delete}; }

signals:
    void openRequested(const QString& folder); // a report folder, for the Result page
    void compareRequested(const QStringList& folders); // the oldest first
    void useRequested(const QString& folder); // its settings, for the page Set up
    void baselineRequested(const QString& folder); // for the plots of Live; "" = none

private:
    void makeActions();
    void setTexts();
    void showState();
    QStringList chosen() const; // report folders, in the order of the table
    void open();
    void editLabel();
    void remove();
    void undo();
    void compare();
    bool takesBaselineAway() const;
    void askForImports();

    KeptRuns& m_keptRuns;
    HistoryModel* m_model;
    QSortFilterProxyModel* m_sorted;
    QTableView* m_table;
    Panel* m_panel;
    TextLabel* m_none;
    QLineEdit* m_search;
    QPushButton* m_baseline;
    QString m_baselineFolder; // "" = none
    QPushButton* m_import;
    QAction* m_open = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_use = nullptr;
    QAction* m_label = nullptr;
    QAction* m_delete = nullptr;
    QAction* m_undo = nullptr; // by its key alone
};

} // namespace iotbench::ui
