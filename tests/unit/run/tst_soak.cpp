// A day at a fixed rate on a machine made of files, whose processor slows down by heat at hour 9: what is
// kept of it, and whether the change is found and named.
#include "run/result_assembly.h"
#include "run/run_counts.h"

#include "machine/interference_watch.h"
#include "reports/interval_table.h"
#include "reports/summary_text.h"
#include "statistics/verdict.h"
#include "stream/random_numbers.h"
#include "unit/base/driven_clock.h"
#include "unit/machine/fake_root.h"

#include <QtTest>

#include <malloc.h>

using namespace iotbench;
using iotbench::test::DrivenClock;
using iotbench::test::FakeRoot;

namespace {

constexpr std::int64_t kS = 1'000'000'000;
constexpr double kDayS = 86'400, kHotFromS = 9 * 3'600;
constexpr std::uint64_t kPerS = 20; // images
constexpr std::int64_t kStepS = 48; // between two looks at the machine
constexpr std::size_t kMostWindows = 400; // of them that are kept

// Two CPUs with one clock, a thermometer, and a cooling device that slows them down.
class Board {
public:
    Board()
    {
        m_root.put("/proc/self/cgroup", "0::/\n");
        m_root.put("/sys/class/thermal/cooling_device0/type", "thermal-cpufreq-0\n");
        facts.coresAllowed = 2;
        facts.coreTypes.resize(1);
        facts.coreTypes[0].cpus = "0-1";
        facts.coreTypes[0].count = 2;
        heat(false);
        pass(0);
    }
    void heat(bool isHot)
    {
        m_root.put("/sys/class/thermal/thermal_zone0/temp", isHot ? "85000\n" : "60000\n");
        m_root.put("/sys/class/thermal/cooling_device0/cur_state", isHot ? "2\n" : "0\n");
        m_root.put(
            "/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq", isHot ? "1600000\n" : "2400000\n");
    }
    void pass(std::int64_t seconds) // in which the CPUs are idle
    {
        clock.advance(seconds * kS);
        m_idleTicks += 100 * seconds;
        QByteArray stat = "cpu  1 1 1 1 1 1 1 1\n";
        for (int cpu = 0; cpu < 2; ++cpu)
            stat += "cpu" + QByteArray::number(cpu) + " 0 0 0 " + QByteArray::number(qint64(m_idleTicks))
                + " 0 0 0 0\n";
        m_root.put("/proc/stat", stat);
    }
    InterferenceWatch watch()
    {
        InterferenceWatch::Watched watched;
        watched.cpus = {0, 1};
        watched.windowNs = kStepS * kS;
        watched.mostWindows = kMostWindows;
        return InterferenceWatch(
            clock, facts, watched, [](int) { return std::optional<std::int64_t>(); }, m_root.path());
    }

