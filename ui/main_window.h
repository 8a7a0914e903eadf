// The window: the bar, a row for messages, the four pages, and the line with the newest event.
#pragma once

#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/history/kept_runs.h"
#include "ui/page.h"
#include "ui/run_controller.h"

#include <QMainWindow>

#include <functional>

class QMenu;
class QStackedWidget;

namespace iotbench::ui {

class BarButton;
class ComparisonPage;
class HistoryPage;
class LivePage;
class NoticeRow;
class ResultPage;
class SegmentBar;
class SetupPage;
class StatusLine;
class WindowBar;
struct ShownRun;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    // In the order of the bar and of Ctrl+1…4; the comparison is opened from History, and has no tab.
    enum PageIndex { SetUp, Live, ResultIndex, History, Comparison };

    // All three outlive the window. `values`: what the form is filled with.
    MainWindow(RunController& controller, Theme& theme, Language& language, const Settings& values,
        QWidget* parent = nullptr);
    ~MainWindow() override;

    SetupPage& setupPage() { return *m_setup; }
    LivePage& livePage() { return *m_live; }
    ResultPage& resultPage() { return *m_result; }
    HistoryPage& historyPage() { return *m_history; }
    ComparisonPage& comparisonPage() { return *m_comparison; }
    KeptRuns& keptRuns() { return m_keptRuns; }
    QString notice() const; // what the row under the bar says

    int currentPage() const;
    void showPage(int index);
    void startRun(); // where the form is right and nothing runs
    void endRunAndClose(); // without a question
    void openPath(
        const QString& path); // a model file or a report folder; says what it is where it is neither

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    Page* page(int index) const;
    void makeBar();
    void makeMenu();
    void makeShortcuts();
    void watchRuns();
    void setTexts();
    void showState();
    void showNotice(const Notice& notice);
    // Reads it in the background, and hands it on or tells what is wrong with it. Of several the last counts.
    void read(const QString& report, std::function<void(const ShownRun&)> use);
    void openReport(const QString& folder);
    void useSettingsOf(const QString& folder, unsigned repeats); // 0: as often as they were measured
    void useAsBaseline(const QString& folder);
    bool areForHistory(const QStringList& paths) const;
    void ended(const RunOutcome& outcome);
    void ended(const SearchOutcome& outcome);
    void ended(const SeriesOutcome& outcome);
    void endedWithoutResult(const RunResult& result);
    void tellStopped(); // before there was a result
    void showReportFaults(const std::vector<Message>& errors, const Message& notKept);
    void watchResult();
    void failed(const Message& reason);
    void showResult(const QString& what);
    void askBeforeClosing();
    QString runWords() const;
    QString idleWords() const;
    void tellOpened();

    RunController& m_controller;
    Theme& m_theme;
    Language& m_language;
    KeptRuns m_keptRuns;
    WindowBar* m_bar = nullptr;
    SegmentBar* m_tabs = nullptr; // of the bar
    BarButton* m_startStop = nullptr; // of the bar
    QMenu* m_menu = nullptr;
    QList<QAction*> m_keys; // start, the pages, open
    NoticeRow* m_notice = nullptr;
    QStackedWidget* m_pages = nullptr;
    StatusLine* m_line = nullptr;
    SetupPage* m_setup = nullptr;
    LivePage* m_live = nullptr;
    ResultPage* m_result = nullptr;
    HistoryPage* m_history = nullptr;
    ComparisonPage* m_comparison = nullptr;
    QString m_ran; // the command of the last run or study that was started here; "" = none
    QString m_opened; // the model file that is being read, to be told about; "" = none
    int m_reading = 0; // how many reports have been asked for
    bool m_closing = false; // the window closes once the run has ended, or when it is told so again
};

} // namespace iotbench::ui
