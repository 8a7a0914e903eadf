#include "ui/result/shown_run.h"

#include "reports/report_reader.h"

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
    run.imageRowsLeftOut = read->imageRowsLeftOut;
    run.study = std::move(read->study);
    return run;
}

} // namespace iotbench::ui
