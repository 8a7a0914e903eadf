// Where a value stands on an axis of a plot, and which values are written at it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

struct PlotTick {
    double value = 0;
    std::string text;
};

// From `low` at the place `from` to `high` at `to`; places are units of the drawing.
class PlotAxis {
public:
    // Widened to whole ticks, of 1, 2 or 5 times a power of ten, `mostTicks` at most (two at least).
    static PlotAxis linear(double low, double high, double from, double to, std::size_t mostTicks);
    // Ends as they are: of a length that is what it is.
    static PlotAxis exact(double low, double high, double from, double to, std::size_t mostTicks);
    // 0 < low; ticks at 1, 2 and 5 times powers of ten, or at powers of ten where those are too many.
    static PlotAxis logarithmic(double low, double high, double from, double to, std::size_t mostTicks);

    double placeOf(double value) const; // within the ends
    double low() const { return m_low; }
    double high() const { return m_high; }
    const std::vector<PlotTick>& ticks() const { return m_ticks; }

private:
    PlotAxis(double low, double high, double from, double to, bool logarithmic);
    void addTicks(double step);

    double m_low, m_high, m_from, m_to;
    bool m_logarithmic;
    std::vector<PlotTick> m_ticks;
};

std::string placeText(double place); // of a drawing, to a hundredth

} // namespace iotbench
