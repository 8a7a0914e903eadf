#include "ui/live/live_page.h"

#include "ui/base/accessible_role.h"
#include "ui/base/changes.h"
#include "ui/base/figure_tile.h"
#include "ui/base/layouts.h"
#include "ui/base/segment_bar.h"
#include "ui/base/space.h"
#include "ui/capacity/capacity_view.h"
#include "ui/live/pictures_panel.h"
#include "ui/live/time_series_panel.h"
#include "ui/plots/time_plots.h"
#include "ui/series/series_view.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace iotbench::ui {
namespace {

// Below these widths, in average characters, the images go under the plots, and the figures into two rows.
constexpr int kBesideFrom = 150;
constexpr int kOneRowFrom = 110;
constexpr int kLinesUnder = 30;

} // namespace

LivePage::LivePage(RunController& controller, QWidget* parent)
    : Page(parent)
    , m_parts(new SegmentBar)
    , m_stack(new QStackedWidget)
    , m_capacity(new CapacityView)
    , m_series(new SeriesView)
    , m_tileGrid(new QGridLayout)
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_timeSeries(new TimeSeriesPanel)
    , m_pictures(new PicturesPanel)
{
    const int unit = spaceUnit(this);
    auto* content = new QWidget;
    QVBoxLayout* column = pageColumnIn(content);
    m_tileGrid->setSpacing(unit);
    for (FigureTile*& tile : m_tiles)
        tile = new FigureTile;
    column->addLayout(m_tileGrid);
    m_halves->setSpacing(unit);
    m_halves->addWidget(m_timeSeries, 4);
    m_halves->addWidget(m_pictures, 3);
    column->addLayout(m_halves, 1);

    setPartTexts();
    for (QWidget* part : std::initializer_list<QWidget*>{content, m_capacity, m_series}) // by Part
        m_stack->addWidget(scrolling(part));
    fillWithParts(this, m_parts, m_stack);
    showPart();
    arrange();

    connect(m_timeSeries, &TimeSeriesPanel::noticed, this, &Page::noticed);
    connect(
        &controller, &RunController::preparing, this, [this, &controller](const EffectiveSettings& settings) {
            m_study = OneRun;
            showPart();
            begin(nullptr, factsOf(*settings), nullptr);
            // Their runs differ from what is set in rate and length.
            m_awaitsStudy = controller.kind() != RunController::Kind::Run;
            showFigures(m_awaitsStudy ? noFigures() : liveFigures(*m_snapshot, m_facts));
        });
    watchSearches(controller);
    watchSeries(controller);
    connect(m_parts, &SegmentBar::currentChanged, this, &LivePage::showPart);
    connect(&controller, &RunController::failedToStart, this, &LivePage::beginWithout);
    connect(&controller, &RunController::started, this, [this, &controller] {
        const std::shared_ptr<const Run> run = controller.run();
        begin(&run->inputs(), factsOf(run->inputs()), run->gallery());
        m_run = run;
    });
    connect(&controller, &RunController::snapshotChanged, this, &LivePage::showSnapshot);
    connect(&controller, &RunController::finished, this, [this](const auto& outcome) {
        if (!m_snapshot || m_snapshot->phase == RunPhase::Loading)
            return beginWithout(); // stopped while it was got ready
        RunSnapshot last = *m_snapshot;
        last.counts.lost = outcome->result.counts.lost; // known at the end alone
        showSnapshot(std::make_shared<const RunSnapshot>(std::move(last)));
    });
    onChange(this, {QEvent::Resize}, [this] { arrange(); });
    onLanguageChange(this, [this] {
        setPartTexts();
        if (!m_snapshot)
            return showFigures(noFigures());
        showSnapshot(std::shared_ptr<const RunSnapshot>(m_snapshot));
    });
    beginWithout();
}

// While it is got ready, it looks like a run.
void LivePage::watchSearches(RunController& controller)
{
    connect(&controller, &RunController::searchStarted, this, [this] {
        m_capacity->setCommand(m_expected.command);
        beginStudy(Search);
    });
    connect(&controller, &RunController::searchChanged, this, [this, &controller](const auto& snapshot) {
        const SearchStudy& search = *controller.search();
        m_capacity->show({*snapshot, search.goal(), m_expected.ownCameras});
        if (!snapshot->now || !snapshot->run)
            return;
        RunFacts facts = factsOf(search.inputs());
        facts.offeredPerS = search.goal().imagesPerS(snapshot->now->load);
        facts.scheduled = facts.intended = facts.offeredPerS > 0;
        showUnderWay(snapshot->probes.size(), &search.inputs(), facts, snapshot->run);
    });
    connect(&controller, &RunController::searchFinished, this, [this, &controller](const auto& outcome) {
        if (!showsStudy())
            return beginWithout(); // stopped while it was got ready
        m_capacity->show(
            capacityOf(controller.search()->goal(), m_expected.ownCameras, outcome->facts, outcome->probes));
    });
}

