// Values of settings as text and as JSON: the part of settings_table.h that depends on the type of the field.
#include "settings/joined.h"
#include "settings/nearest_name.h"
#include "settings/settings_table.h"

#include <QString>
#include <QtGlobal>

#include <array>
#include <charconv>
#include <cmath>
#include <type_traits>

namespace iotbench {
namespace {

template <typename T>
struct OptionalTraits {
    using Value = T;
    static constexpr bool kIsOptional = false;
};
template <typename T>
struct OptionalTraits<std::optional<T>> {
    using Value = T;
    static constexpr bool kIsOptional = true;
};

// The type of the value behind a pointer to member, without its optional.
template <typename Field>
using ValueOf = typename OptionalTraits<std::remove_cvref_t<decltype(Settings{}.*Field{})>>::Value;

SettingIssue issue(const Setting& setting, Marked reason, std::vector<Message::Argument> arguments)
{
    return {setting.key, {reason, std::move(arguments)}};
}

// Digits without an exponent, as short as they can be and still be read back as the same number.
std::string numberText(double value)
{
    std::array<char, 400> text; // the longest: 2^1023 in digits
    const auto [end, error]
        = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

// ---- from text

SettingIssue numberIssue(const Setting& setting, std::string_view text)
{
    const bool whole = setting.kind() == SettingKind::Whole;
    const bool word = *setting.zeroWord != '\0';
    const Marked reason = whole ? (word ? TR("takes a whole number from %1 to %2 or %4, got \"%3\"")
                                        : TR("takes a whole number from %1 to %2, got \"%3\""))
                                : (word ? TR("takes a number from %1 to %2 (%5) or %4, got \"%3\"")
                                        : TR("takes a number from %1 to %2 (%5), got \"%3\""));
    return issue(setting, reason,
        {numberText(setting.minimum), numberText(setting.maximum), text, setting.zeroWord, setting.unit});
}

template <typename Number>
std::optional<Number> parseNumber(std::string_view text)
{
    const char* const last = text.data() + text.size();
    Number number{};
    std::from_chars_result parsed{};
    if constexpr (std::is_floating_point_v<Number>)
        parsed = std::from_chars(text.data(), last, number, std::chars_format::fixed);
    else
        parsed = std::from_chars(text.data(), last, number);
    if (parsed.ec != std::errc() || parsed.ptr != last)
        return std::nullopt;
    return number;
}

template <typename Number>
std::optional<SettingIssue> readText(
    const Setting& setting, std::string_view text, Number& value) requires std::is_arithmetic_v<Number>
{
    const std::string_view zeroWord = setting.zeroWord;
    const std::optional<Number> number
        = !zeroWord.empty() && text == zeroWord ? Number{0} : parseNumber<Number>(text);
    const auto inRange = [&setting, zeroWord](double asked) { // false for NaN too
        return (asked >= setting.minimum && asked <= setting.maximum) || (asked == 0 && !zeroWord.empty());
    };
    if (!number || !inRange(static_cast<double>(*number)))
        return numberIssue(setting, text);
    value = *number + Number{0}; // makes 0 of -0
    return std::nullopt;
}

std::optional<SettingIssue> readText(const Setting& setting, std::string_view text, bool& value)
{
    if (text != "true" && text != "false")
        return issue(setting, TR("takes true or false, got \"%1\""), {text});
    value = text == "true";
    return std::nullopt;
}

std::optional<SettingIssue> readText(const Setting& setting, std::string_view text, std::string& value)
{
    constexpr std::size_t kMostCharacters = 4'096; // of a path
    if (text.size() > kMostCharacters)
        return issue(setting, TR("has over %1 characters"), {kMostCharacters});
    if (text.find('\0') != std::string_view::npos)
        return issue(setting, TR("holds a character of value 0"), {});
    value = text;
    return std::nullopt;
}

std::optional<SettingIssue> readText(const Setting& setting, std::string_view text, Endpoint& value)
{
    const bool hostRequired = *setting.valueName != '['; // "HOST:PORT" against "[HOST:]PORT"
    ParsedEndpoint parsed = parseEndpoint(text);
    if (parsed.fault == EndpointFault::None && hostRequired) {
        if (parsed.endpoint.host.empty())
            parsed.fault = EndpointFault::NoHost;
        else if (parsed.endpoint.port == 0)
            parsed.fault = EndpointFault::BadPort;
    }
    Marked reason("");
    switch (parsed.fault) {
    case EndpointFault::None:
        value = std::move(parsed.endpoint);
        return std::nullopt;
    case EndpointFault::NoHost:
        reason = TR("takes %1, but \"%2\" has no host");
        break;
    case EndpointFault::NoPort:
        reason = TR("takes %1, but \"%2\" has no port");
        break;
    case EndpointFault::BadPort:
        reason = hostRequired ? TR("takes %1 with a port from 1 to 65535, got \"%2\"")
                              : TR("takes %1 with a port from 0 to 65535, got \"%2\"");
        break;
    case EndpointFault::BareIpv6:
        reason = TR("takes %1 with an IPv6 address in brackets, as [::1]:10000, got \"%2\"");
        break;
    }
    return issue(setting, reason, {setting.valueName, text});
}

template <typename Enum>
std::optional<SettingIssue> readText(
    const Setting& setting, std::string_view text, Enum& value) requires std::is_enum_v<Enum>
{
    for (unsigned i = 0; i < kEnumerators<Enum>; ++i) {
        if (text == toString(static_cast<Enum>(i))) {
            value = static_cast<Enum>(i);
            return std::nullopt;
        }
    }
    const std::vector<std::string_view> choices = setting.choices();
    const std::string_view nearest = nearestName(text, choices);
    return issue(setting,
        nearest.empty() ? TR("takes one of %1, got \"%2\"")
                        : TR("takes one of %1, got \"%2\"; did you mean %3?"),
        {joined(choices, ", "), text, nearest});
}

template <typename T>
std::optional<SettingIssue> readText(const Setting& setting, std::string_view text, std::optional<T>& value)
{
    const std::string_view unsetWord = setting.unsetWord;
    if (!unsetWord.empty() && text == unsetWord) {
        value.reset();
        return std::nullopt;
    }
    T read{};
    std::optional<SettingIssue> wrong = readText(setting, text, read);
    if (!wrong)
        value = std::move(read);
    return wrong;
}

// ---- to text and to JSON

template <typename T>
std::string writeText(const Setting& setting, const T& value)
{
    if constexpr (OptionalTraits<T>::kIsOptional)
        return value ? writeText(setting, *value) : setting.unsetWord;
    else if constexpr (std::is_same_v<T, bool>)
        return value ? "true" : "false";
    else if constexpr (std::is_same_v<T, std::string>)
        return value;
    else if constexpr (std::is_arithmetic_v<T>)
        return value == T{0} && *setting.zeroWord != '\0' ? setting.zeroWord
            : std::is_floating_point_v<T>                 ? numberText(static_cast<double>(value))
                                                          : std::to_string(value);
    else if constexpr (std::is_same_v<T, Endpoint>)
        return endpointText(value);
    else
        return std::string(toString(value));
}

template <typename T>
QJsonValue writeJson(const T& value)
{
    if constexpr (OptionalTraits<T>::kIsOptional)
        return value ? writeJson(*value) : QJsonValue(QJsonValue::Null);
    else if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, double>)
        return value;
    else if constexpr (std::is_integral_v<T>)
        return static_cast<qint64>(value);
    else if constexpr (std::is_same_v<T, std::string>)
        return QString::fromStdString(value);
    else if constexpr (std::is_same_v<T, Endpoint>)
        return QString::fromStdString(endpointText(value));
    else
        return QString::fromStdString(std::string(toString(value)));
}

Marked jsonTypeName(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return TR("true or false");
    case QJsonValue::Double:
        return TR("a number");
    case QJsonValue::String:
        return TR("a text");
    case QJsonValue::Array:
        return TR("a list");
    default:
        return TR("an object");
    }
}

} // namespace

