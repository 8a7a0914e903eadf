// The closing block on the terminal, line by line.
#include "reports/summary_text.h"
#include "settings/command_text.h"
#include "unit/statistics/example_run.h"

#include <QtTest>

using namespace iotbench;
using test::exampleRun;

namespace {

QStringList block(const RunResult& run)
{
    QStringList lines;
    for (const std::string& line : summaryText(run, judge(run)))
        lines << QString::fromStdString(line);
    return lines;
}

} // namespace

class TestSummaryText : public QObject {
    Q_OBJECT

private slots:
    void headlineRun();
    void saturatedRunWithAGate();
    void rateToJudge_data();
    void rateToJudge();
    void noRateToJudge();
    void rateToJudgeIsLongEnough_data();
    void rateToJudgeIsLongEnough();
    void nullEngine();
    void stoppedRun();
    void sender();
    void emptyRun();
    void failedBeforeTheFirstImage();
    void worker();
};

void TestSummaryText::headlineRun()
{
    QCOMPARE(block(exampleRun()),
        (QStringList{
            "complete    VALID       10000 of 10000 sent images classified",
            "accuracy    VALID       92.1 % (95 % interval 91.6 to 92.6 %, 10000 distinct images)",
            "  - 9999 of 10000 predictions are the card's own (9212 correct, card 9212)",
            "throughput  VALID       1000.0 images/s over 10.0 s, target rate 1000",
            "latency     VALID       p50 1.25 ms, p99 3 ms, max 8.5 ms from the intended send time",
            "verdict: VALID",
        }));
}

void TestSummaryText::saturatedRunWithAGate()
{
    RunResult run = exampleRun();
    run.elapsedS = 15.625;
    run.resultsPerS = 640;
    run.backlog->lastResultS = 15.6;
    run.settings.requireRatePerS = 900;
    const QStringList lines = block(run);
    QCOMPARE(lines.first(), "saturated: 640 of 1000 images/s");
    QVERIFY(lines.contains(
        "latency     not judged  p50 1.25 ms, p99 3 ms, max 8.5 ms from the intended send time"));
    QVERIFY(lines.contains(
        "  - saturated, so it grows with the length of the run: ask for less than 640 images/s with -i"));
    QCOMPARE(lines.value(lines.size() - 2), "--require-rate 900 missed: 640.0 images/s");
    QCOMPARE(lines.last(), "verdict: VALID");
}

