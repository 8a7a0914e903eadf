#include "data_sheet/time_plots.h"

#include "data_sheet/sheet_numbers.h"
#include "data_sheet/svg_plot.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace iotbench {
namespace {

constexpr double kTimesWidth = 480;
constexpr double kTimesLeft = 44; // of the plots, where their numbers stand
constexpr double kTimesRight = kTimesWidth - 8;
constexpr double kTitleHeight = 20;
constexpr double kPlotHeight = 46;
constexpr double kGap = 8;
constexpr double kTimesAxisHeight = 30; // of the time
constexpr std::size_t kMostStrips = 240; // with titles: two units wide at least

using RowValue = std::function<std::optional<double>(const IntervalRow&)>;

struct Curve {
    RowValue value;
    const char* name; // "p50"
    const char* key = ""; // "— p50"
    bool dashed = false;
};

// A plot of its own.
struct Panel {
    std::string title;
    std::vector<Curve> curves;
    std::function<std::string(double)> text; // of a value, with its unit
    std::optional<double> reference = {}; // a level to compare with
    std::string referenceKey = {}; // "- - target, 60"
    std::optional<double> least = {}, most = {}; // that the axis shows at least
};

std::optional<double> rateOf(const IntervalRow& row, bool sends)
{
    if (row.lengthS <= 0)
        return std::nullopt;
    return sends ? static_cast<double>(row.sent.value_or(0)) / row.lengthS : row.imagesPerS();
}

Panel ratePanel(const RunResult& result)
{
    const bool sends = result.settings.role == Role::Send;
    Panel panel{"Images/s",
        {{[sends](const IntervalRow& row) { return rateOf(row, sends); }, "images/s",
            sends ? "— sent" : "— achieved"}},
        [](double value) { return rateNumber(value) + " images/s"; }};
    const bool plans = result.settings.role == Role::Loopback || sends;
    panel.reference = plans ? offeredPerS(result) : std::nullopt;
    if (panel.reference) {
        panel.referenceKey = "- - target, " + rateNumber(*panel.reference);
        panel.least = 0.8 * *panel.reference;
        panel.most = 1.2 * *panel.reference;
    } else
        panel.least = 0;
    return panel;
}

Panel latencyPanel()
{
    return {"Latency, ms",
        {{[](const IntervalRow& row) { return row.latencyP50Ms; }, "p50", "— p50"},
            {[](const IntervalRow& row) { return row.rollingLatencyP99Ms; }, "p99 of the last 1,000",
                "- - p99 of the last 1,000", true}},
        [](double value) { return msNumber(value) + " ms"; }, {}, {}, 0};
}

Panel accuracyPanel(const RunResult& result)
{
    Panel panel{"Accuracy, %",
        {{[](const IntervalRow& row) {
              return row.rollingAccuracy ? std::optional(100 * *row.rollingAccuracy) : std::nullopt;
          },
            "accuracy of the last 1,000", "— of the last 1,000 images"}},
        [](double value) { return decimalNumber(value, 1) + " %"; }};
    const ModelFacts& model = result.model;
    if (model.cardCorrect && model.cardImages.value_or(0) > 0) {
        panel.reference
            = 100 * static_cast<double>(*model.cardCorrect) / static_cast<double>(*model.cardImages);
        panel.referenceKey = "- - model card, " + decimalNumber(*panel.reference, 1);
        panel.least = *panel.reference - 4;
        panel.most = std::min(100.0, *panel.reference + 4);
    }
    return panel;
}

Panel clockPanel()
{
    return {"Clock, MHz",
        {{[](const IntervalRow& row) { return row.interference.clockMHz; }, "clock", "— mean of the cores"}},
        [](double value) { return decimalNumber(value, 0) + " MHz"; }, {}, {}, 0};
}

Panel temperaturePanel()
{
    return {"Temperature, °C",
        {{[](const IntervalRow& row) { return row.interference.temperatureC; }, "temperature",
            "— of the hottest zone"}},
        [](double value) { return decimalNumber(value, 1) + " °C"; }};
}

bool isKnown(const Curve& curve, std::span<const IntervalRow> rows)
{
    return std::ranges::any_of(rows, [&](const IntervalRow& row) { return curve.value(row).has_value(); });
}

std::vector<Panel> panelsOf(const RunResult& result)
{
    const std::span<const IntervalRow> rows = withoutWait(result.intervals);
    std::vector<Panel> panels{
        ratePanel(result), latencyPanel(), accuracyPanel(result), clockPanel(), temperaturePanel()};
    if (!judgesAnswers(result))
        panels.erase(panels.begin() + 2);
    for (Panel& panel : panels)
        std::erase_if(panel.curves, [&](const Curve& curve) { return !isKnown(curve, rows); });
    std::erase_if(panels, [](const Panel& panel) { return panel.curves.empty(); });
    return panels;
}

struct Ends {
    std::optional<double> low, high;

