#include "ui/series/series_view.h"

#include "settings/command_text.h"
#include "ui/base/accessible_role.h"
#include "ui/base/bar_button.h"
#include "ui/base/changes.h"
#include "ui/base/command_box.h"
#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/layouts.h"
#include "ui/base/panel.h"
#include "ui/base/plain_table.h"
#include "ui/base/segment_bar.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/result/verdict_panel.h"
#include "ui/series/series_model.h"
#include "ui/series/series_plot.h"
#include "ui/series/series_words.h"
#include "ui/setup/number_text.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableWidget>

namespace iotbench::ui {
namespace {

constexpr int kHalvesBesideFrom = 170; // average characters; below it the right half goes under the left one
constexpr int kLinesOfHalf = 20;
constexpr int kLinesOfReasons = 9;
constexpr std::size_t kFilterFrom = 51; // combinations

} // namespace

SeriesView::SeriesView(QWidget* parent)
    : QWidget(parent)
    , m_verdict(new VerdictPanel)
    , m_progress(new Panel)
    , m_aimRow(new QWidget)
    , m_rules(new SegmentBar)
    , m_limitLabel(new TextLabel(TextRole::Remark))
    , m_limit(new QLineEdit)
    , m_limitUnit(new TextLabel(TextRole::Remark, QStringLiteral("ms")))
    , m_upper(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_lower(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_plotPanel(new Panel)
    , m_tablePanel(new Panel)
    , m_whyPanel(new Panel)
    , m_notMeasuredPanel(new Panel)
    , m_plot(new SeriesPlot)
    , m_model(new SeriesModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit)
    , m_table(new QTableView)
    , m_why(selectable(TextRole::Body))
    , m_use(new BarButton)
    , m_command(new CommandBox)
    , m_notMeasured(new QTableWidget(0, 4))
    , m_note(wrapped(TextRole::Remark))
{
    const int unit = spaceUnit(this);
    QVBoxLayout* column = pageColumnIn(this);
    column->addWidget(m_verdict);
    column->addWidget(m_progress);
    makeAim();
    makeTables();
    m_plotPanel->body()->addWidget(m_aimRow);
    m_plotPanel->body()->addWidget(m_plot, 1);
    m_tablePanel->head()->addWidget(m_filter);
    m_tablePanel->body()->addWidget(m_table, 1);
    m_whyPanel->head()->addWidget(m_use);
    m_whyPanel->body()->addWidget(m_why);
    m_whyPanel->body()->addWidget(m_command);
    m_whyPanel->body()->addStretch();
    m_notMeasuredPanel->body()->addWidget(m_notMeasured, 1);
    m_notMeasuredPanel->body()->addWidget(m_note);
    for (QBoxLayout* halves : {m_upper, m_lower})
        halves->setSpacing(unit);
    m_upper->addWidget(m_plotPanel, 1);
    m_upper->addWidget(m_tablePanel, 1);
    m_lower->addWidget(m_whyPanel, 1);
    m_lower->addWidget(m_notMeasuredPanel, 1);
    column->addLayout(m_upper, 1);
    column->addLayout(m_lower);
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const auto choice = choiceOf(m_state.facts, m_aim); choice.point)
            emit useRequested(settingsOf(m_state, m_state.facts.points[*choice.point]));
    });
    inEachLanguage(this, [this] {
        setTexts();
        showState();
    });
    onChange(
        this, {QEvent::PaletteChange}, [this] { showNotMeasured(); }); // its cells have colours of their own
    onChange(this, {QEvent::Resize}, [this] { arrange(); });
}

void SeriesView::makeAim()
{
    m_rules->setTexts({QString(), QString(), QString()}); // as in SweepRule
    m_rules->setObjectName(QStringLiteral("sweepRule"));
    m_limit->setObjectName(QStringLiteral("sweepLimit"));
    m_limitUnit->setObjectName(QStringLiteral("sweepLimitUnit"));
    m_limit->setFixedWidth(characters(this, 9));
    m_limitLabel->setBuddy(m_limit);
    rowIn(m_aimRow, spaceUnit(this), {m_rules, m_limitLabel, m_limit, m_limitUnit})->addStretch();
    showLimit();
    connect(m_rules, &SegmentBar::currentChanged, this, [this](int index) {
        m_aimSet = true;
        m_aim.rule = static_cast<studies::SweepRule>(index);
        showState();
    });
    connect(m_limit, &QLineEdit::textEdited, this, &SeriesView::takeLimit);
    connect(m_limit, &QLineEdit::editingFinished, this, &SeriesView::showLimit);
}

