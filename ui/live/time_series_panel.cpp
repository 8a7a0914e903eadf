#include "ui/live/time_series_panel.h"

#include "ui/base/changes.h"
#include "ui/base/plain_table.h"
#include "ui/base/segment_bar.h"
#include "ui/live/event_model.h"
#include "ui/live/interval_model.h"
#include "ui/live/source_model.h"
#include "ui/live/waiting_view.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/time_plots.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QHeaderView>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTableView>

namespace iotbench::ui {
namespace {

// A view that grows at its end stays there, unless the user has scrolled away.
template <typename Change>
void keepingTheEnd(QAbstractItemView* view, Change&& change)
{
    const bool atEnd = view->verticalScrollBar()->value() == view->verticalScrollBar()->maximum();
    change();
    if (atEnd)
        view->scrollToBottom();
}

} // namespace

TimeSeriesPanel::TimeSeriesPanel(QWidget* parent)
    : Panel(parent)
    , m_views(new SegmentBar)
    , m_follow(new QPushButton)
    , m_stack(new QStackedWidget)
    , m_plots(new TimePlots)
    , m_waiting(new WaitingView)
    , m_intervals(new IntervalModel(this))
    , m_sources(new SourceModel(this))
    , m_events(new EventModel(this))
{
    head()->addWidget(m_views);
    head()->addStretch();
    head()->addWidget(m_follow);
    m_follow->hide();
    connect(m_follow, &QPushButton::clicked, m_plots, &TimePlots::resetView);
    connect(m_plots, &TimePlots::followsChanged, m_follow,
        [this](bool follows) { m_follow->setHidden(follows); });
    body()->addWidget(m_stack, 1);
    makeTables();
    for (QWidget* view : std::initializer_list<QWidget*>{m_plots, m_table, m_senders, m_eventList, m_waiting})
        m_stack->addWidget(view);
    makeKeys();
    connect(m_views, &SegmentBar::currentChanged, this, &TimeSeriesPanel::showView);
    connect(m_plots, &TimePlots::menuWanted, this, &TimeSeriesPanel::showMenu);
    m_clock.start();
    inEachLanguage(this, [this] {
        setTexts();
        if (!m_snapshot)
            m_waiting->clear();
        m_intervals->retranslate();
        m_sources->retranslate();
        m_events->retranslate();
    });
}

void TimeSeriesPanel::makeTables()
{
    const auto tableOf = [](QAbstractItemModel* model) {
        auto* table = new QTableView;
        table->setModel(model);
        makeRows(table);
        table->setSelectionMode(QAbstractItemView::ExtendedSelection);
        table->horizontalHeader()->setResizeContentsPrecision(0); // rows in view: an hour has thousands
        table->setWordWrap(true);
        return table;
    };
    m_table = tableOf(m_intervals);
    m_senders = tableOf(m_sources);
    m_eventList = new QListView;
    m_eventList->setModel(m_events);
    m_eventList->setFrameShape(QFrame::NoFrame);
    m_eventList->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_eventList->setWordWrap(true);
    m_eventList->setContextMenuPolicy(Qt::ActionsContextMenu);
}

// One key for each view, and copying within the one that has the focus.
void TimeSeriesPanel::makeKeys()
{
    for (int view = Plots; view <= Events; ++view)
        addAction(QString(), Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + view), this,
            [this, view] { setView(static_cast<View>(view)); });
    const auto copyIn = [this](QWidget* view, auto&& copy) {
        auto* key = new QShortcut(QKeySequence(QKeySequence::Copy), view);
        key->setContext(Qt::WidgetShortcut);
        connect(key, &QShortcut::activated, this, copy);
    };
    copyIn(m_plots, [this] { copyValues(); });
    copyIn(m_table, [this] { copyValues(); });
    const auto copyEvents = [this] { QApplication::clipboard()->setText(m_events->text()); };
    copyIn(m_eventList, copyEvents);
    m_eventList->addAction(QString(), this, copyEvents);
}

void TimeSeriesPanel::setTexts()
{
    const QStringList views{tr("Plots"), tr("Table"), tr("Senders"), tr("Events")};
    m_views->setTexts(views);
    const QStringList tips{tr("Images/s, accuracy and latency over time"), tr("The values of the plots"),
        tr("Every connection, those that are gone too"), tr("Connections, ends and warnings, to be copied")};
    for (int view = Plots; view <= Events; ++view) {
        QAction* key = actions()[view];
        key->setText(views[view]);
        m_views->segment(view)->setToolTip(
            QStringLiteral("%1 (%2)").arg(tips[view], key->shortcut().toString(QKeySequence::NativeText)));
    }
    m_follow->setText(tr("Follow"));
    m_follow->setToolTip(tr("Shows all of the time again, and what comes (Home)"));
    m_table->setAccessibleName(tr("Values of the plots"));
    m_senders->setAccessibleName(tr("Senders"));
    m_eventList->setAccessibleName(tr("Events of the run"));
    setAccessibleName(tr("Time series"));
    m_eventList->actions().constFirst()->setText(tr("Copy all"));
}

