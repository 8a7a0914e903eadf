// Reads the CSV that this program writes (RFC 4180, see csv.h).
#pragma once

#include <charconv>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace iotbench {

using CsvLine = std::vector<std::string>;

// All lines, the header too. Of damaged text whatever can be made out: an open quote runs to the end.
// The apostrophe that CsvText puts before what looks like a formula is taken away again.
std::vector<CsvLine> readCsv(std::string_view text);

// Of a file; none where it cannot be read, is no plain file, or has over 64 MB.
std::vector<CsvLine> readCsvFile(const std::filesystem::path& path);

// The field of `line` under the column `name` of `header`; "" where either has none.
std::string csvField(const CsvLine& header, const CsvLine& line, std::string_view name);
// The same as a number, of which floating-point ones are finite and not negative; else empty.
template <typename Number>
std::optional<Number> csvNumber(const CsvLine& header, const CsvLine& line, std::string_view name)
{
    const std::string field = csvField(header, line, name);
    Number value{};
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
    if (error != std::errc() || end != field.data() + field.size() || field.empty())
        return std::nullopt;
    if constexpr (std::is_floating_point_v<Number>)
        if (!std::isfinite(value) || value < 0)
            return std::nullopt;
    return value;
}

} // namespace iotbench
