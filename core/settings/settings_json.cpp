#include "settings/settings_json.h"

#include "base/byte_order_mark.h"
#include "base/regular_file.h"
#include "settings/nearest_name.h"
#include "settings/settings_table.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <vector>

namespace iotbench {

namespace {

const QString kSchemaVersionKey = QStringLiteral("schema_version");

std::string placeIn(const QByteArray& text, qsizetype offset)
{
    const QByteArray before = text.left(offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = offset - before.lastIndexOf('\n');
    return std::to_string(line) + ":" + std::to_string(column);
}

Error unknownKey(const std::string& key, const std::string& origin)
{
    std::vector<std::string_view> known;
    for (const Setting& setting : settingsTable())
        known.emplace_back(setting.key);
    const std::string nearest(nearestName(key, known));
    return nearest.empty()
        ? Error(TR("%1: unknown key \"%2\""), {origin, key})
        : Error(TR("%1: unknown key \"%2\"; did you mean \"%3\"?"), {origin, key, nearest});
}

std::optional<Error> checkSchemaVersion(const QJsonObject& object, const std::string& origin)
{
    const QJsonValue version = object.value(kSchemaVersionKey);
    if (version.isDouble() && version.toDouble() == kSettingsSchemaVersion)
        return std::nullopt;
    const std::string wanted = "\"schema_version\": " + std::to_string(kSettingsSchemaVersion);
    if (version.isUndefined())
        return Error{TR("%1: %2 is missing"), {origin, wanted}};
    return Error{TR("%1: this program reads %2 and no other"), {origin, wanted}};
}

QJsonObject settingSchema(const Setting& setting)
{
    switch (setting.kind()) {
    case SettingKind::Flag:
        return {{"type", "boolean"}};
    case SettingKind::TriState:
        return {{"type", QJsonArray{"boolean", "null"}}};
    case SettingKind::Whole:
    case SettingKind::Decimal:
        return {{"type", QJsonArray{setting.kind() == SettingKind::Whole ? "integer" : "number", "null"}},
            {"minimum", *setting.zeroWord != '\0' ? 0 : setting.minimum}, {"maximum", setting.maximum}};
    case SettingKind::Text:
        return {{"type", "string"}};
    case SettingKind::Endpoint:
        return {{"type", QJsonArray{"string", "null"}}};
    case SettingKind::Choice: {
        QJsonArray words;
        for (const std::string_view word : setting.choices())
            words.append(QLatin1String(word.data(), static_cast<qsizetype>(word.size())));
        words.append(QJsonValue::Null);
        return {{"enum", words}};
    }
    }
    return {};
}

// A report holds the settings of its run. Where that wrote to is its own place, and not to be written over.
QJsonObject entriesToRepeat(QJsonObject ofReport)
{
    for (const char* place : {"report", "csv", "force"})
        ofReport.remove(QLatin1String(place));
    return ofReport;
}

} // namespace

QJsonObject settingsToJson(const Settings& settings)
{
    QJsonObject object{{kSchemaVersionKey, kSettingsSchemaVersion}};
    for (const Setting& setting : settingsTable()) {
        if (setting.appliesTo(settings.role))
            object.insert(QString::fromLatin1(setting.key), settingJson(setting, settings));
    }
    return object;
}

QJsonObject settingsSchema()
{
    QJsonObject properties{{kSchemaVersionKey, QJsonObject{{"const", kSettingsSchemaVersion}}}};
    for (const Setting& setting : settingsTable())
        properties.insert(QString::fromLatin1(setting.key), settingSchema(setting));
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "Settings of iotbench"},
        {"type", "object"}, {"properties", properties}, {"required", QJsonArray{kSchemaVersionKey}},
        {"additionalProperties", false}};
}

QByteArray dumpSettings(const Settings& settings)
{
    return QJsonDocument(settingsToJson(settings)).toJson(QJsonDocument::Indented);
}

std::optional<Error> readSettings(const QJsonObject& object, const std::string& origin, AskedSettings& asked)
{
    if (std::optional<Error> error = checkSchemaVersion(object, origin))
        return error;
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() == kSchemaVersionKey)
            continue;
        const std::string key = member.key().toStdString();
        const Setting* setting = findSetting(key);
        if (!setting)
            return unknownKey(key, origin);
        if (const auto issue = setSettingJson(*setting, member.value(), asked.values))
            return Error{TR("%1: \"%2\" %3"), {origin, key, issue->reason}};
        if (!member.value().isNull())
            asked.asked.insert_or_assign(key, AskedIn::ConfigFile);
    }
    return std::nullopt;
}

std::optional<Error> readSettings(const QByteArray& json, const std::string& origin, AskedSettings& asked)
{
    QJsonParseError fault;
    const bool marked = json.startsWith(kByteOrderMark.data());
    if (marked)
        asked.remarks.push_back({TR("%1 begins with a byte order mark, which is passed over"), {origin}});
    const QJsonDocument document
        = QJsonDocument::fromJson(marked ? json.mid(kByteOrderMark.size()) : json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error{TR("%1:%2: not JSON: %3"),
            {origin, placeIn(json, fault.offset), fault.errorString().toStdString()}};
    if (!document.isObject())
        return Error{TR("%1: not a JSON object"), {origin}};
    const QJsonObject object = document.object();
    const QJsonValue ofRun = object["settings"];
    return readSettings(ofRun.isObject() ? entriesToRepeat(ofRun.toObject()) : object, origin, asked);
}

std::optional<Error> readSettingsFile(const std::string& path, AskedSettings& asked)
{
    const auto bytes = readRegularFile(path, kMostTextBytes);
    if (!bytes)
        return Error{TR("%1: %2"), {path, bytes.error()}};
    const std::string_view text = asText(*bytes);
    return readSettings(QByteArray(text.data(), static_cast<qsizetype>(text.size())), path, asked);
}

} // namespace iotbench
