// Small text files, those of /proc and /sys above all.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>

namespace iotbench {

// The whole file without its last newline; "" where it cannot be read to its end, as where a process of /proc
// has gone meanwhile.
inline std::string readTextFile(const std::string& path)
{
    std::ifstream file(path);
    std::string text;
    std::array<char, 4'096> piece;
    while (file.read(piece.data(), piece.size()), file.gcount() > 0) // which throws nothing, unlike iterators
        text.append(piece.data(), static_cast<std::size_t>(file.gcount()));
    if (file.bad())
        return "";
    if (text.ends_with('\n'))
        text.pop_back();
    return text;
}

// The number that the file begins with.
inline std::optional<std::int64_t> readNumberFile(const std::string& path)
{
    std::ifstream file(path);
    std::int64_t number = 0;
    return file >> number ? std::optional(number) : std::nullopt;
}

// The first number after the word `key` (with or without a colon), as in "VmHWM:  1234 kB" or "throttled_usec
// 12".
inline std::optional<std::uint64_t> numberAfter(const std::string& text, const std::string& key)
{
    std::istringstream words(text);
    std::string word;
    while (words >> word)
        if (word == key || word == key + ':') {
            std::uint64_t number = 0;
            return words >> number ? std::optional(number) : std::nullopt;
        }
    return std::nullopt;
}

} // namespace iotbench
