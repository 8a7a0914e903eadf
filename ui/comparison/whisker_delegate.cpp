#include "ui/comparison/whisker_delegate.h"

#include "compare/whisker.h"
#include "ui/base/data_colours.h"
#include "ui/comparison/difference_model.h"

#include <QPainter>

namespace iotbench::ui {
void WhiskerDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariantList places = index.data(DifferenceModel::PlacesRole).toList();
    if (places.size() != 3)
        return;
    const QRectF cell(option.rect);
    const double dot = cell.height() * 0.14;
    const double half = cell.width() / 2 - 2 * dot;
    const auto x = [&](double place) { return cell.center().x() + place * half; };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(lineColour(option.palette), 0));
    for (const double ratio : kWhiskerGrid) {
        const double at = x(whiskerPlace(ratio));
        painter->drawLine(QPointF(at, cell.top()), QPointF(at, cell.bottom()));
    }
    painter->setPen(QPen(option.palette.color(QPalette::Text), dot / 4));
    painter->drawLine(QPointF(x(0), cell.top()), QPointF(x(0), cell.bottom()));
    const auto colour = index.data(Qt::ForegroundRole).value<QColor>();
    const double y = cell.center().y();
    const double low = x(places[0].toDouble()), high = x(places[2].toDouble());
    painter->setPen(QPen(colour, dot / 2));
    painter->drawLine(QPointF(low, y), QPointF(high, y));
    for (const double end : {low, high})
        painter->drawLine(QPointF(end, y - dot), QPointF(end, y + dot));
    painter->setBrush(colour);
    painter->drawEllipse(QPointF(x(places[1].toDouble()), y), dot, dot);
    painter->restore();
}

QSize WhiskerDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setWidth(option.fontMetrics.averageCharWidth() * 34);
    return size;
}

} // namespace iotbench::ui
