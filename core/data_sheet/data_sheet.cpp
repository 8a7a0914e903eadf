#include "data_sheet/data_sheet.h"

#include "data_sheet/confusion_table.h"
#include "data_sheet/every_figure.h"
#include "data_sheet/html_writer.h"
#include "data_sheet/latency_chart.h"
#include "data_sheet/sheet_command.h"
#include "data_sheet/sheet_frame.h"
#include "data_sheet/sheet_numbers.h"
#include "data_sheet/sheet_report.h"
#include "data_sheet/sheet_words.h"
#include "data_sheet/study_section.h"
#include "data_sheet/time_plots.h"
#include "reports/report_json.h"
#include "reports/summary_text.h"

#include <QJsonObject>

#include <algorithm>
#include <string>
#include <vector>

namespace iotbench {
namespace {

class Sheet {
public:
    Sheet(const Report& report, std::span<const SheetProbe> probes)
        : m_report(report)
        , m_probes(probes)
        , m_result(report.result)
        , m_json(reportJson(report))
    {
    }

    std::string html()
    {
        beginSheet(m_html, sheetTitle(m_result), m_result.build.version);
        writeTop();
        writeFigures();
        const auto& study = m_report.study;
        const bool wide = study && isWide(*study, m_probes);
        if (wide)
            writeStudy(m_html, *study, m_probes);
        m_html.open("div", {{"class", "page"}}).open("div");
        writeTimes();
        writeFacts();
        writeCommand();
        m_html.close().open("div");
        if (study && !wide)
            writeStudy(m_html, *study, m_probes);
        writeLatency();
        writeConfusionCounts();
        writeVerdict();
        m_html.close().close();
        writeFoot();
        m_html.close().markup(reportElement(m_json)).close().close();
        return m_html.html();
    }

private:
    void writeTop()
    {
        m_html.open("header").open("div").element("p", {{"class", "kind"}}, "iotbench data sheet");
        m_html.element("h1", sheetTitle(m_result));
        m_html.element("p", {{"class", "remark"}}, sheetSubtitle(m_result)).close();
        const auto& study = m_report.study;
        const Judgement overall = study ? studyJudgement(study->verdict) : m_report.verdict.overall;
        const bool stopped = study ? study->answer == "stopped" : m_result.end == RunEnd::Stopped;
        m_html.open("div", {{"class", std::string("verdict ") + classOf(overall)}});
        m_html.element("b", signText(overall) + ' ' + (stopped ? "Stopped" : judgementWord(overall)));
        m_html.element("span", {{"class", "remark"}},
            (study ? "its last run: " : "") + claimsHeldText(m_report.verdict));
        m_html.close().close();
        writeSentence();
    }

    // Of a study its answer, and then what its last run showed.
    void writeSentence()
    {
        const auto& study = m_report.study;
        m_html.element("p", {{"class", "sentence"}},
            study && !study->words.empty() ? study->words + '.' : sheetSentence(m_report));
        if (study)
            m_html.element("p", {{"class", "more"}}, "Its last run: " + sheetSentence(m_report));
    }

    void writeFigures()
    {
        std::vector<SheetFigure> figures = sheetFigures(m_report);
        if (const auto first = m_report.study ? studyFigure(*m_report.study) : std::nullopt)
            figures.insert(figures.begin(), *first);
        m_html.open("dl", {{"class", "figures"}});
        for (const SheetFigure& figure : figures) {
            m_html.open("div").element("dt", figure.name);
            m_html.open("dd").element("b", figure.value).text(' ' + figure.unit).close();
            m_html.element("dd", {{"class", "remark"}}, figure.remark).close();
        }
        m_html.close();
    }

    HtmlWriter& section(const std::string& title, const std::string& remark)
    {
        beginSection(m_html, title, remark);
        return m_html;
    }

    void writeTimes()
    {
        if (!hasTimePlots(m_result))
            return;
        section("Over time", lastedText(m_result.elapsedS));
        writeTimePlots(m_html, m_result);
        m_html.close();
    }

    void writeLatency()
    {
        const bool sends = m_result.settings.role == Role::Send;
        const LatencySummary& latency
            = sends && m_result.sendDelay ? m_result.sendDelay->all : m_result.latency;
        if (latency.samples == 0)
            return;
        section(sends ? "Send delay" : "Latency",
            sends ? "from the intended send time to the sending"
                : m_result.latencyOrigin == LatencyOrigin::Intended
                ? "from the intended send time to the result"
                : "from the arrival to the result");
        if (!sends && !m_result.latencyBuckets.empty())
            writeLatencyChart(m_html, m_result);
        writePercentiles(latency, sends ? PercentileIntervals() : m_result.latencyIntervals);
        m_html.close();
    }

