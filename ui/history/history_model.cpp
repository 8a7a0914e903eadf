#include "ui/history/history_model.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/setup/last_runs_panel.h"

#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <algorithm>

namespace iotbench::ui {
namespace {

bool isFigure(int column)
{
    return column == HistoryModel::Target || column == HistoryModel::Rate || column == HistoryModel::Accuracy
        || column == HistoryModel::LatencyP99 || column == HistoryModel::Duration;
}

} // namespace

HistoryModel::HistoryModel(KeptRuns& keptRuns, QObject* parent)
    : QAbstractTableModel(parent)
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
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryModel::text(const KeptRun& run, int column) const
{
    switch (column) {
    case Time:
        return QLocale().toString(run.start.date(), QLocale::ShortFormat) + u' '
            + run.start.time().toString(QStringLiteral("HH:mm:ss"));
    case Label:
        return run.label;
    case Machine:
        return run.machine.isEmpty() ? QString(QChar(kUnknown)) : run.machine;
    case Model:
        return run.model.isEmpty() ? QString(QChar(kUnknown)) : run.model;
    case Engine:
        return run.engine.isEmpty() ? QString(QChar(kUnknown)) : run.engine + u' ' + run.precision;
    case Target:
        return rateText(run.targetPerS);
    case Rate:
        return decimalText(run.imagesPerS, 1);
    case Accuracy:
        return run.accuracy ? percentText(run.accuracy, 2) + QStringLiteral(" %") : QString(QChar(kUnknown));
    case LatencyP99:
        return run.latencyP99Ms ? millisecondsText(run.latencyP99Ms) + QStringLiteral(" ms")
                                : QString(QChar(kUnknown));
    case Duration:
        return run.elapsedS ? durationText(*run.elapsedS) : QString(QChar(kUnknown));
    case Verdict:
        return verdictWords(run.verdict);
    default:
        return {};
    }
}

QVariant HistoryModel::sortKey(const KeptRun& run, int column) const
{
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
        return text(run, column);
    }
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeptRun& run = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return text(run, index.column());
    case Qt::ToolTipRole:
        return index.column() == Label ? tr("F2 changes the label") : text(run, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isFigure(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::ForegroundRole:
        if (index.column() == Verdict && run.verdict != Judgement::NotJudged)
            return dataColour(run.verdict == Judgement::Invalid ? DataColour::Wrong
                    : run.verdict == Judgement::Weak            ? DataColour::Caution
                                                                : DataColour::Right,
                QGuiApplication::palette());
        return {};
    case SortRole:
        return sortKey(run, index.column());
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
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Label ? flags | Qt::ItemIsEditable : flags;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (isFigure(section) ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Label:
        return tr("Label");
    case Machine:
        return tr("Machine");
    case Model:
        return tr("Model");
    case Engine:
        return tr("Engine");
    case Target:
        return tr("Target rate");
    case Rate:
        return tr("Images/s");
    case Accuracy:
        return tr("Accuracy");
    case LatencyP99:
        return tr("Latency p99");
    case Duration:
        return tr("Duration");
    case Verdict:
        return tr("Verdict");
    default:
        return {};
    }
}

} // namespace iotbench::ui
