#include "reports/csv.h"

#include "base/byte_order_mark.h"
#include "statistics/figure_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace iotbench {

bool guardsFormula(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    if (text.find_first_of("=+-@\t\r") != 0)
        return false;
    return text.find_first_not_of("0123456789.", 1) != std::string_view::npos || text.size() == 1;
}

void CsvText::separate()
{
    if (!m_atLineStart)
        m_text += ',';
    m_atLineStart = false;
}

CsvText& CsvText::add(std::string_view text)
{
    separate();
    const std::string_view guard = guardsFormula(text) ? "'" : "";
    const bool plain
        = text.find_first_of(",\"\r\n") == std::string_view::npos && !text.starts_with(kByteOrderMark);
    if (plain) {
        m_text.append(guard).append(text);
        return *this;
    }
    m_text.append("\"").append(guard);
    for (const char c : text) {
        if (c == '"')
            m_text += '"';
        m_text += c;
    }
    m_text += '"';
    return *this;
}

CsvText& CsvText::add(const QJsonValue& value)
{
    if (value.isString())
        return add(std::string_view(value.toString().toStdString()));
    if (value.isBool())
        return add(value.toBool() ? "true" : "false");
    if (!value.isDouble())
        return addEmpty();
    constexpr int kDecimals = 6; // as JsonWriter rounds
    return add(value.toDouble(), kDecimals);
}

CsvText& CsvText::add(std::uint64_t value)
{
    separate();
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    m_text.append(digits.data(), end);
    return *this;
}

CsvText& CsvText::add(double value, int decimals)
{
    separate();
    m_text += shortText(value, decimals);
    return *this;
}

CsvText& CsvText::addDecimal(std::int64_t units, int places)
{
    separate();
    while (places > 0 && units % 10 == 0) {
        units /= 10;
        --places;
    }
    std::array<char, 32> digits;
    const auto magnitude
        = units < 0 ? 0 - static_cast<std::uint64_t>(units) : static_cast<std::uint64_t>(units);
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), magnitude).ptr;
    const std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    const auto decimals = static_cast<std::size_t>(places);
    if (units < 0)
        m_text += '-';
    if (decimals == 0) {
        m_text += text;
    } else if (text.size() > decimals) {
        m_text += text.substr(0, text.size() - decimals);
        m_text += '.';
        m_text += text.substr(text.size() - decimals);
    } else {
        m_text += "0.";
        m_text.append(decimals - text.size(), '0');
        m_text += text;
    }
    return *this;
}

CsvText& CsvText::addEmpty()
{
    separate();
    return *this;
}

void CsvText::endLine()
{
    m_text += '\n';
    m_atLineStart = true;
}

void CsvText::clear()
{
    m_text.clear();
    m_atLineStart = true;
}

} // namespace iotbench
