// What a screen reader hears of the real window, over the real bus, on every page: tabs, choices, fields,
// tiles, plots, tables, bars and the summary line have roles, names and values.
#include "integration/program.h"
#include "test_paths.h"

#include <QHash>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace iotbench::test;

class TestAccessibilityBus : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void elements_data();
    void elements();
    void whatHasTheFocusHasAName_data();
    void whatHasTheFocusHasAName();

private:
    QHash<QString, QStringList> m_pages; // their elements
};

void TestAccessibilityBus::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty())
        QSKIP("no dbus-run-session: install dbus and what tests.txt lists");
    const QTemporaryDir home;
    Program reader(QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("/usr/bin/python3"),
            sourcePath(QStringLiteral("tests/gui/accessibility_tree.py")), programPath(),
            QStringLiteral("-m"), QStringLiteral("resnet8"), QStringLiteral("-t"), QStringLiteral("10000"),
            QStringLiteral("-i"), QStringLiteral("100"), QStringLiteral("--workers"), QStringLiteral("1"),
            QStringLiteral("--language"), QStringLiteral("en")});
    for (const char* folder :
        {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        reader.setEnvironment(QLatin1String(folder), home.path());
    reader.start();
    QVERIFY2(reader.finish(), reader.account().constData());
    if (reader.exitCode() == 77)
        QSKIP(reader.out().constData());
    QVERIFY2(reader.exitCode() == 0, reader.account().constData());
    QString page;
    for (const QString& line : reader.outLines())
        if (line.startsWith(QStringLiteral("== ")))
            page = line.mid(3);
        else
            m_pages[page] << line;
}

void TestAccessibilityBus::elements_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("pattern"); // of a whole line: role, name, description and value, between tabs
    const auto row = [](const char* page, const char* what, const char* pattern) {
        QTest::addRow("%s, %s", page, what) << QString::fromUtf8(page) << QString::fromUtf8(pattern);
    };
    row("setup", "the page that shows", "radio button\tSet up\t[^\t]*\tchosen");
    row("setup", "another page", "radio button\tHistory\t[^\t]*\t");
    row("setup", "a role", "radio button\tReceive\t[^\t]*\t");
    row("setup", "a preset", "check box\tMaximum throughput\tas fast as the engine takes them, 15 s\t.*");
    row("setup", "a field", "text\tTotal images\t[^\t]*\t10,000");
    row("setup", "a list", "combo box\tresnet8\tThe model: .*");
    row("setup", "start", "(push )?button\tStart\t.*"); // the bus of Debian 13 has another word for it
    row("setup", "what will happen", "label\t.*10,000 test images leave at 100 a second.*");
    row("setup", "the command", "label\tThe same without a window\tiotbench --batch -m resnet8 .*");
    row("live", "the page that shows", "radio button\tLive\t[^\t]*\tchosen");
    row("live", "stop", "(push )?button\tStop\t.*");
    row("live", "a figure", "panel\tImages/s, last second, [0-9,.]+ .*");
    row("live", "plots", "chart\tPlots of the run\t.*");
    row("live", "images", "list\tLatest images, newest first\t.*");
    row("live", "an image", "list item\t.+");
    row("result", "a figure", "panel\tThroughput, [0-9,.]+ /s\t.+");
    row("result", "accuracy", "panel\tAccuracy, [0-9.]+ %\t.+");
    row("result", "the summary line", "label\tthe summary line\tInferenced [0-9]+ images[^\t]*\t");
    row("result", "confusion", "table\tConfusion matrix: true class down, predicted across\t.*");
    row("result", "a cell", "table cell\t[0-9]+\t.*");
    row("result", "recall", "table\tRecall\t.*");
    row("result", "latency", "chart\tLatency histogram\tp50 [^\t]*\t");
    row("result", "where the time goes", "chart\tWhere the time goes, an image\tqueue [^\t]* ms[^\t]*\t");
    row("history", "the page that shows", "radio button\tHistory\t[^\t]*\tchosen");
    row("history", "runs", "table\tKept runs\t.*");
    row("history", "a heading", "(table )?column header\tModel\t.*");
    row("history", "a cell", "table cell\tresnet8\t.*");
    row("history", "the search", "text\tSearch the kept runs\t.*");
    row("comparison", "the page that shows", "radio button\tResult\t[^\t]*\tchosen");
    row("comparison", "differences", "table\tWhat differs\t.*");
    row("comparison", "a metric", "table cell\tCPU time an image, µs\t.*");
    row("comparison", "curves", "chart\tCurves of the runs\t.+");
    row("search", "the answer", "panel\tHow many cameras can this machine serve\\?, .*");
    row("search", "the probe that runs", "panel\tProbe 1, .*");
    row("search", "the plot", "chart\tp99 over the load\t.+");
    row("search", "probes", "table\tProbe by probe\t.*");
    row("search", "a probe", "table cell\tfirst guess\t.*");
    row("sweep", "combinations", "table\tAll combinations\t.*");
    row("sweep", "the plot", "chart\tp99 over images/s of each combination\t.+");
    row("sweep", "what goes on", "label\tsweep · resnet8\t.*");
    row("sweep", "a combination", "table cell\t[^\t]*OpenCV DNN\t.*");
}

void TestAccessibilityBus::elements()
{
    QFETCH(QString, page);
    QFETCH(QString, pattern);
    const QRegularExpression line(QRegularExpression::anchoredPattern(pattern + QStringLiteral("\t[a-z]*")));
    QVERIFY2(m_pages[page].indexOf(line) >= 0, qPrintable(m_pages[page].join(u'\n')));
}

void TestAccessibilityBus::whatHasTheFocusHasAName_data()
{
    QTest::addColumn<QString>("page");
    for (const char* page : {"setup", "live", "result", "history", "comparison", "search", "sweep"})
        QTest::newRow(page) << page;
}

void TestAccessibilityBus::whatHasTheFocusHasAName()
{
    QFETCH(QString, page);
    QVERIFY(m_pages.contains(page));
    static const QRegularExpression nameless(QStringLiteral("^(?!table cell)[^\t]*\t\t.*\tfocusable$"));
    const QStringList found = m_pages[page].filter(nameless);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestAccessibilityBus)
#include "tst_accessibility_bus.moc"
