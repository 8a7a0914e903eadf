#include "ui/comparison/compared_runs.h"

#include "reports/report_files.h"
#include "reports/report_reader.h"
#include "settings/settings_table.h"
#include "ui/base/figures.h"

#include <algorithm>

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

} // namespace

Message withoutFolders(
    Message message, const std::vector<ComparedRunLine>& runs, QString (*words)(const ComparedRunLine&))
{
    for (Message::Argument& argument : message.arguments) {
        if (const Message* const phrase = argument.phrase()) {
            argument = withoutFolders(*phrase, runs, words);
            continue;
        }
        const auto run = std::ranges::find_if(
            runs, [&](const ComparedRunLine& each) { return each.folder.toStdString() == argument.words(); });
        if (run != runs.end())
            argument = words(*run).toStdString();
    }
    return message;
}

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
        compared.runs.push_back(
            {folder, name, letterOf(compared.runs.size()), std::move(report->result.intervals)});
        others.push_back(folder.toStdString());
    }
    auto report = compareReports(others.front(), std::span(others).subspan(1), {});
    if (!report)
        return Error{withoutFolders(
            report.error(), compared.runs, [](const ComparedRunLine& run) { return run.name; })};
    compared.report = std::move(*report);
    return compared;
}

} // namespace iotbench::ui
