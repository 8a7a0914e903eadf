#include "stream/remainder.h"

#include <algorithm>

namespace iotbench {

void Remainder::add(std::span<const char> bytes)
{
    m_soFar.bytes += bytes.size();
    while (!bytes.empty()) {
        const auto newline = std::ranges::find(bytes, '\n');
        const auto length = static_cast<std::size_t>(newline - bytes.begin());
        m_lineHolds = m_lineHolds || std::any_of(bytes.begin(), newline, [](char c) { return c != '\r'; });
        m_goesOn = m_goesOn || m_lineHolds;
        if (newline == bytes.end())
            return;
        m_soFar.records += m_lineHolds;
        m_lineHolds = false;
        bytes = bytes.subspan(length + 1);
    }
}

} // namespace iotbench
