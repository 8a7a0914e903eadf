#include "ui/setup/last_runs_panel.h"

#include "ui/base/changes.h"
#include "ui/base/figures.h"
#include "ui/base/plain_table.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/history/history_model.h"
#include "ui/result/verdict_text.h"

#include <QHeaderView>
#include <QLocale>
#include <QStyle>
#include <QTableWidget>

#include <algorithm>
#include <array>

namespace iotbench::ui {
namespace {

QString whenText(const QDateTime& start)
{
    return start.date() == QDate::currentDate() ? start.toString(QStringLiteral("HH:mm"))
                                                : QLocale().toString(start.date(), QLocale::ShortFormat);
}

} // namespace

LastRunsPanel::LastRunsPanel(KeptRuns& keptRuns, QWidget* parent)
    : Panel(parent)
    , m_keptRuns(keptRuns)
    , m_table(new QTableWidget(0, 5))
    , m_none(wrapped(TextRole::Remark))
{
    makeRows(m_table);
    m_table->setAlternatingRowColors(false);
    m_table->setFont(fontFor(TextRole::Remark));
    m_table->horizontalHeader()->hide();
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    body()->addWidget(m_none);
    body()->addWidget(m_table, 1);
    body()->addStretch();
    const auto open
        = [this](int row) { emit openRequested(m_table->item(row, 0)->data(Qt::UserRole).toString()); };
    connect(m_table, &QTableWidget::cellActivated, this, open);
    if (!style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick)) // else a click activates
        connect(m_table, &QTableWidget::cellClicked, this, open);
    connect(&m_keptRuns, &KeptRuns::changed, this, &LastRunsPanel::refresh);
    onChange(this, {QEvent::LanguageChange, QEvent::PaletteChange}, [this] { refresh(); });
    refresh();
}

void LastRunsPanel::refresh()
{
    setTitle(tr("Last runs"));
    m_table->setAccessibleName(tr("Last runs"));
    m_none->setText(tr("Finished runs are listed here, and kept under History."));
    const auto& runs = m_keptRuns.list();
    const int rows = std::min(kMostShown, static_cast<int>(runs.size()));
    m_none->setVisible(rows == 0);
    m_table->setVisible(rows > 0);
    m_table->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const KeptRunFacts& run = runs[static_cast<std::size_t>(row)];
        const QString what = joined({QString::fromStdString(run.label.empty() ? run.model : run.label),
            QString::fromStdString(run.engine)});
        const QString found = foundText(run);
        const QString rate = run.imagesPerS ? rateText(run.imagesPerS) + QStringLiteral("/s") : notKnown();
        const std::array<QString, 5> texts{whenText(QDateTime::fromMSecsSinceEpoch(run.startUnixMs)), what,
            found.isEmpty() ? rate : found, withUnit(percentText(run.accuracy), "%"),
            verdictWords(run.verdict)};
        for (int column = 0; column < 5; ++column) {
            auto* item = new QTableWidgetItem(texts[static_cast<std::size_t>(column)]);
            item->setTextAlignment(Qt::AlignVCenter | (column >= 2 ? Qt::AlignRight : Qt::AlignLeft));
            item->setToolTip(item->text());
            if (column == 0)
                item->setData(Qt::UserRole, QString::fromStdString(run.folder));
            if (column == 4 && run.verdict != Judgement::NotJudged)
                item->setForeground(dataColour(colourOf(run.verdict), palette()));
            m_table->setItem(row, column, item);
        }
    }
    const int height = QFontMetrics(m_table->font()).height() + spaceUnit(this);
    m_table->verticalHeader()->setMinimumSectionSize(height); // a style may ask for more
    m_table->verticalHeader()->setDefaultSectionSize(height);
    m_table->setFixedHeight(height * std::max(1, rows) + 2);
}

} // namespace iotbench::ui
