#include "ui/setup/flow_view.h"

#include "ui/base/accessible_role.h"
#include "ui/base/data_colours.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"

#include <QPainter>

#include <algorithm>
#include <numeric>
#include <vector>

namespace iotbench::ui {
namespace {

constexpr int kGapUnits = 2; // between stations

} // namespace

FlowView::FlowView(QWidget* parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::Graphic);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FlowView::show(const std::vector<Station>& stations)
{
    m_stations = stations;
    QStringList words;
    for (const Station& station : stations)
        words << station.title + u' ' + station.remark;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    setToolTip(words.join(QStringLiteral(" → ")));
    update();
}

QSize FlowView::sizeHint() const
{
    const int lines = QFontMetrics(fontFor(TextRole::Heading)).height()
        + QFontMetrics(fontFor(TextRole::Remark)).height();
    return {characters(this, 60), lines + spaceUnit(this) * 3 / 2};
}

QSize FlowView::minimumSizeHint() const
{
    return {characters(this, 30), sizeHint().height()};
}

std::vector<qreal> FlowView::widths(int width) const
{
    const qreal unit = spaceUnit(this);
    const QFontMetricsF heading(fontFor(TextRole::Heading)), remark(fontFor(TextRole::Remark));
    std::vector<qreal> widths;
    for (const Station& station : m_stations)
        widths.push_back(
            std::max(heading.horizontalAdvance(station.title), remark.horizontalAdvance(station.remark))
            + unit);
    const auto count = static_cast<qreal>(m_stations.size());
    const qreal rest
        = width - kGapUnits * unit * (count - 1) - std::accumulate(widths.begin(), widths.end(), qreal(0));
    for (qreal& each : widths)
        each += rest / count;
    return widths;
}

bool FlowView::isReadableIn(int width) const
{
    const QFontMetricsF heading(fontFor(TextRole::Heading));
    const std::vector<qreal> all = widths(width);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i] - spaceUnit(this) < heading.horizontalAdvance(m_stations[i].title))
            return false;
    return true;
}

void FlowView::paintEvent(QPaintEvent*)
{
    if (m_stations.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal line = thinLine(this);
    const qreal unit = spaceUnit(this);
    const qreal gap = kGapUnits * unit;
    const QFontMetricsF heading(fontFor(TextRole::Heading));
    const QFontMetricsF remark(fontFor(TextRole::Remark));
    const std::vector<qreal> widths = this->widths(this->width());
    const qreal middle = height() / 2.0;
    qreal x = 0;
    qreal width = 0;
    for (std::size_t i = 0; i < m_stations.size(); ++i, x += width + gap) {
        width = widths[i];
        const QRectF box(x + line / 2, line / 2, width - line, height() - line);
        painter.setPen(QPen(lineColour(palette()), line));
        painter.drawRoundedRect(box, unit * 0.6, unit * 0.6);
        const qreal top = middle - (heading.height() + remark.height()) / 2;
        const QRectF inner = box.adjusted(unit / 4, 0, -unit / 4, 0);
        painter.setPen(palette().color(QPalette::Text));
        painter.setFont(fontFor(TextRole::Heading));
        painter.drawText(QRectF(inner.x(), top, inner.width(), heading.height()), Qt::AlignCenter,
            heading.elidedText(m_stations[i].title, Qt::ElideRight, inner.width()));
        painter.setPen(remarkColour(palette()));
        painter.setFont(fontFor(TextRole::Remark));
        painter.drawText(QRectF(inner.x(), top + heading.height(), inner.width(), remark.height()),
            Qt::AlignCenter, remark.elidedText(m_stations[i].remark, Qt::ElideMiddle, inner.width()));
        if (i + 1 < m_stations.size()) {
            const qreal from = x + width + gap * 0.2;
            const qreal to = x + width + gap * 0.8;
            painter.setPen(QPen(remarkColour(palette()), line));
            painter.drawLine(QPointF(from, middle), QPointF(to, middle));
            painter.drawLine(QPointF(to, middle), QPointF(to - gap * 0.2, middle - gap * 0.15));
            painter.drawLine(QPointF(to, middle), QPointF(to - gap * 0.2, middle + gap * 0.15));
        }
    }
}

} // namespace iotbench::ui