    void writePercentiles(const LatencySummary& latency, const PercentileIntervals& intervals)
    {
        const bool serves = m_result.service.samples > 0;
        m_html.open("table", {{"class", "list"}}).open("thead").open("tr").element("td", "");
        m_html.element("th", {{"scope", "col"}, {"class", "number"}}, "ms");
        m_html.element("th", {{"scope", "col"}, {"class", "number"}}, "95 % interval");
        if (serves)
            m_html.element("th", {{"scope", "col"}, {"class", "number"}}, "service, ms");
        m_html.close().close().open("tbody");
        const LatencySummary& service = m_result.service;
        const auto row = [&](const char* name, std::optional<double> ms, const Bounds& bounds,
                             std::optional<double> serviceMs) {
            if (!ms)
                return;
            m_html.open("tr").element("th", {{"scope", "row"}}, name);
            m_html.element("td", {{"class", "number"}}, msNumber(*ms));
            m_html.element("td", {{"class", "number"}}, boundsText(bounds));
            if (serves)
                m_html.element("td", {{"class", "number"}}, serviceMs ? msNumber(*serviceMs) : "");
            m_html.close();
        };
        row("mean", latency.meanMs, {}, service.meanMs);
        row("p50", latency.p50Ms, intervals.p50, service.p50Ms);
        row("p90", latency.p90Ms, intervals.p90, service.p90Ms);
        row("p95", latency.p95Ms, intervals.p95, service.p95Ms);
        row("p99", latency.p99Ms, intervals.p99, service.p99Ms);
        row("p99.9", latency.p999Ms, intervals.p999, service.p999Ms);
        row("max", latency.maxMs, {}, service.maxMs);
        m_html.close().close();
        if (latency.over1h > 0)
            m_html.element("p", {{"class", "remark"}}, wholeNumber(latency.over1h) + " took over an hour");
    }

    static std::string boundsText(const Bounds& bounds)
    {
        if (!bounds.low && !bounds.high)
            return {};
        return rangeText(bounds.low ? msNumber(*bounds.low) : "", bounds.high ? msNumber(*bounds.high) : "");
    }

    void writeConfusionCounts()
    {
        if (!judgesAnswers(m_result) || m_result.confusion.classes() == 0 || !accuracy(m_result))
            return;
        section("Confusion",
            showsAllCounts(m_result) ? "true down, predicted across, recall in %" : "the most frequent");
        m_html.open(
            "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", "Confusion"}});
        writeConfusion(m_html, m_result);
        m_html.close().close();
    }

    void writeFacts()
    {
        section("What ran", "");
        m_html.open("table", {{"class", "list facts"}}).open("tbody");
        for (const SheetFact& fact : sheetFacts(m_result)) {
            m_html.open("tr").element("th", {{"scope", "row"}}, fact.name).open("td").text(fact.value);
            if (!fact.remark.empty())
                m_html.empty("br").element("span", {{"class", "remark"}}, fact.remark);
            m_html.close().close();
        }
        m_html.close().close();
        if (const std::string unknown = unknownText(m_result); !unknown.empty())
            m_html.element("p", {{"class", "remark"}}, unknown);
        m_html.close();
    }

    void writeCommand()
    {
        const std::string command = repeatingCommand(m_report);
        if (command.empty())
            return;
        section("To measure it again", "");
        writeCommandLine(m_html, command);
        m_html.element("p", {{"class", "remark"}},
            "This file contains the full report, report.json. Add --html FILE for another sheet.");
        m_html.close();
    }

    void writeVerdict()
    {
        const Verdict& verdict = m_report.verdict;
        section("What the verdict rests on", "");
        m_html.open("ul", {{"class", "claims"}});
        if (verdict.outcome)
            writeLine(Judgement::NotJudged, verdict.outcome->english());
        for (const ClaimVerdict& claim : verdict.claims) {
            const std::string figure = claimFigure(m_result, claim.claim);
            beginLine(claim.judgement, std::string(toString(claim.claim)), figure);
            if (!claim.reasons.empty())
                m_html.open("ul");
            for (const Reason& reason : claim.reasons)
                m_html.element("li",
                    reason.what.english() + (reason.advice.empty() ? "" : ": " + reason.advice.english()));
            if (!claim.reasons.empty())
                m_html.close();
            m_html.close();
        }
        if (const std::string sustained = sustainedText(m_result); !sustained.empty()) {
            beginLine(Judgement::NotJudged, "sustained", sustained);
            m_html.close();
        }
        for (const CriterionVerdict& criterion : verdict.criteria)
            writeLine(criterion.met ? Judgement::Valid : Judgement::Invalid, criterion.line.english());
        for (const Message& warning : m_result.warnings)
            writeLine(Judgement::Weak, warning.english());
        m_html.close();
        m_html.close();
    }

    void beginLine(Judgement judgement, const std::string& subject, const std::string& text)
    {
        m_html.open("li").element(
            "span", {{"class", std::string("sign ") + classOf(judgement)}}, signText(judgement));
        if (!subject.empty())
            m_html.element("b", subject).text(" ");
        m_html.text(text);
    }

    void writeLine(Judgement judgement, const std::string& text)
    {
        beginLine(judgement, {}, text);
        m_html.close();
    }

    void writeFoot()
    {
        m_html.open("details").element("summary", "Every figure of the report, by its name in report.json");
        writeEveryFigure(m_html, m_json, "h2");
        m_html.close();
        m_html.open("footer", {{"class", "remark"}});
        m_html.element("span", "run " + m_result.runId);
        m_html.element("span", "iotbench " + m_result.build.version).close();
    }

    const Report& m_report;
    std::span<const SheetProbe> m_probes;
    const RunResult& m_result;
    const QJsonObject m_json;
    HtmlWriter m_html;
};

} // namespace

std::string dataSheet(const Report& report, std::span<const SheetProbe> probes)
{
    return Sheet(report, probes).html();
}

std::string unfinishedDataSheet()
{
    HtmlWriter html;
    html.markup("<!DOCTYPE html>\n").open("html", {{"lang", "en"}}).open("head");
    html.empty("meta", {{"charset", "utf-8"}}).element("title", "iotbench data sheet").close();
    html.open("body").element("p", "The program ended before the run did: there is no result.");
    html.close().close();
    return html.html();
}

} // namespace iotbench
