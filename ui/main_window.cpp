#include "ui/main_window.h"

#include "ui/base/bar_button.h"
#include "ui/base/segment_bar.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/history/history_page.h"
#include "ui/live/live_page.h"
#include "ui/result/result_page.h"
#include "ui/setup/setup_page.h"

#include <QVBoxLayout>

namespace iotbench::ui {

MainWindow::MainWindow(RunController& controller, const AskedSettings& asked, QWidget* parent)
    : QMainWindow(parent)
    , m_controller(controller)
    , m_pages(new QStackedWidget)
{
    m_setup = new SetupPage(controller, m_keptRuns, asked.values);
    m_live = new LivePage(controller);
    m_result = new ResultPage(controller, m_keptRuns);
    m_history = new HistoryPage(m_keptRuns);
    for (Page* page : std::initializer_list<Page*>{m_setup, m_live, m_result, m_history})
        m_pages->addWidget(page);

    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    makeBar();
    column->addWidget(m_bar);
    column->addWidget(m_pages, 1);
    setCentralWidget(whole);

    connect(&m_controller, &RunController::stateChanged, this, &MainWindow::showState);
    connect(&m_controller, &RunController::started, this, [this] { showPage(Live); });
    connect(&m_controller, &RunController::finished, this, [this] {
        if (currentPage() == Live && !m_live->holdsAttention())
            showPage(ResultIndex);
    });
    showBarActions();
    showState();
}

Page* MainWindow::page(int index) const
{
    return static_cast<Page*>(m_pages->widget(index));
}

void MainWindow::makeBar()
{
    m_bar = new QWidget;
    auto* row = new QHBoxLayout(m_bar);
    const int unit = spaceUnit(this);
    row->setContentsMargins(unit, unit, unit, unit);
    row->setSpacing(unit);
    row->addWidget(new TextLabel(QStringLiteral("IoT Analytics Benchmark"), TextRole::Heading));
    m_tabs = new SegmentBar;
    m_tabs->setTexts({tr("Set up"), tr("Live"), tr("Result"), tr("History")});
    row->addWidget(m_tabs);
    row->addStretch();
    m_status = new TextLabel(TextRole::Remark);
    row->addWidget(m_status);
    m_pageButtons = new QHBoxLayout;
    row->addLayout(m_pageButtons);
    m_startStop = new BarButton(BarButton::Look::Primary);
    row->addWidget(m_startStop);
    connect(m_tabs, &SegmentBar::currentChanged, this, &MainWindow::showPage);
    connect(m_startStop, &QPushButton::clicked, this, [this] {
        if (m_controller.busy())
            m_controller.requestStop();
        else
            startRun();
    });
}

void MainWindow::showPage(int index)
{
    m_tabs->setCurrent(index);
    m_pages->setCurrentIndex(index);
    showBarActions();
}

void MainWindow::showBarActions()
{
    while (QLayoutItem* item = m_pageButtons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (QAction* action : page(currentPage())->barActions()) {
        auto* button = new BarButton;
        const auto show = [button, action] {
            button->setText(action->text());
            button->setToolTip(action->toolTip());
            button->setEnabled(action->isEnabled());
        };
        connect(action, &QAction::changed, button, show);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        show();
        m_pageButtons->addWidget(button);
    }
}

void MainWindow::startRun()
{
    if (const std::optional<EffectiveSettings> settings = m_setup->settings())
        m_controller.start(*settings);
}

void MainWindow::showState()
{
    const bool busy = m_controller.busy();
    m_startStop->setText(busy ? tr("Stop") : tr("Start"));
    m_startStop->setLook(busy ? BarButton::Look::Stop : BarButton::Look::Primary);
}

} // namespace iotbench::ui
