#include "reports/report_json.h"

#include "reports/json_writer.h"
#include "reports/report_fields.h"
#include "reports/schema_writer.h"
#include "settings/settings_json.h"

#include <QJsonDocument>

namespace iotbench {

QJsonObject reportJson(const Report& report)
{
    return fields::written(report).object();
}

QJsonObject unfinishedReportJson(std::int64_t startUnixMs)
{
    return {{"schema_version", kReportSchemaVersion},
        {"start_time", QString::fromStdString(isoTimeMs(startUnixMs))},
        {"end", QJsonObject{{"kind", "unfinished"}, {"failure", "the program ended before the run did"}}}};
}

QJsonObject reportSchema()
{
    QJsonObject schema = fields::SchemaWriter::of<Report>({});
    schema.insert("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.insert("title", "Report of a run of iotbench");
    return schema;
}

QByteArray jsonBytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace iotbench
