#include "data_sheet/latency_chart.h"

#include "data_sheet/sheet_numbers.h"
#include "data_sheet/svg_plot.h"
#include "statistics/latency_bars.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace iotbench {
namespace {

constexpr double kLatencyWidth = 330;
constexpr double kLatencyLeft = 46;
constexpr double kLatencyRight = kLatencyWidth - 8;
constexpr double kMarkHeight = 13; // of a percentile's name
constexpr double kBarHeight = 105;
constexpr double kLatencyAxisHeight = 32;

struct Mark {
    const char* name;
    std::optional<double> ms;
};

std::vector<Mark> marksOf(const LatencySummary& latency)
{
    std::vector<Mark> marks{{"p50", latency.p50Ms}, {"p90", latency.p90Ms}, {"p99", latency.p99Ms},
        {"p99.9", latency.p999Ms}, {"max", latency.maxMs}};
    std::erase_if(marks, [](const Mark& mark) { return !mark.ms; });
    return marks;
}

std::string markText(const Mark& mark)
{
    return std::string(mark.name) + ' ' + msNumber(*mark.ms);
}

void writeMarks(SvgPlot& plot, const std::vector<Mark>& marks, const PlotAxis& time, double foot)
{
    double y = 0;
    for (const Mark& mark : marks) {
        const double x = time.placeOf(*mark.ms);
        y += kMarkHeight;
        plot.line("percentile", x, x, y - kMarkHeight + 3, foot);
        plot.labelBeside(x, 4, y, markText(mark));
    }
}

void writeBars(
    SvgPlot& plot, const std::vector<LatencyBar>& bars, const PlotAxis& time, const PlotAxis& images)
{
    for (const LatencyBar& bar : bars) {
        const double from = time.placeOf(bar.lowerMs), to = time.placeOf(bar.upperMs);
        const double top = images.placeOf(static_cast<double>(bar.count));
        const double foot = images.placeOf(0);
        if (bar.count == 0)
            continue;
        plot.box("bar", from, std::max(to - from - 0.6, 0.6), std::min(top, foot - 0.6),
            std::max(foot - top, 0.6),
            msNumber(bar.lowerMs) + " to " + msNumber(bar.upperMs) + " ms: " + wholeNumber(bar.count)
                + " images");
    }
}

} // namespace

void writeLatencyChart(HtmlWriter& html, const RunResult& result)
{
    const std::vector<LatencyBar> bars = latencyBars(result.latencyBuckets);
    const std::vector<Mark> marks = marksOf(result.latency);
    const double top = static_cast<double>(marks.size()) * kMarkHeight + 8;
    const double foot = top + kBarHeight;
    const auto most = std::ranges::max_element(bars, {}, &LatencyBar::count)->count;
    double low = bars.front().lowerMs, high = bars.back().upperMs;
    std::string described = wholeNumber(result.latency.samples) + " images";
    for (const Mark& mark : marks) {
        low = std::min(low, std::max(*mark.ms, low / 10));
        high = std::max(high, *mark.ms);
        described += ", " + markText(mark) + " ms";
    }
    const PlotAxis time = PlotAxis::logarithmic(low, high, kLatencyLeft, kLatencyRight, 8);
    const PlotAxis images = PlotAxis::linear(0, static_cast<double>(most), foot, top, 5);

    SvgPlot plot(html, kLatencyWidth, kLatencyLeft, kLatencyRight);
    plot.open(foot + kLatencyAxisHeight, "How many images took how long", described);
    plot.grid(images);
    writeBars(plot, bars, time, images);
    writeMarks(plot, marks, time, foot);
    plot.ticks(time, foot + 14, foot + 28, "ms, logarithmic");
    plot.close();
}

} // namespace iotbench