    void take(std::optional<double> value)
    {
        if (!value)
            return;
        low = low ? std::min(*low, *value) : *value;
        high = high ? std::max(*high, *value) : *value;
    }
};

Ends endsOf(const Curve& curve, std::span<const IntervalRow> rows, std::size_t first, std::size_t end)
{
    Ends ends;
    for (std::size_t i = first; i < end; ++i)
        ends.take(curve.value(rows[i]));
    return ends;
}

std::string valuesText(const Panel& panel, const Ends& ends)
{
    const std::string low = panel.text(*ends.low), high = panel.text(*ends.high);
    return low == high ? low : low + " to " + high;
}

class TimePlots {
public:
    TimePlots(HtmlWriter& html, const RunResult& result)
        : m_html(html)
        , m_plot(html, kTimesWidth, kTimesLeft, kTimesRight)
        , m_rows(withoutWait(result.intervals))
        , m_panels(panelsOf(result))
        , m_time(timeAxis(m_rows))
    {
    }

    void write()
    {
        const double plots = static_cast<double>(m_panels.size()) * (kTitleHeight + kPlotHeight + kGap);
        m_plot.open(plots + kTimesAxisHeight, "The run over time", summary());
        double top = 0;
        for (const Panel& panel : m_panels) {
            writePanel(panel, top + kTitleHeight);
            top += kTitleHeight + kPlotHeight + kGap;
        }
        m_plot.ticks(m_time.axis, top + 8, top + 23, m_time.unit);
        writeStrips(top);
        m_plot.close();
    }

private:
    struct TimeAxis {
        PlotAxis axis;
        const char* unit;
        double unitS;
    };

    static TimeAxis timeAxis(std::span<const IntervalRow> rows)
    {
        const double startS = rows.front().startS, endS = rows.back().startS + rows.back().lengthS;
        const bool minutes = endS - startS > 180, hours = endS - startS > 3 * 3600;
        const double unitS = hours ? 3600 : minutes ? 60 : 1;
        return {PlotAxis::exact(startS / unitS, endS / unitS, kTimesLeft, kTimesRight, 8),
            hours         ? "hours"
                : minutes ? "minutes"
                          : "seconds",
            unitS};
    }

    double middle(const IntervalRow& row) const
    {
        return m_time.axis.placeOf((row.startS + row.lengthS / 2) / m_time.unitS);
    }

