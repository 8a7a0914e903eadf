#include "run/sample_ring.h"

#include <QtTest>

#include <thread>
#include <vector>

using namespace iotbench;

class SampleRingTest : public QObject {
    Q_OBJECT
private slots:
    void capacityIsAPowerOfTwo();
    void takesInOrderOfOrdinals();
    void roomComesBackAsSamplesAreTaken();
    void manyThreadsLoseNothing();
};

namespace {

Sample numbered(std::uint64_t ordinal)
{
    Sample sample;
    sample.ordinal = ordinal;
    sample.sequence = ordinal * 3;
    return sample;
}

std::vector<std::uint64_t> taken(SampleRing& ring)
{
    std::vector<std::uint64_t> ordinals;
    ring.take([&](const Sample& sample) { ordinals.push_back(sample.ordinal); });
    return ordinals;
}

} // namespace

void SampleRingTest::capacityIsAPowerOfTwo()
{
    QCOMPARE(SampleRing(100).capacity(), std::size_t(128));
    QCOMPARE(SampleRing(64).capacity(), std::size_t(64));
}

void SampleRingTest::takesInOrderOfOrdinals()
{
    SampleRing ring(8);
    ring.publish(numbered(1));
    ring.publish(numbered(2));
    QVERIFY(taken(ring).empty()); // 0 is still missing
    ring.publish(numbered(0));
    QCOMPARE(taken(ring), (std::vector<std::uint64_t>{0, 1, 2}));
    QVERIFY(taken(ring).empty());
}

void SampleRingTest::roomComesBackAsSamplesAreTaken()
{
    SampleRing ring(4);
    for (std::uint64_t i = 0; i < 4; ++i) {
        QVERIFY(ring.hasRoomFor(i));
        ring.publish(numbered(i));
    }
    QVERIFY(!ring.hasRoomFor(4));
    QCOMPARE(taken(ring).size(), std::size_t(4));
    QVERIFY(ring.hasRoomFor(7));
    QVERIFY(!ring.hasRoomFor(8));
}

void SampleRingTest::manyThreadsLoseNothing()
{
    constexpr std::uint64_t kSamples = 40'000;
    SampleRing ring(256);
    std::vector<std::thread> publishers;
    for (std::uint64_t start = 0; start < 3; ++start)
        publishers.emplace_back([&ring, start] {
            for (std::uint64_t ordinal = start; ordinal < kSamples; ordinal += 3) {
                while (!ring.hasRoomFor(ordinal))
                    std::this_thread::yield();
                ring.publish(numbered(ordinal));
            }
        });
    std::uint64_t next = 0;
    bool inOrder = true;
    while (next < kSamples)
        ring.take([&](const Sample& sample) {
            inOrder = inOrder && sample.ordinal == next && sample.sequence == next * 3;
            ++next;
        });
    for (std::thread& publisher : publishers)
        publisher.join();
    QVERIFY(inOrder);
    QCOMPARE(next, kSamples);
}

QTEST_GUILESS_MAIN(SampleRingTest)
#include "tst_sample_ring.moc"
