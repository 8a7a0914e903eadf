// The share of correct predictions over the last thousand images.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace iotbench {

inline constexpr std::size_t kRollingWindow = 1'000;

// One thread at a time. add() is O(1) and allocates nothing.
class RollingAccuracy {
public:
    void add(bool correct) noexcept;

    std::uint64_t images() const noexcept { return m_images; }
    // Share in 0..1 of the last kRollingWindow images, or of all of them while there are fewer; empty before
    // the first.
    std::optional<double> rolling() const noexcept;

private:
    std::bitset<kRollingWindow>
        m_window; // ring of the last answers; m_images % kRollingWindow is the next place
    std::size_t m_windowCorrect = 0;
    std::uint64_t m_images = 0;
};

} // namespace iotbench
