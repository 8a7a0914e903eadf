// Settings as a JSON object: the form of --config and --dump-config, and of "settings" in a report.
#pragma once

#include "base/result.h"
#include "settings/settings_validation.h"

#include <QByteArray>
#include <QJsonObject>

namespace iotbench {

// Raised whenever a key changes its meaning or goes away; files of another version are refused.
inline constexpr int kSettingsSchemaVersion = 1;

// "schema_version" and every setting that means something to the role, by the keys of the table.
QJsonObject settingsToJson(const Settings& settings);

QJsonObject settingsSchema(); // JSON Schema of settingsToJson()'s objects

// What --dump-config prints: settingsToJson(), indented, with a newline at the end.
QByteArray dumpSettings(const Settings& settings);

// Puts what the file says over `asked`, as AskedIn::ConfigFile. Errors (not JSON, with line and column;
// another schema_version; an unknown key, with the nearest right one; a bad value) name `origin`, the file's
// name.
std::optional<Error> readSettings(const QJsonObject& object, const std::string& origin, AskedSettings& asked);
// A file of settings, or the report of a run, whose settings are taken.
std::optional<Error> readSettings(const QByteArray& json, const std::string& origin, AskedSettings& asked);
std::optional<Error> readSettingsFile(const std::string& path, AskedSettings& asked);

} // namespace iotbench
