#include "statistics/distinct_images.h"

#include <QtTest>

#include <cmath>
#include <random>

using namespace iotbench;

namespace {

constexpr std::size_t kClasses = 10;

} // namespace

class DistinctImagesTest : public QObject {
    Q_OBJECT

private slots:
    void countsEachOnceWhateverOrder();
    void theFirstTimeCounts();
    void isExactUpToTheLimit();
    void estimatesBeyondIt();
    void theSampleKeepsSharesOfLabelsAndCorrect();
};

void DistinctImagesTest::countsEachOnceWhateverOrder()
{
    DistinctImages distinct(kClasses);
    QCOMPARE(distinct.counts(), DistinctCounts{.byLabel = std::vector<std::uint64_t>(kClasses)});
    for (int round = 0; round < 3; ++round)
        for (std::uint64_t hash = 1; hash <= 5'000; ++hash)
            distinct.add((round == 1 ? 5'001 - hash : hash) * 0x9E37'79B9'7F4A'7C15, hash % 2, true);
    const DistinctCounts counts = distinct.counts();
    QCOMPARE(counts.images, std::uint64_t(5'000));
    QCOMPARE(counts.kept, counts.images);
    QCOMPARE(counts.correct, counts.images);
    QVERIFY(!counts.isEstimate());
    QCOMPARE(counts.relativeError(), 0.0);
}

void DistinctImagesTest::theFirstTimeCounts()
{
    DistinctImages distinct(kClasses);
    distinct.add(11, 3, true);
    distinct.add(11, 4, false);
    distinct.add(12, 3, false);
    distinct.add(12, 3, true);
    const DistinctCounts counts = distinct.counts();
    QCOMPARE(counts.images, std::uint64_t(2));
    QCOMPARE(counts.correct, std::uint64_t(1));
    QCOMPARE(counts.byLabel[3], std::uint64_t(2));
    QCOMPARE(counts.byLabel[4], std::uint64_t(0));
}

void DistinctImagesTest::isExactUpToTheLimit()
{
    std::mt19937_64 random(1);
    DistinctImages distinct(kClasses);
    for (std::size_t i = 0; i < DistinctImages::kLimit; ++i)
        distinct.add(random() | 1, 0, true);
    QCOMPARE(distinct.counts().images, std::uint64_t(1'000'000));
    QVERIFY(!distinct.counts().isEstimate());
    distinct.add(random() | 1, 0, true);
    QVERIFY(distinct.counts().isEstimate());
    QVERIFY(distinct.counts().kept < 510'000);
}

// 200 streams of a length that meets the sample at every fill between half and all of the limit: the error is
// what its formula says, and its mean is none.
void DistinctImagesTest::estimatesBeyondIt()
{
    constexpr int kStreams = 200;
    std::mt19937_64 random(2);
    double sum = 0;
    double squares = 0;
    double worst = 0;
    for (int stream = 0; stream < kStreams; ++stream) {
        const std::size_t images = 5'000 + 75 * static_cast<std::size_t>(stream);
        DistinctImages distinct(kClasses, 1'000);
        for (std::size_t i = 0; i < images; ++i) {
            const std::uint64_t hash = random() | 1;
            distinct.add(hash, 0, false);
            distinct.add(hash, 0, false);
        }
        const DistinctCounts counts = distinct.counts();
        QVERIFY(counts.isEstimate());
        QVERIFY(counts.kept <= 1'000);
        const double off
            = (static_cast<double>(counts.images) / static_cast<double>(images) - 1) / counts.relativeError();
        sum += off;
        squares += off * off;
        worst = std::max(worst, counts.relativeError());
    }
    QVERIFY2(std::abs(sum / kStreams) < 0.25, qPrintable(QString::number(sum / kStreams)));
    QVERIFY2(std::abs(std::sqrt(squares / kStreams) - 1) < 0.25, qPrintable(QString::number(squares)));
    QVERIFY2(worst < 0.05, qPrintable(QString::number(worst)));
}

void DistinctImagesTest::theSampleKeepsSharesOfLabelsAndCorrect()
{
    std::mt19937_64 random(3);
    DistinctImages distinct(kClasses, 10'000);
    for (int i = 0; i < 100'000; ++i)
        distinct.add(random() | 1, i % 4 == 0 ? 7 : 2, i % 10 != 0);
    const DistinctCounts counts = distinct.counts();
    const auto kept = static_cast<double>(counts.kept);
    QCOMPARE(counts.byLabel[7] + counts.byLabel[2], counts.kept);
    QVERIFY(std::abs(static_cast<double>(counts.byLabel[7]) / kept - 0.25) < 0.02);
    QVERIFY(std::abs(static_cast<double>(counts.correct) / kept - 0.9) < 0.02);
}

QTEST_GUILESS_MAIN(DistinctImagesTest)
#include "tst_distinct_images.moc"
