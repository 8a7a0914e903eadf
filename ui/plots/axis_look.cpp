#include "ui/plots/axis_look.h"

#include "ui/base/changes.h"
#include "ui/base/data_colours.h"
#include "ui/base/space.h"
#include "ui/base/text_label.h"
#include "ui/plots/plot_title.h"

#include <utility>

namespace iotbench::ui {
namespace {

// Fewer ticks where the axis is low, so that their labels do not run into each other.
class RoomyTicker : public QCPAxisTicker {
public:
    explicit RoomyTicker(const QCPAxis* axis)
        : m_axis(axis)
    {
    }

protected:
    double getTickStep(const QCPRange& range) override
    {
        const double apart = 1.3 * QFontMetricsF(m_axis->tickLabelFont()).height();
        const double height = m_axis->axisRect()->height();
        double step = 0;
        for (int count = 4; count > 0; --count) {
            setTickCount(count);
            step = QCPAxisTicker::getTickStep(range);
            if (height <= 0 || step / range.size() * height >= apart)
                break;
        }
        return step;
    }

private:
    const QCPAxis* m_axis;
};

} // namespace

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
    acrossOf(rect)->grid()->setVisible(false);
}

void stackParts(QCustomPlot* plot, std::span<PlotTitle*> titles, std::span<QCPAxisRect*> rects)
{
    plot->setPlottingHint(QCP::phFastPolylines);
    QCPLayoutGrid* const layout = plot->plotLayout();
    layout->clear();
    layout->setRowSpacing(0);
    auto* margins = new QCPMarginGroup(plot);
    for (std::size_t i = 0; i < rects.size(); ++i) {
        titles[i] = new PlotTitle(plot);
        rects[i] = new QCPAxisRect(plot);
        layout->addElement(layout->rowCount(), 0, titles[i]);
        layout->setRowStretchFactor(layout->rowCount() - 1, 0.001);
        layout->addElement(layout->rowCount(), 0, rects[i]);
        rects[i]->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
        for (QCPAxis* axis : rects[i]->axes()) {
            axis->setLayer(QStringLiteral("axes"));
            axis->grid()->setLayer(QStringLiteral("grid"));
            axis->setNumberFormat(QStringLiteral("g")); // as many decimals as a tick has
        }
        upOf(rects[i])->setTicker(QSharedPointer<RoomyTicker>::create(upOf(rects[i])));
    }
}

void keepUpToDate(QCustomPlot* plot, std::function<void()> setTexts, std::function<void()> setLook)
{
    const auto drawnAgainBy = [plot](std::function<void()> act) {
        return [plot, act = std::move(act)] {
            act();
            plot->replot(QCustomPlot::rpQueuedReplot);
        };
    };
    onLanguageChange(plot, drawnAgainBy(std::move(setTexts)));
    onChange(plot, {QEvent::PaletteChange, QEvent::FontChange, QEvent::ApplicationFontChange},
        drawnAgainBy(std::move(setLook)));
}

void setPartsLook(QCustomPlot* plot, std::span<QCPAxisRect* const> rects, int lines)
{
    plot->setBackground(plot->palette().base());
    for (QCPAxisRect* rect : rects) {
        rect->setMinimumSize(characters(plot, 20), QFontMetrics(plot->font()).height() * lines);
        setAxisLook(rect, AxisLines::Grid);
    }
}

} // namespace iotbench::ui
