#include "reports/csv_reader.h"

#include <algorithm>
#include <utility>

namespace iotbench {

std::vector<CsvLine> readCsv(std::string_view text)
{
    std::vector<CsvLine> lines;
    CsvLine line;
    std::string field;
    bool quoted = false;
    bool begun = false; // something of the line has been read
    const auto endField = [&] { line.push_back(std::exchange(field, {})); };
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

std::string csvField(const CsvLine& header, const CsvLine& line, std::string_view name)
{
    const auto column = static_cast<std::size_t>(std::ranges::find(header, name) - header.begin());
    return column < header.size() && column < line.size() ? line[column] : std::string();
}

} // namespace iotbench
