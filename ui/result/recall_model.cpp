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
    const auto change = [&] { m_rows = std::move(rows); };
    if (std::ranges::equal(rows, m_rows, {}, &Row::name, &Row::name))
        changeRows(m_rows.size(), change);
    else
        changeAll(change);
}

QString RecallModel::text(std::size_t at, int column) const
{
    const Row& row = m_rows[at];
    if (column == Bar)
        return {};
    if (column == Class)
        return row.name;
    return withUnit(percentText(row.share), "%");
}

QVariant RecallModel::more(std::size_t at, int column, int role) const
{
    const Row& row = m_rows[at];
    if (role == Qt::ToolTipRole || (role == Qt::AccessibleTextRole && column == Bar))
        return tr("%1 of %2 images of %3").arg(wholeText(row.correct), wholeText(row.shown), row.name);
    if (role == ShareRole && column == Bar && row.share)
        return *row.share;
    return {};
}

TableModel::Headings RecallModel::headings() const
{
    constexpr Qt::AlignmentFlag kSide = Qt::AlignRight;
    return {{tr("Class"), kSide}, {tr("Recall"), kSide}, {tr("Share"), kSide}};
}

} // namespace iotbench::ui
