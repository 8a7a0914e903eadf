// A run on a page: every figure of the report is in it, no text becomes markup, and the report comes out of
// it again.
#include "data_sheet/data_sheet.h"
#include "data_sheet/html_writer.h"
#include "data_sheet/sheet_report.h"
#include "reports/report_json.h"
#include "reports/report_reader.h"
#include "unit/data_sheet/missing_figures.h"
#include "unit/reports/example_study.h"
#include "unit/statistics/example_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

#include <set>

using namespace iotbench;
using namespace Qt::StringLiterals;
using test::collectMissing;
using test::exampleRun;
using test::exampleSearch;
using test::shown;

namespace {

// The example with something in every part of it.
Report exampleReport()
{
    Report report;
    report.result = exampleRun();
    RunResult& run = report.result;
    run.runId = "5e2d63ce-d430-439d-85d4-201a2ce57778";
    run.settings.minAccuracyPct = 95;
    run.rejected[0].add(12);
    run.latencyBuckets = {{1.0, 400}, {1.25, 5'600}, {2.0, 3'900}, {8.5, 100}};
    run.warnings.push_back(verbatim("the sender is slow"));
    run.content.otherLabels = 1;
    run.content.firstOtherLabels = {{17, 3, 5}};
    run.sustained = Sustained{1'000, 990, -1, {-2, 0.1}, {}, {}};
    report.verdict = judge(run);
    return report;
}

QString htmlOf(const Report& report)
{
    return QString::fromStdString(dataSheet(report));
}

// What is on the page before anything is unfolded, and so in print.
QString onThePage(const Report& report)
{
    QString html = shown(htmlOf(report));
    const qsizetype from = html.indexOf(u"<details"_s);
    const qsizetype to = html.indexOf(u"</details>"_s);
    html.remove(from, to - from);
    html.remove(html.indexOf(u"<style"_s), html.indexOf(u"</style>"_s) - html.indexOf(u"<style"_s));
    return html.replace(QChar::Nbsp, u' ');
}

// Names of elements, how often each; a fault in the form of the page comes out as "fault".
std::multiset<QString> elementsOf(const QString& html, QStringList& attributes)
{
    std::multiset<QString> names;
    QXmlStreamReader reader(html);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        names.insert(reader.name().toString());
        for (const QXmlStreamAttribute& each : reader.attributes())
            attributes << each.name().toString();
    }
    if (reader.hasError())
        names.insert(u"fault: "_s + reader.errorString());
    return names;
}

QString namesAndCounts(const std::multiset<QString>& names)
{
    QString text;
    for (auto each = names.begin(); each != names.end(); each = names.upper_bound(*each))
        text += *each + u' ' + QString::number(names.count(*each)) + u' ';
    return text;
}

} // namespace

class TestDataSheet : public QObject {
    Q_OBJECT

private slots:
    void everyFigureOfTheReportIsThere();
    void mainFiguresAreOnThePage_data();
    void mainFiguresAreOnThePage();
    void isOneFileWithoutScript();
    void headingsAreInOrderAndTablesSayWhatTheyHead();
    void textStaysText_data();
    void textStaysText();
    void figuresOutOfAllBoundsAreDrawn_data();
    void figuresOutOfAllBoundsAreDrawn();
    void reportComesOutAgain();
    void refusesWhatIsNoSheet_data();
    void refusesWhatIsNoSheet();
    void whatIsNotKnownIsNoZero();
    void failedAndStoppedRunsSaySo();
    void sendersHaveTheirOwnFigures();
    void manyClassesAreAList();
    void longRunsStaySmall();
    void plotsBeginWithTheFirstImage();
    void saturatedRunsSaySo();
    void latencyThatIsNotJudgedIsNoClaim();
    void unfinishedSaysSo();
    void tellsOfASearch();
    void probesOfASearchAreDrawnAndListed();
    void tellsOfRepeats();
    void tellsOfASweep();
};

