#include "ui/plots/plot_title.h"

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

void PlotTitle::setFonts(const QFont& title, const QFont& key)
{
    m_titleFont = title;
    m_keyFont = key;
}

void PlotTitle::setColours(const QColor& title, const QColor& key)
{
    m_titleColour = title;
    m_keyColour = key;
}

QSize PlotTitle::minimumOuterSizeHint() const
{
    return QSize(0, QFontMetrics(m_titleFont).height());
}

QSize PlotTitle::maximumOuterSizeHint() const
{
    return QSize(QWIDGETSIZE_MAX, QFontMetrics(m_titleFont).height());
}

void PlotTitle::draw(QCPPainter* painter)
{
    const QFontMetrics titleMetrics(m_titleFont);
    const int baseLine = mRect.top() + titleMetrics.ascent();
    painter->setFont(m_titleFont);
    painter->setPen(m_titleColour);
    painter->drawText(QPointF(mRect.left(), baseLine), m_title);
    const int titleWidth = titleMetrics.horizontalAdvance(m_title + QStringLiteral("  "));
    painter->setFont(m_keyFont);
    painter->setPen(m_keyColour);
    painter->drawText(QPointF(mRect.left() + titleWidth, baseLine), m_key);
}

} // namespace iotbench::ui
