// The memory of a session's input: 64-byte aligned floats that stay where they are. Header-only, as engine.h,
// so that modules may include it too.
#pragma once

#include <algorithm>
#include <cstddef>
#include <new>

namespace iotbench::engines {

class AlignedFloats {
public:
    explicit AlignedFloats(std::size_t count)
        : m_data(static_cast<float*>(::operator new(count * sizeof(float), kAlignment)))
    {
        std::fill_n(m_data, count, 0.0F);
    }
    ~AlignedFloats() { ::operator delete(m_data, kAlignment); }
    AlignedFloats(const AlignedFloats&) = delete;
    AlignedFloats& operator=(const AlignedFloats&) = delete;

    float* data() const noexcept { return m_data; }

private:
    static constexpr std::align_val_t kAlignment{64};
    float* m_data;
};

} // namespace iotbench::engines
