#include "data_sheet/sweep_chart.h"

#include "data_sheet/sheet_numbers.h"
#include "data_sheet/svg_plot.h"

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

std::vector<const SweptPoint*> chartPoints(const StudyFacts& study)
{
    std::vector<const SweptPoint*> points;
    for (const SweptPoint& point : study.points)
        if (point.hasPlace())
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
        , m_plot(html, kSweepWidth, kSweepLeft, kSweepRight)
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
        m_plot.open(kSweepHeight, what + " of each combination by its images/s",
            std::to_string(m_points.size())
                + " combinations, the Pareto front joined. The table has every value.");
        m_plot.label("key", "start", 0, 10, what);
        m_plot.grid(m_p99);
        writeFront();
        for (const SweptPoint* point : m_points)
            writeMark(*point);
        m_plot.ticks(m_rate, kSweepFoot + 14, kSweepFoot + 29, "images/s");
        m_plot.close();
    }

private:
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
        const char* const sign = point.best ? "◆" : point.pareto ? "◇" : "○";
        m_plot.mark(point.best ? "probe VALID" : "probe", x, y, sign,
            point.label + ": " + rateNumber(*point.imagesPerS) + " images/s, p99 " + msNumber(*point.p99Ms)
                + " ms");
        if (point.pareto && m_named++ < kNamedPoints)
            m_plot.labelBeside(x, 7, y - 5, point.label);
    }

    HtmlWriter& m_html;
    SvgPlot m_plot;
    const StudyFacts& m_study;
    const std::vector<const SweptPoint*> m_points; // by their rate
    const PlotAxis m_rate;
    const PlotAxis m_p99;
    std::size_t m_named = 0;
};

} // namespace

bool hasSweepChart(const StudyFacts& study)
{
    return std::ranges::count_if(study.points, &SweptPoint::hasPlace) > 1;
}

void writeSweepChart(HtmlWriter& html, const StudyFacts& study)
{
    SweepChart(html, study).write();
}

} // namespace iotbench
