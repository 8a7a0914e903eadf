// The look that the axes of every plot share: thin lines and small figures, from the palette; and their
// ticks.
#pragma once

#include <qcustomplot.h>

#include <cmath>
#include <functional>
#include <span>

namespace iotbench::ui {

class PlotTitle;

enum class AxisLines {
    Grid, // across alone, zero too
    GridAndBase, // and the axes themselves
};

inline QCPAxis* acrossOf(const QCPAxisRect* rect)
{
    return rect->axis(QCPAxis::atBottom);
}
inline QCPAxis* upOf(const QCPAxisRect* rect)
{
    return rect->axis(QCPAxis::atLeft);
}

// Again after every change of palette or font. Lines along the horizontal axis alone.
void setAxisLook(QCPAxisRect* rect, AxisLines lines);

// Makes the parts of a plot under each other, a title above each, with one left margin for all.
void stackParts(QCustomPlot* plot, std::span<PlotTitle*> titles, std::span<QCPAxisRect*> rects);
// The look of such a plot, each part so many lines high at least.
void setPartsLook(QCustomPlot* plot, std::span<QCPAxisRect* const> rects, int lines);
// Its texts anew where the language changes, its look where palette or font do; then it is drawn again.
void keepUpToDate(QCustomPlot* plot, std::function<void()> setTexts, std::function<void()> setLook);

// Of a logarithmic axis: 1, 2 and 5 of each power of ten, as figures of the chosen language.
class DecadeTicker : public QCPAxisTicker {
protected:
    QVector<double> createTickVector(double, const QCPRange& range) override
    {
        QVector<double> ticks;
        const bool few = range.upper / range.lower > 2000;
        for (double decade = std::pow(10, std::floor(std::log10(range.lower))); decade <= range.upper;
             decade *= 10)
            for (const double step : {1.0, 2.0, 5.0})
                if (!few || step == 1.0)
                    ticks << decade * step;
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        return locale.toString(tick, 'g', 6);
    }
};

} // namespace iotbench::ui
