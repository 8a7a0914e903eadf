#include "data_sheet/study_section.h"

#include "data_sheet/probe_chart.h"
#include "data_sheet/sheet_numbers.h"
#include "data_sheet/sweep_chart.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <vector>

namespace iotbench {
namespace {

std::string loadUnit(const StudyFacts& study)
{
    return study.countsCameras()
        ? "cameras of " + shortText(study.cameraRatePerS.value_or(0), 3) + " images/s"
        : "images/s";
}

std::string intervalText(std::optional<double> low, std::optional<double> high)
{
    return low && high ? rangeText(decimalNumber(*low, 1), decimalNumber(*high, 1)) + " (95 %)" : "";
}

std::vector<SheetFact> searchFacts(const StudyFacts& study)
{
    std::vector<SheetFact> facts;
    if (knowsWhatHolds(study))
        facts.push_back({"Holds at", loadText(study, study.holdsAt) + ' ' + loadUnit(study), {}});
    if (study.failsAt)
        facts.push_back({"Fails at", loadText(study, *study.failsAt) + ' ' + loadUnit(study), {}});
    facts.push_back({"Limit", "p99 within " + msNumber(study.maxP99Ms) + " ms", {}});
    facts.push_back({"Precision asked", shortText(study.precisionPct, 2) + " %", {}});
    facts.push_back({"Probes",
        wholeNumber(study.probes) + ", each of " + lastedText(study.probeSeconds) + " at most", {}});
    return facts;
}

std::vector<SheetFact> repeatFacts(const StudyFacts& study)
{
    std::vector<SheetFact> facts{{"Runs", wholeNumber(study.runs), {}}};
    if (study.imagesPerS)
        facts.push_back({"Mean rate", decimalNumber(*study.imagesPerS, 1) + " images/s",
            intervalText(study.lowPerS, study.highPerS)});
    if (study.spreadPct)
        facts.push_back({"Spread", decimalNumber(*study.spreadPct, 2) + " % from run to run", {}});
    if (study.errorsHonest)
        facts.push_back({"Runs differ by",
            *study.errorsHonest ? "no more than their own intervals say"
                                : "more than their own intervals say: a single run promises too much",
            {}});
    facts.push_back({"Repeatable", study.repeatable ? "yes" : "no",
        study.runsNeeded ? wholeNumber(*study.runsNeeded) + " runs would do" : ""});
    return facts;
}

std::vector<SheetFact> factsOf(const StudyFacts& study)
{
    std::vector<SheetFact> facts;
    if (study.kind == "search")
        facts = searchFacts(study);
    else if (study.kind == "repeat")
        facts = repeatFacts(study);
    else {
        if (!study.find.empty())
            facts = searchFacts(study);
        facts.push_back({study.find.empty() ? "Runs" : "Searches", wholeNumber(study.runs),
            !study.skipped.empty() ? wholeNumber(study.skipped.size()) + " combinations cannot be" : ""});
    }
    if (!study.verdict.empty())
        facts.push_back({"Verdict", study.verdict, {}});
    facts.push_back({"Took", lastedText(study.tookS), lastedText(study.measuredS) + " of it measuring"});
    return facts;
}

void writeFacts(HtmlWriter& html, const std::vector<SheetFact>& facts)
{
    html.open("table", {{"class", "list facts"}}).open("tbody");
    for (const SheetFact& fact : facts) {
        html.open("tr").element("th", {{"scope", "row"}}, fact.name).open("td").text(fact.value);
        if (!fact.remark.empty())
            html.text(" · ").element("span", {{"class", "remark"}}, fact.remark);
        html.close().close();
    }
    html.close().close();
}

std::string markText(const SweptPoint& point)
{
    if (!point.failure.empty())
        return "✗ " + point.failure.english();
    std::string text;
    const auto add = [&text](bool holds, const char* mark) {
        if (holds)
            text += (text.empty() ? "" : ", ") + std::string(mark);
    };
    add(point.best, "✓ best");
    const bool alike = point.alikeBest && !point.best && !point.keptPerS;
    add(alike && !point.holdsAt, "no difference to the best shown");
    add(alike && point.holdsAt.has_value(), "may hold as much as the best");
    add(point.keptPerS.has_value(), "kept its target rate");
    add(point.pareto, "Pareto front");
    add(!point.meetsCriteria && point.answer.empty(), "✗ misses the pass criteria");
    if (!point.meetsCriteria && !point.answer.empty())
        text += "✗ " + point.answer;
    return text;
}

void writePoints(HtmlWriter& html, const StudyFacts& study)
{
    std::vector<SweptPoint> points = study.points;
    std::ranges::stable_sort(points, std::ranges::greater(), &SweptPoint::imagesPerS);
    html.open(
        "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Combinations"}});
    html.open("table", {{"class", "list"}}).open("thead").open("tr");
    html.element("th", {{"scope", "col"}}, "Combination");
    const bool searches = !study.find.empty();
    for (const char* head : {searches && study.countsCameras() ? "Cameras"
                 : searches                                    ? "Holds, images/s"
                                                               : "Images/s",
             searches ? "Fails at" : "95 % interval", study.serviceTime ? "Service time p99, ms" : "p99, ms",
             "Accuracy, %", "Runs"})
        html.element("th", {{"scope", "col"}, {"class", "number"}}, head);
    html.element("th", {{"scope", "col"}}, "Verdict").close().close().open("tbody");
    const auto number = [&html](const std::string& text) { html.element("td", {{"class", "number"}}, text); };
    for (const SweptPoint& point : points) {
        html.open("tr").element("th", {{"scope", "row"}}, point.label);
        number(point.holdsAt                               ? loadText(study, *point.holdsAt)
                : point.imagesPerS && point.answer.empty() ? decimalNumber(*point.imagesPerS, 1)
                                                           : "");
        number(point.failsAt ? loadText(study, *point.failsAt)
                : point.lowPerS && point.highPerS
                ? rangeText(decimalNumber(*point.lowPerS, 1), decimalNumber(*point.highPerS, 1))
                : "");
        number(point.p99Ms ? msNumber(*point.p99Ms) : "");
        number(point.accuracyPct ? decimalNumber(*point.accuracyPct, 2) : "");
        number(wholeNumber(point.runs));
        const std::string mark = markText(point);
        html.element("td", point.verdict + (point.verdict.empty() || mark.empty() ? "" : ", ") + mark)
            .close();
    }
    for (const SkippedPoint& point : study.skipped)
        html.open("tr")
            .element("th", {{"scope", "row"}}, point.label)
            .element("td", {{"colspan", "6"}}, "skipped: " + point.reason.english())
            .close();
    html.close().close().close();
}

} // namespace

