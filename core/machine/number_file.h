// A number that the kernel keeps in a file of /proc or /sys, read again and again.
#pragma once

#include "base/file_descriptor.h"

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// Stays open, so that reading it costs one call and no allocation. One thread at a time.
class NumberFile {
public:
    explicit NumberFile(const std::string& path, int base = 10);

    explicit operator bool() const { return static_cast<bool>(m_file); } // it could be opened
    std::optional<std::int64_t> read() const; // what it begins with, now; empty where that is no number

private:
    FileDescriptor m_file;
    int m_base;
};

} // namespace iotbench
