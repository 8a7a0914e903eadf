#include "ui/comparison/compared_runs.h"

#include "reports/report_reader.h"
#include "settings/settings_table.h"

#include <QDateTime>
#include <QLocale>

namespace iotbench::ui {
namespace {

QString nameOf(const RunResult& run)
{
    QStringList parts;
    const auto add = [&parts](const std::string& text) {
        if (!text.empty())
            parts << QString::fromStdString(text);
    };
    add(run.settings.label);
    add(run.model.name);
    if (!run.engine.name.empty())
        add(run.engine.name + ' ' + std::string(toString(run.engine.precision)));
    add(run.machine.hostName);
    const QDateTime start = QDateTime::fromMSecsSinceEpoch(run.startUnixMs);
    parts << QLocale().toString(start.date(), QLocale::ShortFormat) + u' '
            + start.time().toString(QStringLiteral("HH:mm:ss"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

QChar letterOf(std::size_t run)
{
    return QChar(static_cast<char16_t>(u'A' + run));
}

Result<ComparedRuns> readCompared(const QStringList& folders)
{
    ComparedRuns compared;
    std::vector<std::string> others;
    others.reserve(static_cast<std::size_t>(folders.size()));
    for (const QString& folder : folders) {
        auto report = readReportFile((folder + QStringLiteral("/report.json")).toStdString());
        if (!report)
            return Error{report.error()};
        compared.runs.push_back({folder, nameOf(report->result), std::move(report->result.intervals)});
        others.push_back(folder.toStdString());
    }
    auto report = compareReports(others.front(), std::span(others).subspan(1), {});
    if (!report)
        return Error{report.error()};
    compared.report = std::move(*report);
    return compared;
}

} // namespace iotbench::ui
