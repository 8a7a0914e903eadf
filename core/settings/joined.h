// "a, b, c"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

inline std::string joined(const std::vector<std::string_view>& words, std::string_view separator)
{
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0)
            text += separator;
        text += words[i];
    }
    return text;
}

} // namespace iotbench
