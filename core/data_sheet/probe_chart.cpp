#include "data_sheet/probe_chart.h"

#include "data_sheet/sheet_numbers.h"
#include "data_sheet/svg_plot.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace iotbench {
namespace {

using Outcome = SheetProbe::Outcome;

constexpr double kProbesWidth = 480;
constexpr double kProbesLeft = 44;
constexpr double kProbesRight = kProbesWidth - 14;
constexpr double kProbesTop = 10;
constexpr double kProbesFoot = 150; // of the plot
constexpr double kProbesHeight = kProbesFoot + 34;

bool isDrawn(const SheetProbe& probe)
{
    return probe.load && probe.p99Ms.value_or(0) > 0;
}

std::string signOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Holds:
        return "✓";
    case Outcome::Fails:
        return "✗";
    case Outcome::NotCounted:
        break;
    }
    return "○";
}

const char* classOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Holds:
        return "VALID";
    case Outcome::Fails:
        return "INVALID";
    case Outcome::NotCounted:
        break;
    }
    return "WEAK";
}

class ProbeChart {
public:
    ProbeChart(HtmlWriter& html, std::span<const SheetProbe> probes, const StudyFacts& study)
        : m_plot(html, kProbesWidth, kProbesLeft, kProbesRight)
        , m_probes(probes)
        , m_study(study)
        , m_load(loadAxis(probes))
        , m_p99(p99Axis(probes, study.maxP99Ms))
    {
    }

    void write()
    {
        m_plot.open(kProbesHeight, "Latency p99 of each probe by its load", summary());
        writeBracket();
        m_plot.grid(m_p99);
        if (m_study.maxP99Ms > 0) {
            const double y = m_p99.placeOf(m_study.maxP99Ms);
            m_plot.level("reference", y);
            m_plot.label(
                "label", "start", kProbesLeft + 3, y - 4, "limit " + msNumber(m_study.maxP99Ms) + " ms");
        }
        for (std::size_t i = 0; i < m_probes.size(); ++i)
            if (isDrawn(m_probes[i]))
                writeMark(m_probes[i], i);
        m_plot.ticks(
            m_load, kProbesFoot + 14, kProbesFoot + 29, m_study.countsCameras() ? "cameras" : "images/s");
        m_plot.close();
    }

private:
    static PlotAxis loadAxis(std::span<const SheetProbe> probes)
    {
        double low = 0, high = 0;
        bool first = true;
        for (const SheetProbe& probe : probes) {
            if (!isDrawn(probe))
                continue;
            low = first ? *probe.load : std::min(low, *probe.load);
            high = std::max(high, *probe.load);
            first = false;
        }
        const double room = std::max(0.06 * (high - low), 0.02 * high);
        return PlotAxis::linear(std::max(0.0, low - room), high + room, kProbesLeft, kProbesRight, 8);
    }

    static PlotAxis p99Axis(std::span<const SheetProbe> probes, double limitMs)
    {
        double low = limitMs > 0 ? limitMs : 1, high = low;
        for (const SheetProbe& probe : probes)
            if (isDrawn(probe)) {
                low = std::min(low, *probe.p99Ms);
                high = std::max(high, *probe.p99Ms);
            }
        return PlotAxis::logarithmic(low / 1.3, high * 1.3, kProbesFoot, kProbesTop, 8);
    }

    // Between what holds and what fails.
    void writeBracket()
    {
        if (m_study.holdsAt <= 0 || !m_study.failsAt)
            return;
        const double from = m_load.placeOf(m_study.holdsAt);
        const double width = std::max(m_load.placeOf(*m_study.failsAt) - from, 1.0);
        m_plot.box("bracket", from, width, kProbesTop, kProbesFoot - kProbesTop,
            "holds at " + loadText(m_study, m_study.holdsAt) + ", fails at "
                + loadText(m_study, *m_study.failsAt));
    }

    void writeMark(const SheetProbe& probe, std::size_t number)
    {
        const double x = m_load.placeOf(*probe.load), y = m_p99.placeOf(*probe.p99Ms);
        m_plot.mark(std::string("probe ") + classOf(probe.outcome), x, y, signOf(probe.outcome),
            "probe " + std::to_string(number) + ": " + loadText(m_study, *probe.load) + ", p99 "
                + msNumber(*probe.p99Ms) + " ms, " + probe.words);
        if (hasRoom(x, y))
            m_plot.label("label", "start", x + 6, y + 11, std::to_string(number));
    }

    // For a number that covers none before it; the mark's own title has it in any case.
    bool hasRoom(double x, double y)
    {
        constexpr double kBeside = 14, kBelow = 10;
        const bool covers = std::ranges::any_of(m_numbered, [x, y](const std::pair<double, double>& each) {
            return std::abs(each.first - x) < kBeside && std::abs(each.second - y) < kBelow;
        });
        if (!covers)
            m_numbered.emplace_back(x, y);
        return !covers;
    }

    std::string summary() const
    {
        const auto drawn = std::ranges::count_if(m_probes, isDrawn);
        std::string text = std::to_string(drawn) + (drawn == 1 ? " probe, " : " probes, ");
        if (m_study.holdsAt > 0)
            text += "holds at " + loadText(m_study, m_study.holdsAt) + ", ";
        if (m_study.failsAt)
            text += "fails at " + loadText(m_study, *m_study.failsAt) + ", ";
        return text + "limit " + msNumber(m_study.maxP99Ms) + " ms. The table beside it has every value.";
    }

    SvgPlot m_plot;
    std::span<const SheetProbe> m_probes;
    const StudyFacts& m_study;
    const PlotAxis m_load;
    const PlotAxis m_p99;
    std::vector<std::pair<double, double>> m_numbered; // places of the marks that have their number beside
};

} // namespace

std::string loadText(const StudyFacts& study, double load)
{
    return study.countsCameras() ? decimalNumber(load, 0) : rateNumber(load);
}

bool hasProbeChart(std::span<const SheetProbe> probes)
{
    return std::ranges::any_of(probes, isDrawn);
}

void writeProbeChart(HtmlWriter& html, std::span<const SheetProbe> probes, const StudyFacts& study)
{
    ProbeChart(html, probes, study).write();
}

void writeProbes(HtmlWriter& html, std::span<const SheetProbe> probes, const StudyFacts& study)
{
    html.open("table", {{"class", "list"}}).open("thead").open("tr");
    const auto head = [&html](const char* text) {
        html.element("th", {{"scope", "col"}, {"class", "number"}}, text);
    };
    head("#");
    if (study.countsCameras())
        head("Cameras");
    head("Images/s");
    head("p99, ms");
    html.element("th", {{"scope", "col"}}, "Outcome").close().close().open("tbody");
    const auto number = [&html](const std::string& text) { html.element("td", {{"class", "number"}}, text); };
    for (std::size_t i = 0; i < probes.size(); ++i) {
        const SheetProbe& probe = probes[i];
        html.open("tr").element("th", {{"scope", "row"}, {"class", "number"}}, std::to_string(i));
        if (study.countsCameras())
            number(probe.load ? loadText(study, *probe.load) : "");
        number(rateNumber(probe.imagesPerS));
        number(probe.p99Ms ? msNumber(*probe.p99Ms) : "");
        const std::string sign = probe.load ? signOf(probe.outcome) + ' ' : "";
        html.open("td").element(
            "span", {{"class", probe.load ? classOf(probe.outcome) : "none"}}, sign + probe.words);
        html.close().close();
    }
    html.close().close();
}

} // namespace iotbench
