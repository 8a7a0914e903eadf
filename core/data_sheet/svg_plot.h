// What every plot of a data sheet is drawn with.
#pragma once

#include "data_sheet/html_writer.h"
#include "data_sheet/plot_axis.h"

#include <string>
#include <string_view>

namespace iotbench {

// An <svg>, from open() to close(). Places are units of the drawing, y downwards. `kind`: a class of the
// sheet's style. `title`: what the browser shows while the pointer is there.
class SvgPlot {
public:
    // `left` and `right`: of the plot in it, beside which there is room for numbers. `html` outlives it.
    SvgPlot(HtmlWriter& html, double width, double left, double right)
        : m_html(html)
        , m_width(width)
        , m_left(left)
        , m_right(right)
    {
    }

    void open(double height, std::string_view title, std::string_view described);
    void close();

    void grid(const PlotAxis& upright); // a level at each tick, and its number on the left
    // Each tick's number, standing on `y`, and on `unitY` what they count.
    void ticks(const PlotAxis& across, double y, double unitY, std::string_view unit);

    // A text that stands on `y`. `anchor`: what of it is at `x`, "start", "middle" or "end".
    void label(const char* kind, const char* anchor, double x, double y, std::string_view text);
    void labelBeside(double x, double gap, double y, std::string_view text); // on the side with more room
    void line(const char* kind, double x1, double x2, double y1, double y2);
    void level(const char* kind, double y); // from left to right
    void box(const char* kind, double x, double width, double y, double height, std::string_view title);
    // A sign with its middle at the place.
    void mark(const std::string& kind, double x, double y, std::string_view sign, std::string_view title);

private:
    double middle() const { return (m_left + m_right) / 2; }

    HtmlWriter& m_html;
    const double m_width, m_left, m_right;
};

} // namespace iotbench
