// Any text as report.json: words, or a report that is read back as it is written, with a verdict that can be
// shown.
#include "require.h"

#include "reports/report_json.h"
#include "reports/report_reader.h"
#include "reports/summary_text.h"

using namespace iotbench;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto report = readReport(
        QByteArray(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)), "report.json");
    if (!report) {
        test::require(!report.error().english().empty());
        return 0;
    }
    const QByteArray written = jsonBytes(reportJson(*report));
    const auto again = readReport(written, "report.json");
    test::require(again && jsonBytes(reportJson(*again)) == written);
    return 0;
}
