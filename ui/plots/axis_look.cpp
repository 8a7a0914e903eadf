#include "ui/plots/axis_look.h"

#include "ui/base/data_colours.h"
#include "ui/base/text_label.h"

namespace iotbench::ui {

void setAxisLook(QCPAxisRect* rect, AxisLines lines)
{
    const QPalette palette = rect->parentPlot()->palette();
    const QFont small = fontFor(TextRole::Remark);
    const QColor remark = remarkColour(palette);
    const QPen line(lineColour(palette), 0);
    const bool base = lines == AxisLines::GridAndBase;
    for (QCPAxis* axis : rect->axes()) {
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setTickLabelColor(remark);
        axis->setLabelColor(remark);
        axis->setBasePen(base ? line : Qt::NoPen);
        axis->setTickPen(base ? line : Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setPen(line);
        axis->grid()->setZeroLinePen(base ? Qt::NoPen : line);
    }
    rect->axis(QCPAxis::atBottom)->grid()->setVisible(false);
}

} // namespace iotbench::ui
