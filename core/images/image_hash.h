// Images known by their content: one number for each, whatever stream, order or format it came in.
#pragma once

#include <cstdint>
#include <span>

namespace iotbench {

// XXH3 of the bytes (https://xxhash.com; the same on every machine), never 0, so that 0 can stand for "none".
// Every caller passes an image the same way: bytes 0..255 in colour planes, C×H×W, as the data set's own
// records have them. That two of n distinct images share a hash has a chance of n² / 2^65: one in 37 million
// for a million images.
std::uint64_t imageHash(std::span<const std::uint8_t> planes) noexcept;

} // namespace iotbench