void LivePage::watchSeries(RunController& controller)
{
    connect(&controller, &RunController::seriesStarted, this, [this] {
        m_series->setCommand(m_expected.command);
        beginStudy(Series);
    });
    connect(&controller, &RunController::seriesChanged, this, [this, &controller](const auto& snapshot) {
        m_series->show({*snapshot->stand, *snapshot});
        if (snapshot->point && snapshot->run)
            showUnderWay(snapshot->stand->runs.size() + 1, nullptr,
                factsOf(controller.series()->settings(*snapshot->point)), snapshot->run);
    });
    connect(&controller, &RunController::seriesFinished, this, [this](const auto& outcome) {
        if (!showsStudy())
            return beginWithout();
        m_series->show({{outcome->runs, outcome->facts}, {.planned = m_series->state().now.planned}});
    });
}

void LivePage::beginStudy(Part study)
{
    m_study = study;
    m_probe.reset();
    setPartTexts();
    m_parts->setCurrent(0);
    showPart();
}

// The run or probe under way, as any other.
void LivePage::showUnderWay(std::size_t number, const RunInputs* inputs, const RunFacts& facts,
    const std::shared_ptr<const RunSnapshot>& run)
{
    if (m_probe != number) {
        m_probe = number;
        begin(inputs, facts, nullptr);
        m_pictures->hide(); // none are kept
        setPartTexts();
    }
    showSnapshot(run);
}

void LivePage::setPartTexts()
{
    m_parts->setTexts({m_study == Search ? tr("Search") : tr("All runs"),
        (m_study == Search ? tr("Probe %1") : tr("Run %1")).arg(m_probe.value_or(0))});
    m_parts->setAccessibleName(tr("The whole, or the run that goes on"));
}

void LivePage::showPart()
{
    m_parts->setVisible(showsStudy());
    m_stack->setCurrentIndex(m_parts->current() == 0 ? m_study : OneRun);
}

void LivePage::begin(const RunInputs* inputs, const RunFacts& facts, const Gallery* gallery)
{
    m_facts = facts;
    m_awaitsStudy = false;
    m_sinceBegin.start();
    m_sinceWaiting.invalidate();
    m_timeSeries->begin(inputs, facts);
    m_pictures->begin(gallery);
    m_pictures->setVisible(facts.role != Role::Send);
    m_snapshot = std::make_shared<const RunSnapshot>();
    for (FigureTile* tile : m_tiles)
        tile->forget();
    showFigures(liveFigures(*m_snapshot, facts));
}

void LivePage::beginWithout()
{
    begin(nullptr, {}, nullptr);
    showFigures(noFigures());
    m_snapshot.reset();
}

void LivePage::showFigures(const LiveFigures& figures)
{
    for (std::size_t i = 0; i < kFigureCount; ++i)
        m_tiles[i]->setFigure(figures[i]);
}

void LivePage::showSnapshot(const std::shared_ptr<const RunSnapshot>& snapshot)
{
    m_snapshot = snapshot;
    if (snapshot->phase == RunPhase::Waiting && !m_sinceWaiting.isValid())
        m_sinceWaiting.start();
    const double waitedS = m_sinceWaiting.isValid() ? static_cast<double>(m_sinceWaiting.elapsed()) / 1e3 : 0;
    showFigures(m_awaitsStudy ? noFigures() : liveFigures(*snapshot, m_facts));
    m_timeSeries->showSnapshot(snapshot, waitedS);
    if (snapshot->phase == RunPhase::Finished)
        m_pictures->finish();
    else if (isVisible())
        m_pictures->advance(m_sinceBegin.elapsed());

    // States are announced, figures are not.
    if (snapshot->phase != m_spokenPhase && !showsStudy()) {
        m_spokenPhase = snapshot->phase;
        announce(this, phaseWords(*snapshot, m_facts, waitedS));
    }
}

bool LivePage::holdsAttention() const
{
    return m_pictures->pictureIsOpen();
}

void LivePage::showEvents()
{
    if (showsStudy())
        m_parts->setCurrent(1); // the events are those of its probe
    m_timeSeries->setView(TimeSeriesPanel::Events);
}

void LivePage::arrange()
{
    const int columns = width() < characters(this, kOneRowFrom) ? 3 : static_cast<int>(kFigureCount);
    for (std::size_t i = 0; i < kFigureCount; ++i) {
        const int index = static_cast<int>(i);
        m_tileGrid->addWidget(m_tiles[i], index / columns, index % columns);
    }
    for (int i = 0; i < static_cast<int>(kFigureCount); ++i)
        m_tileGrid->setColumnStretch(i, i < columns ? 1 : 0);
    layBeside(m_halves, width() >= characters(this, kBesideFrom), fontMetrics().height() * kLinesUnder);
}

} // namespace iotbench::ui
