// What a screen reader hears of the real window, over the real bus: tabs, choices, fields, tiles, plots, bars
// and the summary line have roles, names and values.
#include "integration/program.h"
#include "test_paths.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

using namespace iotbench::test;

class TestAccessibilityBus : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void setUp_data();
    void setUp();
    void result_data();
    void result();

private:
    static bool hasLine(const QStringList& lines, const QString& pattern);

    QStringList m_setUp, m_result;
};

void TestAccessibilityBus::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("dbus-run-session")).isEmpty())
        QSKIP("no dbus-run-session: install dbus and what tests.txt lists");
    const QTemporaryDir home;
    Program reader(QStringLiteral("dbus-run-session"),
        {QStringLiteral("--"), QStringLiteral("/usr/bin/python3"),
            sourcePath(QStringLiteral("tests/gui/accessibility_tree.py")), programPath(),
            QStringLiteral("-m"), QStringLiteral("resnet8"), QStringLiteral("-t"), QStringLiteral("200"),
            QStringLiteral("-i"), QStringLiteral("max"), QStringLiteral("--language"), QStringLiteral("en")});
    for (const char* folder :
        {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        reader.setEnvironment(QLatin1String(folder), home.path());
    reader.start();
    QVERIFY2(reader.finish(), reader.account().constData());
    if (reader.exitCode() == 77)
        QSKIP(reader.out().constData());
    QVERIFY2(reader.exitCode() == 0, reader.account().constData());
    const QStringList lines = reader.outLines();
    const qsizetype between = lines.indexOf(QStringLiteral("=="));
    QVERIFY2(between > 0, reader.account().constData());
    m_setUp = lines.first(between);
    m_result = lines.mid(between + 1);
}

// `pattern`: of a whole line, role, name, description and value, between tabs.
bool TestAccessibilityBus::hasLine(const QStringList& lines, const QString& pattern)
{
    return lines.indexOf(QRegularExpression(QRegularExpression::anchoredPattern(pattern))) >= 0;
}

void TestAccessibilityBus::setUp_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("the page that shows") << "radio button\tSet up\t[^\t]*\tchosen";
    QTest::newRow("another page") << "radio button\tHistory\t[^\t]*\t";
    QTest::newRow("a role") << "radio button\tReceive\t[^\t]*\t";
    QTest::newRow("a preset") << "check box\tMaximum throughput\tas fast as the engine takes them, 15 s\t.*";
    QTest::newRow("a field") << "text\tTotal images\t[^\t]*\t200";
    QTest::newRow("a list") << "combo box\tresnet8\tThe model: .*";
    QTest::newRow("start") // the bus of Debian 13 has another word for it
        << "(push )?button\tStart\t.*";
    QTest::newRow("what will happen") << "label\t.*200 test images leave as fast as they are taken.*";
    QTest::newRow("the command") << "label\tThe same without a window\tiotbench --batch -m resnet8 .*";
}

void TestAccessibilityBus::setUp()
{
    QFETCH(QString, pattern);
    QVERIFY2(hasLine(m_setUp, pattern), qPrintable(m_setUp.join(u'\n')));
}

void TestAccessibilityBus::result_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("a figure") << "panel\tThroughput, [0-9,.]+ /s\t.+";
    QTest::newRow("accuracy") << "panel\tAccuracy, [0-9.]+ %\t.+";
    QTest::newRow("the summary line") << "label\tthe summary line\t[^\t]*200[^\t]*\t";
    QTest::newRow("confusion") << "table\tConfusion matrix: true class down, predicted across\t.*";
    QTest::newRow("recall") << "table\tRecall\t.*";
    QTest::newRow("latency") << "chart\tLatency histogram\tp50 [^\t]*\t";
    QTest::newRow("where the time goes") << "chart\tWhere the time goes, an image\tqueue [^\t]* ms[^\t]*\t";
}

void TestAccessibilityBus::result()
{
    QFETCH(QString, pattern);
    QVERIFY2(hasLine(m_result, pattern), qPrintable(m_result.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestAccessibilityBus)
#include "tst_accessibility_bus.moc"