    void writePanel(const Panel& panel, double top)
    {
        Ends ends;
        for (const Curve& curve : panel.curves) {
            const Ends its = endsOf(curve, m_rows, 0, m_rows.size());
            ends.take(its.low);
            ends.take(its.high);
        }
        ends.take(panel.least);
        ends.take(panel.most);
        const PlotAxis axis = PlotAxis::linear(*ends.low, *ends.high, top + kPlotHeight, top, 4);
        std::string key = panel.referenceKey;
        for (auto curve = panel.curves.rbegin(); curve != panel.curves.rend(); ++curve)
            key = curve->key + (key.empty() ? std::string() : " · " + key);
        m_html.open("text", {{"class", "heading"}, {"x", "0"}, {"y", placeText(top - 9)}}).text(panel.title);
        m_html.element("tspan", {{"class", "key"}, {"dx", "8"}}, key).close();
        m_plot.grid(axis);
        if (panel.reference)
            m_plot.level("reference", axis.placeOf(*panel.reference));
        for (const Curve& curve : panel.curves)
            writeCurve(curve, axis);
    }

    // Lines through neighbours of which both are known; a lone point is a mark.
    void writeCurve(const Curve& curve, const PlotAxis& axis)
    {
        std::string path;
        std::vector<const IntervalRow*> piece;
        const auto end = [&] {
            if (piece.size() == 1)
                m_html.empty("circle",
                    {{"class", "mark"}, {"r", "2"}, {"cx", placeText(middle(*piece.front()))},
                        {"cy", placeText(axis.placeOf(*curve.value(*piece.front())))}});
            for (std::size_t i = 0; piece.size() > 1 && i < piece.size(); ++i)
                path += (i == 0 ? 'M' : 'L') + placeText(middle(*piece[i])) + ' '
                    + placeText(axis.placeOf(*curve.value(*piece[i])));
            piece.clear();
        };
        for (const IntervalRow& row : m_rows) {
            if (curve.value(row))
                piece.push_back(&row);
            else
                end();
        }
        end();
        if (!path.empty())
            m_html.empty("path", {{"class", curve.dashed ? "curve dashed" : "curve"}, {"d", path}});
    }

    // Over all plots, so that what happened at one time is told together.
    void writeStrips(double height)
    {
        const std::size_t rows = (m_rows.size() + kMostStrips - 1) / kMostStrips;
        for (std::size_t first = 0; first < m_rows.size(); first += rows) {
            const std::size_t end = std::min(first + rows, m_rows.size());
            const double fromS = m_rows[first].startS;
            const double toS = m_rows[end - 1].startS + m_rows[end - 1].lengthS;
            const double from = m_time.axis.placeOf(fromS / m_time.unitS);
            const double to = m_time.axis.placeOf(toS / m_time.unitS);
            m_html.open("rect",
                {{"class", "strip"}, {"x", placeText(from)}, {"y", "0"}, {"width", placeText(to - from)},
                    {"height", placeText(height)}});
            m_html.element("title", stripText(fromS, toS, first, end)).close();
        }
    }

    std::string stripText(double fromS, double toS, std::size_t first, std::size_t end) const
    {
        std::string text = decimalNumber(fromS, 2) + " to " + decimalNumber(toS, 2) + " s";
        for (const Panel& panel : m_panels)
            for (const Curve& curve : panel.curves)
                if (const Ends ends = endsOf(curve, m_rows, first, end); ends.low)
                    text += '\n' + std::string(curve.name) + ": " + valuesText(panel, ends);
        return text;
    }

    std::string summary() const
    {
        std::string text = wholeNumber(m_rows.size()) + " intervals. ";
        for (const Panel& panel : m_panels)
            for (const Curve& curve : panel.curves)
                if (const Ends ends = endsOf(curve, m_rows, 0, m_rows.size()); ends.low)
                    text += std::string(curve.name) + ": " + valuesText(panel, ends) + ". ";
        return text + "A table below has every value.";
    }

    HtmlWriter& m_html;
    SvgPlot m_plot;
    const std::span<const IntervalRow> m_rows;
    const std::vector<Panel> m_panels;
    const TimeAxis m_time;
};

} // namespace

bool hasTimePlots(const RunResult& result)
{
    return !panelsOf(result).empty();
}

void writeTimePlots(HtmlWriter& html, const RunResult& result)
{
    TimePlots(html, result).write();
}

} // namespace iotbench
