#include "ui/result/result_details.h"

#include "reports/original_lines.h"
#include "ui/base/changes.h"
#include "ui/base/command_box.h"
#include "ui/base/figure_tile.h"
#include "ui/base/figures.h"
#include "ui/base/layouts.h"
#include "ui/base/panel.h"
#include "ui/base/plain_table.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/base/translated.h"
#include "ui/plots/time_plots.h"
#include "ui/result/confusion_view.h"
#include "ui/result/latency_plot.h"
#include "ui/result/metrics_model.h"
#include "ui/result/mistakes_panel.h"
#include "ui/result/result_figures.h"
#include "ui/result/run_words.h"
#include "ui/result/stage_bar.h"
#include "ui/result/verdict_panel.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace iotbench::ui {
namespace {

constexpr int kWideCharacters = 150; // below it, parts stand under one another

RunFacts factsOf(const RunResult& result)
{
    RunFacts facts;
    facts.role = result.settings.role;
    facts.judged = judgesAnswers(result);
    facts.intended = result.latencyOrigin == LatencyOrigin::Intended;
    facts.offeredPerS = offeredPerS(result).value_or(0);
    facts.scheduled = facts.sends() && facts.offeredPerS > 0 && result.settings.pacing != Pacing::Original;
    facts.totalImages = result.settings.totalImages;
    if (const auto rows = withoutWait(result.intervals); !rows.empty())
        facts.lengthS = rows.back().startS + rows.back().lengthS - rows.front().startS;
    if (result.model.cardCorrect && result.model.cardImages && *result.model.cardImages > 0)
        facts.cardAccuracy
            = static_cast<double>(*result.model.cardCorrect) / static_cast<double>(*result.model.cardImages);
    return facts;
}

QString summaryLineOf(const RunResult& result)
{
    if (result.settings.role == Role::Send)
        return {};
    return QString::fromStdString(iotbench::summaryLine(result.counts.classified, result.elapsedS,
        judgesAnswers(result) ? std::optional(result.counts.correct) : std::nullopt));
}

// What the run said on its way, and what of it was not kept.
QString notesOf(const ShownRun& run)
{
    QStringList lines;
    for (const Message& warning : run.result.warnings)
        lines << translated(warning);
    if (run.imageRowsLeftOut > 0)
        lines << ResultDetails::tr("images.csv holds the first %1 images; %2 more were left out.")
                     .arg(wholeText(run.result.counts.received - run.imageRowsLeftOut),
                         wholeText(run.imageRowsLeftOut));
    return lines.join(u'\n');
}

} // namespace

ResultDetails::ResultDetails(QWidget* parent)
    : QWidget(parent)
    , m_figures(new QGridLayout)
    , m_parts(new QGridLayout)
    , m_verdict(new VerdictPanel)
    , m_summary(new CommandBox)
    , m_mistakes(new MistakesPanel)
{
    const int unit = spaceUnit(this);
    QVBoxLayout* column = pageColumnIn(this);
    column->addWidget(m_verdict);
    column->addWidget(m_summary);
    m_figures->setSpacing(unit);
    for (std::size_t i = 0; i < kResultFigureCount; ++i)
        m_tiles.push_back(new FigureTile);
    column->addLayout(m_figures);
    m_parts->setSpacing(unit);
    column->addLayout(m_parts, 1);
    makeDetails();
    column->addWidget(m_mistakes);
    m_timeSeriesPanel = new Panel;
    m_timePlots = new TimePlots;
    m_timePlots->setMinimumHeight(QFontMetrics(font()).height() * 20);
    m_timeSeriesPanel->body()->addWidget(m_timePlots);
    column->addWidget(m_timeSeriesPanel);
    makeMetrics();
    column->addWidget(m_metricsPanel);
    connect(m_confusionView, &ConfusionView::cellWanted, this, &ResultDetails::cellWanted);
    connect(m_mistakes, &MistakesPanel::pictureWanted, this, &ResultDetails::pictureWanted);
    inEachLanguage(this, [this] { setTexts(); });
    arrange();
    // What a text needs is known when the layouts within have taken it in.
    onChange(this, {QEvent::Resize, QEvent::LayoutRequest}, [this] {
        if (m_arrangedWide)
            noteNeeds();
        if (isWide() != m_arrangedWide)
            arrange();
    });
}

void ResultDetails::makeDetails()
{
    m_confusion = new ConfusionModel(this);
    m_confusionView = new ConfusionView(*m_confusion);
    m_noConfusion = wrapped(TextRole::Remark);
    m_confusionPanel = new Panel;
    m_confusionPanel->body()->addWidget(m_noConfusion);
    m_confusionPanel->body()->addWidget(m_confusionView, 1);
    m_recalls = new ClassBarsModel(this);
    m_recallView = new ClassBarsView(*m_recalls);
    m_recallPanel = new Panel;
    m_recallPanel->body()->addWidget(m_recallView, 1);
    m_latency = new LatencyPlot;
    m_latencyPanel = new Panel;
    m_latencyPanel->body()->addWidget(m_latency, 1);
    m_stages = new StageBar;
    m_words = selectable(TextRole::Remark);
    m_notes = selectable(TextRole::Remark);
    m_stagePanel = new Panel;
    m_stagePanel->body()->addWidget(m_stages);
    m_stagePanel->body()->addWidget(m_words);
    m_stagePanel->body()->addWidget(m_notes);
    m_stagePanel->body()->addStretch();
}

