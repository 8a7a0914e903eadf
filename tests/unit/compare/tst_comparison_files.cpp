// What a comparison writes: Markdown, JUnit's XML and JSON, with names that would be markup.
#include "compare/comparison_files.h"
#include "compare/comparison_json.h"
#include "compare/comparison_sentence.h"
#include "compare/difference_text.h"

#include <QJsonArray>
#include <QXmlStreamReader>
#include <QtTest>

using namespace iotbench;
using studies::DifferenceWord;
using studies::Metric;
using studies::MetricDifference;

namespace {

ComparisonReport example()
{
    MetricDifference rate;
    rate.metric = Metric::Rate;
    rate.base = 600;
    rate.next = 540;
    rate.difference = -10;
    rate.interval = Interval{-11.25, -8.75};
    rate.pValue = 0.001;
    rate.adjustedPValue = 0.002;
    rate.word = DifferenceWord::Lower;
    MetricDifference p99;
    p99.metric = Metric::LatencyP99;
    p99.base = 9.5;
    p99.next = 11;
    p99.difference = 15.79;
    MetricDifference accuracy;
    accuracy.metric = Metric::Accuracy;
    accuracy.base = 89.1;
    accuracy.next = 88.6;
    accuracy.difference = -0.5;
    accuracy.interval = Interval{-2, 1};
    accuracy.images = 200;
    accuracy.word = DifferenceWord::NoneShown;
    ComparedPair pair;
    pair.name = "new|<b>\x01";
    pair.runs = 5;
    pair.verdict = Judgement::Weak;
    pair.setup = {{TR("workers"), "2", "1"}};
    pair.metrics = {rate, p99, accuracy};
    pair.notes = {TR("An interval needs two runs or more on each side.")};
    pair.criteria = {{"--fail-slower", 5, Metric::Rate, CriterionOutcome::Failed},
        {"--fail-p99", 10, Metric::LatencyP99, CriterionOutcome::NotChecked},
        {"--fail-accuracy", 1, Metric::Accuracy, CriterionOutcome::Passed}};
    return {"base", 5, Judgement::Valid, {pair}};
}

} // namespace

class TestComparisonFiles : public QObject {
    Q_OBJECT

private slots:
    void sentences_data();
    void sentences();
    void table();
    void whatIsHeld();
    void criteria();
    void whatIsNotCompared();
    void markdown();
    void junit();
    void junitOfAnInvalidRun();
    void json();
    void schemaNamesWhatIsWritten();
};

