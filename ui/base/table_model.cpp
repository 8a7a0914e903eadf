#include "ui/base/table_model.h"

#include <algorithm>

namespace iotbench::ui {

const TableModel::Headings& TableModel::shownHeadings() const
{
    if (m_headings.empty())
        m_headings = headings();
    return m_headings;
}

void TableModel::retranslate()
{
    m_headings = headings();
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void TableModel::changeAll(const std::function<void()>& change)
{
    beginResetModel();
    change();
    m_headings = headings();
    endResetModel();
}

void TableModel::changeRows(std::size_t after, const std::function<void()>& change)
{
    const int before = rowCount();
    const auto next = static_cast<int>(after);
    if (next < before) {
        beginRemoveRows({}, next, before - 1);
        change();
        endRemoveRows();
    } else if (next > before) {
        beginInsertRows({}, before, next - 1);
        change();
        endInsertRows();
    } else {
        change();
    }
    if (const int kept = std::min(before, next); kept > 0)
        emit dataChanged(index(0, 0), index(kept - 1, columnCount() - 1));
}

QModelIndex TableModel::index(int row, int column, const QModelIndex& parent) const
{
    return QAbstractTableModel::index(row, column, parent);
}

int TableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows());
}

int TableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(shownHeadings().size());
}

QVariant TableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const Heading& heading = shownHeadings()[static_cast<std::size_t>(index.column())];
    if (role == kSortRole && heading.key)
        return heading.key(row);
    if (role == Qt::DisplayRole || role == kSortRole)
        return text(row, index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | heading.side);
    return more(row, index.column(), role);
}

QString TableModel::text(std::size_t row, int column) const
{
    return shownHeadings()[static_cast<std::size_t>(column)].cell(row);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Heading& heading = shownHeadings()[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
        return heading.text;
    case Qt::TextAlignmentRole:
        return centresHeadings() ? QVariant() : QVariant::fromValue(Qt::AlignVCenter | heading.side);
    case Qt::ToolTipRole:
        return heading.tip.isEmpty() ? QVariant() : heading.tip;
    default:
        return {};
    }
}

} // namespace iotbench::ui
