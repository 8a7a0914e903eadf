#include "batch/asked_reports.h"

#include "base/system_clock.h"
#include "data_sheet/data_sheet.h"
#include "reports/report_json.h"

#include <utility>

namespace iotbench {

Result<AskedReports> AskedReports::open(const OutputOptions& options)
{
    auto json = AskedFile::open(options.json);
    if (!json)
        return Error{json.error()};
    auto html = AskedFile::open(options.html);
    if (!html)
        return Error{html.error()};
    json->begin(jsonBytes(unfinishedReportJson(wallClockMs())).toStdString());
    html->begin(unfinishedDataSheet());
    return AskedReports(std::move(*json), std::move(*html));
}

std::vector<Message> AskedReports::write(const Report& report, std::span<const SheetProbe> probes)
{
    std::vector<Message> unwritten;
    const auto keep = [&unwritten](const std::optional<Error>& fault) {
        if (fault)
            unwritten.push_back(fault->message);
    };
    if (m_json.asked())
        keep(m_json.write(jsonBytes(reportJson(report)).toStdString()));
    if (m_html.asked())
        keep(m_html.write(dataSheet(report, probes)));
    return unwritten;
}

} // namespace iotbench
