#include "reports/report_reader.h"

#include "base/byte_order_mark.h"
#include "base/regular_file.h"
#include "images/cifar10.h"
#include "reports/json_reader.h"
#include "reports/report_fields.h"
#include "reports/report_json.h"
#include "reports/schema_names.h"

#include <QJsonDocument>

namespace iotbench {
namespace {

constexpr int kOldestVersion = 1;

// Version 1 has the ends of its rows alone, and does not tell where an end mark was due.
void countEnds(RunResult& result)
{
    for (SourceRow& source : result.sources) {
        if (source.format && hasEndMark(*source.format) && result.settings.role != Role::Worker)
            source.end = withoutEndMark(source.end);
        result.sourceEnds[static_cast<std::size_t>(source.end)].add(source.name, {});
    }
}

} // namespace

Result<Report> readReport(const QByteArray& json, const std::string& origin)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(
        json.startsWith(kByteOrderMark.data()) ? json.mid(kByteOrderMark.size()) : json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error{TR("%1: not JSON: %2"), {origin, fault.errorString().toStdString()}};
    QJsonObject object = document.object();
    const int version = object["schema_version"].toInt();
    if (!object["schema_version"].isDouble() || !object["end"].isObject())
        return Error{TR("%1: not the report of a run"), {origin}};
    if (version < kOldestVersion || version > kReportSchemaVersion)
        return Error{TR("%1: this program reads reports of schema versions %2 to %3"),
            {origin, kOldestVersion, kReportSchemaVersion}};
    if (object["end"].toObject()["kind"].toString() == QLatin1String("unfinished"))
        return Error{TR("%1: the program ended before the run did: there is no result"), {origin}};
    const bool isFirst = version == kOldestVersion;
    if (isFirst)
        object = withNamesOfToday(object);
    fields::JsonReader reader(object, version == kReportSchemaVersion);
    Report report;
    report.result.imageFacts = cifar10::facts(); // where the report has none: there were no other images then
    describe(reader, report);
    if (reader.fault())
        return Error{TR("%1: %2"), {origin, *reader.fault()}};
    if (isFirst) {
        countEnds(report.result);
        report.verdict = judge(report.result);
    }
    return report;
}

Result<Report> readReportFile(const std::string& path)
{
    const auto bytes = readRegularFile(path, kMostTextBytes);
    if (!bytes)
        return Error{TR("%1: %2"), {path, bytes.error()}};
    const std::string_view text = asText(*bytes);
    return readReport(QByteArray(text.data(), static_cast<qsizetype>(text.size())), path);
}

} // namespace iotbench
