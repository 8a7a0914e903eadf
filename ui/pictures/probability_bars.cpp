#include "ui/pictures/probability_bars.h"

#include "ui/base/accessible_role.h"
#include "ui/base/data_colours.h"
#include "ui/base/figures.h"
#include "ui/base/space.h"
#include "ui/pictures/picture_text.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStringList>

#include <algorithm>

namespace iotbench::ui {

ProbabilityBars::ProbabilityBars(const Picture& picture, QWidget* parent)
    : QWidget(parent)
    , m_picture(picture)
{
    setAccessibleRole(this, QAccessible::Chart);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QStringList spoken;
    for (std::size_t label = 0; label < picture.probabilities.size(); ++label)
        spoken << tr("%1 %2 %").arg(nameOf(label), percentText(picture.probabilities[label], 1));
    setAccessibleName(tr("Probabilities"));
    setAccessibleDescription(spoken.join(QStringLiteral(", ")));
}

QString ProbabilityBars::nameOf(std::size_t label) const
{
    return className(m_picture.facts->classes, label);
}

int ProbabilityBars::rowHeight() const
{
    return fontMetrics().height() + spaceUnit(this) / 2;
}

int ProbabilityBars::nameWidth() const
{
    int widest = 0;
    for (std::size_t label = 0; label < m_picture.probabilities.size(); ++label)
        widest = std::max(widest, fontMetrics().horizontalAdvance(nameOf(label)));
    return widest + fontMetrics().horizontalAdvance(QStringLiteral("\u2713 ")) + spaceUnit(this);
}

int ProbabilityBars::figureWidth() const
{
    return fontMetrics().horizontalAdvance(percentText(1.0, 1) + QStringLiteral(" %")) + spaceUnit(this);
}

QSize ProbabilityBars::sizeHint() const
{
    return QSize(nameWidth() + characters(this, 24) + figureWidth(),
        rowHeight() * static_cast<int>(m_picture.probabilities.size()));
}

void ProbabilityBars::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int name = nameWidth();
    const int figure = figureWidth();
    for (std::size_t label = 0; label < m_picture.probabilities.size(); ++label) {
        const bool is = label == m_picture.label;
        const bool saidWrongly = label == m_picture.predicted && !is;
        const DataColour colour = is ? DataColour::Right
            : saidWrongly            ? DataColour::Wrong
                                     : DataColour::Value;
        const QRect row(0, static_cast<int>(label) * rowHeight(), width(), rowHeight());
        painter.setPen(
            is || saidWrongly ? dataColour(colour, palette()) : palette().color(QPalette::WindowText));
        QString text = nameOf(label);
        if (is || saidWrongly)
            text.prepend(QString(QChar(is ? kRightSign : kWrongSign)) + u' ');
        painter.drawText(row.adjusted(0, 0, name - row.width() - spaceUnit(this) / 2, 0),
            Qt::AlignRight | Qt::AlignVCenter, text);
        const double share = std::clamp(static_cast<double>(m_picture.probabilities[label]), 0.0, 1.0);
        QRectF bar(name, row.top() + spaceUnit(this) / 4.0, width() - name - figure, fontMetrics().height());
        painter.fillRect(bar, mixed(palette().color(QPalette::Text), palette().color(QPalette::Base), 0.06));
        bar.setWidth(bar.width() * share);
        painter.fillRect(bar, dataColour(colour, palette()));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter,
            tr("%1 %").arg(percentText(m_picture.probabilities[label], 1)));
    }
}

} // namespace iotbench::ui