void TestComparisonFiles::sentences_data()
{
    QTest::addColumn<int>("metric");
    QTest::addColumn<double>("difference");
    QTest::addColumn<int>("word");
    QTest::addColumn<QByteArray>("sentence");
    using Word = DifferenceWord;
    const auto row = [](Metric metric, double difference, Word word, const char* sentence) {
        QTest::newRow(sentence) << int(metric) << difference << int(word) << QByteArray(sentence);
    };
    row(Metric::Rate, 809, Word::Higher, "B is 9.09 times as fast as A (9.07 to 9.11).");
    row(Metric::Rate, 2'000, Word::Higher, "B is 21.0 times as fast as A (21.0 to 21.0).");
    row(Metric::Rate, 4.6, Word::Higher, "B is 4.6 % faster than A (2.6 to 6.6 %).");
    row(Metric::Rate, -71, Word::Lower, "B is 71.0 % slower than A (69.0 to 73.0 %).");
    row(Metric::Rate, 0.4, Word::NoneShown, "B against A: images/s: no difference shown (-1.6 to 2.4 %).");
    row(Metric::Rate, 10, Word::NotKnown, "B against A: images/s: not known.");
    row(Metric::LatencyP99, 300, Word::Higher,
        "B against A: p99 latency is 4.00 times as long (3.98 to 4.02).");
    row(Metric::Accuracy, -2.08, Word::Lower, "B against A: accuracy is 2.08 points lower (0.08 to 4.08).");
    row(Metric::CpuPerImage, -10, Word::Lower,
        "B against A: CPU time an image is 10.0 % shorter (8.0 to 12.0 %).");
    row(Metric::HeldCameras, 150, Word::Higher, "B holds 2.50 times as many cameras as A.");
}

void TestComparisonFiles::sentences()
{
    QFETCH(int, metric);
    QFETCH(double, difference);
    QFETCH(int, word);
    MetricDifference row;
    row.metric = Metric(metric);
    row.difference = difference;
    row.interval = Interval{difference - 2, difference + 2};
    row.word = DifferenceWord(word);
    const std::string next = "B", base = "A";
    QTEST(QByteArray::fromStdString(comparisonSentence({&row, 1}, next, base).english()), "sentence");
}

void TestComparisonFiles::table()
{
    const std::vector<std::vector<std::string>> expected{
        {"METRIC", "BASE", "NEW", "DIFFERENCE", "95 % INTERVAL", "RESULT"},
        {"images/s", "600", "540", "-10.0 %", "-11.2 to -8.8 %", "lower"},
        {"p99 ms", "9.50", "11.0", "+15.8 %", "not known", "not known"},
        {"accuracy %, 200 in both", "89.10", "88.60", "-0.50 points", "-2.00 to +1.00 points",
            "no difference shown"}};
    QCOMPARE(differenceTable(example().pairs[0]), expected);
}

void TestComparisonFiles::whatIsHeld()
{
    MetricDifference cameras;
    cameras.metric = Metric::HeldCameras;
    cameras.base = 62;
    cameras.baseFailsAt = 63;
    cameras.next = 70;
    cameras.difference = 12.9;
    cameras.word = DifferenceWord::Higher;
    MetricDifference rate;
    rate.metric = Metric::HeldRate;
    rate.base = 487;
    rate.baseFailsAt = 497;
    rate.next = 44;
    rate.nextFailsAt = 44.9;
    rate.difference = -90.97;
    rate.word = DifferenceWord::Lower;
    ComparisonReport report = example();
    ComparedPair& pair = report.pairs[0];
    pair.metrics = {cameras, rate};
    const auto rows = differenceTable(pair);
    QCOMPARE(rows.at(1),
        (std::vector<std::string>{
            "cameras held", "62 (not 63)", "70 or more", "+12.9 %", "not known", "more"}));
    QCOMPARE(rows.at(2),
        (std::vector<std::string>{
            "images/s held", "487 (not 497)", "44 (not 44.9)", "-91.0 %", "not known", "fewer"}));
    const QJsonObject row = comparisonJson(report)["comparisons"][0]["metrics"][0].toObject();
    QCOMPARE(row["metric"].toString(), "cameras_held");
    QCOMPARE(row["base"].toDouble(), 62.0);
    QCOMPARE(row["base_fails_at"].toDouble(), 63.0);
    QVERIFY(row["new_fails_at"].isNull());
    QCOMPARE(row["result"].toString(), "higher");
}

void TestComparisonFiles::criteria()
{
    const ComparedPair pair = example().pairs[0];
    QCOMPARE(criterionText(pair.criteria[0], pair),
        std::string("--fail-slower 5: failed: images/s -10.0 % (-11.2 to -8.8 %)"));
    QCOMPARE(criterionText(pair.criteria[1], pair),
        std::string("--fail-p99 10: not checked: p99 ms has no interval: that takes two runs or more of each "
                    "side, as --repeat 5 makes them"));
    QCOMPARE(criterionText(pair.criteria[2], pair),
        std::string("--fail-accuracy 1: passed: accuracy % -0.50 points (-2.00 to +1.00 points)"));
    ComparedPair single = pair;
    single.metrics[0].withinRuns = true;
    single.criteria[0].outcome = CriterionOutcome::NotChecked;
    QCOMPARE(criterionText(single.criteria[0], single),
        std::string(
            "--fail-slower 5: not checked: each side is a single run, whose interval does not hold what "
            "differs from run to run: it takes two runs or more of each side, as --repeat 5 makes them"));
}

void TestComparisonFiles::whatIsNotCompared()
{
    ComparedPair pair;
    const Message origins = TR("the origins differ"), models = TR("the models differ");
    pair.notCompared
        = {{Metric::LatencyP50, origins}, {Metric::LatencyP99, origins}, {Metric::Accuracy, models}};
    QCOMPARE(notComparedTexts(pair),
        (std::vector<std::string>{"not compared: p50 ms, p99 ms: the origins differ",
            "not compared: accuracy %: the models differ"}));
    QCOMPARE(criterionText({"--fail-accuracy", 1, Metric::Accuracy, CriterionOutcome::NotChecked}, pair),
        std::string("--fail-accuracy 1: not checked: accuracy % is not compared: the models differ"));
    QCOMPARE(criterionText({"--fail-slower", 1, Metric::Rate, CriterionOutcome::NotChecked}, pair),
        std::string("--fail-slower 1: not checked: images/s is not known for every run"));
    ComparisonReport report = example();
    report.pairs = {pair};
    QVERIFY(comparisonMarkdown(report).find("\n- not compared\\: accuracy %\\: the models differ\n")
        != std::string::npos);
    const QJsonObject accuracy = comparisonJson(report)["comparisons"][0]["not_compared"][2].toObject();
    QCOMPARE(accuracy["metric"].toString(), "accuracy_pct");
    QCOMPARE(accuracy["reason"].toString(), "the models differ");
}

void TestComparisonFiles::markdown()
{
    const QString text = QString::fromStdString(comparisonMarkdown(example()));
    QVERIFY2(text.startsWith("### new\\|\\<b\\>  against base\n\n"), qPrintable(text));
    QVERIFY2(text.contains("\n| workers | 2 | 1 |\n"), qPrintable(text));
    QVERIFY2(
        text.contains("\n| images/s | 600 | 540 | -10.0 % | -11.2 to -8.8 % | lower |\n"), qPrintable(text));
    QVERIFY2(text.contains("\n- **--fail-slower 5\\: failed"), qPrintable(text));
    QVERIFY2(text.endsWith("\n- An interval needs two runs or more on each side.\n"), qPrintable(text));
}

void TestComparisonFiles::junit()
{
    QXmlStreamReader xml(comparisonJunit(example()));
    std::map<QString, int> seen;
    QStringList names;
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement) {
            ++seen[xml.name().toString()];
            if (xml.name() == u"testcase")
                names << xml.attributes().value("name").toString();
            if (xml.name() == u"testsuite") {
                QCOMPARE(xml.attributes().value("tests"), u"4");
                QCOMPARE(xml.attributes().value("failures"), u"1");
                QCOMPARE(xml.attributes().value("skipped"), u"1");
                QCOMPARE(xml.attributes().value("errors"), u"0");
            }
        }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(names, (QStringList{"no run is INVALID", "--fail-slower", "--fail-p99", "--fail-accuracy"}));
    QCOMPARE(seen["failure"], 1);
    QCOMPARE(seen["skipped"], 1);
    QCOMPARE(seen["error"], 0);
}

