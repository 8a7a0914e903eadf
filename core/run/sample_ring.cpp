#include "run/sample_ring.h"

#include <bit>

namespace iotbench {

SampleRing::SampleRing(std::size_t capacity)
    : m_capacity(std::bit_ceil(capacity))
    , m_slots(std::make_unique<Slot[]>(m_capacity))
{
}

} // namespace iotbench