void TimeSeriesPanel::begin(const RunInputs* inputs, const RunFacts& facts)
{
    m_facts = facts;
    m_snapshot.reset();
    m_budget = {};
    m_plots->begin(facts);
    if (inputs)
        m_waiting->begin(inputs->settings, facts,
            inputs->model && inputs->normalisation() == Normalisation::MeanSubtracted);
    else
        m_waiting->clear();
    m_intervals->setRows({});
    m_sources->setSources({}, facts.judged);
    m_events->setEvents({});
    showView();
}

void TimeSeriesPanel::showSnapshot(const std::shared_ptr<const RunSnapshot>& snapshot, double waitedS)
{
    m_snapshot = snapshot;
    m_waiting->showSnapshot(*snapshot, waitedS);
    if (m_stack->currentWidget() == m_plots || showsWaiting())
        showView();
    keepingTheEnd(m_table, [&] { m_intervals->setRows(snapshot->intervals); });
    keepingTheEnd(m_eventList, [&] { m_events->setEvents(snapshot->events); });
    m_sources->setSources(snapshot->sources, m_facts.judged);
    paintPlots(snapshot->phase == RunPhase::Finished);
}

void TimeSeriesPanel::paintPlots(bool over)
{
    if (!m_snapshot || !m_plots->isVisible())
        return;
    const auto nowMs = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    if (!over && !m_budget.allows(nowMs))
        return;
    m_plots->setRows(*m_snapshot->intervals, over);
    const auto afterMs = static_cast<double>(m_clock.nsecsElapsed()) / 1e6;
    m_budget.spent(afterMs, afterMs - nowMs);
}

bool TimeSeriesPanel::showsWaiting() const
{
    return m_stack->currentWidget() == m_waiting;
}

void TimeSeriesPanel::showView()
{
    const bool waits
        = !m_snapshot || (m_snapshot->phase <= RunPhase::Waiting && m_snapshot->counts.received == 0);
    const int wanted = view() == Plots && waits ? m_stack->indexOf(m_waiting) : view();
    if (wanted == m_stack->currentIndex())
        return;
    m_stack->setCurrentIndex(wanted);
    paintPlots(m_snapshot && m_snapshot->phase == RunPhase::Finished);
}

TimeSeriesPanel::View TimeSeriesPanel::view() const
{
    return static_cast<View>(std::max(0, m_views->current()));
}

void TimeSeriesPanel::setView(View view)
{
    m_views->setCurrent(view);
}

void TimeSeriesPanel::copyValues() const
{
    if (m_snapshot)
        QApplication::clipboard()->setText(intervalsAsText(*m_snapshot->intervals, m_facts.judged));
}

void TimeSeriesPanel::savePlots()
{
    auto* dialog = new QFileDialog(this, tr("Save the plots"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("PNG image (*.png)"), tr("SVG drawing (*.svg)"), tr("PDF document (*.pdf)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.mid(filter.indexOf(QStringLiteral("*.")) + 2, 3));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const QString error = savePlot(*m_plots, path);
        emit noticed(error.isEmpty()
                ? Notice{Notice::Kind::Told, tr("Saved the plots as %1").arg(path)}
                : Notice{Notice::Kind::Fault, tr("The plots were not saved: %1").arg(error)});
    });
    dialog->open();
}

void TimeSeriesPanel::showMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Save as PNG, SVG or PDF…")), &QAction::triggered, this,
        &TimeSeriesPanel::savePlots);
    connect(menu->addAction(tr("Copy the values")), &QAction::triggered, this, &TimeSeriesPanel::copyValues);
    connect(menu->addAction(tr("Follow the run again")), &QAction::triggered, m_plots, &TimePlots::resetView);
    menu->popup(at);
}

// What came while another page was shown.
void TimeSeriesPanel::showEvent(QShowEvent* event)
{
    Panel::showEvent(event);
    paintPlots(m_snapshot && m_snapshot->phase == RunPhase::Finished);
}

} // namespace iotbench::ui
