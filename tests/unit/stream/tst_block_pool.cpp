// Blocks are reused, bounded, and waited for.
#include "base/stop_signal.h"
#include "stream/block_pool.h"
#include "unit/base/driven_clock.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;

class TestBlockPool : public QObject {
    Q_OBJECT

private slots:
    void theLastReferenceGivesBack();
    void theBlockReturnedLastComesFirst();
    void waitsForABlock();
    void aStopEndsTheWait();
    void blocksDoNotOverlap();
    void countsForTheQueue();

private:
    DrivenClock m_clock;
};

void TestBlockPool::theLastReferenceGivesBack()
{
    const StopSignal stop;
    BlockPool pool(1'000, 1, m_clock);
    BlockRef first = pool.acquire(stop);
    const Block* const block = first.get();
    QVERIFY(first.sole());
    BlockRef second = first;
    QVERIFY(!first.sole());
    BlockRef third = std::move(first);
    QVERIFY(!first);
    second = BlockRef();
    QVERIFY(third.sole());
    third = BlockRef();
    QCOMPARE(pool.acquire(stop).get(), block);
}

void TestBlockPool::theBlockReturnedLastComesFirst()
{
    const StopSignal stop;
    BlockPool pool(1'000, 3, m_clock);
    BlockRef a = pool.acquire(stop);
    BlockRef b = pool.acquire(stop);
    const Block* const last = b.get();
    a = BlockRef();
    b = BlockRef();
    QCOMPARE(pool.acquire(stop).get(), last);
}

void TestBlockPool::waitsForABlock()
{
    const StopSignal stop;
    BlockPool pool(1'000, 1, m_clock);
    BlockRef held = pool.acquire(stop);
    bool acquired = false;
    std::thread waiter([&] { acquired = static_cast<bool>(pool.acquire(stop)); });
    QVERIFY(m_clock.getsAwaited());
    m_clock.advance(30);
    held = BlockRef();
    waiter.join();
    QVERIFY(acquired);
    QCOMPARE(pool.waitedNs(), 30);
}

void TestBlockPool::aStopEndsTheWait()
{
    StopSignal stop;
    BlockPool pool(1'000, 1, m_clock);
    const BlockRef held = pool.acquire(stop);
    bool acquired = true;
    std::thread waiter([&] { acquired = static_cast<bool>(pool.acquire(stop)); });
    QVERIFY(m_clock.getsAwaited());
    stop.raise();
    waiter.join();
    QVERIFY(!acquired);
}

void TestBlockPool::blocksDoNotOverlap()
{
    const StopSignal stop;
    BlockPool pool(5'000, 4, m_clock);
    std::vector<BlockRef> blocks;
    for (int i = 0; i < 4; ++i) {
        blocks.push_back(pool.acquire(stop));
        QCOMPARE(blocks.back()->capacity(), 5'000U);
        std::fill_n(blocks.back()->data(), 5'000, static_cast<char>(i));
    }
    for (int i = 0; i < 4; ++i) {
        const char* const data = blocks[static_cast<std::size_t>(i)]->data();
        QCOMPARE(std::count(data, data + 5'000, static_cast<char>(i)), 5'000);
    }
}

void TestBlockPool::countsForTheQueue()
{
    QCOMPARE(BlockPool::countFor(262'144, 256, 1), 35U); // 7.68 MB in 30 blocks, 3 for the sender, 2 spare
    QCOMPARE(BlockPool::countFor(262'144, 1, 4), 15U);
}

QTEST_APPLESS_MAIN(TestBlockPool)
#include "tst_block_pool.moc"
