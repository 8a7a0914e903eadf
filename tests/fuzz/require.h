// What the fuzz targets have in common.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace iotbench::test {

inline void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

inline std::string_view asText(const std::uint8_t* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), size};
}

} // namespace iotbench::test
