// A zip archive in memory, as a file from anywhere: nothing of it is written to disk, and no more is unpacked
// than was asked for.
#pragma once

#include "base/refusal.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

struct zip;

namespace iotbench::keras {

// Whether bytes begin as a zip archive does.
bool looksLikeZip(std::span<const std::uint8_t> bytes);

// One thread at a time. Functions throw Refusal in words.
class ZipArchive {
public:
    // The bytes must outlive this. `cancelled` is asked while unpacking; true ends it in a Refusal.
    explicit ZipArchive(std::span<const std::uint8_t> bytes, std::function<bool()> cancelled = {});

    // What the member of this name unpacks to; nullopt where there is none. Refused are two of one name, what
    // is encrypted or packed in another way than by deflate, more than `most` bytes, and bytes that pack
    // better than weights and text do.
    std::optional<std::vector<std::uint8_t>> member(const std::string& name, std::uint64_t most) const;

private:
    struct Closer {
        void operator()(zip* archive) const;
    };
    std::vector<std::uint8_t> unpack(std::uint64_t index, const std::string& name, std::uint64_t size) const;

    std::unique_ptr<zip, Closer> m_archive;
    std::function<bool()> m_cancelled;
};

} // namespace iotbench::keras
