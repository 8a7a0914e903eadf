// --html from end to end: a sheet of a real run in a real browser, on screens of three widths and in print.
#include "data_sheet/data_sheet.h"
#include "program.h"
#include "sheet_in_browser.h"
#include "unit/reports/example_study.h"
#include "unit/statistics/example_run.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

#include <csignal>

using namespace iotbench;
using namespace iotbench::test;
using namespace Qt::StringLiterals;

namespace {

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

    QTemporaryDir m_folder;
    QByteArray m_sheet;
    QJsonObject m_report;
};

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
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestDataSheetProgram::fitsEveryScreen()
{
    if (const char* why = browserAbsence())
        QSKIP(why);
    QFETCH(bool, dark);
    test::fitsEveryScreen(m_sheet, dark);
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
    if (const char* why = browserAbsence())
        QSKIP(why);
    QFETCH(QByteArray, sheet);
    QFETCH(int, mostPages);
    test::prints(sheet, mostPages);
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