void TestSummaryText::rateToJudge_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<quint64>("classified"); // in 15.625 s
    QTest::addColumn<QString>("held");
    QTest::addColumn<QString>("rate");
    QTest::newRow("a PC") << "1000" << quint64(15'145) << "969"
                          << "770";
    QTest::newRow("a board") << "1000" << quint64(10'000) << "640"
                             << "510";
    QTest::newRow("a slow board") << "10" << quint64(100) << "6.4"
                                  << "5.1";
    QTest::newRow("under one a second") << "10" << quint64(10) << "0.64"
                                        << "0.51";
    QTest::newRow("without an engine") << "3000000" << quint64(30'000'000) << "1920000"
                                       << "1500000";
}

void TestSummaryText::rateToJudge()
{
    QFETCH(QString, target);
    QFETCH(quint64, classified);
    QFETCH(QString, held);
    QFETCH(QString, rate);
    Settings settings;
    settings.model = "resnet20";
    settings.imagesPerSecond = target.toDouble();
    settings.totalImages = 20'000'000;
    settings.report = "results"; // it has a report now
    settings.force = true;
    RunResult run = exampleRun();
    run.settings.imagesPerSecond = target.toDouble();
    run.counts.classified = classified;
    run.elapsedS = 15.625;
    run.backlog->lastResultS = 15.6;
    const std::vector<std::string> lines = rateToJudgeText(run, askedFor(settings), "build/iotbench");
    QCOMPARE(lines.size(), std::size_t(2));
    QCOMPARE(QString::fromStdString(lines[0]),
        QStringLiteral(
            "This machine holds about %1 of the %2 images/s. Latency can be judged at a rate that it holds:")
            .arg(held, target));
    QCOMPARE(QString::fromStdString(lines[1]),
        QStringLiteral("  build/iotbench --batch -m resnet20 -i %1 -t 20000000").arg(rate));
}

void TestSummaryText::rateToJudgeIsLongEnough_data()
{
    QTest::addColumn<std::optional<quint64>>("totalImages");
    QTest::addColumn<double>("durationS");
    QTest::addColumn<QString>("suggested"); // behind -m resnet20; 64 images/s are held
    QTest::newRow("by default") << std::optional<quint64>() << 0.0 << "-i 51 -t 1000 --max-p99 20";
    QTest::newRow("few images") << std::optional<quint64>(100) << 0.0 << "-i 51 -t 1000 --max-p99 20";
    QTest::newRow("enough") << std::optional<quint64>(2'000) << 0.0 << "-i 51 -t 2000 --max-p99 20";
    QTest::newRow("a short time") << std::optional<quint64>() << 2.0 << "-i 51 -d 20 --max-p99 20";
    QTest::newRow("a long time") << std::optional<quint64>() << 60.0 << "-i 51 -d 60 --max-p99 20";
    QTest::newRow("both") << std::optional<quint64>(100) << 2.0 << "-i 51 -t 1000 -d 20 --max-p99 20";
}

void TestSummaryText::rateToJudgeIsLongEnough()
{
    QFETCH(std::optional<quint64>, totalImages);
    QFETCH(double, durationS);
    QFETCH(QString, suggested);
    Settings settings;
    settings.model = "resnet20";
    settings.imagesPerSecond = 1'000;
    settings.totalImages = totalImages;
    settings.durationS = durationS;
    settings.requireRatePerS = 300; // it contradicts
    settings.maxP99Ms = 20;
    RunResult run = exampleRun();
    run.counts.classified = 1'000;
    run.elapsedS = 15.625;
    run.backlog->lastResultS = 15.6;
    QCOMPARE(QString::fromStdString(rateToJudgeText(run, askedFor(settings), "iotbench").at(1)),
        "  iotbench --batch -m resnet20 " + suggested);
}

void TestSummaryText::noRateToJudge()
{
    const AskedSettings asked;
    QVERIFY(rateToJudgeText(exampleRun(), asked, "iotbench").empty()); // it kept up
    RunResult run = exampleRun();
    run.elapsedS = 15.625;
    run.backlog->lastResultS = 15.6;
    QVERIFY(!rateToJudgeText(run, asked, "iotbench").empty());
    run.settings.role = Role::Send; // it is the receiver that was too slow
    QVERIFY(rateToJudgeText(run, asked, "iotbench").empty());
}

void TestSummaryText::nullEngine()
{
    RunResult run = exampleRun();
    run.engine.name = "null";
    run.engine.infers = false;
    const QStringList lines = block(run);
    QCOMPARE(lines.value(1), "accuracy    not judged");
    QCOMPARE(lines.value(2), "  - the engine null does not infer");
}

void TestSummaryText::stoppedRun()
{
    RunResult run = exampleRun();
    run.end = RunEnd::Stopped;
    run.counts.classified = 990;
    run.counts.unclassified = 10;
    run.counts.sent = 1'000;
    const QStringList lines = block(run);
    QCOMPARE(lines.value(0), "stopped by the user after 990 images were classified");
    QCOMPARE(lines.value(1), "complete    not judged  990 of 1000 sent images classified, 10 left over");
}

void TestSummaryText::sender()
{
    RunResult run = exampleRun();
    run.settings.role = Role::Send;
    const QStringList lines = block(run);
    QCOMPARE(lines.value(0), "complete    VALID       10000 images sent");
    QCOMPARE(lines.value(1), "accuracy    not judged");
    QCOMPARE(lines.value(2), "  - the receiver judges it");
    QCOMPARE(lines.value(4), "latency     VALID       send delay p50 0.04 ms, p99 0.09 ms, max 1.5 ms");
}

void TestSummaryText::emptyRun()
{
    RunResult run;
    run.settings.role = Role::Receive;
    QCOMPARE(block(run),
        (QStringList{
            "complete    INVALID     0 of 0 received images classified",
            "  - no image came: check that the other end is running and connected to this address",
            "accuracy    not judged",
            "  - no image was classified",
            "throughput  not judged",
            "  - nothing to measure it by",
            "latency     not judged",
            "  - no image was classified",
            "verdict: INVALID",
        }));
}

void TestSummaryText::failedBeforeTheFirstImage()
{
    RunResult run;
    run.settings.role = Role::Receive;
    run.end = RunEnd::Failed;
    run.failure = verbatim("port 10000 is in use");
    QCOMPARE(block(run), (QStringList{"failed: port 10000 is in use", "verdict: INVALID"}));
    run.counts.received = 1;
    QCOMPARE(block(run).value(2), "  - the run failed before its end");
}

void TestSummaryText::worker()
{
    RunResult run = exampleRun();
    run.settings.role = Role::Worker;
    run.backlog.reset();
    run.sendDelay.reset();
    run.latencyOrigin = LatencyOrigin::Arrival;
    run.elapsedS = 2; // WEAK, which is no news of a worker
    QCOMPARE(block(run), QStringList());

    run.counts.rejected = 2;
    run.rejected[0] = {2, {7, 9}};
    run.settings.minAccuracyPct = 99;
    const QStringList refused = block(run);
    QCOMPARE(refused.size(), 3);
    QCOMPARE(refused[0], "complete    WEAK        10000 of 10000 sent images classified");
    QVERIFY(refused[1].startsWith("  - 2 of 10000 records were rejected: 2 "));
    QCOMPARE(refused[2],
        "--min-accuracy 99 cannot be met, for accuracy is not judged: whoever reads the answers judges it");

    run.settings.strict = true;
    QCOMPARE(block(run).last(), "verdict: WEAK");
    run.settings.strict = false;
    run.counts.rejected = 11;
    QCOMPARE(block(run).last(), "verdict: INVALID");

    RunResult empty;
    empty.settings.role = Role::Worker;
    QCOMPARE(block(empty), QStringList());
    empty.end = RunEnd::Stopped;
    QCOMPARE(block(empty), QStringList{"stopped by the user after 0 images were classified"});
}

QTEST_GUILESS_MAIN(TestSummaryText)
#include "tst_summary_text.moc"
