#include "machine/number_file.h"

#include <array>
#include <charconv>
#include <fcntl.h>
#include <unistd.h>

namespace iotbench {

NumberFile::NumberFile(const std::string& path, int base)
    : m_file(::open(path.c_str(), O_RDONLY | O_CLOEXEC))
    , m_base(base)
{
}

std::optional<std::int64_t> NumberFile::read() const
{
    std::array<char, 32> text;
    const ssize_t got = m_file ? ::pread(m_file.get(), text.data(), text.size(), 0) : -1;
    std::int64_t number = 0;
    if (got <= 0 || std::from_chars(text.data(), text.data() + got, number, m_base).ec != std::errc())
        return std::nullopt;
    return number;
}

} // namespace iotbench
