#include "reports/csv_reader.h"

#include "base/byte_order_mark.h"
#include "base/regular_file.h"
#include "reports/csv.h"

#include <algorithm>
#include <utility>

namespace iotbench {

std::vector<CsvLine> readCsv(std::string_view text)
{
    text = withoutByteOrderMark(text);
    std::vector<CsvLine> lines;
    CsvLine line;
    std::string field;
    bool quoted = false;
    bool begun = false; // something of the line has been read
    const auto endField = [&] {
        if (field.starts_with('\'') && guardsFormula(field))
            field.erase(0, 1);
        line.push_back(std::exchange(field, {}));
    };
    const auto endLine = [&] {
        endField();
        lines.push_back(std::exchange(line, {}));
        begun = false;
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"')
            field += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (quoted)
            field += c;
        else if (c == ',')
            endField();
        else if (c == '\n')
            endLine();
        else if (c != '\r')
            field += c;
        begun = c != '\n' || quoted;
    }
    if (begun)
        endLine();
    return lines;
}

std::vector<CsvLine> readCsvFile(const std::filesystem::path& path)
{
    const auto bytes = readRegularFile(path, kMostTextBytes);
    return bytes ? readCsv(asText(*bytes)) : std::vector<CsvLine>();
}

std::string csvField(const CsvLine& header, const CsvLine& line, std::string_view name)
{
    const auto column = static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
    return column < header.size() && column < line.size() ? line[column] : std::string();
}

} // namespace iotbench
