// CSV as RFC 4180 has it, but with LF line ends: UTF-8, quotes only where they are needed, dot decimals in
// any locale.
#pragma once

#include <QJsonValue>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace iotbench {

// Whether a spreadsheet would take the text for a formula, or would after apostrophes: =, +, -, @, a tab or a
// carriage return stand first, and it is no plain number. CsvText puts one apostrophe before such text, and
// whoever reads takes one away, so that each text comes back as it was.
bool guardsFormula(std::string_view text);

// Builds records into one string: add…() puts a field, endLine() ends the record.
class CsvText {
public:
    // Text that guardsFormula() tells gets an apostrophe before it, which spreadsheets hide; a byte order
    // mark is quoted, which keeps it from being taken for the file's own.
    CsvText& add(std::string_view text);
    CsvText& add(const char* text) { return add(std::string_view(text)); }
    CsvText& add(const QJsonValue& value); // of one value; empty for null, lists and objects
    CsvText& add(std::uint64_t value);
    // At most `decimals` places; empty for NaN and the infinities.
    CsvText& add(double value, int decimals);
    // units / 10^places in whole-number arithmetic, trailing zeros cut: (1250, 3) is "1.25". places: 0..9.
    CsvText& addDecimal(std::int64_t units, int places);
    CsvText& add(std::optional<std::uint64_t> value) { return value ? add(*value) : addEmpty(); }
    CsvText& add(std::optional<double> value, int decimals)
    {
        return value ? add(*value, decimals) : addEmpty();
    }
    CsvText& addEmpty();
    void endLine();

    const std::string& text() const { return m_text; }
    void clear(); // keeps its memory

private:
    void separate();

    std::string m_text;
    bool m_atLineStart = true;
};

} // namespace iotbench
