// Which pictures of a run are kept, in which order, and that readers and writers do not meet.
#include "images/cifar10.h"
#include "run/gallery.h"

#include <QtTest>

#include <algorithm>
#include <thread>

using namespace iotbench;

namespace {

constexpr std::int64_t kMs = 1'000'000;

// As a worker and the collector do it; false where the gallery does not want it.
bool classify(Gallery& gallery, std::uint64_t ordinal, std::uint8_t label, std::uint8_t predicted,
    float probability, std::int64_t doneNs)
{
    Sample sample;
    sample.ordinal = ordinal;
    sample.sequence = ordinal + 1'000;
    sample.label = label;
    sample.predicted = predicted;
    sample.probability = probability;
    sample.doneNs = doneNs;
    sample.classified = true;
    if (!gallery.wants(sample))
        return false;
    sample.picture = gallery.take();
    if (sample.picture == Sample::kNoPicture)
        return false;
    gallery.pixels(sample.picture)[0] = static_cast<std::uint8_t>(ordinal);
    gallery.pixels(sample.picture)[cifar10::kImageValues - 1] = label;
    std::ranges::fill(gallery.probabilities(sample.picture), 0.0F);
    gallery.probabilities(sample.picture)[predicted] = probability;
    gallery.keep(sample);
    return true;
}

std::vector<std::uint64_t> ordinals(const std::vector<Picture>& pictures)
{
    std::vector<std::uint64_t> ordinals;
    for (const Picture& picture : pictures)
        ordinals.push_back(picture.ordinal);
    return ordinals;
}

} // namespace

class GalleryTest : public QObject {
    Q_OBJECT
private slots:
    void startsEmpty()
    {
        const Gallery gallery(true, cifar10::facts());
        QVERIFY(gallery.latest(10).empty());
        QVERIFY(gallery.cell(3, 5).empty());
        QVERIFY(gallery.mostConfidentErrors().empty());
        QCOMPARE(gallery.kept(), 0U);
    }

