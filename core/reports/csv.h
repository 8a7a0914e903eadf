// CSV as RFC 4180 has it, but with LF line ends: UTF-8, a quote only where it is needed, dot decimals in any
// locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace iotbench {

// The shortest text that reads back as the same number; "" for NaN and the infinities.
std::string numberText(double value);
// With at most `decimals` places, trailing zeros cut: 3 for milliseconds from a histogram of three digits.
std::string fixedText(double value, int decimals);

// Builds one line after the other into one string. add… puts a field, endLine() ends the record.
class CsvText {
public:
    CsvText& add(std::string_view text);
    CsvText& add(const char* text) { return add(std::string_view(text)); }
    CsvText& add(std::uint64_t value);
    CsvText& add(double value, int decimals);
    CsvText& add(bool value) = delete; // say it in words
    CsvText& add(std::optional<std::uint64_t> value) { return value ? add(*value) : addEmpty(); }
    CsvText& add(std::optional<double> value, int decimals)
    {
        return value ? add(*value, decimals) : addEmpty();
    }
    CsvText& addEmpty();
    void endLine();

    const std::string& text() const { return m_text; }
    void clear();

private:
    void separate();

    std::string m_text;
    bool m_atLineStart = true;
};

} // namespace iotbench
