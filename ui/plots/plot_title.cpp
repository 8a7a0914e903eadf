#include "ui/plots/plot_title.h"

#include "ui/base/data_colours.h"
#include "ui/base/text_label.h"

#include <QFontMetrics>

namespace iotbench::ui {

PlotTitle::PlotTitle(QCustomPlot* plot)
    : QCPLayoutElement(plot)
{
    setLayer(QStringLiteral("legend"));
}

void PlotTitle::setTexts(const QString& title, const QString& key)
{
    m_title = title;
    m_key = key;
}

QSize PlotTitle::minimumOuterSizeHint() const
{
    return QSize(0, QFontMetrics(fontFor(TextRole::Heading)).height());
}

QSize PlotTitle::maximumOuterSizeHint() const
{
    return QSize(QWIDGETSIZE_MAX, minimumOuterSizeHint().height());
}

void PlotTitle::draw(QCPPainter* painter)
{
    const QPalette palette = parentPlot()->palette();
    const QFont heading = fontFor(TextRole::Heading);
    const QFontMetrics metrics(heading);
    const int baseLine = mRect.top() + metrics.ascent();
    painter->setFont(heading);
    painter->setPen(palette.color(QPalette::Text));
    painter->drawText(QPointF(mRect.left(), baseLine), m_title);
    const int titleWidth = metrics.horizontalAdvance(m_title + QStringLiteral("  "));
    painter->setFont(fontFor(TextRole::Remark));
    painter->setPen(remarkColour(palette));
    painter->drawText(QPointF(mRect.left() + titleWidth, baseLine), m_key);
}

} // namespace iotbench::ui
