// Times in logarithmic steps, coarser than LatencyHistogram's, for where there are many histograms.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace iotbench {

// 2^bits steps to a power of two, each at most 2^-bits wide relative to what it holds; step i below 2^bits is
// the single time i ns. Times from 0 on; any int64_t has its step.
template <unsigned bits>
struct LatencySteps {
    static constexpr std::size_t kCount = (std::size_t{64} - bits) << bits;

    static std::size_t of(std::int64_t ns) noexcept
    {
        const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(ns, 0));
        const auto width = static_cast<unsigned>(std::bit_width(value));
        if (width <= bits)
            return static_cast<std::size_t>(value);
        const unsigned shift = width - 1 - bits;
        return ((std::size_t{shift} + 1) << bits) + static_cast<std::size_t>((value >> shift) & (kParts - 1));
    }
    // The longest time in it.
    static std::int64_t upperNs(std::size_t step) noexcept
    {
        if (step < kParts)
            return static_cast<std::int64_t>(step);
        const std::size_t shift = (step >> bits) - 1;
        const std::uint64_t mantissa = kParts + (step & (kParts - 1));
        return static_cast<std::int64_t>(((mantissa + 1) << shift) - 1);
    }

private:
    static constexpr std::uint64_t kParts = std::uint64_t{1} << bits;
};

} // namespace iotbench
