// The one table of settings. The command line, --help, the JSON of --config and --dump-config, reports and
// the window's fields are all made from it: a new setting is one member in settings.h and one row here.
// Everything here is stateless and thread-safe.
#pragma once

#include "base/enumerators.h"
#include "settings/endpoint_text.h"
#include "settings/setting_issue.h"
#include "settings/settings.h"

#include <QJsonValue>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace iotbench {

// The member of Settings that a row stands for. Its type decides how the value is written and read.
using SettingField = std::variant<bool Settings::*, std::optional<bool> Settings::*, unsigned Settings::*,
    std::uint64_t Settings::*, std::optional<std::uint64_t> Settings::*, double Settings::*,
    std::optional<double> Settings::*, std::string Settings::*, Role Settings::*, Pacing Settings::*,
    TransportKind Settings::*, PrecisionAsked Settings::*, std::optional<Normalisation> Settings::*,
    std::optional<WireFormat> Settings::*, std::optional<Endpoint> Settings::*>;

enum class SettingKind : std::uint8_t {
    Flag, // present or absent; JSON true or false
    TriState, // --key or --no-key; neither = decided by the run; JSON true, false or null
    Whole, // digits
    Decimal, // digits with an optional fraction, no exponent, dot whatever the locale
    Text, // any text; also names of files
    Choice, // one of Setting::choices
    Endpoint, // [HOST:]PORT, an IPv6 address in brackets
};

enum class SettingGroup : std::uint8_t { Task, Sending, Connection, Engine, Outcome, PassCriteria };
inline constexpr std::size_t kSettingGroupCount = 6;

// Roles a setting means something to, as a set of bits.
enum RoleSet : std::uint8_t {
    InLoopback = 1,
    InSend = 2,
    InReceive = 4,
    InWorker = 8,
    WhereSending = InLoopback | InSend,
    WhereReceiving = InLoopback | InReceive,
    WhereConnecting = InSend | InReceive,
    WhereStreaming = InLoopback | InSend | InReceive,
    WhereClassifying = InLoopback | InReceive | InWorker,
    Everywhere = InLoopback | InSend | InReceive | InWorker,
};

struct Setting {
    const char* key = ""; // name of the option and key in JSON; the originals' are camelCase, ours kebab-case
    char letter = 0; // of the short option; 0 = none
    SettingField field;
    SettingGroup group = SettingGroup::Task;
    RoleSet roles = Everywhere;
    const char* calledElsewhere = ""; // other tools' words for it, for "did you mean": "rate fps"; "" = none
    const char* valueName = ""; // "PORT", …; "" for flags and choices
    const char* unit = ""; // "s", "images/s", "%", "ms"; "" = none
    double minimum = 0; // of numbers; both ends belong to the range
    double maximum = 0;
    const char* zeroWord = ""; // stands for 0, which is then allowed below the minimum: "max"; "" = none
    const char* unsetWord = ""; // stands for "not set": "auto"; "" = none
    const char* defaultWords = ""; // where the default is not a plain value; defaultText() shows them
    const char* help = ""; // one sentence in English, translatable (context "Settings")

    SettingKind kind() const;
    bool isNumber() const; // Whole or Decimal
    std::vector<std::string_view> choices() const; // of a Choice, the word for "not set" first; else empty
    bool appliesTo(Role role) const;
    std::string valueText() const; // what follows the option: "PORT", "tcp|memory"; "" for flags
    std::string defaultText() const; // what the help shows; "" = none
};

// In the order in which the help shows them; keys and letters are unique.
std::span<const Setting> settingsTable();
const Setting* findSetting(std::string_view key); // nullptr where there is none
const Setting* findOption(std::string_view name); // the same by the key or the letter of its option: "t"
const char* groupTitle(SettingGroup group); // English, translatable (context "Settings")

std::string roleNames(RoleSet roles); // "loopback, send"
std::string_view toString(Role role);
std::string_view toString(Pacing pacing);
std::string_view toString(TransportKind transport);
std::string_view toString(PrecisionAsked precision);
template <>
inline constexpr unsigned kEnumerators<Role> = 4;
template <>
inline constexpr unsigned kEnumerators<Pacing> = 5;
template <>
inline constexpr unsigned kEnumerators<TransportKind> = 2;
template <>
inline constexpr unsigned kEnumerators<PrecisionAsked> = 3;
template <>
inline constexpr unsigned kEnumerators<Normalisation> = 3;
template <>
inline constexpr unsigned kEnumerators<WireFormat> = kWireFormatCount;

// The value as text, as the command line takes it: "1000", "max", "true", "keras"; "" where not set.
std::string settingText(const Setting& setting, const Settings& settings);
// Takes the text and changes the one field, or says why not and changes nothing. Flags take "true" and
// "false".
std::optional<SettingIssue> setSettingText(const Setting& setting, std::string_view text, Settings& settings);

// The value in JSON: bool, number, string, or null where not set.
QJsonValue settingJson(const Setting& setting, const Settings& settings);
// The same the other way; also takes any text that setSettingText() takes ("max"). null = the default.
std::optional<SettingIssue> setSettingJson(
    const Setting& setting, const QJsonValue& value, Settings& settings);

bool isDefault(const Setting& setting, const Settings& settings);
void resetSetting(const Setting& setting, Settings& settings); // to its default
// Why the field's present value is out of the row's range, for fields that were not set through the table.
std::optional<SettingIssue> rangeIssue(const Setting& setting, const Settings& settings);

} // namespace iotbench
