#include "images/known_images.h"

#include "images/image_hash.h"

#include <array>
#include <bit>

namespace iotbench {

namespace {

std::uint64_t hashOf(std::span<const std::uint8_t, kImageValues> hwc)
{
    std::array<std::uint8_t, kImageValues> planes;
    for (std::size_t i = 0; i < kPlaneSize; ++i)
        for (std::size_t channel = 0; channel < kImageChannels; ++channel)
            planes[channel * kPlaneSize + i] = hwc[i * kImageChannels + channel];
    return imageHash(planes);
}

} // namespace

KnownImages::KnownImages(const ImageSet& images)
    : m_labels(images.labels)
    , m_slots(std::bit_ceil(2 * images.size() + 1), kFree)
    , m_mask(m_slots.size() - 1)
    , m_next(images.size(), kFree)
{
    m_hashes.reserve(images.size());
    for (std::uint32_t index = 0; index < images.size(); ++index) {
        const std::uint64_t hash = hashOf(images.image(index));
        m_hashes.push_back(hash);
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
