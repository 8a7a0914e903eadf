// The images of a set, found by their content.
#pragma once

#include "images/image_hash.h"
#include "images/image_set.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace iotbench {

// Immutable once built, which takes a few microseconds an image; safe to read from any thread. Where a set
// holds the same image more than once, each of them is found as the first.
class KnownImages {
public:
    // `hashOf`: by what those are known that are looked up.
    explicit KnownImages(const ImageSet& images, ImageHash hashOf = imageHash);

    std::size_t size() const { return m_hashes.size(); }
    // In the order of the set.
    std::uint64_t hash(std::size_t index) const { return m_hashes[index]; }
    std::uint8_t label(std::size_t index) const { return m_labels[index]; }
    // How many distinct images the set holds.
    std::size_t distinct() const { return m_distinct; }

    // The first image with this hash; empty where the set has none.
    std::optional<std::uint32_t> find(std::uint64_t hash) const noexcept
    {
        for (std::size_t slot = hash & m_mask;; slot = (slot + 1) & m_mask) {
            const std::uint32_t index = m_slots[slot];
            if (index == kFree)
                return std::nullopt;
            if (m_hashes[index] == hash)
                return index;
        }
    }

    // Whether the set gives this label to the image: a set may hold one image under several.
    bool hasLabel(std::uint32_t index, std::uint8_t label) const noexcept;

private:
    static constexpr std::uint32_t kFree = 0xffff'ffff;

    std::vector<std::uint64_t> m_hashes; // by index
    std::vector<std::uint8_t> m_labels; // by index
    std::vector<std::uint32_t> m_slots; // open addressing, at most half full: the index of the first
    std::size_t m_mask = 0;
    std::size_t m_distinct = 0;
    std::vector<std::uint32_t> m_next; // by index: another image of the same content
};

} // namespace iotbench
