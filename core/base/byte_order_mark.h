// The three bytes that some editors put before UTF-8 text.
#pragma once

#include <string_view>

namespace iotbench {

inline constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

constexpr std::string_view withoutByteOrderMark(std::string_view text)
{
    return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

} // namespace iotbench