void TestDataSheet::everyFigureOfTheReportIsThere()
{
    const Report report = exampleReport();
    QStringList missing;
    collectMissing(shown(htmlOf(report)), reportJson(report), false, missing);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestDataSheet::mainFiguresAreOnThePage_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("title") << u"gateway &quot;A&quot;, lab 2</h1>"_s;
    QTest::newRow("when") << u"31 January 2019, 02:44 UTC"_s;
    QTest::newRow("sentence") << u"This machine kept up with 1,000 images a second for 10 s: 99 % of the "
                                 "results came within 3.00 ms, 92.1 % were correct, and no image was lost."_s;
    QTest::newRow("verdict") << u"✓ Valid"_s;
    QTest::newRow("rate") << u"<b>1,000.0</b> /s"_s;
    QTest::newRow("its interval") << u"993.5 … 1,006.5 (95 %), target 1,000"_s;
    QTest::newRow("p99") << u"<b>3.00</b> ms"_s;
    QTest::newRow("interval of p99") << u"2.75 … 3.25 (95 %), p50 1.25"_s;
    QTest::newRow("accuracy") << u"<b>92.12</b> %"_s;
    QTest::newRow("interval of accuracy") << u"91.6 … 92.6 (95 %), 10,000 distinct images"_s;
    QTest::newRow("rejected, lost") << u"<b>0 · 0</b>"_s;
    QTest::newRow("CPU") << u"<b>1,000</b> µs"_s;
    QTest::newRow("hottest") << u"<b>71.5</b> °C"_s;
    QTest::newRow("p99.9, open above") << u"<td class=\"number\">3.50 … </td>"_s;
    QTest::newRow("service") << u"<td class=\"number\">2.50</td>"_s;
    QTest::newRow("a bar") << u"5,600 images"_s;
    QTest::newRow("confused") << u">77</td>"_s;
    QTest::newRow("criterion") << u"--min-accuracy 95 missed: 92.12 %"_s;
    QTest::newRow("warning") << u"the sender is slow"_s;
    QTest::newRow("reason") << u"9999 of 10000 predictions are the card"_s;
    QTest::newRow("box") << u"Raspberry Pi 4 Model B Rev 1.4, gateway"_s;
    QTest::newRow("processor") << u"ARM Cortex-A72, 2.5 of 4 cores"_s;
    QTest::newRow("memory") << u"4 GB"_s;
    QTest::newRow("own memory") << u"this program 120 MB at most"_s;
    QTest::newRow("model") << u"resnet20 (ResNet20v1), 272,474 parameters, card 92.12 %"_s;
    QTest::newRow("hash") << u"SHA-256 0123456789abcdef"_s;
    QTest::newRow("engine") << u"opencv 4.6.0, fp32, 2 workers, batch at most 2"_s;
    QTest::newRow("alone") << u"1,040 images/s alone"_s;
    QTest::newRow("stages")
        << u"0.013 ms waiting, 0.005 ms decoding, 0.003 ms normalising, 0.900 ms inference"_s;
    QTest::newRow("build") << u"iotbench 0.1.0, Release build, revision 0123abc, seed 7"_s;
    QTest::newRow("interference")
        << u"other programs 1.5 % of the CPU time, steal 0.1 %, low supply voltage for 0.2 %"_s;
    QTest::newRow("schedule misses") << u"3 of 10,000 sends"_s;
    QTest::newRow("send delay") << u"send delay p99 0.090 ms"_s;
    QTest::newRow("sustained") << u"<b>sustained</b> 990 ms of service in the last third, 1000 in the first: "
                                  "-1.0 % (95 % interval -2.0 to +0.1 %)"_s;
    QTest::newRow("clock") << u"clock: 1,450 MHz"_s;
    QTest::newRow("temperature") << u"temperature: 71.2 °C"_s;
    QTest::newRow("rate of a row") << u"images/s: 992 images/s"_s;
    QTest::newRow("latency of a row") << u"p99 of the last 1,000: 2.50 ms"_s;
    QTest::newRow("run") << u"run 5e2d63ce-d430-439d-85d4-201a2ce57778"_s;
}

void TestDataSheet::mainFiguresAreOnThePage()
{
    QFETCH(QString, text);
    const QString page = onThePage(exampleReport());
    QVERIFY2(page.contains(text), page.toUtf8());
}

