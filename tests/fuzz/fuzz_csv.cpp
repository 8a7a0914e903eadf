// Any text as CSV: lines that, written again, are read as the same lines.
#include "require.h"

#include "reports/csv.h"
#include "reports/csv_reader.h"

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::vector<CsvLine> lines = readCsv(test::asText(data, size));
    CsvText text;
    for (const CsvLine& line : lines) {
        for (const std::string& field : line) {
            text.add(field);
        }
        text.endLine();
    }
    test::require(readCsv(text.text()) == lines);
    if (!lines.empty()) {
        csvField(lines.front(), lines.back(), "label");
    }
    return 0;
}
