#include "settings/settings_json.h"

#include "settings/nearest_name.h"
#include "settings/settings_table.h"

#include <QFile>
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
    return {origin + ": unknown key \"" + key + "\""
        + (nearest.empty() ? "" : "; did you mean \"" + nearest + "\"?")};
}

std::optional<Error> checkSchemaVersion(const QJsonObject& object, const std::string& origin)
{
    const QJsonValue version = object.value(kSchemaVersionKey);
    if (version.isDouble() && version.toDouble() == kSettingsSchemaVersion)
        return std::nullopt;
    const std::string wanted = "\"schema_version\": " + std::to_string(kSettingsSchemaVersion);
    if (version.isUndefined())
        return Error{origin + ": " + wanted + " is missing"};
    return Error{origin + ": this program reads " + wanted + " and no other"};
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

QByteArray dumpSettings(const Settings& settings)
{
    return QJsonDocument(settingsToJson(settings)).toJson(QJsonDocument::Indented);
}

std::optional<Error> readSettings(const QByteArray& json, const std::string& origin, AskedSettings& asked)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error{
            origin + ":" + placeIn(json, fault.offset) + ": not JSON: " + fault.errorString().toStdString()};
    if (!document.isObject())
        return Error{origin + ": not a JSON object"};
    const QJsonObject object = document.object();
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
            return Error{origin + ": \"" + key + "\" " + issue->reason.english()};
        if (!member.value().isNull())
            asked.asked.insert_or_assign(key, AskedIn::ConfigFile);
    }
    return std::nullopt;
}

std::optional<Error> readSettingsFile(const std::string& path, AskedSettings& asked)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{path + ": " + file.errorString().toStdString()};
    return readSettings(file.readAll(), path, asked);
}

} // namespace iotbench
