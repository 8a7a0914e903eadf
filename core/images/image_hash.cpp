#include "images/image_hash.h"

#include <xxhash.h>

namespace iotbench {

std::uint64_t imageHash(std::span<const std::uint8_t> planes) noexcept
{
    const std::uint64_t hash = XXH3_64bits(planes.data(), planes.size());
    return hash != 0 ? hash : 1;
}

} // namespace iotbench
