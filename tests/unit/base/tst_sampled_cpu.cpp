// CPU time by stage is CPU time: waits within a stage are not in it, and sampling comes near to the truth.
#include "base/sampled_cpu.h"

#include <QTest>

#include <chrono>
#include <thread>

using namespace iotbench;

namespace {

constexpr std::int64_t kUs = 1'000;

void spend(std::int64_t ns)
{
    for (const std::int64_t untilNs = threadCpuNs() + ns; threadCpuNs() < untilNs;) { }
}

} // namespace

class TestSampledCpu : public QObject {
    Q_OBJECT

private slots:
    void nothingPassed();
    void aWaitIsNoCpuTime();
    void aFewPassesAreEachMeasured();
    void manyPassesAreSampled();
    void anEmptyPassCostsNothing();
};

void TestSampledCpu::nothingPassed()
{
    QCOMPARE(SampledCpu().ns(), std::int64_t{0});
}

void TestSampledCpu::aWaitIsNoCpuTime()
{
    SampledCpu stage;
    for (int pass = 0; pass < 5; ++pass)
        stage.over([] { std::this_thread::sleep_for(std::chrono::milliseconds(20)); });
    QCOMPARE(stage.passes(), std::uint64_t{5});
    QVERIFY2(stage.ns() < 20'000 * kUs, qPrintable(QString::number(stage.ns())));
}

// The first ones may be slow, and are not taken for what all cost.
void TestSampledCpu::aFewPassesAreEachMeasured()
{
    SampledCpu stage;
    for (int pass = 0; pass < 8; ++pass)
        stage.over([pass] { spend(pass == 0 ? 8'000 * kUs : 200 * kUs); });
    const std::int64_t spent = 9'400 * kUs;
    QVERIFY2(stage.ns() >= spent * 99 / 100 && stage.ns() < spent * 13 / 10,
        qPrintable(QString::number(stage.ns())));
}

// Long and short passes by turns, within a fifth of what the thread spent in all.
void TestSampledCpu::manyPassesAreSampled()
{
    SampledCpu stage;
    const std::int64_t fromNs = threadCpuNs();
    for (int pass = 0; pass < 2'600; ++pass)
        QCOMPARE(stage.over([pass] {
            spend(pass % 2 ? 30 * kUs : 10 * kUs);
            return pass;
        }),
            pass);
    const auto spent = static_cast<double>(threadCpuNs() - fromNs);
    const auto seen = static_cast<double>(stage.ns());
    QVERIFY2(seen > 0.8 * spent && seen < 1.2 * spent, qPrintable(QString("%1 of %2").arg(seen).arg(spent)));
}

void TestSampledCpu::anEmptyPassCostsNothing()
{
    SampledCpu stage;
    for (int pass = 0; pass < 100'000; ++pass)
        stage.over([] {});
    const double each = static_cast<double>(stage.ns()) / 100'000;
    QVERIFY2(each < 1 * kUs, qPrintable(QString::number(each)));
}

QTEST_GUILESS_MAIN(TestSampledCpu)
#include "tst_sampled_cpu.moc"
