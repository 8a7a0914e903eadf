#include "ui/result/shown_run.h"

#include "reports/report_reader.h"
#include "study_driver/probe_table_reader.h"

namespace iotbench::ui {

Result<ShownRun> readShownRun(const QString& folder)
{
    auto read = readReportFile((folder + QStringLiteral("/report.json")).toStdString());
    if (!read)
        return Error{read.error()};
    ShownRun run;
    run.result = std::move(read->result);
    run.verdict = std::move(read->verdict);
    run.folder = folder;
    run.readBack = true;
    run.imageRowsLeftOut = read->imageRowsLeftOut;
    run.study = std::move(read->study);
    if (run.isSearch())
        run.probes = probesOf(
            readCsvFile((folder + QStringLiteral("/probes.csv")).toStdString()), goalOf(*run.study));
    return run;
}

} // namespace iotbench::ui
