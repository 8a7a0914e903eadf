// Which kinds of core the workers ran on: by the CPUs that they saw.
#include "run/gathering.h"

#include <QtTest>

using namespace iotbench;

namespace {

CoreKind kindOn(const char* cpus)
{
    CoreKind kind;
    kind.cpus = cpus;
    return kind;
}

WorkerResult workerOn(std::initializer_list<std::pair<std::size_t, CpuUse>> uses)
{
    WorkerResult worker;
    worker.batches = {0};
    worker.cpus.resize(8);
    for (const auto& [cpu, use] : uses)
        worker.cpus[cpu] = use;
    return worker;
}

} // namespace

class TestGathering : public QObject {
    Q_OBJECT

private slots:
    void workersCountWhereTheyRan()
    {
        RunResult result;
        result.machine.coreKinds = {kindOn("0-3"), kindOn("4-7")};
        const std::vector<WorkerResult> workers = {
            workerOn({{1, {100, 900'000}}}), // on a slow core all the time
            workerOn({{5, {300, 600'000}}, {6, {100, 200'000}}}), // on two fast ones
            workerOn({{0, {10, 100'000}}, {4, {150, 300'000}}}), // moved
            workerOn({}), // had nothing to do
        };
        QCOMPARE(fillWorkers(result, workers, 1), std::string());
        const CoreKind& slow = result.machine.coreKinds[0];
        QCOMPARE(*slow.workers, 1.25);
        QCOMPARE(*slow.images, std::uint64_t(110));
        QCOMPARE(*slow.inferUs, 1'000.0 / 110);
        const CoreKind& fast = result.machine.coreKinds[1];
        QCOMPARE(*fast.workers, 1.75);
        QCOMPARE(*fast.images, std::uint64_t(550));
        QCOMPARE(*fast.inferUs, 2.0);
    }

    void aKindWithoutWorkHasNoTime()
    {
        RunResult result;
        result.machine.coreKinds = {kindOn("0-3"), kindOn("4-7")};
        const std::vector<WorkerResult> workers = {workerOn({{7, {5, 10'000}}})};
        fillWorkers(result, workers, 1);
        QCOMPARE(*result.machine.coreKinds[0].workers, 0.0);
        QCOMPARE(*result.machine.coreKinds[0].images, std::uint64_t(0));
        QVERIFY(!result.machine.coreKinds[0].inferUs);
    }
};

QTEST_GUILESS_MAIN(TestGathering)
#include "tst_gathering.moc"
