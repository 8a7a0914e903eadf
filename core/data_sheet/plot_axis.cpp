#include "data_sheet/plot_axis.h"

#include "data_sheet/sheet_numbers.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench {
namespace {

// The shortest of 1, 2 and 5 times a power of ten that cuts `length` into `most` pieces at most.
double stepOf(double length, std::size_t most)
{
    const double least = length / static_cast<double>(most);
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double times : {1.0, 2.0, 5.0})
        if (times * power >= least * (1 - 1e-9))
            return times * power;
    return 10 * power;
}

std::string tickText(double value, double step)
{
    const int decimals = std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 6);
    return decimalNumber(value, decimals);
}

} // namespace

PlotAxis::PlotAxis(double low, double high, double from, double to, bool logarithmic)
    : m_low(low)
    , m_high(high)
    , m_from(from)
    , m_to(to)
    , m_logarithmic(logarithmic)
{
}

void PlotAxis::addTicks(double step)
{
    const double first = std::ceil(m_low / step - 1e-9);
    const double last = std::floor(m_high / step + 1e-9);
    for (double at = first; at <= last; ++at)
        m_ticks.push_back({at * step, tickText(at * step, step)});
}

PlotAxis PlotAxis::linear(double low, double high, double from, double to, std::size_t mostTicks)
{
    const double least = std::max(std::abs(high), 1e-6) * 1e-9; // all values alike
    const double step = stepOf(std::max(high - low, least), std::max<std::size_t>(mostTicks, 2) - 1);
    const double bottom = std::floor(low / step + 1e-9) * step;
    double top = std::ceil(high / step - 1e-9) * step;
    if (top <= bottom)
        top = bottom + step;
    PlotAxis axis(bottom, top, from, to, false);
    axis.addTicks(step);
    return axis;
}

PlotAxis PlotAxis::exact(double low, double high, double from, double to, std::size_t mostTicks)
{
    const double least = std::max(std::abs(low), 1.0) * 1e-9; // all at one time
    PlotAxis axis(low, std::max(high, low + least), from, to, false);
    axis.addTicks(stepOf(axis.m_high - axis.m_low, std::max<std::size_t>(mostTicks, 2) - 1));
    return axis;
}

PlotAxis PlotAxis::logarithmic(double low, double high, double from, double to, std::size_t mostTicks)
{
    PlotAxis axis(low, std::max(high, low * (1 + 1e-6)), from, to, true);
    const int first = static_cast<int>(std::floor(std::log10(low)));
    const int last = static_cast<int>(std::ceil(std::log10(axis.m_high)));
    for (const std::vector<double>& times : {std::vector{1.0, 2.0, 5.0}, std::vector{1.0}}) {
        axis.m_ticks.clear();
        for (int power = first; power <= last; ++power)
            for (const double each : times) {
                const double value = each * std::pow(10, power);
                if (value >= low * (1 - 1e-9) && value <= axis.m_high * (1 + 1e-9))
                    axis.m_ticks.push_back({value, tickText(value, std::pow(10, power))});
            }
        if (axis.m_ticks.size() <= mostTicks)
            break;
    }
    return axis;
}

double PlotAxis::placeOf(double value) const
{
    const double within = std::clamp(value, m_low, m_high);
    const double share = m_logarithmic ? std::log(within / m_low) / std::log(m_high / m_low)
                                       : (within - m_low) / (m_high - m_low);
    return m_from + share * (m_to - m_from);
}

std::string placeText(double place)
{
    return shortText(place, 2);
}

} // namespace iotbench
