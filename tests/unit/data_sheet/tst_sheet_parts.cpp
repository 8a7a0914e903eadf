// What a data sheet is made of: escaping, numbers, axes, the command.
#include "data_sheet/html_writer.h"
#include "data_sheet/plot_axis.h"
#include "data_sheet/sheet_command.h"
#include "data_sheet/sheet_numbers.h"
#include "data_sheet/sheet_style.h"
#include "data_sheet/sheet_words.h"
#include "unit/statistics/example_run.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace iotbench;
using namespace Qt::StringLiterals;

class TestSheetParts : public QObject {
    Q_OBJECT

private slots:
    void escapes_data();
    void escapes();
    void closesWhatWasOpened();
    void numbers();
    void durations();
    void ticks_data();
    void ticks();
    void placesAreWithinTheAxis();
    void coloursAreReadable_data();
    void coloursAreReadable();
    void commandOfARun();
    void commandOfAStudy();
};

void TestSheetParts::escapes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("html");
    QTest::newRow("plain") << QByteArray("ship 12 %, “ä”") << QByteArray("ship 12 %, “ä”");
    QTest::newRow("all that is special")
        << QByteArray("<a b=\"c\" d='e'>&") << QByteArray("&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
    QTest::newRow("tab and newline stay") << QByteArray("a\tb\nc") << QByteArray("a\tb\nc");
    QTest::newRow("controls") << QByteArray("a\0b\x1b\x7f\r", 6) << QByteArray("a�b���");
    QTest::newRow("not UTF-8") << QByteArray("\xff"
                                             "a")
                               << QByteArray("�a");
    QTest::newRow("turned direction") << QByteArray("\u202Ea\u2066\u200F\u061C") << QByteArray("�a���");
    QTest::newRow("noncharacters") << QByteArray("\uFFFE\uFDD0") << QByteArray("��");
    QTest::newRow("beyond 16 bits") << QByteArray("😀") << QByteArray("😀");
}

void TestSheetParts::escapes()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, html);
    QCOMPARE(QByteArray::fromStdString(escapedHtml(text.toStdString())), html);
}

void TestSheetParts::closesWhatWasOpened()
{
    HtmlWriter html;
    html.open("p", {{"class", "\"x\""}}).element("b", "<1>").text(" & ").close().empty("br");
    QCOMPARE(html.html(), std::string("<p class=\"&quot;x&quot;\"><b>&lt;1&gt;</b> &amp; </p>\n<br/>\n"));
}

