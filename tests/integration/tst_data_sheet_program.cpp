// --html from end to end: a sheet of a real run in a real browser, on screens of three widths and in print.
#include "data_sheet/data_sheet.h"
#include "program.h"
#include "unit/reports/example_study.h"
#include "unit/statistics/example_run.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <csignal>

using namespace iotbench;
using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonIn(const QByteArray& bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

QJsonObject reportInside(const QByteArray& html)
{
    const QByteArray opening = R"(<script type="application/json" id="iotbench-report">)";
    const qsizetype begin = html.indexOf(opening) + opening.size();
    return jsonIn(html.mid(begin, html.indexOf("</script>", begin) - begin));
}

// Without spaces and line ends, which a reader of PDF guesses, and of which a page has others.
QString bare(QString text)
{
    static const QRegularExpression space(u"\\s+"_s, QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(space).replace(u"&quot;"_s, u"\""_s);
}

QString firstMatch(const QString& text, const QString& pattern)
{
    return QRegularExpression(pattern, QRegularExpression::DotMatchesEverythingOption)
        .match(text)
        .captured(1);
}

QString commandIn(const QByteArray& sheet)
{
    static const QRegularExpression tag(u"<[^>]*>"_s);
    QString html = firstMatch(QString::fromUtf8(sheet), u"<pre><code>(.*?)</code></pre>"_s);
    return html.remove(tag)
        .replace(u"&quot;"_s, u"\""_s)
        .replace(u"&#39;"_s, u"'"_s)
        .replace(u"&amp;"_s, u"&"_s);
}

// With clock and temperature, and so with every plot.
Report typicalReport()
{
    Report report;
    report.result = exampleRun();
    report.result.latencyBuckets = {{1.0, 400}, {1.25, 5'600}, {2.0, 3'900}, {8.5, 100}};
    report.verdict = judge(report.result);
    return report;
}

StudyFacts sweepFacts(unsigned combinations)
{
    StudyFacts study;
    study.kind = "sweep";
    study.words = "engine=opencv,workers=1 is the fastest";
    study.runs = 3 * combinations;
    for (unsigned i = 1; i <= combinations; ++i) {
        SweptPoint& point = study.points.emplace_back();
        point.label = "engine=opencv,workers=" + std::to_string(i);
        point.runs = 3;
        point.imagesPerS = 1'000.0 / i;
        point.p99Ms = i;
        point.best = point.pareto = i == 1;
        point.verdict = "VALID";
    }
    return study;
}

// The browser's own words for a page with the sheet in frames of three widths: whether each of them would
// scroll sideways, also with all that is folded up unfolded.
QByteArray framedIn(const QByteArray& sheet)
{
    const QByteArray inside = QString::fromUtf8(sheet).toHtmlEscaped().toUtf8();
    QByteArray page = "<!DOCTYPE html><meta charset='utf-8'><title></title>";
    for (const char* width : {"400", "800", "1280"})
        page += QByteArray("<iframe style='border:0' height='900' width='") + width + "' srcdoc=\"" + inside
            + "\"></iframe>";
    return page + R"(<script>
addEventListener('load', () => {
    const words = [];
    for (const frame of document.querySelectorAll('iframe')) {
        const root = frame.contentDocument.documentElement;
        const cut = [...root.querySelectorAll('.page .scroll')].some(e => e.scrollWidth > e.clientWidth);
        const ground = frame.contentWindow.getComputedStyle(root.querySelector('body')).backgroundColor;
        root.querySelector('details').open = true;
        words.push(`${root.clientWidth}: ${root.scrollWidth} ${cut ? 'cut' : 'whole'} ${ground}`);
    }
    document.title = words.join('; ');
});
</script>)";
}

} // namespace

class TestDataSheetProgram : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void holdsTheReport();
    void fitsEveryScreen_data();
    void fitsEveryScreen();
    void prints_data();
    void prints();
    void commandRepeatsTheRun();
    void tellsOfRepeats();
    void interruptedRunSaysSo();
    void killedRunIsMarked();
    void faultsAreToldBeforeTheRun();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    // What the browser is asked for on a page, with a profile of its own.
    QStringList browsing(const QStringList& what, const QString& page) const
    {
        return QStringList{u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--hide-scrollbars"_s,
                   u"--disable-dev-shm-usage"_s, u"--user-data-dir="_s + path(u"profile"_s)}
        + what + QStringList{u"file://"_s + page};
    }

    QTemporaryDir m_folder;
    QByteArray m_sheet;
    QJsonObject m_report;
};

