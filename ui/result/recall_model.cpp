#include "ui/result/recall_model.h"

#include "ui/base/figures.h"
#include "ui/pictures/picture_text.h"

#include <algorithm>
#include <utility>

namespace iotbench::ui {

void RecallModel::show(const RunResult& result)
{
    const Confusion& confusion = result.confusion;
    std::vector<Row> rows;
    for (std::size_t label = 0; label < confusion.classes(); ++label)
        rows.push_back({className(result.imageFacts.classes, label), recall(result, label),
            confusion.at(label, label), confusion.shown(label)});
    if (!std::ranges::equal(rows, m_rows, {}, &Row::name, &Row::name)) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    m_rows = std::move(rows);
    retranslate();
}

void RecallModel::retranslate()
{
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RecallModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RecallModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RecallModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole && index.column() == Class)
        return row.name;
    if (role == Qt::DisplayRole && index.column() == Percent)
        return row.share ? percentText(row.share) + QStringLiteral(" %") : QString(QChar(kUnknown));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole || (role == Qt::AccessibleTextRole && index.column() == Bar))
        return tr("%1 of %2 images of %3").arg(wholeText(row.correct), wholeText(row.shown), row.name);
    if (role == ShareRole && index.column() == Bar)
        return row.share ? QVariant(*row.share) : QVariant();
    return {};
}

QVariant RecallModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Class ? tr("Class") : section == Bar ? tr("Recall") : tr("Share");
}

} // namespace iotbench::ui
