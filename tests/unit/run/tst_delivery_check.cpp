#include "run/delivery_check.h"

#include "sets_of_images.h"

#include <QtTest>

#include <vector>

using namespace iotbench;

namespace {

constexpr std::size_t kImages = 40;
constexpr std::size_t kFirst = 30; // so that a stream wraps

} // namespace

class DeliveryCheckTest : public QObject {
    Q_OBJECT

private slots:
    void what_data();
    void what();
    void rejectedRecordsKeepTheirPlace();
    void aForeignImageIsALoss();
    void anotherLabelIsALoss();
    void equalImagesOfASetAreNoDuplicates();

private:
    const KnownImages m_images{test::imagesOfOneByte(0, kImages)};

    std::uint64_t hashAt(std::size_t place) const { return m_images.hash((kFirst + place) % kImages); }
    std::uint8_t labelAt(std::size_t place) const { return m_images.label((kFirst + place) % kImages); }
};

// Places of the stream in the order in which they arrive.
void DeliveryCheckTest::what_data()
{
    QTest::addColumn<std::vector<int>>("arriving");
    QTest::addColumn<quint64>("sent");
    QTest::addColumn<quint64>("lost");
    QTest::addColumn<quint64>("duplicated");
    const auto run = [](int from, int to) {
        std::vector<int> places;
        for (int i = from; i < to; ++i)
            places.push_back(i);
        return places;
    };
    const auto joined = [](std::vector<int> a, const std::vector<int>& b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    };
    QTest::newRow("nothing of nothing") << std::vector<int>{} << 0ULL << 0ULL << 0ULL;
    QTest::newRow("nothing came") << std::vector<int>{} << 5ULL << 5ULL << 0ULL;
    QTest::newRow("all, three times round") << run(0, 120) << 120ULL << 0ULL << 0ULL;
    QTest::newRow("the first is lost") << run(1, 50) << 50ULL << 1ULL << 0ULL;
    QTest::newRow("three within are lost") << joined(run(0, 7), run(10, 50)) << 50ULL << 3ULL << 0ULL;
    QTest::newRow("the last are lost") << run(0, 40) << 50ULL << 10ULL << 0ULL;
    QTest::newRow("one came twice") << joined(run(0, 8), run(7, 50)) << 50ULL << 0ULL << 1ULL;
    QTest::newRow("five came twice") << joined(run(0, 20), run(15, 50)) << 50ULL << 0ULL << 5ULL;
    QTest::newRow("the last came twice") << joined(run(0, 50), {49}) << 50ULL << 0ULL << 1ULL;
    QTest::newRow("as many lost as came twice: equal counts hide nothing")
        << joined(joined(run(0, 5), run(3, 20)), run(22, 50)) << 50ULL << 2ULL << 2ULL;
    QTest::newRow("more came than was sent") << run(0, 51) << 50ULL << 0ULL << 1ULL;
}

void DeliveryCheckTest::what()
{
    QFETCH(std::vector<int>, arriving);
    QFETCH(quint64, sent);
    QFETCH(quint64, lost);
    QFETCH(quint64, duplicated);
    DeliveryCheck check(m_images, kFirst);
    for (const int place : arriving)
        check.add(hashAt(static_cast<std::size_t>(place)), labelAt(static_cast<std::size_t>(place)));
    const Delivery delivery = check.delivery().against(sent);
    QCOMPARE(delivery.lost, lost);
    QCOMPARE(delivery.duplicated, duplicated);
}

void DeliveryCheckTest::rejectedRecordsKeepTheirPlace()
{
    DeliveryCheck check(m_images, kFirst);
    for (std::size_t place = 0; place < 50; ++place) {
        const bool rejected = place % 5 == 0;
        check.add(rejected ? 0 : hashAt(place), rejected ? 0 : labelAt(place));
    }
    QCOMPARE(check.delivery().against(50), (Delivery{50, 0, 0}));
}

void DeliveryCheckTest::aForeignImageIsALoss()
{
    DeliveryCheck check(m_images, kFirst);
    for (std::size_t place = 0; place < 50; ++place)
        check.add(place == 9 ? 12'345 : hashAt(place), labelAt(place));
    QCOMPARE(check.delivery().against(50), (Delivery{50, 1, 0}));
}

void DeliveryCheckTest::anotherLabelIsALoss()
{
    DeliveryCheck check(m_images, kFirst);
    for (std::size_t place = 0; place < 50; ++place)
        check.add(hashAt(place), place == 9 ? static_cast<std::uint8_t>(labelAt(place) ^ 1) : labelAt(place));
    QCOMPARE(check.delivery().against(50), (Delivery{50, 1, 0}));
}

void DeliveryCheckTest::equalImagesOfASetAreNoDuplicates()
{
    ImageSet images = test::imagesOfOneByte(0, 3);
    const ImageSet again = test::imagesOfOneByte(0, 3);
    images.pixels.insert(images.pixels.end(), again.pixels.begin(), again.pixels.end());
    images.labels.insert(images.labels.end(), again.labels.begin(), again.labels.end());
    const KnownImages known(images);
    DeliveryCheck check(known, 1);
    for (std::size_t place = 0; place < 12; ++place)
        check.add(known.hash((1 + place) % 6), known.label((1 + place) % 6));
    QCOMPARE(check.delivery().against(12), (Delivery{12, 0, 0}));
}

QTEST_GUILESS_MAIN(DeliveryCheckTest)
#include "tst_delivery_check.moc"