void TestDataSheet::isOneFileWithoutScript()
{
    const QString html = htmlOf(exampleReport());
    QStringList attributes;
    const auto elements = elementsOf(html, attributes);
    QCOMPARE(elements.count(u"script"_s), std::size_t(1));
    QVERIFY(html.contains(u"<script type=\"application/json\" id=\"iotbench-report\">{"_s));
    for (const char* loading : {"link", "img", "iframe", "object", "embed", "base", "form", "a", "use"})
        QVERIFY2(elements.count(QLatin1String(loading)) == 0, loading);
    for (const QString& each : std::as_const(attributes))
        QVERIFY2(!each.startsWith(u"on"_s) && each != u"href"_s && each != u"src"_s && each != u"style"_s,
            qPrintable(each));
    QVERIFY(html.contains(u"default-src 'none'"_s) || html.contains(u"default-src &#39;none&#39;"_s));
    QVERIFY(!shown(html).contains(u"url("_s));
    QVERIFY(html.contains(u"@page{size:A4"_s));
    QVERIFY(html.contains(u"@media screen and (prefers-color-scheme:dark)"_s));
    QVERIFY(html.contains(u"break-inside:avoid"_s));
}

void TestDataSheet::headingsAreInOrderAndTablesSayWhatTheyHead()
{
    QXmlStreamReader reader(htmlOf(exampleReport()));
    int level = 0, plots = 0;
    QString inPlot;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        if (name.size() == 2 && name[0] == u'h' && name[1].isDigit()) {
            const int next = name[1].digitValue();
            QVERIFY2(next <= level + 1 && (next > 1 || level == 0), qPrintable(name));
            level = next;
        }
        if (name == u"th"_s)
            QVERIFY(reader.attributes().hasAttribute(u"scope"_s));
        if (name == u"svg"_s) {
            ++plots;
            QVERIFY(reader.readNextStartElement());
            QCOMPARE(reader.name(), u"title"_s);
            QVERIFY(!reader.readElementText().isEmpty());
            QVERIFY(reader.readNextStartElement());
            QCOMPARE(reader.name(), u"desc"_s);
            QVERIFY(!reader.readElementText().isEmpty());
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QCOMPARE(plots, 2);
}

void TestDataSheet::textStaysText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("script") << u"<script>alert(1)</script>"_s;
    QTest::newRow("out of an attribute") << u"\" onload=\"alert(1)\" x='"_s;
    QTest::newRow("out of an element") << u"</td></title></style></script><img src=x onerror=alert(1)>"_s;
    QTest::newRow("comment") << u"<!-- <script> --!> <![CDATA[ ]]>"_s;
    QTest::newRow("entity") << u"&lt;script&gt; &amp &#60;"_s;
    QTest::newRow("the report's own element")
        << u"<script type=\"application/json\" id=\"iotbench-report\">{}</script>"_s;
    QTest::newRow("right to left") << u"resnet\u202Eexe.xnno"_s;
    QTest::newRow("controls") << u"a\u0001b\u001B[31m\u007F\u0085"_s;
}

