#include "data_sheet/svg_plot.h"

namespace iotbench {
namespace {

constexpr double kHalfSign = 4; // from the middle of a sign to its foot
constexpr double kBesideTick = 5; // from a number to the plot

} // namespace

void SvgPlot::open(double height, std::string_view title, std::string_view described)
{
    m_html.open("svg",
        {{"viewBox", "0 0 " + placeText(m_width) + ' ' + placeText(height)}, {"role", "img"},
            {"class", "plot"}});
    m_html.element("title", title).element("desc", described);
}

void SvgPlot::close()
{
    m_html.close();
}

void SvgPlot::label(const char* kind, const char* anchor, double x, double y, std::string_view text)
{
    m_html.element(
        "text", {{"class", kind}, {"text-anchor", anchor}, {"x", placeText(x)}, {"y", placeText(y)}}, text);
}

void SvgPlot::labelBeside(double x, double gap, double y, std::string_view text)
{
    if (x > middle())
        label("label", "end", x - gap, y, text);
    else
        label("label", "start", x + gap, y, text);
}

void SvgPlot::line(const char* kind, double x1, double x2, double y1, double y2)
{
    m_html.empty("line",
        {{"class", kind}, {"x1", placeText(x1)}, {"x2", placeText(x2)}, {"y1", placeText(y1)},
            {"y2", placeText(y2)}});
}

void SvgPlot::level(const char* kind, double y)
{
    line(kind, m_left, m_right, y, y);
}

void SvgPlot::box(const char* kind, double x, double width, double y, double height, std::string_view title)
{
    m_html.open("rect",
        {{"class", kind}, {"x", placeText(x)}, {"width", placeText(width)}, {"y", placeText(y)},
            {"height", placeText(height)}});
    m_html.element("title", title).close();
}

void SvgPlot::mark(const std::string& kind, double x, double y, std::string_view sign, std::string_view title)
{
    m_html.open("text",
        {{"class", kind}, {"text-anchor", "middle"}, {"x", placeText(x)}, {"y", placeText(y + kHalfSign)}});
    m_html.text(sign).element("title", title).close();
}

void SvgPlot::grid(const PlotAxis& upright)
{
    for (const PlotTick& tick : upright.ticks()) {
        const double y = upright.placeOf(tick.value);
        level("grid", y);
        label("tick", "end", m_left - kBesideTick, y + kHalfSign, tick.text);
    }
}

void SvgPlot::ticks(const PlotAxis& across, double y, double unitY, std::string_view unit)
{
    for (const PlotTick& tick : across.ticks())
        label("tick", "middle", across.placeOf(tick.value), y, tick.text);
    label("key", "middle", middle(), unitY, unit);
}

} // namespace iotbench
