// Whether a stream of our own arrived as it was sent: the wire carries no numbers, but what was sent at each
// place of a stream is known, and every image is known by its content.
#pragma once

#include "images/known_images.h"

#include <cstdint>

namespace iotbench {

// What became of a stream up to a place in it.
struct Delivery {
    std::uint64_t places = 0; // in the stream as sent, up to the last that arrived
    std::uint64_t lost = 0; // sent, and not come as it was sent: left out, or with another content or label
    std::uint64_t duplicated = 0; // came once more

    // The same once all has arrived that ever will. `sent`: how many images were sent in all.
    Delivery against(std::uint64_t sent) const;
    bool operator==(const Delivery&) const = default;
};

// One stream's, one thread. An image in the place of another tells how many were left out before it, or,
// where it lies behind, that it came again; the nearer is taken, so that half of the set may be lost at a
// stretch.
class DeliveryCheck {
public:
    // What is sent: `images` in their order from `first` on, wrapping. They outlive it and are at least one.
    DeliveryCheck(const KnownImages& images, std::uint64_t first);

    // In the order of the stream. hash 0: a record that was not decoded (rejected, or left over at a stop),
    // whose content nobody knows; it has its place.
    void add(std::uint64_t hash, std::uint8_t label);

    const Delivery& delivery() const { return m_delivery; }

private:
    const KnownImages& m_images;
    std::uint64_t m_first;
    Delivery m_delivery;
};

} // namespace iotbench