void TestDataSheet::textStaysText()
{
    QFETCH(QString, text);
    const std::string words = text.toStdString();
    Report report = exampleReport();
    RunResult& run = report.result;
    run.settings.label = run.runId = run.model.name = run.model.architecture = run.model.file = words;
    run.engine.name = run.engine.version = run.engine.description = words;
    run.machine.hostName = run.machine.board = run.machine.cpuModel = run.machine.governor = words;
    run.machine.osName = run.machine.kernel = run.machine.instructionSets = words;
    run.build.version = run.build.compiler = words;
    run.build.libraries = {{words, words}};
    run.imageFacts.classes[3] = words;
    run.sources[0].name = words;
    run.warnings = {verbatim(words)};
    report.verdict.claims[0].reasons.push_back({Judgement::Weak, verbatim(words), verbatim(words)});
    report.study = StudyFacts{};
    report.study->words = report.study->verdict = report.study->kind = words;
    report.study->points.resize(1);
    report.study->points[0].label = words;
    report.study->points[0].failure = verbatim(words);

    const QString html = htmlOf(report);
    QStringList attributes, usualAttributes;
    std::multiset<QString> elements = elementsOf(html, attributes);
    Report usual = report;
    const auto plain = [](std::string& field) { field = "plain"; };
    for (std::string* field : {&usual.result.settings.label, &usual.result.runId, &usual.result.model.name,
             &usual.result.model.architecture, &usual.result.model.file, &usual.result.engine.name,
             &usual.result.engine.version, &usual.result.engine.description, &usual.result.machine.hostName,
             &usual.result.machine.board, &usual.result.machine.cpuModel, &usual.result.machine.governor,
             &usual.result.machine.osName, &usual.result.machine.kernel,
             &usual.result.machine.instructionSets, &usual.result.build.version, &usual.result.build.compiler,
             &usual.result.imageFacts.classes[3], &usual.result.sources[0].name, &usual.study->words,
             &usual.study->verdict, &usual.study->kind, &usual.study->points[0].label})
        plain(*field);
    usual.study->points[0].failure = verbatim("plain");
    usual.result.build.libraries = {{"plain", "plain"}};
    usual.result.warnings = {verbatim("plain")};
    usual.verdict.claims[0].reasons.back() = {Judgement::Weak, verbatim("plain"), verbatim("plain")};
    std::multiset<QString> usualElements = elementsOf(htmlOf(usual), usualAttributes);
    elements.erase(u"span"_s); // words of the command
    usualElements.erase(u"span"_s);
    QCOMPARE(namesAndCounts(elements), namesAndCounts(usualElements));
    QCOMPARE(std::set(attributes.begin(), attributes.end()),
        std::set(usualAttributes.begin(), usualAttributes.end()));
    QVERIFY(!html.contains(QChar(0x202E)) || shown(html).count(QChar(0x202E)) == 0);

    const auto inner = reportInDataSheet(html.toUtf8(), "sheet.html");
    QVERIFY2(inner, inner.error().english().c_str());
    QCOMPARE(QJsonDocument::fromJson(*inner).object(), reportJson(report));
}

// What a report may say that somebody else has written, as far as its reader lets it.
void TestDataSheet::figuresOutOfAllBoundsAreDrawn_data()
{
    QTest::addColumn<double>("figure");
    QTest::newRow("none") << 0.0;
    QTest::newRow("hardly any") << 1e-6;
    QTest::newRow("most") << 9.2e18;
}

