// What a field of a report may hold. The writer keeps to it, the reader insists on it, the schema says it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace iotbench::fields {

struct Limits {
    double least = 0; // of numbers
    double most = 9.2e18; // what 63 bits hold
    std::size_t mostItems = 4096; // of lists
};

inline constexpr std::size_t kLongestText = 100'000; // characters
inline constexpr Limits kAnyNumber{.least = -9.2e18};
inline constexpr Limits kTemperature{.least = -273.15, .most = 10'000};
inline constexpr Limits kPercent{.most = 100};
inline constexpr Limits kShareSeen{.least = -100, .most = 1000}; // percent, as measured
inline constexpr Limits kClass{.most = 255};
inline constexpr Limits kClasses{.mostItems = 256};
inline constexpr Limits kSide{.least = 1, .most = 4096};

// Kinds of C++ types, each of which is one kind of JSON. What is none of them is an object, whose fields
// describe(visitor, value) lists.
template <typename T>
inline constexpr bool kIsOptional = false;
template <typename T>
inline constexpr bool kIsOptional<std::optional<T>> = true;
template <typename T>
inline constexpr bool kIsList = false;
template <typename T>
inline constexpr bool kIsList<std::vector<T>> = true;
template <typename T, std::size_t N>
inline constexpr bool kIsList<std::array<T, N>> = true;
template <typename T>
inline constexpr std::size_t kFixedSize = 0; // of a list; 0: any
template <typename T, std::size_t N>
inline constexpr std::size_t kFixedSize<std::array<T, N>> = N;

} // namespace iotbench::fields
