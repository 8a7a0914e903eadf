#include "ui/live/interval_model.h"

#include "ui/base/figures.h"

namespace iotbench::ui {
namespace {

QString countText(std::optional<std::uint64_t> count)
{
    return count ? wholeText(*count) : QString(QChar(kUnknown));
}

} // namespace

void IntervalModel::setRows(Rows rows)
{
    const int before = rowCount();
    const int after = rows ? static_cast<int>(rows->size()) : 0;
    if (after < before) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows = std::move(rows);
        endInsertRows();
    }
}

void IntervalModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int IntervalModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_rows ? 0 : static_cast<int>(m_rows->size());
}

int IntervalModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IntervalModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const IntervalRow& row = (*m_rows)[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Start:
        return decimalText(row.startS, 2);
    case Length:
        return decimalText(row.lengthS, 2);
    case Offered:
        return countText(row.offered);
    case Sent:
        return countText(row.sent);
    case Classified:
        return wholeText(row.classified);
    case Rate:
        return rateText(row.imagesPerS());
    case Rejected:
        return wholeText(row.rejected);
    case Accuracy:
        return percentText(row.rollingAccuracy);
    case P50:
        return millisecondsText(row.latencyP50Ms);
    case P99:
        return millisecondsText(row.rollingLatencyP99Ms);
    case Maximum:
        return millisecondsText(row.latencyMaxMs);
    default:
        return {};
    }
}

QVariant IntervalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool tip = role == Qt::ToolTipRole;
    switch (section) {
    case Start:
        return tip ? tr("Seconds since the start of the run") : tr("start, s");
    case Length:
        return tip ? tr("Seconds that this row covers") : tr("length, s");
    case Offered:
        return tip ? tr("Images due in it by the schedule") : tr("offered");
    case Sent:
        return tip ? tr("Images sent in it") : tr("sent");
    case Classified:
        return tip ? tr("Images classified in it") : tr("classified");
    case Rate:
        return tip ? tr("Classified images a second") : tr("images/s");
    case Rejected:
        return tip ? tr("Records rejected in it") : tr("rejected");
    case Accuracy:
        return tip ? tr("Of the last 1,000 images at its end, percent") : tr("rolling accuracy, %");
    case P50:
        return tip ? tr("Median of its own images, milliseconds") : tr("latency p50, ms");
    case P99:
        return tip ? tr("Of the last 1,000 images at its end, milliseconds") : tr("rolling p99, ms");
    case Maximum:
        return tip ? tr("Longest of its own images, milliseconds") : tr("latency max, ms");
    default:
        return {};
    }
}

} // namespace iotbench::ui