void TestDataSheet::figuresOutOfAllBoundsAreDrawn()
{
    QFETCH(double, figure);
    Report report = exampleReport();
    RunResult& run = report.result;
    run.elapsedS = figure;
    run.resultsPerS = figure;
    run.rateInterval = Interval{figure, figure};
    run.settings.imagesPerSecond = figure;
    run.latency = {10'000, figure, figure, figure, figure, figure, figure, figure};
    run.latencyIntervals.p99 = {figure, figure};
    run.latencyBuckets = {{figure, 10'000}};
    for (IntervalRow& row : run.intervals) {
        row.startS = row.lengthS = figure;
        row.latencyP50Ms = row.latencyP99Ms = row.rollingLatencyP99Ms = figure;
        row.interference.clockMHz = row.interference.temperatureC = figure;
    }
    run.machine.frequencyMHz = run.machine.coresAllowed = figure;
    run.stages = {figure, figure, figure, figure};
    report.study = StudyFacts{};
    report.study->holdsAt = report.study->maxP99Ms = report.study->tookS = figure;
    report.study->failsAt = report.study->cameraRatePerS = figure;
    const SheetProbe probe{figure, figure, figure, SheetProbe::Outcome::Fails, "fails"};
    const QString html = QString::fromStdString(dataSheet(report, std::span(&probe, 1)));
    QStringList attributes;
    for (const QString& name : elementsOf(html, attributes))
        QVERIFY2(!name.startsWith(u"fault"_s), qPrintable(name));
    static const QRegularExpression noNumber(u"[>\"] *-?(nan|inf)\\b"_s);
    QVERIFY2(!html.contains(noNumber), qPrintable(noNumber.match(html).captured()));
    static const QRegularExpression noPlace(u" (x|y|x1|x2|y1|y2|width|height|cx|cy)=\"(-?)\""_s);
    QVERIFY2(!html.contains(noPlace), qPrintable(noPlace.match(html).captured()));
}

void TestDataSheet::reportComesOutAgain()
{
    const Report report = exampleReport();
    const auto inner = reportInDataSheet(QByteArray::fromStdString(dataSheet(report)), "sheet.html");
    QVERIFY2(inner, inner.error().english().c_str());
    const auto read = readReport(*inner, "sheet.html");
    QVERIFY2(read, read.error().english().c_str());
    QCOMPARE(reportJson(*read), reportJson(report));
}

void TestDataSheet::refusesWhatIsNoSheet_data()
{
    const QByteArray sheet = QByteArray::fromStdString(dataSheet(exampleReport()));
    QTest::addColumn<QByteArray>("html");
    QTest::addColumn<QString>("error");
    const QString none = u"sheet.html: not a data sheet with a report in it"_s;
    QTest::newRow("nothing") << QByteArray() << none;
    QTest::newRow("another page") << QByteArray("<!DOCTYPE html><script>{}</script>") << none;
    QTest::newRow("unfinished") << QByteArray::fromStdString(unfinishedDataSheet()) << none;
    QTest::newRow("cut off") << sheet.left(sheet.indexOf("</script>")) << none;
    QTest::newRow("two") << sheet + sheet
                         << u"sheet.html: a data sheet has one report, and this file has several"_s;
    QTest::newRow("huge") << QByteArray((64 << 20) + 1, 'x') << u"sheet.html: larger than any data sheet"_s;
}

void TestDataSheet::refusesWhatIsNoSheet()
{
    QFETCH(QByteArray, html);
    QFETCH(QString, error);
    const auto inner = reportInDataSheet(html, "sheet.html");
    QVERIFY(!inner);
    QCOMPARE(QString::fromStdString(inner.error().english()), error);
}

void TestDataSheet::whatIsNotKnownIsNoZero()
{
    Report report;
    report.verdict = judge(report.result);
    const QString page = onThePage(report);
    QVERIFY2(page.contains(u"No image was classified."_s), page.toUtf8());
    QVERIFY(page.contains(
        u"Not known: throughput; latency; accuracy; images lost; clock over time; temperature."_s));
    for (const char* absent : {"<svg", "Throughput</dt>", "Accuracy</dt>", "Hottest", "Confusion",
             "Latency</h2>", "nan", "inf ", "Memory</th>", "Box</th>"})
        QVERIFY2(!page.contains(QLatin1String(absent)), absent);
    QStringList attributes;
    for (const QString& name : elementsOf(htmlOf(report), attributes))
        QVERIFY2(!name.startsWith(u"fault"_s), qPrintable(name));

    report.result = exampleRun();
    report.result.intervals.clear();
    report.result.machine.thermalZones.clear();
    report.result.latency.p99Ms.reset();
    report.result.counts.lost.reset();
    report.verdict = judge(report.result);
    const QString less = onThePage(report);
    QVERIFY2(less.contains(u"Not known: latency p99, which takes 1,000 images; images lost; clock over time; "
                           "temperature."_s),
        less.toUtf8());
    QVERIFY(less.contains(u"<dt>Latency p50</dt><dd><b>1.25</b> ms"_s));
    QVERIFY(less.contains(u"<dt>Rejected</dt><dd><b>0</b>"_s));
}

void TestDataSheet::failedAndStoppedRunsSaySo()
{
    Report report = exampleReport();
    report.result.end = RunEnd::Failed;
    report.result.failure = verbatim("the disk is full");
    report.verdict = judge(report.result);
    QVERIFY(onThePage(report).contains(u"The run failed: the disk is full."_s));
    QVERIFY(onThePage(report).contains(u"✗ Not valid"_s));
    report.result.end = RunEnd::Stopped;
    report.result.failure = {};
    report.verdict = judge(report.result);
    QVERIFY(onThePage(report).contains(u" Stopped</b>"_s));
}

void TestDataSheet::sendersHaveTheirOwnFigures()
{
    Report report = exampleReport();
    RunResult& run = report.result;
    run.settings.role = Role::Send;
    run.counts.classified = run.counts.received = 0;
    run.latency = {};
    run.engine = {};
    report.verdict = judge(run);
    const QString page = onThePage(report);
    QVERIFY2(page.contains(u"10,000 images were sent, 1,000 a second for 10 s."_s), page.toUtf8());
    QVERIFY(page.contains(u"<dt>Send delay p99</dt><dd><b>0.090</b> ms"_s));
    QVERIFY(page.contains(u"Send delay <small>from the intended send time to the sending"_s));
    QVERIFY(!page.contains(u"Confusion"_s));
    QVERIFY(page.contains(u"— sent"_s));
}

void TestDataSheet::manyClassesAreAList()
{
    Report report = exampleReport();
    RunResult& run = report.result;
    run.imageFacts.classes.clear();
    for (int i = 0; i < 100; ++i)
        run.imageFacts.classes.push_back("class " + std::to_string(i));
    run.confusion = Confusion(100);
    run.confusion.add(7, 7, 90);
    run.confusion.add(7, 41, 10);
    run.confusion.add(8, 41, 11);
    const QString page = onThePage(report);
    QVERIFY(page.contains(u"Confusion <small>the most frequent"_s));
    const qsizetype first = page.indexOf(u"class 8</th><td>class 41</td><td class=\"number\">11</td>"_s);
    const qsizetype second = page.indexOf(
        u"class 7</th><td>class 41</td><td class=\"number\">10</td><td class=\"number\">100</td>"_s);
    QVERIFY2(first > 0 && second > first, page.toUtf8());
}

void TestDataSheet::longRunsStaySmall()
{
    Report report = exampleReport();
    IntervalRow row = report.result.intervals.back();
    report.result.intervals.clear();
    for (int i = 0; i < 3'600; ++i) {
        row.startS = 16.0 * i;
        row.lengthS = 16;
        row.latencyP50Ms = i % 100 == 50 ? std::nullopt : std::optional(1.0 + i % 7);
        report.result.intervals.push_back(row);
    }
    report.result.elapsedS = 57'600;
    const QString html = htmlOf(report);
    QCOMPARE(html.count(u"class=\"strip\""_s), 240);
    QVERIFY(html.contains(u"p50: 1.00 ms to 7.00 ms"_s));
    QVERIFY(html.contains(u">hours</text>"_s));
    QVERIFY(html.contains(u"for 16 h:"_s));
    QVERIFY2(html.size() < 6'000'000, qPrintable(QString::number(html.size())));
}

// A receiver waits before it, however long.
void TestDataSheet::plotsBeginWithTheFirstImage()
{
    Report report = exampleReport();
    std::vector<IntervalRow>& rows = report.result.intervals;
    constexpr double kWaitS = 600;
    for (IntervalRow& row : rows)
        row.startS += kWaitS;
    IntervalRow waits;
    waits.lengthS = kWaitS;
    waits.interference.temperatureC = 99;
    rows.insert(rows.begin(), waits);
    const QString html = htmlOf(report);
    QCOMPARE(html.count(u"class=\"strip\""_s), 2);
    QVERIFY(html.contains(u"<title>600.00 to 600.25 s"_s));
    QVERIFY(html.contains(u">seconds</text>"_s)); // as long as it lasts
    QVERIFY(html.contains(u"<desc>2 intervals. "_s));
    QVERIFY(!html.contains(u"temperature: 99"_s));
    rows.resize(1);
    QVERIFY(!htmlOf(report).contains(u"The run over time"_s));
}

void TestDataSheet::saturatedRunsSaySo()
{
    Report report = exampleReport();
    report.result.backlog = Backlog{9.999, 9.999, 15.6};
    report.result.elapsedS = 15.6;
    report.verdict = judge(report.result);
    const QString page = onThePage(report);
    QVERIFY2(
        page.contains(u"This machine did not keep up with 1,000 images a second, and managed 641 for 16 s: "
                      "92.1 % were correct, and no image was lost."_s),
        page.toUtf8());
    QVERIFY(page.contains(u"p50 1.25, not judged: saturated, so it grows with the length of the run"_s));
    QVERIFY(page.contains(u"saturated: 641 of 1000 images/s"_s));
}

// At full speed it is the depth of the queue.
void TestDataSheet::latencyThatIsNotJudgedIsNoClaim()
{
    Report report = exampleReport();
    report.result.settings.imagesPerSecond = 0;
    report.result.sendDelay.reset();
    report.result.latencyOrigin = LatencyOrigin::Arrival;
    report.verdict = judge(report.result);
    QVERIFY(report.verdict[Claim::Latency].judgement == Judgement::NotJudged);
    const QString page = onThePage(report);
    QVERIFY2(!page.contains(u"came within"_s), page.toUtf8());
    QVERIFY(page.contains(u"not judged: there were no intended send times to measure it from"_s));
}

void TestDataSheet::unfinishedSaysSo()
{
    const QString html = QString::fromStdString(unfinishedDataSheet());
    QVERIFY(html.contains(u"The program ended before the run did: there is no result."_s));
    QStringList attributes;
    QCOMPARE(elementsOf(html, attributes).count(u"p"_s), std::size_t(1));
}

void TestDataSheet::tellsOfASearch()
{
    Report report = exampleReport();
    report.study = exampleSearch();
    const QString page = onThePage(report);
    for (const QString& text :
        {u"Serves 62 cameras of 15 images/second with p99 within 10.0 ms (63 do not)"_s,
            u"Its last run: This machine kept up with 1,000 images a second"_s,
            u"<dt>Capacity</dt><dd><b>62</b> cameras"_s, u"of 15 images/s, p99 within 10.0 ms"_s,
            u"How many cameras?</h2>"_s, u"Holds at</th><td>62 cameras of 15 images/s"_s,
            u"Fails at</th><td>63 cameras of 15 images/s"_s, u"11, each of 60 s at most"_s,
            u"Took</th><td>96 s · <span class=\"remark\">80 s of it measuring"_s})
        QVERIFY2(page.contains(text), qPrintable(text + u'\n' + page));
    // Its own verdict, not that of its last run.
    QVERIFY(page.contains(u"<b>✓ Valid</b><span class=\"remark\">its last run: "_s));
    report.study->verdict = "WEAK";
    QVERIFY(onThePage(report).contains(u"<b>▲ Weak</b>"_s));
    report.study->answer = "stopped";
    report.study->verdict.clear();
    QVERIFY(onThePage(report).contains(u"<b>▲ Stopped</b>"_s));
    report.study = exampleSearch();
    report.study->find = "rate";
    report.study->holdsAt = 4'870;
    report.study->failsAt.reset();
    report.study->precisionPct = 2;
    const QString rate = onThePage(report);
    QVERIFY(rate.contains(u"<dt>Capacity</dt><dd><b>4,870</b> /s"_s));
    QVERIFY(rate.contains(u"Precision asked</th><td>2 %"_s));
    QVERIFY(!rate.contains(u"Fails at"_s));
    report.study->holdsAt = 0;
    report.study->answer = "nothing";
    QVERIFY(onThePage(report).contains(u"<dt>Capacity</dt><dd><b>0</b> /s"_s));
    report.study->answer = "not accurate";
    const QString unknown = onThePage(report);
    QVERIFY(!unknown.contains(u"Capacity"_s));
    QVERIFY(!unknown.contains(u"Holds at"_s));
}

void TestDataSheet::probesOfASearchAreDrawnAndListed()
{
    using Outcome = SheetProbe::Outcome;
    Report report = exampleReport();
    report.study = StudyFacts{};
    report.study->find = "cameras";
    report.study->holdsAt = 62;
    report.study->failsAt = 63;
    report.study->maxP99Ms = 10;
    const std::vector<SheetProbe> probes{{{}, 1'130, 900, Outcome::NotCounted, "as fast as it can"},
        {48, 720, 3.87, Outcome::Holds, "holds"},
        {70, 1'050, 640, Outcome::Fails, "fails: the <backlog> grew"},
        {65, 975, {}, Outcome::NotCounted, "disturbed"}, {62, 930, 9.05, Outcome::Holds, "confirming: holds"},
        {62, 930, 9.1, Outcome::Holds, "confirming: holds"}};
    const QString html = QString::fromStdString(dataSheet(report, probes));
    for (const QString& text :
        {u"Latency p99 of each probe by its load</title><desc>4 probes, holds at 62, fails at 63, "
         "limit 10.0 ms."_s,
            u"<title>holds at 62, fails at 63</title>"_s, u"limit 10.0 ms</text>"_s,
            u"✗<title>probe 2: 70, p99 640 ms, fails: the &lt;backlog&gt; grew</title>"_s,
            u"<span class=\"none\">as fast as it can</span>"_s, u"<span class=\"WEAK\">○ disturbed</span>"_s,
            u"<th scope=\"row\" class=\"number\">1</th><td class=\"number\">48</td><td "
            u"class=\"number\">720</td>"
            "<td class=\"number\">3.87</td><td><span class=\"VALID\">✓ holds</span></td>"_s})
        QVERIFY2(html.contains(text), qPrintable(text + u"\n"_s + onThePage(report)));
    // 5 has the place of 4.
    QVERIFY(html.contains(QRegularExpression(u"class=\"label\"[^>]*>4</text>"_s)));
    QVERIFY(!html.contains(QRegularExpression(u"class=\"label\"[^>]*>5</text>"_s)));
    QStringList attributes;
    for (const QString& name : elementsOf(html, attributes))
        QVERIFY2(!name.startsWith(u"fault"_s), qPrintable(name));

    report.study->find = "rate";
    const QString rates = QString::fromStdString(dataSheet(report, std::span(probes).first(1)));
    QVERIFY(!rates.contains(u"Latency p99 of each probe"_s)); // of none the load is known
    QVERIFY(rates.contains(u"<td class=\"number\">1,130</td><td class=\"number\">900</td>"_s));
    QVERIFY(!rates.contains(u">Cameras</th>"_s));
}

void TestDataSheet::tellsOfRepeats()
{
    Report report = exampleReport();
    StudyFacts study;
    study.kind = "repeat";
    study.words = "Repeatable";
    study.runs = 5;
    study.imagesPerS = 990.04;
    study.lowPerS = 980;
    study.highPerS = 1'000;
    study.spreadPct = 0.75;
    study.runsNeeded = 8;
    report.study = study;
    const QString page = onThePage(report);
    for (const QString& text : {u"<dt>Mean of 5 runs</dt><dd><b>990.0</b> /s"_s, u"980.0 … 1,000.0 (95 %)"_s,
             u"How sure is the rate?"_s, u"0.75 % from run to run"_s, u"8 runs would do"_s})
        QVERIFY2(page.contains(text), qPrintable(text));
}

void TestDataSheet::tellsOfASweep()
{
    Report report = exampleReport();
    StudyFacts study;
    study.kind = "sweep";
    study.words = "Best: workers=2";
    study.runs = 9;
    study.skipped = {{"engine=opencv,precision=int8", verbatim("--precision int8 is not supported")}};
    study.points.resize(3);
    SweptPoint& slow = study.points[0];
    slow.label = "workers=1";
    slow.imagesPerS = 500;
    slow.verdict = "VALID";
    slow.pareto = true;
    SweptPoint& fast = study.points[1];
    fast.label = "workers=2";
    fast.imagesPerS = 900.5;
    fast.lowPerS = 890;
    fast.highPerS = 911;
    fast.verdict = "WEAK";
    fast.best = true;
    study.points[2].label = "workers=9";
    study.points[2].failure = verbatim("no memory");
    slow.p99Ms = 2.5;
    fast.p99Ms = 4;
    study.serviceTime = true;
    report.study = study;
    const QString page = onThePage(report);
    const qsizetype best
        = page.indexOf(u"workers=2</th><td class=\"number\">900.5</td><td class=\"number\">890.0 … 911.0"_s);
    const qsizetype next
        = page.indexOf(u"workers=1</th><td class=\"number\">500.0</td><td class=\"number\"></td>"_s);
    const qsizetype failed = page.indexOf(u"workers=9</th><td class=\"number\"></td>"_s);
    QVERIFY2(best > 0 && next > best && failed > next, page.toUtf8());
    for (const QString& text :
        {u"WEAK, ✓ best"_s, u"VALID, Pareto front"_s, u"✗ no memory"_s, u"1 combinations cannot be"_s,
            u"Which combination is best?"_s, u" images/s, p99 4.00 ms</title>"_s, u"Service time p99, ms"_s,
            u"skipped: --precision int8 is not supported"_s})
        QVERIFY2(page.contains(text), qPrintable(text));
    QVERIFY(!page.contains(u"To measure it again"_s));
}

QTEST_GUILESS_MAIN(TestDataSheet)
#include "tst_data_sheet.moc"