std::string studyTitle(const StudyFacts& study)
{
    if (study.kind == "sweep")
        return study.find.empty() ? "Which combination is best?" : "Which combination holds most?";
    if (study.kind == "search")
        return study.countsCameras() ? "How many cameras?" : "How many images a second?";
    return "How sure is the rate?";
}

std::optional<SheetFigure> studyFigure(const StudyFacts& study)
{
    if (study.kind == "search" && knowsWhatHolds(study))
        return SheetFigure{"Capacity", loadText(study, study.holdsAt),
            study.countsCameras() ? "cameras" : "/s",
            (study.countsCameras() ? "of " + shortText(study.cameraRatePerS.value_or(0), 3) + " images/s, "
                                   : std::string())
                + "p99 within " + msNumber(study.maxP99Ms) + " ms"};
    if (study.kind == "repeat" && study.imagesPerS)
        return SheetFigure{"Mean of " + wholeNumber(study.runs) + " runs",
            decimalNumber(*study.imagesPerS, 1), "/s", intervalText(study.lowPerS, study.highPerS)};
    return std::nullopt;
}

bool isWide(const StudyFacts& study, std::span<const SheetProbe> probes)
{
    return !study.points.empty() || !probes.empty();
}

void writeStudy(HtmlWriter& html, const StudyFacts& study, std::span<const SheetProbe> probes)
{
    html.open("section", {{"class", "study"}}).element("h2", studyTitle(study));
    const bool halves = !probes.empty() || hasSweepChart(study);
    if (halves)
        html.open("div", {{"class", "page"}}).open("div");
    if (hasProbeChart(probes))
        writeProbeChart(html, probes, study);
    if (hasSweepChart(study)) {
        writeSweepChart(html, study);
        html.close().open("div");
    }
    writeFacts(html, factsOf(study));
    if (!probes.empty()) {
        html.close().open("div");
        writeProbes(html, probes, study);
    }
    if (halves)
        html.close().close();
    if (!study.points.empty())
        writePoints(html, study);
    html.close();
}

} // namespace iotbench
