// The window: the bar, a row for messages, the four pages, and the line with the newest event.
#pragma once

#include "ui/history/kept_runs.h"
#include "ui/page.h"
#include "ui/run_controller.h"

#include <QHBoxLayout>
#include <QMainWindow>
#include <QStackedWidget>

namespace iotbench::ui {

class BarButton;
class HistoryPage;
class LivePage;
class ResultPage;
class SegmentBar;
class SetupPage;
class TextLabel;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    enum PageIndex { SetUp, Live, ResultIndex, History }; // in the order of the bar and of Ctrl+1…4

    // `controller` outlives the window. `asked`: what the form is filled with.
    MainWindow(RunController& controller, const AskedSettings& asked, QWidget* parent = nullptr);

    SetupPage& setupPage() { return *m_setup; }
    LivePage& livePage() { return *m_live; }
    ResultPage& resultPage() { return *m_result; }
    HistoryPage& historyPage() { return *m_history; }
    KeptRuns& keptRuns() { return m_keptRuns; }

    int currentPage() const { return m_pages->currentIndex(); }
    void showPage(int index);
    void startRun();

private:
    Page* page(int index) const;
    void makeBar();
    void showBarActions();
    void showState();

    RunController& m_controller;
    KeptRuns m_keptRuns;
    QWidget* m_bar = nullptr;
    SegmentBar* m_tabs = nullptr;
    TextLabel* m_status = nullptr;
    QHBoxLayout* m_pageButtons = nullptr;
    BarButton* m_startStop = nullptr;
    QStackedWidget* m_pages = nullptr;
    SetupPage* m_setup = nullptr;
    LivePage* m_live = nullptr;
    ResultPage* m_result = nullptr;
    HistoryPage* m_history = nullptr;
};

} // namespace iotbench::ui
