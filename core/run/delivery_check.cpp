#include "run/delivery_check.h"

namespace iotbench {

DeliveryCheck::DeliveryCheck(const KnownImages& images, std::uint64_t first)
    : m_images(images)
    , m_first(first)
{
}

void DeliveryCheck::add(std::uint64_t hash, std::uint8_t label)
{
    if (hash == 0) {
        ++m_delivery.places;
        return;
    }
    const std::uint64_t size = m_images.size();
    std::uint64_t due = (m_first + m_delivery.places) % size;
    if (m_images.hash(due) != hash) {
        const auto found = m_images.find(hash);
        if (!found) {
            ++m_delivery.lost; // something else came for it
            ++m_delivery.places;
            return;
        }
        const std::uint64_t leftOut = (*found + size - due) % size;
        if (leftOut > size / 2) {
            ++m_delivery.duplicated;
            return;
        }
        m_delivery.lost += leftOut;
        m_delivery.places += leftOut;
        due = *found;
    }
    m_delivery.lost += label != m_images.label(due);
    ++m_delivery.places;
}

Delivery Delivery::against(std::uint64_t sent) const
{
    Delivery whole = *this;
    whole.places = sent;
    if (sent > places)
        whole.lost += sent - places;
    else
        whole.duplicated += places - sent;
    return whole;
}

} // namespace iotbench
