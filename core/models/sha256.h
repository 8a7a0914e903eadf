// The digest that says which file a model is.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace iotbench {

std::string sha256Of(std::span<const std::uint8_t> bytes); // 64 lower-case hexadecimal digits

} // namespace iotbench
