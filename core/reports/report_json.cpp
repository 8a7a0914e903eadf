#include "reports/report_json.h"

#include "reports/json_writer.h"
#include "reports/report_fields.h"
#include "reports/schema_writer.h"
#include "settings/settings_json.h"

#include <QJsonDocument>

namespace iotbench {

QJsonObject reportJson(const Report& report)
{
    QJsonObject object = fields::written(report).object();
    object.insert("schema_version", kReportSchemaVersion);
    return object;
}

QJsonObject unfinishedReportJson(std::int64_t startUnixMs)
{
    return {{"schema_version", kReportSchemaVersion},
        {"start_time", QString::fromStdString(isoTimeMs(startUnixMs))},
        {"end", QJsonObject{{"kind", "unfinished"}, {"failure", "the program ended before the run did"}}}};
}

QJsonObject reportSchema()
{
    fields::SchemaWriter writer;
    Report report;
    describe(writer, report);
    QJsonObject schema = writer.schema();
    QJsonObject properties = schema["properties"].toObject();
    properties.insert("schema_version", QJsonObject{{"const", kReportSchemaVersion}});
    schema.insert("properties", properties);
    QJsonArray required = schema["required"].toArray();
    required.prepend("schema_version");
    schema.insert("required", required);
    schema.insert("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.insert("title", "Report of a run of iotbench");
    return schema;
}

QByteArray jsonBytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace iotbench
