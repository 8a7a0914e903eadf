// Every figure and every point of Live, from snapshots made by hand.
#include "live_examples.h"
#include "ui/live/live_figures.h"
#include "ui/live/paint_budget.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/plot_points.h"
#include "ui/plots/value_range.h"
#include "window_test.h"

using namespace iotbench;
using namespace iotbench::ui;

namespace {

RunFacts loopback()
{
    RunFacts facts;
    facts.intended = true;
    facts.offeredPerS = 1'000;
    facts.totalImages = 10'000;
    facts.lengthS = 10;
    facts.cardAccuracy = 0.9147;
    return facts;
}

FigureText figure(const RunSnapshot& snapshot, const RunFacts& facts, Figure which)
{
    return liveFigures(snapshot, facts)[static_cast<std::size_t>(which)];
}

} // namespace

class LiveFiguresTest : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { QLocale::setDefault(test::english()); }

    void rate()
    {
        const FigureText text = figure(*test::exampleSnapshot(), loopback(), Figure::Rate);
        QCOMPARE(text.parts[0].figure, QStringLiteral("1,001"));
        QCOMPARE(text.parts[0].unit, QStringLiteral("of 1,000 offered"));
        QCOMPARE(text.remark, QStringLiteral("mean 1,000.0 · 7 schedule misses (0.3\u00A0%)"));
        QVERIFY(!text.caution);
    }

    void lateSends()
    {
        auto snapshot = test::exampleSnapshot();
        snapshot->lateSends = 20; // of 2,003
        QVERIFY(!figure(*snapshot, loopback(), Figure::Rate).caution);
        snapshot->lateSends = 21; // over 1 %: the verdict's own limit
        const FigureText text = figure(*snapshot, loopback(), Figure::Rate);
        QVERIFY(text.caution);
        QCOMPARE(text.remark, QStringLiteral("mean 1,000.0 · 21 schedule misses (1.0\u00A0%)"));
        snapshot->lateSends = 0;
        QCOMPARE(figure(*snapshot, loopback(), Figure::Rate).remark,
            QStringLiteral("mean 1,000.0 · no schedule misses"));
        snapshot->lateSends.reset(); // as fast as possible
        QCOMPARE(figure(*snapshot, loopback(), Figure::Rate).remark, QStringLiteral("mean 1,000.0"));
    }

    void figuresFollowTheLanguage()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const FigureText text = figure(*test::exampleSnapshot(), loopback(), Figure::Rate);
        QCOMPARE(text.parts[0].figure, QStringLiteral("1.001"));
        QCOMPARE(text.remark, QStringLiteral("mean 1.000,0 · 7 schedule misses (0,3\u00A0%)"));
    }

    void accuracy()
    {
        const FigureText text = figure(*test::exampleSnapshot(), loopback(), Figure::Accuracy);
        QCOMPARE(text.caption, QStringLiteral("Accuracy, last 1,000"));
        QCOMPARE(text.parts[0].figure, QStringLiteral("82.5"));
        QCOMPARE(text.parts[0].unit, QStringLiteral("%"));
        QCOMPARE(text.remark, QStringLiteral("of these 80.0 … 84.7 (95 %)\nall so far 81.3 · card 91.47"));
    }

    void accuracyWithoutACard()
    {
        RunFacts facts = loopback();
        facts.cardAccuracy.reset();
        facts.modelKnown = false; // it is being read
        QCOMPARE(figure(*test::exampleSnapshot(), facts, Figure::Accuracy).remark,
            QStringLiteral("of these 80.0 … 84.7 (95 %)\nall so far 81.3"));
        facts.modelKnown = true;
        QCOMPARE(figure(*test::exampleSnapshot(), facts, Figure::Accuracy).remark,
            QStringLiteral("of these 80.0 … 84.7 (95 %)\nall so far 81.3 · model without a card"));
    }

    void accuracyWhereAnswersAreNotJudged()
    {
        RunFacts facts = loopback();
        facts.judged = false;
        const FigureText text = figure(*test::exampleSnapshot(), facts, Figure::Accuracy);
        QCOMPARE(text.parts[0].figure, QStringLiteral("–"));
        QCOMPARE(text.remark, QStringLiteral("engine null: answers are not judged"));
    }

    void latency()
    {
        auto snapshot = test::exampleSnapshot();
        const FigureText text = figure(*snapshot, loopback(), Figure::Latency);
        QCOMPARE(text.caption, QStringLiteral("Latency from intended send time, p99"));
        QCOMPARE(text.parts[0].figure, QStringLiteral("4.13"));
        QCOMPARE(text.parts[0].unit, QStringLiteral("ms · p50 1.90"));
        QCOMPARE(text.remark, QStringLiteral("of the last 1,000 images"));
        snapshot->rollingLatencyP50Ms.reset();
        snapshot->rollingLatencyP99Ms.reset();
        QCOMPARE(figure(*snapshot, loopback(), Figure::Latency).parts[0].unit, QStringLiteral("ms"));
        QCOMPARE(figure(*snapshot, loopback(), Figure::Latency).parts[0].figure, QStringLiteral("–"));
        QCOMPARE(
            figure(*snapshot, loopback(), Figure::Latency).remark, QStringLiteral("from 1,000 images on"));
    }

    void progress()
    {
        auto snapshot = test::exampleSnapshot();
        FigureText text = figure(*snapshot, loopback(), Figure::Progress);
        QCOMPARE(text.parts[0].figure, QStringLiteral("2,000"));
        QCOMPARE(text.parts[0].unit, QStringLiteral("of 10,000"));
        QCOMPARE(text.bar, std::optional(0.2003));
        QCOMPARE(text.remark, QStringLiteral("8.2 s left"));
        snapshot->phase = RunPhase::WarmingUp;
        QCOMPARE(figure(*snapshot, loopback(), Figure::Progress).remark,
            QStringLiteral("warming up, not counted"));
        snapshot->phase = RunPhase::Stopping;
        QCOMPARE(figure(*snapshot, loopback(), Figure::Progress).remark, QStringLiteral("stopping…"));
        snapshot->phase = RunPhase::Finished;
        QCOMPARE(
            figure(*snapshot, loopback(), Figure::Progress).remark, QStringLiteral("finished after 2.0 s"));
    }

    void receivingWithoutAnEnd()
    {
        auto snapshot = test::exampleSnapshot();
        snapshot->progress.reset();
        snapshot->timeLeftS.reset();
        RunFacts facts;
        facts.role = Role::Receive;
        const FigureText progress = figure(*snapshot, facts, Figure::Progress);
        QVERIFY(!progress.bar);
        QCOMPARE(progress.parts[0].unit, QString());
        QCOMPARE(progress.remark, QStringLiteral("2.1 s gone"));
        QCOMPARE(figure(*snapshot, facts, Figure::Rate).parts[0].unit, QString());
        QCOMPARE(
            figure(*snapshot, facts, Figure::Latency).caption, QStringLiteral("Latency from arrival, p99"));
    }

    void notClassified()
    {
        auto snapshot = test::exampleSnapshot();
        FigureText text = figure(*snapshot, loopback(), Figure::NotClassified);
        QCOMPARE(text.parts[0].figure, QStringLiteral("3"));
        QVERIFY(text.parts[0].colour == DataColour::Wrong);
        QCOMPARE(text.parts[1].figure, QStringLiteral("–")); // lost is not known before the end
        QVERIFY(text.caution);
        QCOMPARE(text.remark, QStringLiteral("too few values (first: line 17) · 27.6 MB/s"));
        snapshot->counts.rejected = 0;
        snapshot->counts.lost = 0;
        text = figure(*snapshot, loopback(), Figure::NotClassified);
        QCOMPARE(text.parts[1].figure, QStringLiteral("0"));
        QVERIFY(text.parts[1].colour == DataColour::Right);
        QCOMPARE(text.remark, QStringLiteral("1 source · 27.6 MB/s"));
        snapshot->bytesPerSNow.reset();
        QCOMPARE(figure(*snapshot, loopback(), Figure::NotClassified).remark, QStringLiteral("1 source"));
    }

    void sendShowsWhatIsSent()
    {
        auto snapshot = test::exampleSnapshot();
        RunFacts facts = loopback();
        facts.role = Role::Send;
        facts.judged = false;
        const FigureText rate = figure(*snapshot, facts, Figure::Rate);
        QCOMPARE(rate.caption, QStringLiteral("Sent images/s, last second"));
        QCOMPARE(rate.parts[0].figure, QStringLiteral("1,000"));
        QCOMPARE(figure(*snapshot, facts, Figure::Progress).caption, QStringLiteral("Sent"));
        QCOMPARE(figure(*snapshot, facts, Figure::Progress).parts[0].figure, QStringLiteral("2,003"));
        QCOMPARE(figure(*snapshot, facts, Figure::Accuracy).remark, QStringLiteral("the receiver knows"));
        FigureText late = figure(*snapshot, facts, Figure::NotClassified);
        QCOMPARE(late.caption, QStringLiteral("Schedule misses"));
        QCOMPARE(late.parts[0].figure, QStringLiteral("7"));
        QCOMPARE(late.parts[0].unit, QStringLiteral("of 2,003"));
        QCOMPARE(late.remark, QStringLiteral("27.6 MB/s"));
        snapshot->lateSends.reset();
        late = figure(*snapshot, facts, Figure::NotClassified);
        QCOMPARE(late.parts[0].figure, QStringLiteral("–"));
        QCOMPARE(late.remark, QStringLiteral("nothing is due at a time · 27.6 MB/s"));
    }

    void phases()
    {
        RunSnapshot snapshot;
        RunFacts facts;
        facts.role = Role::Receive;
        snapshot.phase = RunPhase::Waiting;
        snapshot.address = "127.0.0.1:10000";
        QCOMPARE(phaseWords(snapshot, facts, 12),
            QStringLiteral("Waiting for a sender on 127.0.0.1:10000 for 12 s"));
        facts.role = Role::Send;
        QCOMPARE(phaseWords(snapshot, facts, 12),
            QStringLiteral("Waiting for a receiver on 127.0.0.1:10000 for 12 s"));
        snapshot.phase = RunPhase::WarmingUp;
        QCOMPARE(phaseWords(snapshot, facts, 0), QStringLiteral("Warming up: nothing is counted yet"));
    }

    void pointsAreTheRows()
    {
        const PlotPoints points = plotPoints(test::exampleRows(), false);
        QCOMPARE(
            points.achieved.timeS, (QVector<double>{0.125, 0.375, 0.625, 0.875, 1.125, 1.375, 1.625, 1.875}));
        QCOMPARE(points.achieved.value, QVector<double>(8, 1'000));
        QCOMPARE(points.offered.value, QVector<double>(8, 1'000));
        QCOMPARE(points.accuracy.value, (QVector<double>{80, 80, 80, 80, 80, 80, 80, 82.5}));
        QCOMPARE(points.p50.value, QVector<double>(8, 2));
        QCOMPARE(points.p99.timeS, (QVector<double>{0.875, 1.125, 1.375, 1.625, 1.875}));
        QCOMPARE(points.maximum.value, QVector<double>(8, 10));
        QCOMPARE(points.low.value.size(), 8);
        QCOMPARE(qRound(points.low.value[0] * 100), 7460); // Wilson, 200 of 250
        QCOMPARE(qRound(points.high.value[0] * 100), 8449);
        QCOMPARE(qRound(points.low.value[7] * 100), 8002); // 825 of 1,000
        QCOMPARE(qRound(points.high.value[7] * 100), 8473);
        QCOMPARE(points.endS, 2.0);
    }

    void theBandBeginsAt100Images()
    {
        std::vector<IntervalRow> rows(3, test::exampleRows()[0]);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            rows[i].startS = 0.25 * static_cast<double>(i);
            rows[i].classified = 50;
        }
        QCOMPARE(plotPoints(rows, false).low.timeS, (QVector<double>{0.375, 0.625}));
    }

    void anHourHasAtMost600Points()
    {
        std::vector<IntervalRow> rows;
        for (int i = 0; i < 3'600; ++i) {
            rows.push_back(test::exampleRows()[4]);
            rows.back().startS = i;
            rows.back().lengthS = 1;
            rows.back().latencyMaxMs = i;
        }
        const std::vector<IntervalRow> fewer = thinned(rows, PlotPoints::kMostPoints);
        QCOMPARE(fewer.size(), std::size_t(600));
        QCOMPARE(fewer[0].classified, std::uint64_t(1'500));
        QCOMPARE(fewer[0].offered, std::optional<std::uint64_t>(1'500));
        QCOMPARE(fewer[0].lengthS, 6.0);
        QCOMPARE(fewer[1].startS, 6.0);
        QCOMPARE(fewer[599].latencyMaxMs, std::optional(3'599.0));
        QCOMPARE(thinned(fewer, 600).size(), std::size_t(600));
    }

    void rangesLeaveALittleRoom()
    {
        ValueRange range;
        QVERIFY(range.isEmpty());
        QCOMPARE(range.padded(0, 100).upper, 1.0);
        range.take(80);
        range.take(100);
        QCOMPARE(range.padded(0, 100).lower, 79.0);
        QCOMPARE(range.padded(0, 100).upper, 100.0);
    }

    void dearPaintingHasToWait()
    {
        PaintBudget budget;
        QVERIFY(budget.allows(0));
        budget.spent(100, 6); // 3 % of 200 ms
        QVERIFY(!budget.allows(299));
        QVERIFY(budget.allows(301));
    }

    void copiedValuesAreThoseOfTheFile()
    {
        const QStringList lines = intervalsAsText(test::exampleRows(), true).split(u'\n');
        QCOMPARE(lines[0].split(u'\t').at(5), QStringLiteral("images_per_s"));
        QCOMPARE(lines[1].split(u'\t').at(5), QStringLiteral("1000"));
        QCOMPARE(lines[8].split(u'\t').at(6), QStringLiteral("225"));
    }
};

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<LiveFiguresTest>(argc, argv);
}

#include "tst_live_figures.moc"
