// Files that people name, read without ever waiting for them or taking their word.
#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace iotbench {

// What a report, a table or settings may have: the largest report has some 3 MB.
inline constexpr std::uint64_t kMostTextBytes = std::uint64_t{64} << 20U;

struct RegularFile {
    FileDescriptor descriptor;
    std::uint64_t bytes = 0; // when it was opened
};

// For reading. A folder, a named pipe, a device or a socket is refused before it is opened: opening some of
// them waits for another program, or does something. The error follows the file's name in a sentence: "does
// not exist", "is a folder", ….
Result<RegularFile> openRegularFile(const std::filesystem::path& path);

// The whole file, refused where it has over `most` bytes. `cancelled` is asked every megabyte; true is an
// error. Errors as above.
Result<std::vector<std::uint8_t>> readRegularFile(
    const std::filesystem::path& path, std::uint64_t most, const std::function<bool()>& cancelled = {});

inline std::string_view asText(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace iotbench
