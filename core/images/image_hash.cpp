#include "images/image_hash.h"

#include <array>
#include <random>
#include <xxhash.h>

namespace iotbench {

namespace {

std::uint64_t notNone(std::uint64_t hash) noexcept
{
    return hash != 0 ? hash : 1;
}

using Secret = std::array<std::uint32_t, 48>; // as many bytes as XXH3 uses of its own, 192

Secret drawnSecret()
{
    std::random_device random;
    Secret secret;
    for (std::uint32_t& word : secret)
        word = random();
    return secret;
}

} // namespace

std::uint64_t imageHash(std::span<const std::uint8_t> planes) noexcept
{
    return notNone(XXH3_64bits(planes.data(), planes.size()));
}

std::uint64_t keyedImageHash(std::span<const std::uint8_t> planes) noexcept
{
    static const Secret secret = drawnSecret();
    return notNone(XXH3_64bits_withSecret(planes.data(), planes.size(), secret.data(), sizeof secret));
}

} // namespace iotbench
