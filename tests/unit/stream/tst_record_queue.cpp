// The queue between the reader and the workers.
#include "base/stop_signal.h"
#include "stream/block_pool.h"
#include "stream/record_queue.h"
#include "unit/base/driven_clock.h"
#include "unit/base/watched_thread.h"

#include <QtTest>

#include <array>
#include <atomic>
#include <thread>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;

namespace {

std::vector<Record> numbered(std::uint64_t first, std::size_t count)
{
    std::vector<Record> records(count);
    for (std::size_t i = 0; i < count; ++i)
        records[i].ordinal = first + i;
    return records;
}

std::vector<std::uint64_t> ordinals(std::span<const Record> records)
{
    std::vector<std::uint64_t> numbers;
    for (const Record& record : records)
        numbers.push_back(record.ordinal);
    return numbers;
}

} // namespace

class TestRecordQueue : public QObject {
    Q_OBJECT

private slots:
    void keepsTheOrder();
    void popTakesWhatIsThere();
    void aFullQueueBlocksUntilHalfEmpty();
    void aStopFreesThePusher();
    void closingFreesEverybody();
    void closedQueuesCanStillBeEmptied();
    void waitingConsumersShare();
    void recordsKeepTheirBlocks();
    void everyRecordComesOnce_data();
    void everyRecordComesOnce();

private:
    DrivenClock m_clock;
};

void TestRecordQueue::keepsTheOrder()
{
    const StopSignal stop;
    RecordQueue queue(4, m_clock);
    std::vector<Record> out(4);
    for (std::uint64_t turn = 0; turn < 10; ++turn) { // round the ring, out of step with its size
        auto records = numbered(3 * turn, 3);
        QCOMPARE(queue.push(records, stop), 3U);
        QCOMPARE(queue.size(), 3U);
        QCOMPARE(queue.pop(out), 3U);
        const std::vector<std::uint64_t> expected{3 * turn, 3 * turn + 1, 3 * turn + 2};
        QCOMPARE(ordinals(std::span(out).first(3)), expected);
    }
}

void TestRecordQueue::popTakesWhatIsThere()
{
    const StopSignal stop;
    RecordQueue queue(8, m_clock);
    auto records = numbered(0, 5);
    queue.push(records, stop);
    std::vector<Record> out(3);
    QCOMPARE(queue.pop(out), 3U);
    QCOMPARE(queue.tryPop(out), 2U);
    QCOMPARE(queue.tryPop(out), 0U);
}

void TestRecordQueue::aFullQueueBlocksUntilHalfEmpty()
{
    const StopSignal stop;
    RecordQueue queue(4, m_clock);
    std::thread pusher([&] {
        auto records = numbered(0, 6);
        queue.push(records, stop);
    });
    QVERIFY(m_clock.getsAwaited());
    QCOMPARE(queue.size(), 4U);
    m_clock.advance(30);
    std::vector<Record> out(1);
    queue.pop(out);
    QVERIFY(m_clock.getsAwaited());
    QCOMPARE(queue.size(), 3U); // over half full: the pusher sleeps on
    m_clock.advance(12);
    queue.pop(out);
    pusher.join();
    QCOMPARE(queue.size(), 4U);
    QCOMPARE(queue.pushWaitedNs(), 42);
}

void TestRecordQueue::aStopFreesThePusher()
{
    StopSignal stop;
    RecordQueue queue(2, m_clock);
    std::size_t pushed = 0;
    std::thread pusher([&] {
        auto records = numbered(0, 5);
        pushed = queue.push(records, stop);
    });
    QVERIFY(m_clock.getsAwaited());
    stop.raise();
    pusher.join();
    QCOMPARE(pushed, 2U);
    auto more = numbered(5, 1);
    QCOMPARE(queue.push(more, stop), 0U);
}