SettingKind Setting::kind() const
{
    return std::visit(
        [](auto member) {
            using Value = ValueOf<decltype(member)>;
            constexpr bool optional
                = OptionalTraits<std::remove_cvref_t<decltype(Settings{}.*member)>>::kIsOptional;
            if constexpr (std::is_same_v<Value, bool>)
                return optional ? SettingKind::TriState : SettingKind::Flag;
            else if constexpr (std::is_same_v<Value, double>)
                return SettingKind::Decimal;
            else if constexpr (std::is_integral_v<Value>)
                return SettingKind::Whole;
            else if constexpr (std::is_same_v<Value, std::string>)
                return SettingKind::Text;
            else if constexpr (std::is_same_v<Value, Endpoint>)
                return SettingKind::Endpoint;
            else
                return SettingKind::Choice;
        },
        field);
}

bool Setting::isNumber() const
{
    return kind() == SettingKind::Whole || kind() == SettingKind::Decimal;
}

std::vector<std::string_view> Setting::choices() const
{
    std::vector<std::string_view> words;
    std::visit(
        [this, &words](auto member) {
            using Value = ValueOf<decltype(member)>;
            if constexpr (std::is_enum_v<Value>) {
                if (*unsetWord != '\0')
                    words.emplace_back(unsetWord);
                for (unsigned i = 0; i < kEnumerators<Value>; ++i)
                    words.push_back(toString(static_cast<Value>(i)));
            }
        },
        field);
    return words;
}

std::string settingText(const Setting& setting, const Settings& settings)
{
    return std::visit([&](auto member) { return writeText(setting, settings.*member); }, setting.field);
}

std::optional<SettingIssue> setSettingText(const Setting& setting, std::string_view text, Settings& settings)
{
    return std::visit([&](auto member) { return readText(setting, text, settings.*member); }, setting.field);
}

QJsonValue settingJson(const Setting& setting, const Settings& settings)
{
    return std::visit([&](auto member) { return writeJson(settings.*member); }, setting.field);
}

std::optional<SettingIssue> setSettingJson(
    const Setting& setting, const QJsonValue& value, Settings& settings)
{
    const SettingKind kind = setting.kind();
    const bool switchable = kind == SettingKind::Flag || kind == SettingKind::TriState;
    const bool numeric = setting.isNumber() || kind == SettingKind::Endpoint;
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        resetSetting(setting, settings);
        return std::nullopt;
    case QJsonValue::Bool:
        if (switchable)
            return setSettingText(setting, value.toBool() ? "true" : "false", settings);
        break;
    case QJsonValue::Double:
        if (numeric)
            return setSettingText(setting, numberText(value.toDouble()), settings);
        break;
    case QJsonValue::String:
        if (!switchable)
            return setSettingText(setting, value.toString().toStdString(), settings);
        break;
    default:
        break;
    }
    return issue(setting, TR("cannot be %1"), {jsonTypeName(value)});
}

bool isDefault(const Setting& setting, const Settings& settings)
{
    return std::visit([&](auto member) { return settings.*member == Settings{}.*member; }, setting.field);
}

void resetSetting(const Setting& setting, Settings& settings)
{
    std::visit([&](auto member) { settings.*member = Settings{}.*member; }, setting.field);
}

std::optional<SettingIssue> rangeIssue(const Setting& setting, const Settings& settings)
{
    if (isDefault(setting, settings))
        return std::nullopt;
    Settings scratch;
    return setSettingText(setting, settingText(setting, settings), scratch);
}

} // namespace iotbench
