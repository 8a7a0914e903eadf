// Threads wait at a gate until all are there, and go together.
#include "base/start_gate.h"
#include "unit/base/watched_thread.h"

#include <QtTest>

#include <atomic>
#include <memory>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;

class TestStartGate : public QObject {
    Q_OBJECT

private slots:
    void nobodyPassesBeforeItOpens();
    void whoComesLatePassesAtOnce();
    void theEndOfAScopeOpensIt();
};

void TestStartGate::nobodyPassesBeforeItOpens()
{
    StartGate gate;
    std::atomic<unsigned> passed = 0;
    std::vector<std::unique_ptr<WatchedThread>> threads;
    for (int i = 0; i < 3; ++i)
        threads.push_back(std::make_unique<WatchedThread>([&] {
            gate.pass();
            ++passed;
        }));
    gate.awaitThreads(3);
    for (const auto& thread : threads)
        QVERIFY(thread->getsBlocked());
    QCOMPARE(passed.load(), 0U);
    gate.open();
    for (const auto& thread : threads)
        thread->join();
    QCOMPARE(passed.load(), 3U);
}

void TestStartGate::whoComesLatePassesAtOnce()
{
    StartGate gate;
    gate.open();
    gate.pass();
    gate.awaitThreads(1);
}

void TestStartGate::theEndOfAScopeOpensIt()
{
    StartGate gate;
    WatchedThread thread([&] { gate.pass(); });
    {
        const OpenAtEnd opening(gate);
        gate.awaitThreads(1);
    }
    thread.join();
}

QTEST_APPLESS_MAIN(TestStartGate)
#include "tst_start_gate.moc"
