#include "data_sheet/latency_chart.h"

#include "data_sheet/plot_axis.h"
#include "data_sheet/sheet_numbers.h"
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

void writeMarks(HtmlWriter& html, const std::vector<Mark>& marks, const PlotAxis& time, double foot)
{
    double y = 0;
    for (const Mark& mark : marks) {
        const double x = time.placeOf(*mark.ms);
        const bool leftwards = x > (kLatencyLeft + kLatencyRight) / 2;
        y += kMarkHeight;
        html.empty("line",
            {{"class", "percentile"}, {"x1", placeText(x)}, {"x2", placeText(x)},
                {"y1", placeText(y - kMarkHeight + 3)}, {"y2", placeText(foot)}});
        html.element("text",
            {{"class", "label"}, {"text-anchor", leftwards ? "end" : "start"},
                {"x", placeText(x + (leftwards ? -4 : 4))}, {"y", placeText(y)}},
            markText(mark));
    }
}

void writeBars(
    HtmlWriter& html, const std::vector<LatencyBar>& bars, const PlotAxis& time, const PlotAxis& images)
{
    for (const LatencyBar& bar : bars) {
        const double from = time.placeOf(bar.lowerMs), to = time.placeOf(bar.upperMs);
        const double top = images.placeOf(static_cast<double>(bar.count));
        const double foot = images.placeOf(0);
        if (bar.count == 0)
            continue;
        html.open("rect",
            {{"class", "bar"}, {"x", placeText(from)}, {"width", placeText(std::max(to - from - 0.6, 0.6))},
                {"y", placeText(std::min(top, foot - 0.6))},
                {"height", placeText(std::max(foot - top, 0.6))}});
        html.element("title",
                msNumber(bar.lowerMs) + " to " + msNumber(bar.upperMs) + " ms: " + wholeNumber(bar.count)
                    + " images")
            .close();
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

    html.open("svg",
        {{"viewBox", "0 0 " + placeText(kLatencyWidth) + ' ' + placeText(foot + kLatencyAxisHeight)},
            {"role", "img"}, {"class", "plot"}});
    html.element("title", "How many images took how long").element("desc", described);
    for (const PlotTick& tick : images.ticks()) {
        const std::string y = placeText(images.placeOf(tick.value));
        html.empty("line",
            {{"class", "grid"}, {"x1", placeText(kLatencyLeft)}, {"x2", placeText(kLatencyRight)}, {"y1", y},
                {"y2", y}});
        html.element("text",
            {{"class", "tick"}, {"text-anchor", "end"}, {"x", placeText(kLatencyLeft - 5)},
                {"y", placeText(images.placeOf(tick.value) + 4)}},
            tick.text);
    }
    writeBars(html, bars, time, images);
    writeMarks(html, marks, time, foot);
    for (const PlotTick& tick : time.ticks())
        html.element("text",
            {{"class", "tick"}, {"text-anchor", "middle"}, {"x", placeText(time.placeOf(tick.value))},
                {"y", placeText(foot + 14)}},
            tick.text);
    html.element("text",
            {{"class", "key"}, {"text-anchor", "middle"},
                {"x", placeText((kLatencyLeft + kLatencyRight) / 2)}, {"y", placeText(foot + 28)}},
            "ms, logarithmic")
        .close();
}

} // namespace iotbench
