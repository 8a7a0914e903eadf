#include "ui/history/history_model.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/result/verdict_text.h"
#include "ui/setup/last_runs_panel.h"

#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

namespace iotbench::ui {
HistoryModel::HistoryModel(KeptRuns& keptRuns, QObject* parent)
    : TableModel(parent)
    , m_keptRuns(keptRuns)
    , m_rows(keptRuns.list())
{
    connect(&keptRuns, &KeptRuns::changed, this, &HistoryModel::takeRuns);
}

// Rows that have gone go and those that are new come, so that the current one stays where it is.
void HistoryModel::takeRuns()
{
    const std::vector<KeptRun>& now = m_keptRuns.list();
    const auto isIn = [](const std::vector<KeptRun>& runs, const QString& folder) {
        return std::ranges::any_of(runs, [&](const KeptRun& run) { return run.folder == folder; });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (!isIn(now, m_rows[static_cast<std::size_t>(row)].folder)) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (i >= m_rows.size() || m_rows[i].folder != now[i].folder) {
            const int row = static_cast<int>(i);
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, now[i]);
            endInsertRows();
        } else {
            m_rows[i] = now[i];
        }
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

QString HistoryModel::text(std::size_t row, int column) const
{
    const KeptRun& run = m_rows[row];
    switch (column) {
    case Time:
        return momentText(run.start);
    case Label:
        return run.label;
    case Machine:
        return run.machine.isEmpty() ? notKnown() : run.machine;
    case Model:
        return run.model.isEmpty() ? notKnown() : run.model;
    case Engine:
        return run.engine.isEmpty() ? notKnown() : run.engine + u' ' + run.precision;
    case Target:
        return rateText(run.targetPerS);
    case Rate:
        return decimalText(run.imagesPerS, 1);
    case Accuracy:
        return run.accuracy ? percentText(run.accuracy, 2) + QStringLiteral(" %") : notKnown();
    case LatencyP99:
        return run.latencyP99Ms ? millisecondsText(run.latencyP99Ms) + QStringLiteral(" ms") : notKnown();
    case Duration:
        return run.elapsedS ? durationText(*run.elapsedS) : notKnown();
    case Verdict:
        return verdictWords(run.verdict);
    default:
        return {};
    }
}

QVariant HistoryModel::sortKey(std::size_t row, int column) const
{
    const KeptRun& run = m_rows[row];
    switch (column) {
    case Time:
        return run.start;
    case Target:
        return run.targetPerS.value_or(-1);
    case Rate:
        return run.imagesPerS.value_or(-1);
    case Accuracy:
        return run.accuracy.value_or(-1);
    case LatencyP99:
        return run.latencyP99Ms.value_or(-1);
    case Duration:
        return run.elapsedS.value_or(-1);
    case Verdict:
        return static_cast<int>(run.verdict);
    default:
        return text(row, column);
    }
}

QVariant HistoryModel::more(std::size_t row, int column, int role) const
{
    const KeptRun& run = m_rows[row];
    switch (role) {
    case Qt::EditRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return column == Label ? tr("F2 changes the label") : text(row, column);
    case Qt::ForegroundRole:
        return column == Verdict && run.verdict != Judgement::NotJudged
            ? dataColour(colourOf(run.verdict), QGuiApplication::palette())
            : QVariant();
    case SortRole:
        return sortKey(row, column);
    case FolderRole:
        return run.folder;
    default:
        return {};
    }
}

bool HistoryModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Label || role != Qt::EditRole)
        return false;
    const KeptRun run = m_rows[static_cast<std::size_t>(index.row())];
    const QString label = value.toString().trimmed();
    if (label == run.label)
        return true;
    const QString fault = m_keptRuns.relabel(run.folder, label);
    if (!fault.isEmpty())
        emit labelRefused(fault);
    return fault.isEmpty();
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = TableModel::flags(index);
    return index.isValid() && index.column() == Label ? flags | Qt::ItemIsEditable : flags;
}

TableModel::Headings HistoryModel::headings() const
{
    constexpr Qt::AlignmentFlag kFigure = Qt::AlignRight;
    return {{tr("Time")}, {tr("Label")}, {tr("Machine")}, {tr("Model")}, {tr("Engine")},
        {tr("Target rate"), kFigure}, {tr("Images/s"), kFigure}, {tr("Accuracy"), kFigure},
        {tr("Latency p99"), kFigure}, {tr("Duration"), kFigure}, {tr("Verdict")}};
}

} // namespace iotbench::ui
