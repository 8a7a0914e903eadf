#include "reports/interval_table.h"

#include "reports/csv.h"
#include "reports/json_writer.h"
#include "reports/report_fields.h"

namespace iotbench {

std::string intervalTable(const RunResult& result)
{
    CsvText csv;
    fields::Judged<IntervalRow> none;
    const std::vector<std::string> names = fields::written(none).names();
    for (const std::string& name : names)
        csv.add(name);
    csv.endLine();
    for (const auto& row : fields::judgedRows(result.intervals, judgesAnswers(result))) {
        const QJsonObject object = fields::written(row).object();
        for (const std::string& name : names)
            csv.add(object[QString::fromStdString(name)]);
        csv.endLine();
    }
    return csv.text();
}

} // namespace iotbench