void ResultDetails::makeMetrics()
{
    m_metrics = new MetricsModel(this);
    m_metricsView = new QTableView;
    m_metricsView->setModel(m_metrics);
    makePlain(m_metricsView);
    m_metricsView->setAlternatingRowColors(true);
    m_metricsView->verticalHeader()->setDefaultSectionSize(QFontMetrics(font()).height() * 3 / 2);
    m_metricsView->horizontalHeader()->setSectionResizeMode(
        MetricsModel::Name, QHeaderView::ResizeToContents);
    m_metricsView->horizontalHeader()->setSectionResizeMode(MetricsModel::Value, QHeaderView::Stretch);
    m_metricsView->setMinimumHeight(QFontMetrics(font()).height() * 24);
    m_metricsPanel = new Panel;
    m_metricsPanel->body()->addWidget(m_metricsView);
}

void ResultDetails::setTexts()
{
    m_summary->setName(tr("the summary line"));
    m_confusionPanel->setTitle(tr("Confusion"));
    m_confusionView->setAccessibleName(tr("Confusion matrix: true class down, predicted across"));
    m_recallPanel->setTitle(tr("Recall"));
    m_recallView->setAccessibleName(tr("Recall"));
    m_latencyPanel->setTitle(tr("Latency"));
    m_stagePanel->setTitle(tr("Where the time goes, an image"));
    m_stages->setAccessibleName(tr("Where the time goes, an image"));
    m_timeSeriesPanel->setTitle(tr("The run over time"));
    m_metricsPanel->setTitle(tr("All figures"));
    m_metricsPanel->setRemark(tr("as summary.csv has them"));
    m_metricsView->setAccessibleName(tr("All figures"));
    m_metrics->retranslate();
}

void ResultDetails::show(const ShownRun& run)
{
    const RunResult& result = run.result;
    const bool judged = judgesAnswers(result);
    setTexts();
    m_verdict->show(run);
    m_summary->setText(summaryLineOf(result));
    m_summary->setVisible(!m_summary->text().isEmpty());
    const ResultFigures figures = resultFigures(result);
    for (std::size_t i = 0; i < figures.size(); ++i) {
        m_tiles[i]->forget();
        m_tiles[i]->setFigure(figures[i]);
    }
    m_confusion->show(result);
    m_recalls->show(recallsOf(result));
    m_confusionPanel->setRemark(judged ? tr("true down, predicted across · click for images") : QString());
    m_noConfusion->setVisible(!judged);
    m_noConfusion->setText(result.settings.role == Role::Send
            ? tr("The receiver knows the predictions.")
            : tr("The engine null says nothing of the images: answers are not judged."));
    m_confusionView->setVisible(judged);
    m_recallPanel->setVisible(judged);
    m_latencyPanel->setRemark(result.latencyOrigin == LatencyOrigin::Intended
            ? tr("from the intended send time to the result")
            : result.latencyOrigin == LatencyOrigin::Arrival ? tr("from the arrival to the result")
                                                             : tr("was not measured here"));
    m_latency->show(result);
    m_stages->show(result.stages);
    m_words->setText(runWords(result).join(u'\n'));
    m_notes->setText(notesOf(run));
    m_notes->setVisible(!m_notes->text().isEmpty());
    m_timePlots->begin(factsOf(result));
    m_timePlots->setRows(result.intervals, true);
    m_metrics->show(result, run.verdict);
    showPictures(run);
    m_wideNeeds = 0;
    arrange();
}

void ResultDetails::showPictures(const ShownRun& run)
{
    m_mistakes->show(run);
}

QString ResultDetails::summaryLine() const
{
    return m_summary->text();
}

bool ResultDetails::isWide() const
{
    return width() >= std::max(characters(this, kWideCharacters), m_wideNeeds);
}

void ResultDetails::arrange()
{
    lay(isWide());
    if (m_arrangedWide)
        noteNeeds();
    if (m_arrangedWide && !isWide())
        lay(false);
}

// The page can be made narrower than its parts beside each other need: it would not hear of less room
// otherwise.
void ResultDetails::noteNeeds()
{
    m_wideNeeds = minimumSizeHint().width();
    setMinimumWidth(std::max(characters(this, kWideCharacters), m_wideNeeds) - 1);
}

void ResultDetails::lay(bool wide)
{
    m_arrangedWide = wide;
    if (!wide)
        setMinimumWidth(0); // as the parts need
    const int perRow = m_arrangedWide ? 6 : 3;
    for (int i = 0; i < 6; ++i)
        m_figures->setColumnStretch(i, i < perRow ? 1 : 0);
    for (int i = 0; i < static_cast<int>(m_tiles.size()); ++i)
        m_figures->addWidget(m_tiles[static_cast<std::size_t>(i)], i / perRow, i % perRow);
    for (Panel* panel : {m_confusionPanel, m_recallPanel, m_latencyPanel, m_stagePanel})
        m_parts->removeWidget(panel);
    if (m_arrangedWide) {
        const bool judged = !m_recallPanel->isHidden();
        m_parts->addWidget(m_confusionPanel, 0, 0, 2, 1);
        m_parts->addWidget(m_recallPanel, 0, 1, 2, 1);
        m_parts->addWidget(m_latencyPanel, 0, 2);
        m_parts->addWidget(m_stagePanel, 1, 2);
        m_parts->setColumnStretch(0, judged ? 4 : 2);
        m_parts->setColumnStretch(1, judged ? 3 : 0);
        m_parts->setColumnStretch(2, 5);
        m_parts->setRowStretch(0, 1);
    } else {
        int row = 0;
        for (Panel* panel : {m_confusionPanel, m_recallPanel, m_latencyPanel, m_stagePanel})
            m_parts->addWidget(panel, row++, 0);
        m_parts->setColumnStretch(0, 1);
        m_parts->setColumnStretch(1, 0);
        m_parts->setColumnStretch(2, 0);
    }
}

} // namespace iotbench::ui
