// runs.csv read back.
#include "study_driver/run_table_reader.h"
#include "study_driver/series_study.h"

#include <QtTest>

using namespace iotbench;

class TestRunTable : public QObject {
    Q_OBJECT

private slots:
    void rowsAsTheyWereWritten()
    {
        const auto runs
            = runsOf(readCsv("label,verdict_overall,accuracy_pct,seed,images_per_s,images_per_s_low,"
                             "images_per_s_high,latency_p99_ms\n"
                             "a,WEAK,91.5,7,612.5,600,625,4.25\n"
                             "b,nonsense,191.5,-1,,600,,nan\n"));
        QCOMPARE(runs.size(), std::size_t(2));
        QCOMPARE(runs[0].seed, std::uint64_t(7));
        QCOMPARE(runs[0].imagesPerS, 612.5);
        QVERIFY(runs[0].rateInterval == (Interval{600, 625}));
        QCOMPARE(runs[0].p99Ms, std::optional(4.25));
        QCOMPARE(runs[0].accuracy, std::optional(0.915));
        QVERIFY(runs[0].verdict == Judgement::Weak);
        QVERIFY(!runs[1].rateInterval && !runs[1].p99Ms && !runs[1].accuracy);
        QVERIFY(runs[1].verdict == Judgement::NotJudged);
        QVERIFY(runsOf({}).empty());
    }

    void timeLeft()
    {
        QVERIFY(!secondsLeft(0, 10, 0, 0));
        QCOMPARE(secondsLeft(2, 10, 20, 3), std::optional(77.0));
        QCOMPARE(secondsLeft(10, 10, 100, 3), std::optional(0.0));
    }
};

QTEST_GUILESS_MAIN(TestRunTable)
#include "tst_run_table.moc"