    DrivenClock clock;
    MachineFacts facts;

private:
    FakeRoot m_root;
    std::int64_t m_idleTicks = 0;
};

struct Day {
    RunResult result;
    std::size_t windows = 0;
    std::size_t heapAfterThreeHours = 0, heapAtTheEnd = 0; // bytes in use; 0: not told
};

Sample imageAt(std::uint64_t number, std::int64_t originNs, std::int64_t serviceNs)
{
    Sample sample;
    sample.ordinal = sample.sequence = number;
    sample.hash = number % 10'000 + 1;
    sample.label = sample.predicted = static_cast<std::uint8_t>(number % 10);
    sample.classified = true;
    sample.arrivalNs = originNs + static_cast<std::int64_t>(number) * kS / static_cast<std::int64_t>(kPerS);
    sample.startNs = sample.arrivalNs + 200'000;
    sample.doneNs = sample.startNs + serviceNs;
    sample.inferNs = serviceNs;
    sample.batch = 1;
    return sample;
}

Day aDay(double hotFromS)
{
    Day day;
    Board board;
    InterferenceWatch watch = board.watch();
    const std::int64_t originNs = board.clock.nowNs();
    CountingOptions options;
    options.classes = 10;
    options.plans.resize(1);
    options.plans[0].ratePerS = kPerS;
    RunCounts counts(options, originNs);
    counts.openSource(0, "stream 1");
    RandomNumbers random(5);
    std::uint64_t images = 0;
    for (std::int64_t second = 0; second < static_cast<std::int64_t>(kDayS); second += kStepS) {
        const bool isHot = static_cast<double>(second) >= hotFromS;
        if (isHot && static_cast<double>(second - kStepS) < hotFromS)
            board.heat(true);
        board.pass(kStepS);
        watch.observe(true);
        for (std::uint64_t i = 0; i < kPerS * kStepS; ++i)
            counts.add(imageAt(images++, originNs,
                static_cast<std::int64_t>((isHot ? 7.5e6 : 5e6) * (1 + 0.05 * random.normal()))));
        counts.setSent(board.clock.nowNs(), images, images);
        if (second == 3 * 3'600)
            day.heapAfterThreeHours = mallinfo2().uordblks;
    }
    day.heapAtTheEnd = mallinfo2().uordblks;
    watch.cut();
    counts.finish();
    day.windows = watch.windows().size();

    RunFacts facts;
    facts.settings.imagesPerSecond = kPerS;
    facts.settings.durationS = kDayS;
    facts.build.optimised = true;
    ProcessFacts process;
    process.machine = board.facts;
    watch.fill(process.machine);
    process.interference = watch.seen();
    process.windows = watch.windows();
    process.originNs = originNs;
    RunStages stages;
    SendingSummary sending;
    sending.offered = sending.sent = images;
    sending.lastIntendedNs = originNs + static_cast<std::int64_t>(kDayS) * kS - kS / kPerS;
    sending.sendDelay.emplace();
    sending.backlog = Backlog{.scheduleS = kDayS, .lastIntendedS = kDayS, .lastResultS = 0};
    sending.sentByStream = {images};
    stages.sending = sending;
    stages.reading = ReadingResult{.end = RunEnd::Complete, .records = images};
    stages.counted
        = Collected{.images = counts.images(), .series = counts.series(), .lastDoneNs = counts.lastDoneNs()};
    day.result = assembleResult(facts, stages, process);
    return day;
}

std::string reasonsOf(const ClaimVerdict& claim)
{
    std::string text;
    for (const Reason& reason : claim.reasons)
        text += reason.what.english() + '\n';
    return text;
}

} // namespace

class TestSoak : public QObject {
    Q_OBJECT

private slots:
    void theHotBoardIsFoundAndNamed();
    void aSteadyDayIsSteady();
};

void TestSoak::theHotBoardIsFoundAndNamed()
{
    const Day day = aDay(kHotFromS);
    const RunResult& result = day.result;

    // Bounded.
    QVERIFY(result.intervals.size() > IntervalRows::kMostRows / 2);
    QVERIFY(result.intervals.size() <= IntervalRows::kMostRows);
    QVERIFY(day.windows > kMostWindows / 2 && day.windows <= kMostWindows);
    QVERIFY(intervalTable(result).size() < 1'000'000);
    constexpr std::size_t kFlat = 2'000'000;
    QVERIFY2(
        day.heapAtTheEnd <= day.heapAfterThreeHours + kFlat, qPrintable(QString::number(day.heapAtTheEnd)));

    // Nothing is lost by merging.
    std::uint64_t images = 0;
    for (const IntervalRow& row : result.intervals)
        images += row.classified;
    QCOMPARE(images, std::uint64_t(kDayS) * kPerS);

    // Clock, temperature, rate and times over the day.
    const IntervalRow& cool = result.intervals[result.intervals.size() / 6];
    const IntervalRow& hot = result.intervals[result.intervals.size() / 2];
    QCOMPARE(*cool.interference.clockMHz, 2'400.0);
    QCOMPARE(*hot.interference.clockMHz, 1'600.0);
    QCOMPARE(*cool.interference.temperatureC, 60.0);
    QCOMPARE(*hot.interference.temperatureC, 85.0);
    QCOMPARE(*hot.interference.heatPercent, 100.0);
    QCOMPARE(hot.imagesPerS(), double(kPerS));
    QVERIFY(*hot.latencyP50Ms > 1.4 * *cool.latencyP50Ms);

    // The change is found, to a piece of the series (a hundredth of the day), and named.
    QVERIFY(result.steadiness.basis == SteadyBasis::ServiceTime);
    QCOMPARE(result.steadiness.changes.size(), std::size_t(1));
    const SteadyChange& change = result.steadiness.changes.front();
    QVERIFY2(std::abs(change.atS - kHotFromS) < kDayS / 100, qPrintable(QString::number(change.atS)));
    QVERIFY(std::abs(change.before - 5) < 0.05 && std::abs(change.after - 7.5) < 0.05);
    const Verdict verdict = judge(result);
    const std::string reasons = reasonsOf(verdict[Claim::Latency]);
    QVERIFY2(reasons.find("service time was not steady: from ") != std::string::npos, reasons.c_str());
    QVERIFY2(reasons.find("(clock 2400 to 16") != std::string::npos, reasons.c_str());
    QVERIFY2(
        reasons.find("temperature 60 to 85 °C, slowed by heat 0 to 100 % of the time") != std::string::npos,
        reasons.c_str());

    // The last third against the first.
    QVERIFY(result.sustained.has_value());
    const Sustained& sustained = *result.sustained;
    QVERIFY2(sustained.changeIntervalPct.contains(50), qPrintable(QString::number(sustained.changePct)));
    QVERIFY(sustained.changeIntervalPct.halfWidth() < 1);
    QVERIFY(*sustained.lastP99Ms > 1.4 * *sustained.firstP99Ms);
    const std::vector<std::string> lines = summaryText(result, verdict);
    const auto line = std::ranges::find_if(
        lines, [](const std::string& text) { return text.starts_with("sustained   7.5"); });
    QVERIFY2(line != lines.end(), lines.back().c_str());
}

void TestSoak::aSteadyDayIsSteady()
{
    const Day day = aDay(2 * kDayS);
    QVERIFY(day.result.steadiness.changes.empty());
    QVERIFY(day.result.sustained.has_value());
    QVERIFY(day.result.sustained->changeIntervalPct.contains(0));
    QVERIFY(day.result.sustained->changeIntervalPct.halfWidth() < 1);
    QCOMPARE(day.result.interference.heatPercent, std::optional(0.0));
}

QTEST_APPLESS_MAIN(TestSoak)
#include "tst_soak.moc"