void TestRecordQueue::closingFreesEverybody()
{
    const StopSignal stop;
    RecordQueue full(1, m_clock);
    std::size_t pushed = 7;
    std::thread pusher([&] {
        auto records = numbered(0, 2);
        pushed = full.push(records, stop);
    });
    RecordQueue empty(1, m_clock);
    std::size_t popped = 7;
    WatchedThread popper([&] {
        std::vector<Record> out(1);
        popped = empty.pop(out);
    });
    QVERIFY(m_clock.getsAwaited());
    QVERIFY(popper.getsBlocked());
    full.close();
    empty.close();
    pusher.join();
    popper.join();
    QCOMPARE(pushed, 1U);
    QCOMPARE(popped, 0U);
}

void TestRecordQueue::closedQueuesCanStillBeEmptied()
{
    const StopSignal stop;
    RecordQueue queue(4, m_clock);
    auto records = numbered(0, 3);
    queue.push(records, stop);
    queue.close();
    auto more = numbered(3, 1);
    QCOMPARE(queue.push(more, stop), 0U);
    std::vector<Record> out(2);
    QCOMPARE(queue.pop(out), 2U);
    QCOMPARE(queue.pop(out), 1U);
    QCOMPARE(queue.pop(out), 0U);
}

void TestRecordQueue::waitingConsumersShare()
{
    const StopSignal stop;
    RecordQueue queue(16, m_clock);
    std::array<std::size_t, 2> popped{};
    const auto consume = [&queue](std::size_t& count) {
        std::vector<Record> out(8);
        count = queue.pop(out);
    };
    WatchedThread first([&] { consume(popped[0]); });
    WatchedThread second([&] { consume(popped[1]); });
    QVERIFY(first.getsBlocked());
    QVERIFY(second.getsBlocked());
    auto records = numbered(0, 8);
    queue.push(records, stop);
    queue.close(); // whoever gets none must not wait for more
    first.join();
    second.join();
    QCOMPARE(popped[0], 4U); // four and four, not eight and none
    QCOMPARE(popped[1], 4U);
}

void TestRecordQueue::recordsKeepTheirBlocks()
{
    const StopSignal stop;
    BlockPool pool(1'000, 1, m_clock);
    RecordQueue queue(4, m_clock);
    {
        std::vector<Record> records(2);
        records[0].block = pool.acquire(stop);
        records[1].block = records[0].block;
        queue.push(records, stop);
        QVERIFY(!records[0].block);
    }
    std::vector<Record> out(1);
    queue.pop(out);
    QVERIFY(!out[0].block.sole());
    {
        std::vector<Record> other(1);
        queue.pop(other);
    }
    QVERIFY(out[0].block.sole());
}

void TestRecordQueue::everyRecordComesOnce_data()
{
    QTest::addColumn<int>("capacity");
    QTest::addColumn<int>("consumers");
    QTest::newRow("one by one") << 1 << 1;
    QTest::newRow("narrow") << 3 << 4;
    QTest::newRow("usual") << 256 << 2;
}

void TestRecordQueue::everyRecordComesOnce()
{
    QFETCH(int, capacity);
    QFETCH(int, consumers);
    constexpr std::uint64_t kRecords = 20'000;
    const StopSignal stop;
    RecordQueue queue(static_cast<std::size_t>(capacity), m_clock);
    std::vector<std::atomic<int>> seen(kRecords);
    std::vector<std::thread> threads;
    for (int i = 0; i < consumers; ++i)
        threads.emplace_back([&] {
            std::vector<Record> out(7);
            while (const std::size_t count = queue.pop(out))
                for (const Record& record : std::span(out).first(count))
                    ++seen[record.ordinal];
        });
    for (std::uint64_t first = 0; first < kRecords; first += 10) {
        auto records = numbered(first, 10);
        QCOMPARE(queue.push(records, stop), 10U);
    }
    queue.close();
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(std::count(seen.begin(), seen.end(), 1), static_cast<std::ptrdiff_t>(kRecords));
}

QTEST_APPLESS_MAIN(TestRecordQueue)
#include "tst_record_queue.moc"
