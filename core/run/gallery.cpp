#include "run/gallery.h"

#include <algorithm>
#include <utility>

namespace iotbench {

namespace {

// Places on their way from a worker to the collector, which looks every 20 ms.
constexpr std::size_t kOnTheirWay = 192;
constexpr std::size_t kMostInCells = std::size_t{100} * Gallery::kMostPerCell; // as ten classes have

} // namespace

GalleryContents::GalleryContents(std::shared_ptr<const ImageFacts> images)
    : facts(std::move(images))
    , cells(facts->classes.size() * facts->classes.size())
{
}

std::size_t Gallery::mostPerCell(std::size_t classes)
{
    return std::clamp<std::size_t>(kMostInCells / (classes * classes), 1, kMostPerCell);
}

Gallery::Gallery(bool judged, ImageFacts facts)
    : m_judged(judged)
    , m_facts(std::make_shared<const ImageFacts>(std::move(facts)))
    , m_mostPerCell(mostPerCell(m_facts->classes.size()))
    , m_budgets(m_facts->classes.size() * m_facts->classes.size())
    , m_cells(m_budgets.size())
{
    std::size_t places = kMostLatest + kOnTheirWay;
    if (judged)
        places += m_cells.size() * m_mostPerCell + kMostConfidentErrors + kMostLatestMistakes;
    m_pictures = std::make_unique<Picture[]>(places);
    for (Picture& picture : std::span(m_pictures.get(), places)) {
        picture.facts = m_facts;
        picture.probabilities.resize(m_facts->classes.size());
        picture.pixels.resize(m_facts->shape.values());
    }
    m_uses.resize(places);
    m_free = std::make_unique<std::atomic<std::uint32_t>[]>(places);
    for (std::size_t i = 0; i < places; ++i)
        m_free[i].store(static_cast<std::uint32_t>(i), std::memory_order_relaxed);
    m_freeAdded.store(places, std::memory_order_release);

    for (Ring& cell : m_cells)
        cell.capacity = m_mostPerCell;
    m_latest.capacity = kMostLatest;
    m_latestMistakes.capacity = kMostLatestMistakes;
}

bool Gallery::spend(Budget& budget, std::int64_t atNs, std::size_t most) noexcept
{
    const auto slice = static_cast<std::uint64_t>(atNs / kSliceNs) << 8;
    std::uint64_t seen = budget.load(std::memory_order_relaxed);
    for (;;) {
        const std::uint64_t spent = (seen & ~std::uint64_t{0xff}) == slice ? seen & 0xff : 0;
        if (spent >= most)
            return false;
        if (budget.compare_exchange_weak(seen, slice | (spent + 1), std::memory_order_relaxed))
            return true;
    }
}

bool Gallery::wants(const Sample& sample) noexcept
{
    if (!m_judged)
        return spend(m_budgets[0], sample.doneNs, kMostUnjudged);
    const bool bold = sample.label != sample.predicted
        && sample.probability > m_confidentEnough.load(std::memory_order_relaxed);
    Budget& ofCell = m_budgets[cellOf(sample.label, sample.predicted)];
    return spend(ofCell, sample.doneNs, m_mostPerCell) || bold;
}

std::uint32_t Gallery::take() noexcept
{
    // The place read is ours only if nobody else has moved on: the collector writes over it no sooner, for
    // there are never more free places than the ring has room for.
    std::uint64_t taken = m_freeTaken.load(std::memory_order_relaxed);
    while (taken < m_freeAdded.load(std::memory_order_acquire)) {
        const std::uint32_t place = m_free[taken % m_uses.size()].load(std::memory_order_relaxed);
        if (m_freeTaken.compare_exchange_weak(taken, taken + 1, std::memory_order_acq_rel))
            return place;
    }
    return Sample::kNoPicture;
}

std::span<std::uint8_t> Gallery::pixels(std::uint32_t place) noexcept
{
    return m_pictures[place].pixels;
}

std::span<float> Gallery::probabilities(std::uint32_t place) noexcept
{
    return m_pictures[place].probabilities;
}

void Gallery::keep(const Sample& sample)
{
    if (sample.picture == Sample::kNoPicture)
        return;
    const std::lock_guard lock(m_mutex);
    Picture& picture = m_pictures[sample.picture];
    picture.ordinal = sample.ordinal;
    picture.sequence = sample.sequence;
    picture.source = sample.source;
    picture.label = sample.label;
    picture.predicted = sample.predicted;
    push(m_latest, sample.picture);
    if (m_judged) {
        push(m_cells[cellOf(sample.label, sample.predicted)], sample.picture);
        if (!picture.correct()) {
            push(m_latestMistakes, sample.picture);
            keepMostConfident(sample.picture);
        }
    }
    m_kept.fetch_add(1, std::memory_order_release);
}

void Gallery::push(Ring& ring, std::uint32_t place)
{
    ++m_uses[place];
    if (ring.places.size() < ring.capacity) {
        ring.places.push_back(place);
        return;
    }
    release(std::exchange(ring.places[ring.next], place));
    ring.next = (ring.next + 1) % ring.capacity;
}

void Gallery::keepMostConfident(std::uint32_t place)
{
    const auto confidence = [this](std::uint32_t one) { return m_pictures[one].probability(); };
    const auto at = std::ranges::lower_bound(m_mostConfident, confidence(place), {}, confidence);
    if (m_mostConfident.size() == kMostConfidentErrors && at == m_mostConfident.begin())
        return;
    ++m_uses[place];
    m_mostConfident.insert(at, place);
    if (m_mostConfident.size() > kMostConfidentErrors) {
        release(m_mostConfident.front());
        m_mostConfident.erase(m_mostConfident.begin());
    }
    if (m_mostConfident.size() == kMostConfidentErrors)
        m_confidentEnough.store(confidence(m_mostConfident.front()), std::memory_order_relaxed);
}

// One list less holds this place; the last one gives it back.
void Gallery::release(std::uint32_t place)
{
    if (--m_uses[place] > 0)
        return;
    const std::uint64_t added = m_freeAdded.load(std::memory_order_relaxed);
    m_free[added % m_uses.size()].store(place, std::memory_order_relaxed);
    m_freeAdded.store(added + 1, std::memory_order_release);
}

std::vector<Picture> Gallery::copies(const Ring& ring, std::size_t most) const
{
    const std::size_t count = std::min(most, ring.places.size());
    std::vector<Picture> pictures;
    pictures.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t newest = ring.next + ring.places.size() - 1 - i;
        pictures.push_back(m_pictures[ring.places[newest % ring.places.size()]]);
    }
    return pictures;
}

