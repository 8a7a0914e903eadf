// Kept runs beside each other: how the others differ from A, with intervals, and what could spoil that.
#pragma once

#include "ui/comparison/compared_runs.h"
#include "ui/page.h"

#include <memory>

class QPushButton;
class QScrollArea;
class QStandardItemModel;
class QTableView;

namespace iotbench::ui {

class Curves;
class DifferenceModel;
class Panel;
class RepeatsModel;
class TextLabel;
class VerdictPanel;

class ComparisonPage : public Page {
    Q_OBJECT
public:
    explicit ComparisonPage(QWidget* parent = nullptr);

    // Reads the reports of these kept runs in the background, A first; ends in ready() or in noticed().
    void compare(const QStringList& folders);
    void save(const QString& file); // what is shown, as a data sheet; ends in noticed()
    const ComparedRuns* shown() const { return m_shown.get(); } // null: none yet
    QTableView& differences() { return *m_differences; }
    QTableView& repeats() { return *m_repeats; }
    QTableView& settings() { return *m_settings; }
    QPushButton& repeat() { return *m_repeat; }
    QPushButton& allSettings() { return *m_allSettings; }
    QString sentenceText() const;

    QList<QAction*> barActions() const override { return {m_back, m_swap, m_copy, m_save}; }

signals:
    void ready(); // shown() is what was asked for last
    void backRequested(); // to the kept runs
    void repeatRequested(const QString& folder, unsigned repeats); // of its settings, for the page Set up

protected:
    void showEvent(QShowEvent* event) override;

private:
    void makeActions();
    void makePanels();
    void showAll();
    void showSettings();
    void addSettings(std::size_t run, const std::vector<SetupDifference>& settings);
    void copy();
    void askFile();

    QStringList m_folders; // that were asked for last
    std::shared_ptr<const ComparedRuns> m_shown;
    QAction* m_back = nullptr;
    QAction* m_swap = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_save = nullptr;
    QScrollArea* m_scroll = nullptr;
    VerdictPanel* m_sentence;
    Panel* m_differencePanel;
    Panel* m_repeatsPanel;
    Panel* m_curvesPanel;
    Panel* m_settingsPanel;
    Panel* m_remarksPanel;
    DifferenceModel* m_differenceModel;
    RepeatsModel* m_repeatsModel;
    QStandardItemModel* m_settingsModel;
    QTableView* m_differences;
    QTableView* m_repeats;
    QTableView* m_settings;
    TextLabel* m_remarks;
    QPushButton* m_repeat; // of single runs
    QPushButton* m_allSettings; // the equal ones as well
    Curves* m_curves;
};

} // namespace iotbench::ui