void SeriesView::showLimit()
{
    m_limit->setText(shownNumber(QString::number(m_aim.limitMs).toStdString()));
    m_limitUnit->setText(QStringLiteral("ms"));
}

void SeriesView::takeLimit(const QString& text)
{
    const auto canonical = canonicalNumber(text);
    const double limit = canonical ? QString::fromStdString(*canonical).toDouble() : 0;
    m_limitUnit->setText(limit > 0 ? QStringLiteral("ms") : QChar(kWrongSign) + u' ' + tr("over 0, in ms"));
    if (limit <= 0)
        return; // it is still being typed: once it is left, the field shows the limit that counts
    m_aimSet = true;
    m_aim.limitMs = limit;
    showState();
}

void SeriesView::makeTables()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TableModel::kSortRole);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(characters(this, 24));
    for (QTableView* table : std::initializer_list<QTableView*>{m_table, m_notMeasured}) {
        makeRows(table);
        table->horizontalHeader()->setFont(fontFor(TextRole::Remark));
    }
    for (const int column : {2, 3})
        m_notMeasured->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_notMeasured->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_notMeasured->setMaximumHeight(fontMetrics().height() * kLinesOfReasons);
    m_notMeasured->setWordWrap(true);
    m_notMeasured->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_plot, &SeriesPlot::markClicked, this, [this](int row) {
        const QModelIndex place = m_sorted->mapFromSource(m_model->index(row, 0));
        m_table->selectRow(place.row());
        m_table->scrollTo(place);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& current) { m_plot->setCurrent(m_sorted->mapToSource(current).row()); });
}

