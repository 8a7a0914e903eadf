#include "images/image_hash.h"

#include <array>
#include <random>
#if IOTBENCH_XXHASH_DISPATCHES
#include <immintrin.h>
#include <xxh_x86dispatch.h> // XXH3 with the widest vectors that this processor has
#else
#include <xxhash.h>
#endif

namespace iotbench {

namespace {

std::uint64_t notNone(std::uint64_t hash) noexcept
{
    return hash != 0 ? hash : 1;
}

#if IOTBENCH_XXHASH_DISPATCHES
// libxxhash 0.8 leaves the upper halves of the vector registers in use, which makes the code after it slow:
// three times as slow on an AMD EPYC, where that is xxHash with SSE2.
__attribute__((target("avx"))) void leaveWideVectors() noexcept
{
    _mm256_zeroupper();
}
const bool kWidens = __builtin_cpu_supports("avx");
#else
void leaveWideVectors() noexcept { }
constexpr bool kWidens = false;
#endif

std::uint64_t settled(std::uint64_t hash) noexcept
{
    if (kWidens)
        leaveWideVectors();
    return notNone(hash);
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
    return settled(XXH3_64bits(planes.data(), planes.size()));
}

std::uint64_t keyedImageHash(std::span<const std::uint8_t> planes) noexcept
{
    static const Secret secret = drawnSecret();
    return settled(XXH3_64bits_withSecret(planes.data(), planes.size(), secret.data(), sizeof secret));
}

} // namespace iotbench