void TestComparisonFiles::junitOfAnInvalidRun()
{
    ComparisonReport report = example();
    report.baseVerdict = Judgement::Invalid;
    QVERIFY(comparisonJunit(report).contains("<error message="));
    QVERIFY(comparisonJunit(report).contains("errors=\"1\""));
}

void TestComparisonFiles::json()
{
    const QJsonObject report = comparisonJson(example());
    QCOMPARE(report["exit_code"].toInt(), 4);
    QCOMPARE(report["base"]["verdict"].toString(), "VALID");
    const QJsonObject pair = report["comparisons"][0].toObject();
    const QJsonObject rate = pair["metrics"][0].toObject();
    QCOMPARE(rate["metric"].toString(), "images_per_s");
    QCOMPARE(rate["difference_low"].toDouble(), -11.25);
    QCOMPARE(rate["result"].toString(), "lower");
    QCOMPARE(rate["p_value"].toDouble(), 0.001);
    QCOMPARE(rate["adjusted_p_value"].toDouble(), 0.002);
    for (const char* key : {"difference_low", "p_value", "adjusted_p_value"})
        QVERIFY2(pair["metrics"][1][QLatin1String(key)].isNull(), key);
    QVERIFY(rate["images"].isNull());
    QCOMPARE(pair["metrics"][2]["images"].toInt(), 200);
    QCOMPARE(pair["criteria"][1]["outcome"].toString(), "not_checked");
    QCOMPARE(pair["setup_differences"][0]["new"].toString(), "1");
}

void TestComparisonFiles::schemaNamesWhatIsWritten()
{
    const QJsonObject schema = comparisonSchema();
    const QJsonObject report = comparisonJson(example());
    QCOMPARE(schema["properties"].toObject().keys(), report.keys());
    const QJsonObject metric
        = schema["properties"]["comparisons"]["items"]["properties"]["metrics"]["items"].toObject();
    QCOMPARE(
        metric["properties"].toObject().keys(), report["comparisons"][0]["metrics"][0].toObject().keys());
    for (const char* key : {"p_value", "adjusted_p_value"}) // null where it is not known
        QCOMPARE(metric["properties"][QLatin1String(key)]["anyOf"].toArray().size(), 2);
}

QTEST_GUILESS_MAIN(TestComparisonFiles)
#include "tst_comparison_files.moc"
