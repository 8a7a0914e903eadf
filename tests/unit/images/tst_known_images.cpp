#include "images/cifar10.h"
#include "images/known_images.h"

#include "images/image_hash.h"

#include <QtTest>

#include <algorithm>
#include <array>

using namespace iotbench;

namespace {

// Images of one byte each, in the order given, labelled 0, 1, 2, …
ImageSet imagesOf(std::initializer_list<std::uint8_t> bytes)
{
    ImageSet images = cifar10::noImages();
    for (const std::uint8_t byte : bytes) {
        images.pixels.insert(images.pixels.end(), cifar10::kImageValues, byte);
        images.labels.push_back(static_cast<std::uint8_t>(images.labels.size()));
    }
    return images;
}

} // namespace

class KnownImagesTest : public QObject {
    Q_OBJECT

private slots:
    void findsEachByItsPlanes();
    void anImageThatIsThereTwiceIsFoundAsTheFirst();
    void anEmptySetKnowsNone();
    void theHashIsTheSameEverywhere();
    void nobodyCanMakeTwoImagesOfOneKey();
};

void KnownImagesTest::findsEachByItsPlanes()
{
    ImageSet images = imagesOf({7, 8});
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        images.pixels[i] = static_cast<std::uint8_t>(i % cifar10::kImageChannels); // red 0, green 1, blue 2
    std::array<std::uint8_t, cifar10::kImageValues> planes;
    for (std::size_t i = 0; i < cifar10::kImageValues; ++i)
        planes[i] = static_cast<std::uint8_t>(i / cifar10::kPlaneSize);
    const KnownImages known(images);
    QCOMPARE(known.size(), std::size_t(2));
    QCOMPARE(known.hash(0), imageHash(planes));
    QCOMPARE(known.find(imageHash(planes)), std::optional(0U));
    planes.fill(8);
    QCOMPARE(known.find(imageHash(planes)), std::optional(1U));
    planes.fill(9);
    QVERIFY(!known.find(imageHash(planes)));
}

void KnownImagesTest::anImageThatIsThereTwiceIsFoundAsTheFirst()
{
    const KnownImages known(imagesOf({5, 6, 5, 5}));
    QCOMPARE(known.distinct(), std::size_t(2));
    QCOMPARE(known.hash(3), known.hash(0));
    const auto found = known.find(known.hash(2));
    QCOMPARE(found, std::optional(0U));
    for (const std::uint8_t label : std::array<std::uint8_t, 3>{0, 2, 3})
        QVERIFY(known.hasLabel(*found, label));
    QVERIFY(!known.hasLabel(*found, 1));
    QVERIFY(known.hasLabel(1, 1));
    QVERIFY(!known.hasLabel(1, 0));
}

void KnownImagesTest::anEmptySetKnowsNone()
{
    const KnownImages known(ImageSet{});
    QCOMPARE(known.size(), std::size_t(0));
    QVERIFY(!known.find(1));
}

// Executors of another kind of processor send hashes to the driver of a cluster.
void KnownImagesTest::theHashIsTheSameEverywhere()
{
    std::array<std::uint8_t, cifar10::kImageValues> planes;
    for (std::size_t i = 0; i < planes.size(); ++i)
        planes[i] = static_cast<std::uint8_t>(i * 7 + i / 256);
    QCOMPARE(imageHash(planes), std::uint64_t(5'420'567'253'326'737'393)); // as libxxhash has it
}

// XXH3 takes eight bytes of its input and of a secret, and multiplies the two halves of their exclusive or
// (github.com/Cyan4973/xxHash, doc/xxhash_spec.md). Who knows the secret makes one half 0, and the other half
// may change places with that of another stripe.
void KnownImagesTest::nobodyCanMakeTwoImagesOfOneKey()
{
    constexpr std::array<std::uint8_t, 4> secretOfStripe0{0xb8, 0xfe, 0x6c, 0x39};
    constexpr std::array<std::uint8_t, 4> secretOfStripe1{0x7c, 0x01, 0x81, 0x2c};
    constexpr std::size_t stripe = 64;
    std::array<std::uint8_t, cifar10::kImageValues> one{};
    std::ranges::copy(secretOfStripe0, one.begin());
    std::ranges::copy(secretOfStripe1, one.begin() + stripe);
    auto other = one;
    one[4] = other[stripe + 4] = 200;
    one[stripe + 4] = other[4] = 100;
    QVERIFY(one != other);
    QCOMPARE(imageHash(one), imageHash(other)); // so easily
    QVERIFY(keyedImageHash(one) != keyedImageHash(other));
    QCOMPARE(keyedImageHash(one), keyedImageHash(one));
}

QTEST_GUILESS_MAIN(KnownImagesTest)
#include "tst_known_images.moc"
