#include "images/known_images.h"

#include "base/in_parallel.h"

#include <algorithm>
#include <bit>

namespace iotbench {

namespace {

// The channels of an image, each in a plane of its own.
void toPlanes(std::span<const std::uint8_t> hwc, std::size_t channels, std::span<std::uint8_t> planes)
{
    std::size_t to = 0;
    for (std::size_t channel = 0; channel < channels; ++channel)
        for (std::size_t from = channel; from < hwc.size(); from += channels)
            planes[to++] = hwc[from];
}

} // namespace

KnownImages::KnownImages(const ImageSet& images, ImageHash hashOf)
    : m_hashes(images.size())
    , m_labels(images.labels)
    , m_slots(std::bit_ceil(2 * images.size() + 1), kFree)
    , m_mask(m_slots.size() - 1)
    , m_next(images.size(), kFree)
{
    constexpr std::size_t kAtOnce = 512;
    inParallel((images.size() + kAtOnce - 1) / kAtOnce, [&](std::size_t piece) {
        std::vector<std::uint8_t> planes(images.facts.shape.values());
        const std::size_t end = std::min(images.size(), (piece + 1) * kAtOnce);
        for (std::size_t index = piece * kAtOnce; index < end; ++index) {
            toPlanes(images.image(index), images.facts.shape.channels, planes);
            m_hashes[index] = hashOf(planes);
        }
    });
    for (std::uint32_t index = 0; index < images.size(); ++index) {
        const std::uint64_t hash = m_hashes[index];
        if (const auto first = find(hash)) {
            m_next[index] = m_next[*first];
            m_next[*first] = index;
            continue;
        }
        ++m_distinct;
        std::size_t slot = hash & m_mask;
        while (m_slots[slot] != kFree)
            slot = (slot + 1) & m_mask;
        m_slots[slot] = index;
    }
}

bool KnownImages::hasLabel(std::uint32_t index, std::uint8_t label) const noexcept
{
    for (; index != kFree; index = m_next[index])
        if (m_labels[index] == label)
            return true;
    return false;
}

} // namespace iotbench
