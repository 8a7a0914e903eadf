#include "ui/comparison/repeats.h"

#include "ui/base/data_colours.h"
#include "ui/base/figures.h"

#include <QPainter>

#include <algorithm>
#include <string_view>

namespace iotbench::ui {

QChar RepeatsModel::mark(int row, bool hollow)
{
    constexpr std::u16string_view kFull = u"●◆▲■▼", kHollow = u"○◇△□▽";
    static_assert(kFull.size() == kMostCompared && kHollow.size() == kFull.size());
    return (hollow ? kHollow : kFull)[static_cast<std::size_t>(row)];
}

void RepeatsModel::show(const ComparisonReport& report)
{
    changeAll([&] {
        m_sides.clear();
        m_scale = scaleOfRates(report);
        std::size_t runs = report.baseRates.size();
        m_sides.push_back(report.baseRates);
        for (const ComparedPair& pair : report.pairs) {
            runs = std::max(runs, pair.rates.size());
            m_sides.push_back(pair.rates);
        }
        if (runs < 2)
            m_sides.clear();
    });
}

QVariant RepeatsModel::more(std::size_t row, int column, int role) const
{
    if ((role == Qt::AccessibleTextRole && column == Marks) || (role == Qt::ToolTipRole && column >= Marks))
        return text(row, Values);
    return {};
}

TableModel::Headings RepeatsModel::headings() const
{
    const auto values = [this](std::size_t row) {
        QStringList texts;
        for (const RunRate& run : m_sides[row])
            texts << rateText(run.imagesPerS)
                    + (run.disturbed ? QStringLiteral(" ") + mark(static_cast<int>(row), true) : QString());
        return texts.join(QStringLiteral(" · "));
    };
    return {{tr("Run"), Qt::AlignLeft,
                [](std::size_t row) {
                    return mark(static_cast<int>(row), false) + QStringLiteral(" ") + letterOf(row);
                }},
        {tr("%1 to %2 images/s")
                .arg(m_scale.low > 0 ? rateText(m_scale.low) : wholeText(0), rateText(m_scale.high)),
            Qt::AlignLeft, [](std::size_t) { return QString(); }},
        {tr("Mean"), Qt::AlignRight, [this](std::size_t row) { return rateText(meanOf(m_sides[row])); }},
        {tr("Each run, in order"), Qt::AlignLeft, values}};
}

void RepeatsDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto& model = static_cast<const RepeatsModel&>(*index.model());
    const std::span<const RunRate> rates = model.rates(index.row());
    const Interval scale = model.scale();
    const double size = option.fontMetrics.height();
    const QRectF cell = QRectF(option.rect).adjusted(size, size / 3, -size, -size / 3);
    const auto x = [&](double rate) {
        return cell.left() + cell.width() * (rate - scale.low) / (scale.high - scale.low);
    };
    painter->save();
    painter->setPen(
        index.row() == 0 ? remarkColour(option.palette) : dataColour(DataColour::Value, option.palette));
    if (const auto mean = meanOf(rates))
        painter->drawLine(QPointF(x(*mean), cell.top()), QPointF(x(*mean), cell.bottom()));
    const double step = cell.height() / static_cast<double>(std::max<std::size_t>(rates.size(), 1));
    for (std::size_t i = 0; i < rates.size(); ++i) {
        QRectF place(0, 0, size, size);
        place.moveCenter({x(rates[i].imagesPerS), cell.top() + step * (static_cast<double>(i) + 0.5)});
        painter->drawText(place, Qt::AlignCenter, RepeatsModel::mark(index.row(), rates[i].disturbed));
    }
    painter->restore();
}

} // namespace iotbench::ui
