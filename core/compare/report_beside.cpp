#include "compare/report_beside.h"

#include "base/byte_order_mark.h"
#include "base/regular_file.h"
#include "compare/compared_side.h"
#include "reports/csv_reader.h"
#include "reports/report_reader.h"
#include "reports/schema_names.h"
#include "reports/summary_row.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace iotbench {
namespace {

// Numbers as such, for a spreadsheet writes them in its own way.
bool contradict(const std::string& first, const std::string& second, bool wordsToo)
{
    bool isNumber = false, isAnother = false;
    const double number = QByteArray::fromStdString(first).toDouble(&isNumber);
    const double another = QByteArray::fromStdString(second).toDouble(&isAnother);
    if (!isNumber || !isAnother)
        return wordsToo && first != second;
    constexpr double kRounding = 1e-6;
    return !(std::abs(number - another) <= kRounding * std::max(std::abs(number), std::abs(another)));
}

} // namespace

Result<ReportBeside> readReportBeside(const std::filesystem::path& file)
{
    const auto bytes = readRegularFile(file, kMostTextBytes);
    if (!bytes)
        return Error{TR("%1: %2"), {file, bytes.error()}};
    const std::string_view text = withoutByteOrderMark(asText(*bytes));
    const QByteArray json(text.data(), static_cast<qsizetype>(text.size()));
    auto report = readReport(json, file.string());
    if (!report)
        return Error{report.error()};
    return ReportBeside{file, std::move(*report), QJsonDocument::fromJson(json).object()};
}

std::optional<Error> contradiction(const SideRun& run, const ReportBeside& beside)
{
    const bool isFirst = beside.written["schema_version"].toInt() == 1;
    const std::vector<CsvLine> lines
        = readCsv(summaryHeader() + summaryRow(isFirst ? withNamesOfToday(beside.written) : beside.written));
    for (std::size_t i = 0; i < lines[0].size(); ++i) {
        const std::string &column = lines[0][i], &written = lines[1][i];
        const auto found = run.summary.find(column);
        if (found != run.summary.end() && contradict(found->second, written, !isFirst))
            return Error{TR("%1: %2 is \"%3\", but \"%4\" in %5"),
                {run.file, column, found->second, written, beside.file}};
    }
    return std::nullopt;
}

} // namespace iotbench
