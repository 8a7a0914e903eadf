// Makes JSON of what report_fields.h describes. Numbers are rounded to six decimals: a microsecond of a
// second, a nanosecond of a millisecond. What is not known is null.
#pragma once

#include "base/message.h"
#include "reports/field_limits.h"
#include "reports/field_words.h"
#include "reports/original_lines.h"
#include "settings/settings_json.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace iotbench::fields {

class JsonWriter {
public:
    static constexpr bool kReads = false;

    template <typename T>
    void operator()(const char* name, const T& field, const Limits& = {})
    {
        insert(name, of(field));
    }
    // Null where it means nothing to this run.
    template <typename T>
    void where(bool known, const char* name, const T& field, const Limits& = {})
    {
        insert(name, known ? of(field) : QJsonValue(QJsonValue::Null));
    }
    void percent(const char* name, std::optional<double> share)
    {
        insert(name, share ? of(100 * *share) : QJsonValue(QJsonValue::Null));
    }
    void time(const char* name, std::int64_t unixMs) { insert(name, of(isoTimeMs(unixMs))); }
    // Follows from other fields.
    template <typename T>
    void derived(const char* name, const T& value, const Limits& = {})
    {
        insert(name, of(value));
    }
    void settings(const char* name, const Settings& settings) { insert(name, settingsToJson(settings)); }
    void texts(const char* name, const std::vector<std::pair<std::string, std::string>>& byName)
    {
        QJsonObject object;
        for (const auto& [key, text] : byName)
            object.insert(QString::fromStdString(key), of(text));
        insert(name, object);
    }
    template <typename T>
    void constant(const char* name, T value)
    {
        insert(name, value);
    }
    template <typename Fields> // called with a visitor for the object's fields
    void object(const char* name, const Fields& fields)
    {
        JsonWriter inner;
        fields(inner);
        insert(name, inner.m_object);
    }
    void check(bool, Marked) { }

    template <typename T>
    static QJsonValue of(const T& value);

    const QJsonObject& object() const { return m_object; }
    const std::vector<std::string>& names() const { return m_names; } // in the order of the description

private:
    void insert(const char* name, const QJsonValue& value)
    {
        m_names.emplace_back(name);
        m_object.insert(QLatin1String(name), value);
    }

    QJsonObject m_object;
    std::vector<std::string> m_names;
};

template <typename T>
JsonWriter written(const T& value)
{
    JsonWriter writer;
    describe(writer, const_cast<T&>(value)); // a writer changes nothing: kReads is false
    return writer;
}

template <typename T>
QJsonValue JsonWriter::of(const T& value)
{
    if constexpr (kIsOptional<T>)
        return value ? of(*value) : QJsonValue(QJsonValue::Null);
    else if constexpr (kIsList<T>) {
        QJsonArray array;
        for (const auto& item : value)
            array.append(of(item));
        return array;
    } else if constexpr (std::is_same_v<T, bool>)
        return value;
    else if constexpr (std::is_enum_v<T>)
        return QString::fromStdString(wordOf(value));
    else if constexpr (std::is_integral_v<T>)
        return static_cast<qint64>(value);
    else if constexpr (std::is_floating_point_v<T>) {
        const double rounded = std::round(value * 1e6) / 1e6;
        return std::isfinite(rounded) ? QJsonValue(rounded) : QJsonValue(QJsonValue::Null);
    } else if constexpr (std::is_same_v<T, Message>)
        return QString::fromStdString(value.english());
    else if constexpr (std::is_convertible_v<T, std::string_view>) {
        const std::string_view text = value;
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    } else
        return written(value).object();
}

} // namespace iotbench::fields
