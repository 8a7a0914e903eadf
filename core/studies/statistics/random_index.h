// Seeded draws that are the same on every platform, which the standard library's distributions are not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>

namespace iotbench::studies {

// One of 0 … below - 1. The upper half of mt19937_64's bits, scaled: no two indices differ in probability by
// more than below ÷ 2^32.
inline std::size_t randomIndex(std::mt19937_64& random, std::size_t below)
{
    return static_cast<std::size_t>(((random() >> 32) * below) >> 32);
}

// R. A. Fisher, F. Yates, "Statistical Tables" (1938); R. Durstenfeld, Communications of the ACM 7 (1964),
// 420.
template <typename T>
void shuffle(std::span<T> values, std::mt19937_64& random)
{
    for (std::size_t left = values.size(); left > 1; --left)
        std::swap(values[left - 1], values[randomIndex(random, left)]);
}

} // namespace iotbench::studies
