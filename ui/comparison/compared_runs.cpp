#include "ui/comparison/compared_runs.h"

#include "reports/report_files.h"
#include "reports/report_reader.h"
#include "settings/settings_table.h"
#include "ui/base/figures.h"

namespace iotbench::ui {
namespace {

QString nameOf(const RunResult& run)
{
    const auto word = [](const std::string& text) { return QString::fromStdString(text); };
    const EngineFacts& engine = run.engine;
    return joined({word(run.settings.label), word(run.model.name),
        engine.name.empty() ? QString()
                            : word(engine.name) + u' ' + QString::fromUtf8(toString(engine.precision)),
        word(run.machine.hostName), momentText(QDateTime::fromMSecsSinceEpoch(run.startUnixMs))});
}

// With the names of the runs in place of their folders, which the window does not show.
Message named(Message message, const std::vector<ComparedRunLine>& runs)
{
    for (Message::Argument& argument : message.arguments)
        for (const ComparedRunLine& run : runs)
            if (!argument.phrase() && argument.words() == run.folder.toStdString())
                argument = run.name.toStdString();
    return message;
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
        auto report = readReportFile((folder + u'/' + QLatin1String(kReportFile)).toStdString());
        if (!report)
            return Error{report.error()};
        const QString name = nameOf(report->result);
        if (report->study && report->study->kind == "sweep")
            return Error{
                TR("%1 is a sweep: its combinations are not repeats of one setting. Open it, put one into "
                   "Set up with \"Use these settings\", and compare the run that comes of it"),
                {name.toStdString()}};
        compared.runs.push_back({folder, name, std::move(report->result.intervals)});
        others.push_back(folder.toStdString());
    }
    auto report = compareReports(others.front(), std::span(others).subspan(1), {});
    if (!report)
        return Error{named(report.error(), compared.runs)};
    compared.report = std::move(*report);
    return compared;
}

} // namespace iotbench::ui
