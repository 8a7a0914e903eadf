// The digest that says which file a model is.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace iotbench {

// 64 lower-case hexadecimal digits; of the bytes, and of `more` after them.
std::string sha256Of(std::span<const std::uint8_t> bytes, std::span<const std::uint8_t> more = {});

} // namespace iotbench
