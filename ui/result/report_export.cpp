#include "ui/result/report_export.h"

#include "base/regular_file.h"
#include "data_sheet/data_sheet.h"
#include "reports/interval_table.h"
#include "reports/report_files.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"
#include "study_driver/probe_rows.h"
#include "study_driver/probe_table_reader.h"
#include "ui/base/translated.h"
#include "ui/base/written_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace iotbench::ui {
namespace {

const QString kSheet = QStringLiteral("data_sheet.html");

QString copyFile(const QString& from, const QString& to)
{
    if (const auto regular = openRegularFile(from.toStdString()); !regular)
        return from + QStringLiteral(": ") + translated(regular.error());
    QFile source(from);
    QSaveFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return from + QStringLiteral(": ") + source.errorString();
    if (!target.open(QIODevice::WriteOnly))
        return to + QStringLiteral(": ") + target.errorString();
    constexpr qint64 kPiece = 1 << 20;
    while (!source.atEnd()) {
        const QByteArray piece = source.read(kPiece);
        if (target.write(piece) != piece.size())
            return to + QStringLiteral(": ") + target.errorString();
    }
    return target.commit() ? QString() : to + QStringLiteral(": ") + target.errorString();
}

QByteArray sheetOf(const ShownRun& run)
{
    const Report report{run.result, run.verdict, run.imageRowsLeftOut, run.study};
    return QByteArray::fromStdString(
        run.isSearch() ? dataSheet(report, sheetProbes(run.probes, goalOf(*run.study))) : dataSheet(report));
}

// The file made anew: the data sheet, and all of a run that was not kept.
QByteArray bytesOf(const ShownRun& run, const QString& name)
{
    if (name == QLatin1String(kIntervalsFile))
        return QByteArray::fromStdString(intervalTable(run.result));
    if (name == kSheet)
        return sheetOf(run);
    const QJsonObject report = reportJson({run.result, run.verdict, run.imageRowsLeftOut, run.study});
    return name == QLatin1String(kSummaryFile)
        ? QByteArray::fromStdString(summaryHeader() + summaryRow(report))
        : jsonBytes(report);
}

Exported exportFiles(const ShownRun& run, const QString& folder, ExportOf what, bool replace)
{
    QStringList names{QLatin1String(kSummaryFile), QLatin1String(kIntervalsFile), QLatin1String(kImagesFile)};
    if (what == ExportOf::Everything)
        names << QLatin1String(kReportFile) << kSheet;
    for (const QString ofStudy : {QLatin1String(kProbesFile), QLatin1String(kRunsFile)})
        if (!run.folder.isEmpty() && QDir(run.folder).exists(ofStudy))
            names << ofStudy;
    const QDir to(folder);
    Exported exported;
    exported.someImages = run.imageRowsLeftOut > 0;
    if (!QDir().mkpath(folder)) {
        exported.fault = folder;
        return exported;
    }
    if (QDir(run.folder) == to && !run.folder.isEmpty()) {
        return exported; // they are there
    }
    for (const QString& name : std::as_const(names))
        exported.exists = exported.exists || (!replace && to.exists(name));
    if (exported.exists)
        return exported;
    for (const QString& name : std::as_const(names)) {
        const QString kept = run.folder.isEmpty() ? QString() : QDir(run.folder).filePath(name);
        if (QFileInfo::exists(kept))
            exported.fault = copyFile(kept, to.filePath(name));
        else if (name == QLatin1String(kImagesFile))
            exported.withoutImages = true;
        else if (const QString fault = writeFile(to.filePath(name), bytesOf(run, name)); !fault.isEmpty())
            exported.fault = to.filePath(name) + QStringLiteral(": ") + fault;
        if (!exported.fault.isEmpty())
            return exported;
    }
    return exported;
}

} // namespace

Exported exportReport(const ShownRun& run, const std::vector<DrawnFile>& drawn, const QString& folder,
    ExportOf what, bool replace)
{
    Exported exported = exportFiles(run, folder, what, replace);
    if (exported.exists)
        return exported;
    for (const DrawnFile& file : drawn)
        if (exported.fault.isEmpty())
            exported.fault = writeFile(QDir(folder).filePath(file.name), file.bytes);
    return exported;
}

} // namespace iotbench::ui
