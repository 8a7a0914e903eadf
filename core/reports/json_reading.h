// JSON values as C++ values, the other way round to json_values.h: what is not there, or of another type, is
// empty or zero. Used to read reports back.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace iotbench::json {

inline std::string text(const QJsonValue& value)
{
    return value.toString().toStdString();
}
inline std::optional<double> maybeNumber(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}
inline double number(const QJsonValue& value)
{
    return value.toDouble();
}
inline std::optional<std::uint64_t> maybeCount(const QJsonValue& value)
{
    return value.isDouble()
        ? std::optional(static_cast<std::uint64_t>(std::max<qint64>(value.toInteger(), 0)))
        : std::nullopt;
}
inline std::uint64_t count(const QJsonValue& value)
{
    return maybeCount(value).value_or(0);
}
// Percent as a share of 0..1.
inline std::optional<double> maybeShare(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble() / 100) : std::nullopt;
}
// The enumerator whose toString() is the value; enumerators are numbered from 0 without a gap.
template <typename Enum>
Enum valueOf(const QJsonValue& value, Enum otherwise)
{
    const std::string word = text(value);
    for (int i = 0; i < 16; ++i)
        if (!word.empty() && toString(static_cast<Enum>(i)) == word)
            return static_cast<Enum>(i);
    return otherwise;
}

} // namespace iotbench::json
