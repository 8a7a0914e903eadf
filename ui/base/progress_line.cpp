#include "ui/base/progress_line.h"

#include "ui/base/data_colours.h"
#include "ui/base/space.h"

#include <QPainter>

#include <algorithm>

namespace iotbench::ui {

ProgressLine::ProgressLine(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressLine::setShare(std::optional<double> share)
{
    if (share == m_share)
        return;
    m_share = share;
    update();
}

QSize ProgressLine::sizeHint() const
{
    return QSize(characters(this, 8), std::max(3, spaceUnit(this) / 2));
}

void ProgressLine::paintEvent(QPaintEvent*)
{
    if (!m_share)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF whole(rect());
    const qreal radius = whole.height() / 2;
    painter.setBrush(lineColour(palette()));
    painter.drawRoundedRect(whole, radius, radius);
    QRectF done = whole;
    done.setWidth(whole.width() * std::clamp(*m_share, 0.0, 1.0));
    painter.setClipRect(done);
    painter.setBrush(dataColour(DataColour::Value, palette()));
    painter.drawRoundedRect(whole, radius, radius);
}

} // namespace iotbench::ui
