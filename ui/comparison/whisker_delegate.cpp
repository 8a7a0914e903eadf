#include "ui/comparison/whisker_delegate.h"

#include "ui/base/data_colours.h"
#include "ui/comparison/difference_model.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench::ui {
namespace {

constexpr double kLinear = 0.005; // of the logarithm: half a percent, around which the axis is opened up
constexpr std::array kGridRatios{0.1, 0.5, 0.9, 0.99, 1.01, 1.1, 2.0, 10.0};

} // namespace

double whiskerPlace(double ratio)
{
    const double place = std::asinh(std::log(ratio) / kLinear) / std::asinh(std::log(10.0) / kLinear);
    return std::clamp(place, -1.0, 1.0);
}

void WhiskerDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariantList ratios = index.data(DifferenceModel::RatiosRole).toList();
    if (ratios.size() != 3)
        return;
    const QRectF cell(option.rect);
    const double dot = cell.height() * 0.14;
    const double half = cell.width() / 2 - 2 * dot;
    const auto x = [&](double ratio) { return cell.center().x() + whiskerPlace(ratio) * half; };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(lineColour(option.palette), 0));
    for (const double ratio : kGridRatios)
        painter->drawLine(QPointF(x(ratio), cell.top()), QPointF(x(ratio), cell.bottom()));
    painter->setPen(QPen(option.palette.color(QPalette::Text), dot / 4));
    painter->drawLine(QPointF(x(1), cell.top()), QPointF(x(1), cell.bottom()));
    const auto colour = index.data(Qt::ForegroundRole).value<QColor>();
    const double y = cell.center().y();
    const double low = x(ratios[0].toDouble()), high = x(ratios[2].toDouble());
    painter->setPen(QPen(colour, dot / 2));
    painter->drawLine(QPointF(low, y), QPointF(high, y));
    for (const double end : {low, high})
        painter->drawLine(QPointF(end, y - dot), QPointF(end, y + dot));
    painter->setBrush(colour);
    painter->drawEllipse(QPointF(x(ratios[1].toDouble()), y), dot, dot);
    painter->restore();
}

QSize WhiskerDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setWidth(option.fontMetrics.averageCharWidth() * 34);
    return size;
}

} // namespace iotbench::ui