#define NEED_BROWSER()                                                                                       \
    if (QStandardPaths::findExecutable(u"chromium"_s).isEmpty()                                              \
        || QStandardPaths::findExecutable(u"pdftotext"_s).isEmpty())                                         \
    QSKIP("needs a browser and a reader of PDF: apt install chromium poppler-utils")

void TestDataSheetProgram::initTestCase()
{
    Iotbench run(words("-m resnet8 -i 400 -t 1600 --max-p99 5000 --label box-7")
        + QStringList{u"--html"_s, path(u"run.html"_s), u"--report"_s, path(u"report"_s)});
    run.start();
    VERIFY_OF(run, run.finish());
    m_sheet = fileBytes(path(u"run.html"_s));
    m_report = jsonIn(fileBytes(path(u"report/report.json"_s)));
    QVERIFY(!m_report.isEmpty());
}

void TestDataSheetProgram::holdsTheReport()
{
    QCOMPARE(reportInside(m_sheet), m_report);
    const QString rate = QString::number(m_report["images_per_s"_L1].toDouble(), 'f', 1);
    QVERIFY(m_sheet.contains("<dt>Throughput</dt><dd><b>" + rate.toUtf8() + "</b> /s</dd>"));
    QVERIFY(QDir(m_folder.path()).entryList(QDir::Files) == QStringList{u"run.html"_s});
}

void TestDataSheetProgram::fitsEveryScreen_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("ground");
    QTest::newRow("light") << u"--blink-settings=preferredColorScheme=1"_s << u"rgb(255, 255, 255)"_s;
    QTest::newRow("dark") << u"--blink-settings=preferredColorScheme=0"_s << u"rgb(27, 30, 35)"_s;
}

void TestDataSheetProgram::fitsEveryScreen()
{
    NEED_BROWSER();
    QFETCH(QString, scheme);
    QFETCH(QString, ground);
    QVERIFY(writeFile(path(u"frames.html"_s), framedIn(m_sheet)));
    Program browser(u"chromium"_s, browsing({scheme, u"--dump-dom"_s}, path(u"frames.html"_s)));
    browser.start();
    VERIFY_EXIT(browser, 0);
    const QString found = firstMatch(QString::fromUtf8(browser.out()), u"<title>(.*?)</title>"_s);
    QStringList wanted;
    for (const char* width : {"400", "800", "1280"})
        wanted << QStringLiteral("%1: %1 whole %2").arg(QLatin1String(width), ground);
    QCOMPARE(found, wanted.join(u"; "_s));
}

void TestDataSheetProgram::prints_data()
{
    QTest::addColumn<QByteArray>("sheet");
    QTest::addColumn<int>("mostPages");
    Report report = typicalReport();
    const auto sheet = [&report] { return QByteArray::fromStdString(dataSheet(report)); };
    QTest::newRow("this run, with all that disturbed it") << m_sheet << 2;
    QTest::newRow("typical") << sheet() << 1;
    report.study = exampleSearch();
    QTest::newRow("search") << sheet() << 2;
    report.study = sweepFacts(30);
    QTest::newRow("sweep") << sheet() << 2;
}

