// The exact shape of the lines that the original programs send: what the fast paths look for.
#pragma once

#include "images/cifar10.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace iotbench {

// keras: the label digit, then "d.dddddd" or "-d.dddddd", 3,072 times with single spaces between.
inline constexpr std::size_t kKerasValueChars = 8; // without the minus
inline constexpr std::size_t kKerasShortestValues = cifar10::kImageValues * (kKerasValueChars + 1) - 1;
inline constexpr std::size_t kKerasLongestValues = cifar10::kImageValues * (kKerasValueChars + 2) - 1;
inline constexpr std::uint32_t kKerasMillionthsLimit = 1'001'000; // |v| <= 1.001

// spark: the label digit, then one to three digits, 3,072 times with single spaces between.
inline constexpr std::size_t kSparkShortestValues = cifar10::kImageValues * 2 - 1;
inline constexpr std::size_t kSparkLongestValues = cifar10::kImageValues * 4 - 1;

// scala: "4.0," (label + 1), this header, then one to four characters, 3,072 times with commas between.
inline constexpr std::string_view kScalaHeader = "0,0,0,32,0,0,0,32,";
inline constexpr std::size_t kScalaShortestValues = cifar10::kImageValues * 2 - 1;
inline constexpr std::size_t kScalaLongestValues = cifar10::kImageValues * 5 - 1;

// The label of a keras or spark line.
inline std::optional<std::uint8_t> labelDigit(char c)
{
    if (c < '0' || c > '9')
        return std::nullopt;
    return static_cast<std::uint8_t>(c - '0');
}

// Takes "4.0," and the header off a scala line and returns the label, 3 here; nullopt where they differ.
inline std::optional<std::uint8_t> takeScalaPrefix(std::string_view& line)
{
    const bool ten = line.starts_with("10");
    if (line.empty() || (!ten && (line[0] < '1' || line[0] > '9')))
        return std::nullopt;
    const auto label = static_cast<std::uint8_t>(ten ? 9 : line[0] - '1');
    line.remove_prefix(ten ? 2 : 1);
    constexpr std::string_view kAfterNumber = ".0,";
    if (!line.starts_with(kAfterNumber))
        return std::nullopt;
    line.remove_prefix(kAfterNumber.size());
    if (!line.starts_with(kScalaHeader))
        return std::nullopt;
    line.remove_prefix(kScalaHeader.size());
    return label;
}

// B, G, R -> R, G, B within a pixel: where value `index` of a scala line belongs.
constexpr std::size_t mirroredChannel(std::size_t index)
{
    return index - index % cifar10::kImageChannels
        + (cifar10::kImageChannels - 1 - index % cifar10::kImageChannels);
}

} // namespace iotbench
