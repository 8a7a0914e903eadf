#include "ui/capacity/capacity_view.h"

#include "ui/base/accessible_role.h"
#include "ui/base/changes.h"
#include "ui/base/command_box.h"
#include "ui/base/figure_tile.h"
#include "ui/base/layouts.h"
#include "ui/base/panel.h"
#include "ui/base/plain_table.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/capacity/capacity_plot.h"
#include "ui/capacity/capacity_text.h"
#include "ui/capacity/probe_model.h"
#include "ui/result/verdict_panel.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace iotbench::ui {
namespace {

constexpr int kTableBesideFrom = 180; // average characters; below it the table goes under the plot
constexpr int kLinesOfPart = 22;

} // namespace

CapacityView::CapacityView(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new VerdictPanel)
    , m_answer(new FigureTile(TextRole::Answer))
    , m_probe(new FigureTile)
    , m_time(new FigureTile)
    , m_tiles(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_plotPanel(new Panel)
    , m_tablePanel(new Panel)
    , m_plot(new CapacityPlot)
    , m_model(new ProbeModel(this))
    , m_table(new QTableView)
    , m_criteria(wrapped(TextRole::Remark))
    , m_commandPanel(new Panel)
    , m_command(new CommandBox)
{
    const int unit = spaceUnit(this);
    QVBoxLayout* column = pageColumnIn(this);
    column->addWidget(m_sentence);
    m_tiles->setSpacing(unit);
    m_tiles->addWidget(m_answer, 6);
    m_tiles->addWidget(m_probe, 4);
    m_tiles->addWidget(m_time, 3);
    column->addLayout(m_tiles);
    m_plotPanel->body()->addWidget(m_plot, 1);
    makeTable();
    m_tablePanel->body()->addWidget(m_table, 1);
    m_tablePanel->body()->addWidget(m_criteria);
    m_halves->setSpacing(unit);
    m_halves->addWidget(m_plotPanel, 5);
    m_halves->addWidget(m_tablePanel, 6);
    column->addLayout(m_halves, 1);
    m_commandPanel->body()->addWidget(m_command);
    m_commandPanel->hide();
    column->addWidget(m_commandPanel);
    connect(m_plot, &CapacityPlot::markClicked, this, [this](int row) { m_table->selectRow(row); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) {
            m_plot->setCurrent(current.row() < m_model->markedRows() ? current.row() : -1);
        });
    inEachLanguage(this, [this] {
        m_tablePanel->setTitle(tr("Probe by probe"));
        m_tablePanel->setRemark(tr("each ends as soon as its outcome is sure"));
        m_table->setAccessibleName(tr("Probe by probe"));
        m_plotPanel->setAccessibleName(tr("p99 over the load"));
        m_commandPanel->setTitle(tr("The same without a window"));
        m_command->setName(tr("The same without a window"));
        showState();
        m_model->retranslate();
    });
    onChange(this, {QEvent::Resize}, [this] {
        layBeside(
            m_halves, width() >= characters(this, kTableBesideFrom), fontMetrics().height() * kLinesOfPart);
    });
}

void CapacityView::makeTable()
{
    m_table->setModel(m_model);
    makeRows(m_table);
    m_table->verticalHeader()->setMinimumSectionSize(QFontMetrics(font()).height() * 7 / 4);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setWordWrap(true);
    m_table->horizontalHeader()->setSectionResizeMode(ProbeModel::Why, QHeaderView::Stretch);
}

void CapacityView::setCommand(const QString& command)
{
    m_command->setText(command);
    m_commandPanel->setVisible(!command.isEmpty());
}

void CapacityView::show(const CapacityState& state)
{
    if (state.over() || state.tookS < m_state.tookS) // no figure is to come that needs more room
        for (FigureTile* tile : {m_answer, m_probe, m_time})
            tile->forget();
    m_state = state;
    showState();
    announceNews();
}

QString CapacityView::sentence() const
{
    return m_sentence->headlineText();
}

void CapacityView::showState()
{
    const Judgement judgement = answerJudgement(m_state);
    const bool weak = judgement == Judgement::Weak && m_state.answer->answer == "serves";
    m_sentence->show(judgement, answerSentence(m_state),
        weak ? tr("The verdict of the run that confirmed it, under “Last run”, says why it is weak.")
             : QString(),
        {});
    m_sentence->setVisible(m_state.over());
    m_answer->setFigure(answerFigure(m_state));
    m_probe->setFigure(probeFigure(m_state));
    m_time->setFigure(timeFigure(m_state));
    m_criteria->setText(criteriaWords(m_state));
    m_table->setColumnHidden(ProbeModel::Load, !m_state.goal.cameras());
    m_model->show(m_state);
    m_plot->show(m_state);
    for (QWidget* part : {m_plotPanel, m_tablePanel}) // of a data sheet, which has the answer alone
        part->setVisible(!m_state.over() || !m_state.probes.empty());
}

// A new answer, a probe's outcome and the end are told to assistive programs; figures are not.
void CapacityView::announceNews()
{
    QString news = sentence();
    if (!m_state.over() && !m_state.probes.empty()) {
        const Probe& last = m_state.probes.back();
        news = tr("Probe %1: %2. %3")
                   .arg(m_state.probes.size() - 1)
                   .arg(outcomeWords(markOf(last)), seriesSummary(m_state));
    }
    if (!news.isEmpty())
        announce(this, news);
}

} // namespace iotbench::ui
