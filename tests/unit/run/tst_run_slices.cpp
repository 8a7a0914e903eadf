// A run cut into quarter seconds while it goes on.
#include "run/run_slices.h"

#include <QtTest>

using namespace iotbench;

namespace {

constexpr std::int64_t kMs = 1'000'000;
constexpr std::int64_t kOriginNs = 5'000 * kMs;

// Done `doneMs` after the origin, `latencyMs` after it was due and `sinceSentMs` after it left.
Sample sample(std::int64_t doneMs, std::int64_t latencyMs, std::int64_t sinceSentMs)
{
    Sample result;
    result.doneNs = kOriginNs + doneMs * kMs;
    result.latencyNs = latencyMs * kMs;
    result.sentNs = result.doneNs - sinceSentMs * kMs;
    result.classified = true;
    return result;
}

// A machine of one CPU whose other programs took so much of the time from the origin to `untilMs`.
CpuWindow window(std::int64_t fromMs, std::int64_t untilMs, double stolen)
{
    CpuWindow result;
    result.time = {kOriginNs + fromMs * kMs, kOriginNs + untilMs * kMs};
    const auto lengthNs = static_cast<double>((untilMs - fromMs) * kMs);
    result.capacityNs = lengthNs;
    result.stealNs = stolen * lengthNs;
    result.stealToldNs = lengthNs;
    result.idleNs = lengthNs - result.stealNs;
    return result;
}

} // namespace

class TestRunSlices : public QObject {
    Q_OBJECT

private slots:
    void countsByTheTimesOfResults();
    void waitsForTheWindowsOfTheMachine();
    void lateResultCountsForTheNextSlice();
    void interferenceByItsPartOfTheSlice();
};

void TestRunSlices::countsByTheTimesOfResults()
{
    RunSlices slices(0.02);
    slices.setOrigin(kOriginNs);
    slices.add(sample(100, 10, 5));
    slices.add(sample(249, 21, 5)); // late, for it was sent late
    slices.add(sample(249, 30, 25)); // late here
    slices.add(sample(260, 10, 5));
    Sample refused = sample(120, 0, 0);
    refused.reason = RejectReason::NotFinite;
    slices.add(refused);
    slices.setSent(kOriginNs + 249 * kMs, 9, 7, 2);
    slices.setSent(kOriginNs + 499 * kMs, 12, 12, 2);
    const std::vector<CpuWindow> windows{window(0, 600, 0)};
    slices.setWindows(windows);
    slices.advanceTo(kOriginNs + 600 * kMs);
    const std::vector<RunSlice> taken = slices.take();
    QCOMPARE(taken.size(), std::size_t(2));
    QCOMPARE(taken[0].classified, 3U);
    QCOMPARE(taken[0].rejected, 1U);
    QCOMPARE(taken[0].over, 2U);
    QCOMPARE(taken[0].overSinceSent, 1U);
    QCOMPARE(taken[0].late, 2U);
    QCOMPARE(taken[0].backlog, 5U); // of 9 due
    QCOMPARE(taken[0].inside, 3U); // of 7 sent
    QCOMPARE(taken[1].classified, 1U);
    QCOMPARE(taken[1].late, 0U);
    QCOMPARE(taken[1].backlog, 7U);
    QVERIFY(slices.take().empty()); // once each
}

void TestRunSlices::waitsForTheWindowsOfTheMachine()
{
    RunSlices slices(0.02);
    slices.setOrigin(kOriginNs);
    slices.advanceTo(kOriginNs + 800 * kMs);
    QVERIFY(slices.take().empty());
    const std::vector<CpuWindow> windows{window(0, 300, 0)};
    slices.setWindows(windows);
    QCOMPARE(slices.take().size(), std::size_t(1));
}

void TestRunSlices::lateResultCountsForTheNextSlice()
{
    RunSlices slices(0.02);
    slices.setOrigin(kOriginNs);
    const std::vector<CpuWindow> windows{window(0, 900, 0)};
    slices.setWindows(windows);
    slices.advanceTo(kOriginNs + 320 * kMs);
    QCOMPARE(slices.take().size(), std::size_t(1));
    slices.add(sample(240, 10, 5));
    slices.advanceTo(kOriginNs + 600 * kMs);
    const std::vector<RunSlice> taken = slices.take();
    QCOMPARE(taken.size(), std::size_t(1));
    QCOMPARE(taken[0].classified, 1U);
}

void TestRunSlices::interferenceByItsPartOfTheSlice()
{
    RunSlices slices(0.02);
    slices.setOrigin(kOriginNs);
    const std::vector<CpuWindow> windows{window(0, 375, 0), window(375, 500, 0.5)};
    slices.setWindows(windows);
    slices.advanceTo(kOriginNs + 600 * kMs);
    const std::vector<RunSlice> taken = slices.take();
    QCOMPARE(taken.size(), std::size_t(2));
    QCOMPARE(*taken[0].stealPercent, 0.0);
    QCOMPARE(*taken[1].stealPercent, 25.0);
    QVERIFY(!taken[1].heatPercent);
}

QTEST_GUILESS_MAIN(TestRunSlices)
#include "tst_run_slices.moc"
