// Images known by their content: one number for each, whatever stream, order or format it came in.
#pragma once

#include <cstdint>
#include <span>

namespace iotbench {

// XXH3 of the bytes (https://xxhash.com; the same on every machine), never 0, so that 0 can stand for "none".
// Every caller passes an image the same way: bytes 0..255 in colour planes, C×H×W, as the data set's own
// records have them. That two of n distinct images share a hash has a chance of n² / 2^65: one in 37 million
// for a million images.
//
// Anybody can make an image of the hash of another: XXH3 is no cryptographic hash. So this one is for reports
// and between processes of one user; what a stream brings is counted by keyedImageHash().
std::uint64_t imageHash(std::span<const std::uint8_t> planes) noexcept;

// The same with a secret that is drawn anew for each process, so that nobody who sends images can make some
// that are taken for others, for images of the test set above all, or that all fall into one place of a
// table.
std::uint64_t keyedImageHash(std::span<const std::uint8_t> planes) noexcept;

using ImageHash = std::uint64_t (*)(std::span<const std::uint8_t> planes) noexcept;

} // namespace iotbench
