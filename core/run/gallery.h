// Pictures of a run for people to look at, in fixed memory (about 11 MB of CIFAR-10) however long the run:
// the latest of each confusion cell, the latest of all, the latest mistakes, and the mistakes that were made
// with most confidence.
#pragma once

#include "images/image_facts.h"
#include "statistics/sample.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace iotbench {

// One classified image and what was said of it.
struct Picture {
    std::uint64_t ordinal = 0; // place in the run
    std::uint64_t sequence = 0; // place within its source: in loopback, of the images sent
    std::uint32_t source = 0;
    std::uint8_t label = 0;
    std::uint8_t predicted = 0;
    std::shared_ptr<const ImageFacts> facts = {}; // one or three channels, grey or RGB; never null
    std::vector<float> probabilities = {}; // of each class, 0..1
    std::vector<std::uint8_t> pixels = {}; // H×W×C

    bool correct() const { return label == predicted; }
    float probability() const { return probabilities[predicted]; }
};

// A gallery's contents at one moment; what a kept run stores.
struct GalleryContents {
    explicit GalleryContents(std::shared_ptr<const ImageFacts> images);

    // Newest first.
    const std::vector<Picture>& cell(std::size_t label, std::size_t predicted) const
    {
        return cells[label * facts->classes.size() + predicted];
    }
    std::vector<Picture>& cell(std::size_t label, std::size_t predicted)
    {
        return cells[label * facts->classes.size() + predicted];
    }

    std::shared_ptr<const ImageFacts> facts; // never null
    std::vector<std::vector<Picture>> cells; // row by row, one row for each label
    std::vector<Picture> mostConfidentErrors; // most confident first
};

// Three parties. Workers ask wants() for each image and take() a place where it is wanted: no lock, and at
// high rates no copy either, for a cell takes no more than mostPerCell() pictures in kSliceNs. The collector
// keep()s the place once the image is counted, in the order of the run. Anyone may read copies at any time.
class Gallery {
public:
    static constexpr std::size_t kMostPerCell = 32;
    // Fewer than kMostPerCell where classes are many, so that all cells have no more than those of ten
    // classes.
    static std::size_t mostPerCell(std::size_t classes);
    static constexpr std::size_t kMostConfidentErrors = 32;
    static constexpr std::size_t kMostLatest = 96;
    static constexpr std::size_t kMostLatestMistakes = 64;
    static constexpr std::int64_t kSliceNs = 50'000'000;
    // Where answers are not judged there are no cells: so many of a slice are kept, as the latest.
    static constexpr std::size_t kMostUnjudged = 8;

    // `judged`: answers are correct or wrong (false with the engine `null`). facts: of the images of the run.
    Gallery(bool judged, ImageFacts facts);

    bool judged() const { return m_judged; }
    const ImageFacts& facts() const { return *m_facts; }

    // Workers. Whether a picture of this classified sample is wanted; it then counts as taken.
    bool wants(const Sample& sample) noexcept;
    // A place to write pixels and probabilities to, or Sample::kNoPicture where all are in use (the collector
    // is behind). The place goes into the sample, and with it to the collector.
    std::uint32_t take() noexcept;
    std::span<std::uint8_t> pixels(std::uint32_t place) noexcept;
    std::span<float> probabilities(std::uint32_t place) noexcept;

    // Collector. Samples without a picture are passed over.
    void keep(const Sample& sample);

    // Readers, any thread. Newest first, at most `most`.
    std::vector<Picture> latest(std::size_t most) const;
    std::vector<Picture> latestMistakes(std::size_t most) const;
    std::vector<Picture> cell(std::uint8_t label, std::uint8_t predicted) const;
    std::vector<Picture> mostConfidentErrors() const; // most confident first
    GalleryContents contents() const;
    // Pictures kept so far: tells a reader whether anything is new. Never falls.
    std::uint64_t kept() const noexcept { return m_kept.load(std::memory_order_acquire); }

private:
    // The newest `capacity` places, oldest overwritten.
    struct Ring {
        std::vector<std::uint32_t> places;
        std::size_t capacity = 0;
        std::size_t next = 0; // where the oldest stands once it is full
    };
    // Pictures of a slice that a cell has taken: the slice's number above, their count in the lowest byte.
    using Budget = std::atomic<std::uint64_t>;

    static bool spend(Budget& budget, std::int64_t atNs, std::size_t most) noexcept;
    std::size_t cellOf(std::uint8_t label, std::uint8_t predicted) const
    {
        return label * m_facts->classes.size() + predicted;
    }
    void push(Ring& ring, std::uint32_t place);
    void keepMostConfident(std::uint32_t place);
    void release(std::uint32_t place);
    std::vector<Picture> copies(const Ring& ring, std::size_t most) const;
    std::vector<Picture> copiesOfMostConfident() const;

    const bool m_judged;
    const std::shared_ptr<const ImageFacts> m_facts;
    const std::size_t m_mostPerCell;
    std::vector<Budget> m_budgets; // by cell
    std::atomic<float> m_confidentEnough{0}; // less confident mistakes do not come among them

    std::unique_ptr<Picture[]> m_pictures;
    std::vector<std::uint8_t>
        m_uses; // of each place: how many of the lists below hold it; guarded by m_mutex
    // Places that are free, in a ring that never overflows: the collector adds, workers take.
    std::unique_ptr<std::atomic<std::uint32_t>[]> m_free;
    std::atomic<std::uint64_t> m_freeTaken{0};
    std::atomic<std::uint64_t> m_freeAdded{0};

    mutable std::mutex m_mutex; // the collector's and the readers'; workers never take it
    std::vector<Ring> m_cells; // these four guarded by m_mutex
    Ring m_latest;
    Ring m_latestMistakes;
    std::vector<std::uint32_t> m_mostConfident; // ascending confidence
    std::atomic<std::uint64_t> m_kept{0};
};

} // namespace iotbench