void TestDataSheetProgram::prints()
{
    NEED_BROWSER();
    QFETCH(QByteArray, sheet);
    QFETCH(int, mostPages);
    const QString page = path(u"printed.html"_s), pdf = path(u"printed.pdf"_s);
    QVERIFY(writeFile(page, sheet));
    Program browser(u"chromium"_s,
        browsing({u"--no-pdf-header-footer"_s, u"--print-to-pdf="_s + pdf,
                     u"--blink-settings=preferredColorScheme=0"_s},
            page));
    browser.start();
    VERIFY_EXIT(browser, 0);
    Program info(u"pdfinfo"_s, {pdf});
    info.start();
    VERIFY_EXIT(info, 0);
    const int pages = firstMatch(QString::fromUtf8(info.out()), u"Pages: *(\\d+)"_s).toInt();
    VERIFY_OF(info, pages >= 1 && pages <= mostPages);
    VERIFY_OF(info, info.out().contains("(A4)"));
    Program reader(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
    reader.start();
    VERIFY_EXIT(reader, 0);
    const QString text = bare(QString::fromUtf8(reader.out()));

    const QString html = QString::fromUtf8(sheet);
    QStringList wanted{
        firstMatch(html, u"<p class=\"sentence\">(.*?)</p>"_s), firstMatch(html, u"<h1>(.*?)</h1>"_s)};
    static const QRegularExpression heading(u"<h2>([^<]*)"_s);
    for (auto found = heading.globalMatch(html.left(html.indexOf(u"<details"_s))); found.hasNext();)
        wanted << found.next().captured(1);
    static const QRegularExpression figure(u"<dt>(.*?)</dt><dd><b>(.*?)</b> (.*?)</dd>"_s);
    for (auto found = figure.globalMatch(html); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        wanted << match.captured(1) << match.captured(2) + match.captured(3);
    }
    QVERIFY(wanted.size() >= 18);
    for (const QString& each : std::as_const(wanted))
        QVERIFY2(text.contains(bare(each)), qPrintable(each + u"\n\n"_s + text));
    QVERIFY2(!text.contains(bare(u"Every figure of the report"_s)), qPrintable(text));
}

void TestDataSheetProgram::commandRepeatsTheRun()
{
    const QString command = commandIn(m_sheet);
    QVERIFY2(command.startsWith(u"iotbench --batch -m resnet8 "_s), qPrintable(command));
    Program again(u"sh"_s,
        {u"-c"_s,
            QStringLiteral("PATH=%1:$PATH; %2 --html '%3'")
                .arg(QFileInfo(programPath()).path(), command, path(u"again.html"_s))});
    again.start();
    VERIFY_OF(again, again.finish());
    QJsonObject settings = reportInside(fileBytes(path(u"again.html"_s)))["settings"_L1].toObject();
    QJsonObject before = m_report["settings"_L1].toObject();
    for (QJsonObject* each : {&settings, &before})
        each->remove(u"report"_s);
    QCOMPARE(settings, before);
}

void TestDataSheetProgram::tellsOfRepeats()
{
    Iotbench run(
        words("--engine null -i max -t 300 --repeat 2 --html") + QStringList{path(u"repeats.html"_s)});
    run.start();
    VERIFY_OF(run, run.finish());
    const QByteArray html = fileBytes(path(u"repeats.html"_s));
    VERIFY_OF(run, html.contains("How sure is the rate?"));
    VERIFY_OF(run, commandIn(html).endsWith(u" --repeat 2"_s));
    QCOMPARE(reportInside(html)["study"_L1]["kind"_L1].toString(), u"repeat"_s);
}

void TestDataSheetProgram::interruptedRunSaysSo()
{
    Iotbench run(words("--engine null -i 100 -d 60 --html") + QStringList{path(u"stopped.html"_s)});
    run.start();
    VERIFY_OF(run, run.awaitErr(u"listening|connected|stream"_s).has_value());
    run.signal(SIGINT);
    VERIFY_EXIT(run, 130);
    VERIFY_OF(run, fileBytes(path(u"stopped.html"_s)).contains(" Stopped</b>"));
}

void TestDataSheetProgram::killedRunIsMarked()
{
    Iotbench run(words("--engine null -i 100 -d 60 --html") + QStringList{path(u"killed.html"_s)});
    run.start();
    VERIFY_OF(run, run.awaitErr(u"listening|connected|stream"_s).has_value());
    run.signal(SIGKILL);
    QVERIFY(!run.finish());
    VERIFY_OF(run, fileBytes(path(u"killed.html"_s)).contains("The program ended before the run did"));
}

void TestDataSheetProgram::faultsAreToldBeforeTheRun()
{
    Iotbench run(words("--engine null -t 100 --html") + QStringList{path(u"nowhere/run.html"_s)});
    run.start();
    VERIFY_EXIT(run, 1);
    VERIFY_OF(run, run.err().contains("nowhere/run.html"));
    VERIFY_OF(run, !run.err().contains("Inferenced"));
}

QTEST_GUILESS_MAIN(TestDataSheetProgram)
#include "tst_data_sheet_program.moc"