void SeriesView::setTexts()
{
    m_rules->setTexts({tr("Fastest within"), tr("Fastest"), tr("Shortest p99")});
    m_rules->setAccessibleName(tr("What the best combination is"));
    m_limitLabel->setText(tr("limit of p99"));
    m_limit->setAccessibleName(tr("limit of p99"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter of the combinations"));
    m_use->setText(tr("Use these settings"));
    m_model->retranslate();
    m_notMeasuredPanel->setTitle(tr("Not measured"));
    m_notMeasured->setAccessibleName(tr("Not measured"));
    m_notMeasured->setHorizontalHeaderLabels({tr("Outcome"), tr("How many"), tr("Combinations"), tr("Why")});
}

void SeriesView::show(const SeriesState& state)
{
    const bool another = state.facts.swept != m_state.facts.swept || state.facts.kind != m_state.facts.kind
        || state.facts.points.size() != m_state.facts.points.size()
        || (m_state.over && state.facts != m_state.facts);
    m_state = state;
    if (another) {
        m_aimSet = false;
        m_filter->clear();
    }
    const auto limit = state.facts.find.empty() ? state.asked.maxP99Ms : state.facts.maxP99Ms;
    if (!m_aimSet && limit) {
        m_aim = {studies::SweepRule::FastestWithin, *limit};
        showLimit();
    } else if (another) {
        m_aim.rule = studies::SweepRule::Fastest;
    }
    {
        const QSignalBlocker shownOnly(m_rules);
        m_rules->setCurrent(static_cast<int>(m_aim.rule));
    }
    showState();
    if (another && state.sweep())
        m_table->sortByColumn(m_model->rateColumn(), Qt::DescendingOrder);
    else if (another)
        m_table->sortByColumn(0, Qt::AscendingOrder);
}

QString SeriesView::sentence() const
{
    return m_verdict->headlineText();
}

void SeriesView::showState()
{
    const bool sweep = m_state.sweep();
    m_verdict->show(
        seriesJudgement(m_state, m_aim), seriesSentence(m_state, m_aim), seriesRemark(m_state), QString());
    m_verdict->setVisible(m_state.over);
    m_progress->setVisible(!m_state.over);
    m_progress->setTitle(sentence());
    m_progress->setRemark(seriesRemark(m_state));
    m_aimRow->setVisible(sweep && m_state.over);
    const bool limited = m_aim.rule == studies::SweepRule::FastestWithin;
    for (QWidget* part : std::initializer_list<QWidget*>{m_limitLabel, m_limit, m_limitUnit})
        part->setVisible(limited);
    m_tablePanel->setTitle(sweep ? tr("All combinations") : tr("Run by run"));
    m_table->setAccessibleName(sweep ? tr("All combinations") : tr("Run by run"));
    m_tablePanel->setRemark(sweep ? tr("◇ on the Pareto front · ▲ p99 may be over the limit") : QString());
    m_filter->setVisible(sweep && m_state.facts.points.size() >= kFilterFrom);
    m_model->show(m_state, m_aim);
    for (int column = 0; column < m_model->columnCount(); ++column) // one run has no interval of p99
        m_table->setColumnHidden(column, !sweep && column == m_model->rateColumn() + 2);
    m_plot->show(m_state, m_aim);
    m_plotPanel->setVisible(m_plot->hasMarks() || !m_state.over); // no empty axes
    m_plotPanel->setAccessibleName(m_plot->accessibleName());
    showChoice();
    showNotMeasured();
    // The end, and each choice, are told to assistive programs; figures on their way are not.
    if (m_state.over)
        announce(this, sentence());
}

void SeriesView::showChoice()
{
    const bool sweep = m_state.sweep();
    const auto choice = m_state.over && sweep ? choiceOf(m_state.facts, m_aim) : SweepChoice();
    m_whyPanel->setTitle(!m_state.over ? tr("The same without a window")
            : sweep                    ? tr("Why this one")
                                       : tr("How sure it is"));
    m_why->setText(whyWords(m_state, m_aim).join(u'\n'));
    m_why->setVisible(m_state.over && !m_why->text().isEmpty());
    m_use->setVisible(choice.point.has_value());
    QString command = m_made;
    if (choice.point)
        command = QString::fromStdString(
            commandText(askedFor(settingsOf(m_state, m_state.facts.points[*choice.point]))));
    m_command->setName(tr("The same without a window"));
    m_command->setText(command);
    m_command->setVisible(!command.isEmpty());
    m_whyPanel->setVisible(!command.isEmpty() || m_why->isVisibleTo(this));
}

void SeriesView::showNotMeasured()
{
    const std::vector<NotMeasured> rows = iotbench::ui::notMeasured(m_state.facts);
    std::size_t count = 0;
    m_notMeasured->setRowCount(static_cast<int>(rows.size()));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const NotMeasured& row = rows[i];
        count += row.count;
        const QString outcome = row.failed ? tr("✗ failed") : tr("– skipped");
        const QStringList cells{outcome, wholeText(row.count), row.combinations, row.why};
        for (int column = 0; column < cells.size(); ++column) {
            auto* const cell = new QTableWidgetItem(cells[column]);
            cell->setToolTip(cells[column]);
            if (column == 0 && row.failed)
                cell->setForeground(dataColour(DataColour::Wrong, palette()));
            m_notMeasured->setItem(static_cast<int>(i), column, cell);
        }
    }
    m_notMeasuredPanel->setRemark(
        tr("%1 of %2")
            .arg(wholeText(count), wholeText(m_state.facts.points.size() + m_state.facts.skipped.size())));
    m_note->setText(tr("p99 is that of the service time: at full speed there is no intended send time."));
    m_note->setVisible(m_state.facts.serviceTime);
    m_notMeasured->setVisible(!rows.empty());
    m_notMeasuredPanel->setVisible(m_state.sweep() && (!rows.empty() || m_state.facts.serviceTime));
}

void SeriesView::arrange()
{
    const bool beside = width() >= characters(this, kHalvesBesideFrom);
    for (QBoxLayout* halves : {m_upper, m_lower})
        halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    // One under the other they get the room to be read, and the page scrolls.
    const int least = fontMetrics().height() * (beside ? kLinesOfHalf / 2 : kLinesOfHalf);
    m_plotPanel->setMinimumHeight(least);
    m_tablePanel->setMinimumHeight(least);
    m_notMeasured->setMinimumHeight(fontMetrics().height() * 5);
}

} // namespace iotbench::ui
