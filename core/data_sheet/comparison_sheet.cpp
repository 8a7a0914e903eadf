#include "data_sheet/comparison_sheet.h"

#include "compare/difference_text.h"
#include "compare/whisker.h"
#include "data_sheet/html_writer.h"
#include "data_sheet/sheet_frame.h"
#include "data_sheet/sheet_words.h"
#include "data_sheet/svg_plot.h"
#include "settings/command_text.h"

#include <string>
#include <vector>

namespace iotbench {
namespace {

using studies::MetricDifference;

void writeHead(HtmlWriter& html, const std::vector<std::string>& heads)
{
    html.open("thead").open("tr");
    for (const std::string& head : heads)
        html.element("th", {{"scope", "col"}}, head);
    html.close().close().open("tbody");
}

Judgement gradeOf(const MetricDifference& row)
{
    return !isShown(row) ? Judgement::NotJudged : isBetter(row) ? Judgement::Valid : Judgement::Invalid;
}

void writeWhisker(HtmlWriter& html, const MetricDifference& row, const std::vector<std::string>& cells)
{
    constexpr double kWidth = 200, kHeight = 16, kHalf = 92;
    const auto whisker = whiskerOf(row);
    if (!whisker)
        return;
    const auto x = [](double place) { return kWidth / 2 + place * kHalf; };
    const std::string words = cells[3] + ", 95 % interval " + cells[4];
    SvgPlot plot(html, kWidth, 0, kWidth);
    plot.open(kHeight, cells[0] + ": " + words, cells[5]);
    for (const double ratio : kWhiskerGrid)
        plot.line("grid", x(whiskerPlace(ratio)), x(whiskerPlace(ratio)), 0, kHeight);
    plot.line("percentile", x(0), x(0), 0, kHeight);
    plot.line("curve", x(whisker->low), x(whisker->high), kHeight / 2, kHeight / 2);
    for (const double end : {whisker->low, whisker->high})
        plot.line("curve", x(end), x(end), kHeight / 4, 3 * kHeight / 4);
    plot.mark(classOf(gradeOf(row)), x(whisker->middle), kHeight / 2, isShown(row) ? "●" : "○", words);
    plot.close();
}

void writeDifferences(HtmlWriter& html, const std::string& letter, const ComparedPair& pair)
{
    beginSection(html, "What differs", "grey lines: 1 %, 10 %, half or twice, tenfold");
    html.open(
        "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "What differs"}});
    html.open("table", {{"class", "list"}});
    writeHead(html, {"Metric", "A", letter, "Difference", "95 % interval", "÷ 10 … 0 … × 10", "Verdict"});
    const std::vector<MetricDifference> rows = tableRows(pair);
    const std::vector<std::vector<std::string>> cells = differenceTable(pair);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::vector<std::string>& texts = cells[i + 1]; // below the head
        html.open("tr").element("th", {{"scope", "row"}}, texts[0]);
        for (std::size_t column = 1; column < 5; ++column)
            html.element("td", texts[column]);
        html.open("td", {{"class", "whisker"}});
        writeWhisker(html, rows[i], texts);
        html.close().open("td");
        html.element("span", {{"class", classOf(gradeOf(rows[i]))}}, signText(gradeOf(rows[i])));
        html.text(' ' + texts[5] + (rows[i].withinRuns ? ", one run only" : "")).close().close();
    }
    html.close().close().close().close();
}

void writeRemarks(HtmlWriter& html, const ComparedPair& pair)
{
    beginSection(html, "What could spoil the comparison", "");
    html.open("ul", {{"class", "claims"}});
    const auto line = [&html](Judgement judgement, const std::string& text) {
        html.open("li").element(
            "span", {{"class", std::string("sign ") + classOf(judgement)}}, signText(judgement));
        html.text(text).close();
    };
    for (const Message& caution : pair.cautions)
        line(Judgement::Weak, caution.english());
    for (const std::string& reason : notComparedTexts(pair))
        line(Judgement::NotJudged, reason);
    for (const Message& note : pair.notes)
        line(Judgement::NotJudged, note.english());
    html.close().close();
}

void writeSettings(HtmlWriter& html, const char* heading, const std::string& letter,
    const std::vector<SetupDifference>& settings)
{
    if (settings.empty())
        return;
    beginSection(html, heading, "");
    html.open("table", {{"class", "list"}});
    writeHead(html, {"Setting", "A", letter});
    for (const SetupDifference& each : settings)
        html.open("tr")
            .element("th", {{"scope", "row"}}, each.what.english())
            .element("td", each.base)
            .element("td", each.next)
            .close();
    html.close().close().close();
}

void writeSide(HtmlWriter& html, const std::string& letter, const std::string& name, std::uint64_t runs,
    Judgement verdict)
{
    html.element("p", {{"class", "remark"}},
        letter + ": " + name + ", " + std::to_string(runs) + (runs == 1 ? " run, " : " runs, ")
            + std::string(toString(verdict)));
}

void writePair(HtmlWriter& html, const ComparisonReport& report, std::size_t index)
{
    const ComparedPair& pair = report.pairs[index];
    const std::string letter(1, static_cast<char>('B' + index));
    html.element("p", {{"class", "sentence"}}, pair.sentence.english());
    writeSide(html, "A", report.base, report.baseRuns, report.baseVerdict);
    writeSide(html, letter, pair.name, pair.runs, pair.verdict);
    writeDifferences(html, letter, pair);
    html.open("div", {{"class", "page"}}).open("div");
    writeSettings(html, "Settings that differ", letter, pair.setup);
    writeSettings(html, "The same on both", letter, pair.equalSetup);
    html.close().open("div");
    writeRemarks(html, pair);
    html.close().close();
}

std::string commandOf(const ComparisonReport& report)
{
    std::string command = "iotbench --compare " + shellQuoted(report.base);
    for (const ComparedPair& pair : report.pairs)
        command += ' ' + shellQuoted(pair.name);
    return command;
}

} // namespace

std::string comparisonSheet(const ComparisonReport& report)
{
    HtmlWriter html;
    const std::string title = "Comparison with " + report.base;
    beginSheet(html, title, "");
    html.open("header").open("div").element("p", {{"class", "kind"}}, "iotbench data sheet");
    html.element("h1", title).close();
    const Judgement judgement = report.judgement();
    html.open("div", {{"class", std::string("verdict ") + classOf(judgement)}});
    html.element("b", signText(judgement) + ' ' + judgementWord(judgement)).close().close();
    for (std::size_t i = 0; i < report.pairs.size(); ++i)
        writePair(html, report, i);
    beginSection(html, "To compare again", "");
    writeCommandLine(html, commandOf(report));
    html.close().close().close().close();
    return html.html();
}

} // namespace iotbench