void TestSheetParts::numbers()
{
    QCOMPARE(wholeNumber(0), std::string("0"));
    QCOMPARE(wholeNumber(999), std::string("999"));
    QCOMPARE(wholeNumber(1'000), std::string("1,000"));
    QCOMPARE(wholeNumber(18'446'744'073'709'551'615U), std::string("18,446,744,073,709,551,615"));
    QCOMPARE(decimalNumber(-1234.56, 1), std::string("-1,234.6"));
    QCOMPARE(decimalNumber(-123.4, 1), std::string("-123.4"));
    QCOMPARE(decimalNumber(std::numeric_limits<double>::infinity(), 1), std::string());
    QCOMPARE(rateNumber(42.52), std::string("42.5"));
    QCOMPARE(rateNumber(1'234.4), std::string("1,234"));
    QCOMPARE(msNumber(8.9412), std::string("8.94"));
    QCOMPARE(msNumber(10.46), std::string("10.5"));
    QCOMPARE(msNumber(640.4), std::string("640"));
    QCOMPARE(msNumber(12'640.4), std::string("12,640"));
    QCOMPARE(msNumber(0.04), std::string("0.040"));
    QCOMPARE(msNumber(0), std::string("0.000"));
    QCOMPARE(percentNumber(0.9212, 2), std::string("92.12"));
    QCOMPARE(bytesNumber(0), std::string("0 B"));
    QCOMPARE(bytesNumber(1'500), std::string("1.5 kB"));
    QCOMPARE(bytesNumber(186'400'000), std::string("186 MB"));
    QCOMPARE(bytesNumber(16'000'000'000), std::string("16 GB"));
}

void TestSheetParts::durations()
{
    QCOMPARE(lastedText(0.5), std::string("0.5 s"));
    QCOMPARE(lastedText(12), std::string("12 s"));
    QCOMPARE(lastedText(119), std::string("119 s"));
    QCOMPARE(lastedText(600), std::string("10 min"));
    QCOMPARE(lastedText(7'200), std::string("2 h"));
    QCOMPARE(lastedText(12'000), std::string("3 h 20 min"));
    QVERIFY(!lastedText(1e300).empty());
}

void TestSheetParts::ticks_data()
{
    QTest::addColumn<bool>("logarithmic");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("texts");
    QTest::newRow("rate") << false << 800.0 << 1'200.0 << 4 << u"800 1,000 1,200"_s;
    QTest::newRow("widened") << false << 0.0 << 14.5 << 4 << u"0 5 10 15"_s;
    QTest::newRow("fractions") << false << 0.01 << 0.034 << 4 << u"0.01 0.02 0.03 0.04"_s;
    QTest::newRow("one value") << false << 5.0 << 5.0 << 4 << u""_s;
    QTest::newRow("latency") << true << 0.8 << 40.0 << 8 << u"1 2 5 10 20"_s;
    QTest::newRow("many powers") << true << 0.001 << 100'000.0 << 9
                                 << u"0.001 0.01 0.1 1 10 100 1,000 10,000 100,000"_s;
}

void TestSheetParts::ticks()
{
    QFETCH(bool, logarithmic);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, most);
    QFETCH(QString, texts);
    const auto count = static_cast<std::size_t>(most);
    const PlotAxis axis = logarithmic ? PlotAxis::logarithmic(low, high, 0, 100, count)
                                      : PlotAxis::linear(low, high, 0, 100, count);
    QStringList all;
    for (const PlotTick& tick : axis.ticks())
        all << QString::fromStdString(tick.text);
    QVERIFY(all.size() <= most);
    QVERIFY(axis.low() <= low && axis.high() >= high && axis.high() > axis.low());
    if (!texts.isEmpty())
        QCOMPARE(all.join(u' '), texts);
}

void TestSheetParts::placesAreWithinTheAxis()
{
    const PlotAxis axis = PlotAxis::exact(0, 12, 40, 100, 8);
    QCOMPARE(axis.placeOf(0), 40.0);
    QCOMPARE(axis.placeOf(6), 70.0);
    QCOMPARE(axis.placeOf(1e18), 100.0);
    QCOMPARE(axis.placeOf(-1), 40.0);
    const PlotAxis log = PlotAxis::logarithmic(1, 100, 0, 100, 8);
    QCOMPARE(log.placeOf(10), 50.0);
    QCOMPARE(placeText(1.0 / 3), std::string("0.33"));
}

void TestSheetParts::coloursAreReadable_data()
{
    const QString style = QString::fromUtf8(sheetStyle().data(), qsizetype(sheetStyle().size()));
    const QStringList schemes = style.split(u":root{--ground"_s);
    QCOMPARE(schemes.size(), 3);
    QTest::addColumn<QString>("scheme");
    QTest::newRow("light") << u"--ground"_s + schemes[1].section(u'}', 0, 0);
    QTest::newRow("dark") << u"--ground"_s + schemes[2].section(u'}', 0, 0);
}

// Contrast as in WCAG 2.1, success criterion 1.4.3: 4.5 for text.
void TestSheetParts::coloursAreReadable()
{
    QFETCH(QString, scheme);
    const auto linear = [](int level) {
        const double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    const auto luminance = [&](const std::array<int, 3>& colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    };
    const auto contrast = [&](const std::array<int, 3>& a, const std::array<int, 3>& b) {
        const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
        return std::max(one, other) / std::min(one, other);
    };
    const auto colour = [&](const QString& name) {
        QString digits = QRegularExpression(u"--"_s + name + u":#([0-9a-f]+)"_s).match(scheme).captured(1);
        if (digits.size() == 3)
            digits = QString(2, digits[0]) + QString(2, digits[1]) + QString(2, digits[2]);
        return std::array{digits.mid(0, 2).toInt(nullptr, 16), digits.mid(2, 2).toInt(nullptr, 16),
            digits.mid(4, 2).toInt(nullptr, 16)};
    };
    const std::array<int, 3> ground = colour(u"ground"_s);
    for (const char* name : {"text", "remark", "value", "right", "wrong", "caution"})
        QVERIFY2(contrast(colour(QLatin1String(name)), ground) >= 4.5, name);
    QVERIFY(contrast(colour(u"text"_s), colour(u"code"_s)) >= 4.5);
    // The darkest cell of the confusion.
    const QStringList tint = QRegularExpression(u"--tint:([0-9,]+)"_s).match(scheme).captured(1).split(u',');
    QCOMPARE(tint.size(), 3);
    std::array<int, 3> cell{};
    for (std::size_t i = 0; i < cell.size(); ++i)
        cell[i] = static_cast<int>(std::lround(0.42 * tint[qsizetype(i)].toInt() + 0.58 * ground[i]));
    QVERIFY(contrast(colour(u"text"_s), cell) >= 4.5);
}

void TestSheetParts::commandOfARun()
{
    Report report;
    report.result = test::exampleRun();
    report.result.settings.report = "/tmp/folder";
    report.result.settings.csv = "runs.csv";
    report.result.settings.force = true;
    QCOMPARE(repeatingCommand(report),
        std::string("iotbench --batch -m resnet20 -i 1000 -t 10000 --seed 7 --batch-size 2 --workers 2 "
                    "--label 'gateway \"A\", lab 2'"));
    report.result.cluster = ClusterFacts{};
    QCOMPARE(repeatingCommand(report), std::string());
}

void TestSheetParts::commandOfAStudy()
{
    Report report;
    Settings& settings = report.result.settings;
    settings.model = "resnet20";
    settings.imagesPerSecond = 930;
    settings.pacing = Pacing::Cameras;
    settings.seed = 4;
    report.study = StudyFacts{};
    report.study->find = "cameras";
    report.study->maxP99Ms = 10;
    report.study->precisionPct = 5;
    report.study->probeSeconds = 20;
    QCOMPARE(repeatingCommand(report),
        std::string("iotbench --batch -m resnet20 --max-p99 10 --find cameras --precision-of-answer 5 "
                    "--probe-seconds 20"));
    report.study->find = "rate";
    settings.pacing = Pacing::Poisson;
    QCOMPARE(repeatingCommand(report),
        std::string("iotbench --batch -m resnet20 --pacing poisson --max-p99 10 --find rate "
                    "--precision-of-answer 5 --probe-seconds 20"));
    settings.pacing = Pacing::Constant;
    QCOMPARE(repeatingCommand(report),
        std::string("iotbench --batch -m resnet20 --max-p99 10 --find rate --pacing constant "
                    "--precision-of-answer 5 --probe-seconds 20"));
    report.study->kind = "repeat";
    report.study->runs = 3;
    QCOMPARE(
        repeatingCommand(report), std::string("iotbench --batch -m resnet20 -i 930 --seed 2 --repeat 3"));
    report.study->kind = "sweep";
    report.study->find.clear();
    QCOMPARE(repeatingCommand(report), std::string());
    report.study->swept = {{"workers", "1,2"}, {"batch-size", "4"}};
    report.study->repeats = 2;
    report.study->seed = 9;
    Settings& requested = report.result.requested;
    requested.model = "resnet20";
    requested.workers = 2; // of the combination shown
    requested.label = "workers=2,batch-size=4";
    QCOMPARE(repeatingCommand(report),
        std::string(
            "iotbench --batch --sweep workers=1,2 --sweep batch-size=4 --repeat 2 -m resnet20 --seed 9"));
    report.study->find = "rate"; // each is a search, which decides the load of its probes
    requested.pacing = Pacing::Constant;
    requested.maxP99Ms = 10;
    requested.imagesPerSecond = 930;
    QCOMPARE(repeatingCommand(report),
        std::string("iotbench --batch --find rate --sweep workers=1,2 --sweep batch-size=4 "
                    "--precision-of-answer 5 --probe-seconds 20 -m resnet20 --pacing constant --seed 9 "
                    "--max-p99 10"));
    report.study->swept = {{"camera-rate", "5,10"}};
    report.study->find = "cameras";
    QCOMPARE(repeatingCommand(report),
        std::string("iotbench --batch --find cameras --sweep camera-rate=5,10 --precision-of-answer 5 "
                    "--probe-seconds 20 -m resnet20 --seed 9 --workers 2 --max-p99 10"));
}

QTEST_GUILESS_MAIN(TestSheetParts)
#include "tst_sheet_parts.moc"
