#include "ui/base/control_style.h"

#include "ui/base/data_colours.h"
#include "ui/base/space.h"

#include <QPainter>
#include <QStyleOption>
#include <QTableView>

#include <algorithm>

namespace iotbench::ui {

ControlStyle::ControlStyle()
    : QProxyStyle(QStringLiteral("fusion"))
{
}

void ControlStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool outlined = element == PE_FrameLineEdit || element == PE_IndicatorCheckBox;
    if (!outlined || option->state & State_HasFocus) // Fusion marks what has the focus well
        return;
    constexpr qreal kCorner = 2; // Fusion's own
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool enabled = option->state & State_Enabled;
    painter->setPen(controlLineColour(option->palette, enabled));
    painter->setBrush(Qt::NoBrush);
    const qreal corner = element == PE_FrameLineEdit ? kCorner : 0;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter->restore();
}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    const int fusion = QProxyStyle::pixelMetric(metric, option, widget);
    const bool ofCells = metric == PM_HeaderMargin
        || (metric == PM_FocusFrameHMargin && qobject_cast<const QTableView*>(widget));
    return ofCells && widget ? std::max(fusion, spaceUnit(widget) * 2 / 3) : fusion;
}

} // namespace iotbench::ui
