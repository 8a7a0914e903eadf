// The ticks of a logarithmic axis.
#pragma once

#include <qcustomplot.h>

#include <cmath>

namespace iotbench::ui {

// 1, 2 and 5 of each power of ten, as figures of the chosen language.
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
