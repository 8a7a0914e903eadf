#include "ui/result/shown_run.h"

#include "base/regular_file.h"
#include "data_sheet/sheet_report.h"
#include "reports/report_files.h"
#include "reports/report_reader.h"
#include "run/gallery_files.h"
#include "study_driver/probe_table_reader.h"
#include "study_driver/run_table_reader.h"

#include <QFileInfo>

#include <algorithm>

namespace iotbench::ui {
namespace {

Result<Report> readSheet(const std::string& path)
{
    const auto bytes = readRegularFile(path, kMostTextBytes);
    if (!bytes)
        return Error{bytes.error()};
    const auto json = reportInDataSheet(QByteArray::fromStdString(std::string(asText(*bytes))), path);
    if (!json)
        return Error{json.error()};
    return readReport(*json, path);
}

} // namespace

Result<ShownRun> readShownRun(const QString& path)
{
    const bool isSheet = QFileInfo(path).isFile();
    auto read = isSheet ? readSheet(path.toStdString())
                        : readReportFile((path + u'/' + QLatin1String(kReportFile)).toStdString());
    if (!read)
        return Error{read.error()};
    const QString folder = isSheet ? QString() : path;
    ShownRun run;
    run.result = std::move(read->result);
    run.verdict = std::move(read->verdict);
    run.folder = folder;
    run.readBack = true;
    run.picturesToCome = !isSheet && QFileInfo::exists(folder + u'/' + QLatin1String(kGalleryTable));
    run.imageRowsLeftOut = read->imageRowsLeftOut;
    run.study = std::move(read->study);
    if (run.isSearch() && !isSheet)
        run.probes = probesOf(
            readCsvFile((folder + u'/' + QLatin1String(kProbesFile)).toStdString()), goalOf(*run.study));
    if (run.isSeries() && !isSheet) {
        run.runs = runsOf(readCsvFile((folder + u'/' + QLatin1String(kRunsFile)).toStdString()));
        run.runs.resize(std::min<std::size_t>(run.runs.size(), run.study->runs)); // one more was stopped
    }
    return run;
}

} // namespace iotbench::ui