std::vector<Picture> Gallery::copiesOfMostConfident() const
{
    std::vector<Picture> pictures;
    pictures.reserve(m_mostConfident.size());
    for (auto place = m_mostConfident.rbegin(); place != m_mostConfident.rend(); ++place)
        pictures.push_back(m_pictures[*place]);
    return pictures;
}

std::vector<Picture> Gallery::latest(std::size_t most) const
{
    const std::lock_guard lock(m_mutex);
    return copies(m_latest, most);
}

std::vector<Picture> Gallery::latestMistakes(std::size_t most) const
{
    const std::lock_guard lock(m_mutex);
    return copies(m_latestMistakes, most);
}

std::vector<Picture> Gallery::cell(std::uint8_t label, std::uint8_t predicted) const
{
    const std::lock_guard lock(m_mutex);
    return copies(m_cells[cellOf(label, predicted)], m_mostPerCell);
}

std::vector<Picture> Gallery::mostConfidentErrors() const
{
    const std::lock_guard lock(m_mutex);
    return copiesOfMostConfident();
}

GalleryContents Gallery::contents() const
{
    GalleryContents contents(m_facts);
    const std::lock_guard lock(m_mutex);
    for (std::size_t cell = 0; cell < m_cells.size(); ++cell)
        contents.cells[cell] = copies(m_cells[cell], m_mostPerCell);
    contents.mostConfidentErrors = copiesOfMostConfident();
    return contents;
}

} // namespace iotbench
