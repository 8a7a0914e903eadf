#include "data_sheet/sweep_chart.h"

#include "data_sheet/plot_axis.h"
#include "data_sheet/sheet_numbers.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace iotbench {
namespace {

constexpr double kSweepWidth = 480;
constexpr double kSweepLeft = 44;
constexpr double kSweepRight = kSweepWidth - 14;
constexpr double kSweepTop = 20;
constexpr double kSweepFoot = 170; // of the plot
constexpr double kSweepHeight = kSweepFoot + 34;
constexpr std::size_t kNamedPoints = 8; // of the front; all have a title

bool isInChart(const SweptPoint& point)
{
    return point.imagesPerS && point.p99Ms.value_or(0) > 0;
}

std::vector<const SweptPoint*> chartPoints(const StudyFacts& study)
{
    std::vector<const SweptPoint*> points;
    for (const SweptPoint& point : study.points)
        if (isInChart(point))
            points.push_back(&point);
    std::ranges::sort(points, {}, [](const SweptPoint* point) { return *point->imagesPerS; });
    return points;
}

std::pair<double, double> p99Range(const std::vector<const SweptPoint*>& points)
{
    const auto [low, high]
        = std::ranges::minmax(points, {}, [](const SweptPoint* point) { return *point->p99Ms; });
    return {*low->p99Ms, *high->p99Ms};
}

class SweepChart {
public:
    SweepChart(HtmlWriter& html, const StudyFacts& study)
        : m_html(html)
        , m_study(study)
        , m_points(chartPoints(study))
        , m_rate(PlotAxis::linear(0, 1.05 * *m_points.back()->imagesPerS, kSweepLeft, kSweepRight, 8))
        , m_p99(PlotAxis::logarithmic(
              p99Range(m_points).first / 1.3, p99Range(m_points).second * 1.3, kSweepFoot, kSweepTop, 8))
    {
    }

    void write()
    {
        const std::string what = m_study.serviceTime ? "Service time p99, ms" : "Latency p99, ms";
        m_html.open("svg",
            {{"viewBox", "0 0 " + placeText(kSweepWidth) + ' ' + placeText(kSweepHeight)}, {"role", "img"},
                {"class", "plot"}});
        m_html.element("title", what + " of each combination by its images/s");
        m_html.element("desc",
            std::to_string(m_points.size())
                + " combinations, the Pareto front joined. The table has every value.");
        label("key", "start", 0, 10, what);
        for (const PlotTick& tick : m_p99.ticks()) {
            const std::string y = placeText(m_p99.placeOf(tick.value));
            m_html.empty("line",
                {{"class", "grid"}, {"x1", placeText(kSweepLeft)}, {"x2", placeText(kSweepRight)}, {"y1", y},
                    {"y2", y}});
            label("tick", "end", kSweepLeft - 5, m_p99.placeOf(tick.value) + 4, tick.text);
        }
        writeFront();
        for (const SweptPoint* point : m_points)
            writeMark(*point);
        for (const PlotTick& tick : m_rate.ticks())
            label("tick", "middle", m_rate.placeOf(tick.value), kSweepFoot + 14, tick.text);
        label("key", "middle", (kSweepLeft + kSweepRight) / 2, kSweepFoot + 29, "images/s");
        m_html.close();
    }

private:
    void label(const char* kind, const char* anchor, double x, double y, const std::string& text)
    {
        m_html.element("text",
            {{"class", kind}, {"text-anchor", anchor}, {"x", placeText(x)}, {"y", placeText(y)}}, text);
    }

    void writeFront()
    {
        std::string places;
        for (const SweptPoint* point : m_points)
            if (point->pareto)
                places += placeText(m_rate.placeOf(*point->imagesPerS)) + ','
                    + placeText(m_p99.placeOf(*point->p99Ms)) + ' ';
        m_html.empty("polyline", {{"class", "front"}, {"points", places}});
    }

    void writeMark(const SweptPoint& point)
    {
        const double x = m_rate.placeOf(*point.imagesPerS), y = m_p99.placeOf(*point.p99Ms);
        m_html.open("text",
            {{"class", point.best ? "probe VALID" : "probe"}, {"text-anchor", "middle"}, {"x", placeText(x)},
                {"y", placeText(y + 4)}});
        m_html.text(point.best ? "◆" : point.pareto ? "◇" : "○");
        m_html
            .element("title",
                point.label + ": " + rateNumber(*point.imagesPerS) + " images/s, p99 "
                    + msNumber(*point.p99Ms) + " ms")
            .close();
        if (point.pareto && m_named++ < kNamedPoints) {
            const bool left = x > (kSweepLeft + kSweepRight) / 2;
            label("label", left ? "end" : "start", left ? x - 7 : x + 7, y - 5, point.label);
        }
    }

    HtmlWriter& m_html;
    const StudyFacts& m_study;
    const std::vector<const SweptPoint*> m_points; // by their rate
    const PlotAxis m_rate;
    const PlotAxis m_p99;
    std::size_t m_named = 0;
};

} // namespace

bool hasSweepChart(const StudyFacts& study)
{
    return std::ranges::count_if(study.points, isInChart) > 1;
}

void writeSweepChart(HtmlWriter& html, const StudyFacts& study)
{
    SweepChart(html, study).write();
}

} // namespace iotbench
