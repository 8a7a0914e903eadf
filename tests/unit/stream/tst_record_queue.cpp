// The queue between the reader and the workers.
#include "base/stop_signal.h"
#include "stream/block_pool.h"
#include "stream/record_queue.h"

#include <QtTest>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

using namespace iotbench;

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

void letThemWait()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
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
};

void TestRecordQueue::keepsTheOrder()
{
    const StopSignal stop;
    RecordQueue queue(4);
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
    RecordQueue queue(8);
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
    RecordQueue queue(4);
    std::atomic<bool> done = false;
    std::thread pusher([&] {
        auto records = numbered(0, 6);
        queue.push(records, stop);
        done = true;
    });
    letThemWait();
    QVERIFY(!done);
    QCOMPARE(queue.size(), 4U);
    std::vector<Record> out(1);
    queue.pop(out);
    letThemWait();
    QCOMPARE(queue.size(), 3U); // over half full: the pusher sleeps on
    queue.pop(out);
    pusher.join();
    QCOMPARE(queue.size(), 4U);
    QVERIFY(queue.pushWaitedNs() > 1'000'000);
}

void TestRecordQueue::aStopFreesThePusher()
{
    StopSignal stop;
    RecordQueue queue(2);
    std::size_t pushed = 0;
    std::thread pusher([&] {
        auto records = numbered(0, 5);
        pushed = queue.push(records, stop);
    });
    letThemWait();
    stop.raise();
    pusher.join();
    QCOMPARE(pushed, 2U);
    auto more = numbered(5, 1);
    QCOMPARE(queue.push(more, stop), 0U);
}

void TestRecordQueue::closingFreesEverybody()
{
    const StopSignal stop;
    RecordQueue full(1);
    std::size_t pushed = 7;
    std::thread pusher([&] {
        auto records = numbered(0, 2);
        pushed = full.push(records, stop);
    });
    RecordQueue empty(1);
    std::size_t popped = 7;
    std::thread popper([&] {
        std::vector<Record> out(1);
        popped = empty.pop(out);
    });
    letThemWait();
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
    RecordQueue queue(4);
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
    RecordQueue queue(16);
    std::atomic<std::size_t> fewest = 100;
    std::vector<std::thread> consumers;
    for (int i = 0; i < 2; ++i)
        consumers.emplace_back([&] {
            std::vector<Record> out(8);
            const std::size_t count = queue.pop(out);
            std::size_t before = fewest;
            while (count < before && !fewest.compare_exchange_weak(before, count)) { }
        });
    letThemWait();
    auto records = numbered(0, 8);
    queue.push(records, stop);
    for (std::thread& consumer : consumers)
        consumer.join();
    QCOMPARE(fewest.load(), 4U); // four and four, not eight and none
}

void TestRecordQueue::recordsKeepTheirBlocks()
{
    const StopSignal stop;
    BlockPool pool(1'000, 1);
    RecordQueue queue(4);
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
    RecordQueue queue(static_cast<std::size_t>(capacity));
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