    void keepsTheLast32OfEachCell()
    {
        Gallery gallery(true, cifar10::facts());
        for (std::uint64_t i = 0; i < 100; ++i)
            QVERIFY(classify(gallery, i, 3, i % 2 ? 5 : 3, 0.5F, static_cast<std::int64_t>(i) * 10 * kMs));
        const std::vector<Picture> cats = gallery.cell(3, 3);
        const std::vector<Picture> dogs = gallery.cell(3, 5);
        QCOMPARE(cats.size(), 32U);
        QCOMPARE(dogs.size(), 32U);
        QCOMPARE(cats.front().ordinal, 98U);
        QCOMPARE(cats.back().ordinal, 36U);
        QCOMPARE(dogs.front().ordinal, 99U);
        QCOMPARE(dogs.back().ordinal, 37U);
        QVERIFY(gallery.cell(5, 3).empty());
        QCOMPARE(dogs.front().sequence, 1'099U);
        QCOMPARE(dogs.front().pixels[0], 99);
        QCOMPARE(dogs.front().pixels[cifar10::kImageValues - 1], 3);
        QCOMPARE(dogs.front().probability(), 0.5F);
        QVERIFY(!dogs.front().correct());
        QVERIFY(cats.front().correct());
        QCOMPARE(gallery.kept(), 100U);
    }

    void givesTheLatestAndTheLatestMistakes()
    {
        Gallery gallery(true, cifar10::facts());
        for (std::uint64_t i = 0; i < 10; ++i)
            classify(gallery, i, 1, i % 4 == 0 ? 2 : 1, 0.9F, 0);
        QCOMPARE(ordinals(gallery.latest(3)), (std::vector<std::uint64_t>{9, 8, 7}));
        QCOMPARE(ordinals(gallery.latestMistakes(10)), (std::vector<std::uint64_t>{8, 4, 0}));
        QCOMPARE(gallery.latest(1'000).size(), 10U);
    }

    void keepsTheMistakesMadeWithMostConfidence()
    {
        Gallery gallery(true, cifar10::facts());
        // 200 mistakes, all over the cells, with confidences 0.000, 0.005, … in a scattered order.
        for (std::uint64_t i = 0; i < 200; ++i) {
            const std::uint64_t rank = i * 77 % 200;
            const auto label = static_cast<std::uint8_t>(i % 10);
            classify(gallery, rank, label, static_cast<std::uint8_t>((label + 1) % 10),
                static_cast<float>(rank) / 200, 0);
        }
        const std::vector<Picture> mostConfident = gallery.mostConfidentErrors();
        QCOMPARE(mostConfident.size(), 32U);
        for (std::size_t i = 0; i < mostConfident.size(); ++i)
            QCOMPARE(mostConfident[i].ordinal, 199 - i);
        QCOMPARE(mostConfident.front().probability(), 0.995F);
    }

    void takesNoMoreThan32OfACellInASlice()
    {
        Gallery gallery(true, cifar10::facts());
        int kept = 0;
        for (std::uint64_t i = 0; i < 1'000; ++i)
            kept += classify(gallery, i, 4, 4, 0.9F, 49 * kMs);
        QCOMPARE(kept, 32);
        QVERIFY(classify(gallery, 1'000, 4, 5, 0.9F, 49 * kMs)); // another cell has its own share
        QVERIFY(classify(gallery, 1'001, 4, 4, 0.9F, 50 * kMs)); // the next slice
        QCOMPARE(gallery.cell(4, 4).front().ordinal, 1'001U);
    }

    void wantsABoldMistakeWhateverItsCellHasTaken()
    {
        Gallery gallery(true, cifar10::facts());
        for (std::uint64_t i = 0; i < 40; ++i)
            classify(gallery, i, 4, 5, 0.5F, 0);
        QVERIFY(!classify(gallery, 100, 4, 5, 0.4F, 0));
        QVERIFY(classify(gallery, 101, 4, 5, 0.6F, 0));
        QCOMPARE(gallery.mostConfidentErrors().front().ordinal, 101U);
    }

    void withoutJudgementKeepsOnlyTheLatest()
    {
        Gallery gallery(false, cifar10::facts());
        int kept = 0;
        for (std::uint64_t i = 0; i < 100; ++i)
            kept += classify(gallery, i, 4, 0, 0.1F, 0);
        QCOMPARE(kept, 8);
        QCOMPARE(gallery.latest(100).size(), 8U);
        QVERIFY(gallery.latestMistakes(100).empty());
        QVERIFY(gallery.cell(4, 0).empty());
        QVERIFY(gallery.mostConfidentErrors().empty());
    }

    void neverRunsOutOfPlaces()
    {
        Gallery gallery(true, cifar10::facts());
        for (std::uint64_t i = 0; i < 100'000; ++i)
            QVERIFY(classify(gallery, i, static_cast<std::uint8_t>(i % 10),
                static_cast<std::uint8_t>(i / 10 % 10), static_cast<float>(i % 997) / 997,
                static_cast<std::int64_t>(i) * kMs));
        QCOMPARE(gallery.kept(), 100'000U);
        const GalleryContents contents = gallery.contents();
        QCOMPARE(contents.cells.size(), 100U);
        for (const auto& cell : contents.cells)
            QCOMPARE(cell.size(), 32U);
        QCOMPARE(contents.cell(9, 9).front().ordinal, 99'999U);
        QCOMPARE(contents.mostConfidentErrors.size(), 32U);
    }

    void refusesWhereTheCollectorIsBehind()
    {
        Gallery gallery(true, cifar10::facts());
        std::size_t places = 0;
        while (gallery.take() != Sample::kNoPicture)
            ++places;
        QCOMPARE(places, 3'584U);
        QVERIFY(!classify(gallery, 1, 1, 1, 1, 0));
    }

    void otherImagesHavePicturesToo()
    {
        const ImageFacts facts{{.width = 8, .height = 6, .channels = 1}, {"a", "b", "c", "d"}};
        Gallery gallery(true, facts);
        QVERIFY(gallery.facts() == facts);
        Sample sample;
        sample.label = 3;
        sample.predicted = 2;
        sample.classified = true;
        QVERIFY(gallery.wants(sample));
        sample.picture = gallery.take();
        QCOMPARE(gallery.pixels(sample.picture).size(), std::size_t(48));
        QCOMPARE(gallery.probabilities(sample.picture).size(), std::size_t(4));
        gallery.keep(sample);
        const GalleryContents contents = gallery.contents();
        QCOMPARE(contents.cells.size(), std::size_t(16));
        QCOMPARE(contents.cell(3, 2).size(), std::size_t(1));
        QVERIFY(contents.cell(2, 3).empty());
        QVERIFY(*contents.cell(3, 2).front().facts == facts);
    }

    void manyClassesShareThePicturesOfTen()
    {
        QCOMPARE(Gallery::mostPerCell(2), std::size_t(32));
        QCOMPARE(Gallery::mostPerCell(10), std::size_t(32));
        QCOMPARE(Gallery::mostPerCell(20), std::size_t(8));
        QCOMPARE(Gallery::mostPerCell(256), std::size_t(1));
    }

    // Two workers, a collector and a reader; every picture that is read is whole. For the thread sanitizer
    // too.
    void readersSeeWholePictures()
    {
        Gallery gallery(true, cifar10::facts());
        struct Lane {
            std::array<std::atomic<std::uint32_t>, 64> places;
            std::atomic<std::uint64_t> written{0};
            std::atomic<std::uint64_t> read{0};
        };
        constexpr std::uint64_t kImages = 20'000;
        std::array<Lane, 2> lanes;
        const auto work = [&](Lane& lane) {
            for (std::uint64_t i = 0; i < kImages;) {
                if (i - lane.read.load(std::memory_order_acquire) >= lane.places.size()) {
                    std::this_thread::yield();
                    continue;
                }
                const std::uint32_t place = gallery.take();
                if (place != Sample::kNoPicture) {
                    std::ranges::fill(gallery.pixels(place), static_cast<std::uint8_t>(i));
                    std::ranges::fill(gallery.probabilities(place), static_cast<float>(i % 256));
                }
                lane.places[i % lane.places.size()].store(place, std::memory_order_relaxed);
                lane.written.store(++i, std::memory_order_release);
            }
        };
        std::thread first(work, std::ref(lanes[0]));
        std::thread second(work, std::ref(lanes[1]));
        std::atomic<bool> over{false};
        std::atomic<int> torn{0};
        std::thread reader([&] {
            while (!over.load(std::memory_order_acquire))
                for (const Picture& picture : gallery.latest(8))
                    if (std::ranges::count(picture.pixels, picture.pixels[0]) != cifar10::kImageValues
                        || picture.probabilities[9] != static_cast<float>(picture.pixels[0]))
                        ++torn;
        });
        std::uint64_t ordinal = 0;
        while (ordinal < 2 * kImages)
            for (Lane& lane : lanes) {
                const std::uint64_t next = lane.read.load(std::memory_order_relaxed);
                if (next >= lane.written.load(std::memory_order_acquire))
                    continue;
                Sample sample;
                sample.ordinal = ordinal++;
                sample.label = static_cast<std::uint8_t>(next % 10);
                sample.predicted = static_cast<std::uint8_t>(next / 10 % 10);
                sample.picture = lane.places[next % lane.places.size()].load(std::memory_order_relaxed);
                gallery.keep(sample);
                lane.read.store(next + 1, std::memory_order_release);
            }
        first.join();
        second.join();
        over.store(true, std::memory_order_release);
        reader.join();
        QCOMPARE(torn.load(), 0);
        QCOMPARE(gallery.kept(), 2 * kImages);
    }
};

QTEST_GUILESS_MAIN(GalleryTest)
#include "tst_gallery.moc"
