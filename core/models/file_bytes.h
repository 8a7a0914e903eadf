// A file as it is on disk, and the digest that says which file it is.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace iotbench {

// Model files of this program's kind have a few megabytes; what is over half a gigabyte is something else.
inline constexpr std::uintmax_t kMostFileBytes = 512U << 20U;

// The error is what follows the file's name in a sentence: "does not exist", "is a folder", ….
Result<std::vector<std::uint8_t>> readFileBytes(const std::filesystem::path& path);

std::string sha256Of(std::span<const std::uint8_t> bytes); // 64 lower-case hexadecimal digits

} // namespace iotbench
