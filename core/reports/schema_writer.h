// Makes a JSON Schema (draft 2020-12) of what report_fields.h describes.
#pragma once

#include "base/message.h"
#include "reports/field_limits.h"
#include "reports/field_words.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace iotbench::fields {

class SchemaWriter {
public:
    static constexpr bool kReads = false;

    template <typename T>
    void operator()(const char* name, const T&, const Limits& limits = {})
    {
        insert(name, of<T>(limits));
    }
    template <typename T>
    void where(bool, const char* name, const T&, const Limits& limits = {})
    {
        insert(name, orNull(of<T>(limits)));
    }
    void percent(const char* name, std::optional<double>)
    {
        insert(name, of<std::optional<double>>(kPercent));
    }
    void time(const char* name, std::int64_t) { insert(name, {{"type", "string"}, {"format", "date-time"}}); }
    template <typename T>
    void derived(const char* name, const T&, const Limits& limits = {})
    {
        insert(name, of<T>(limits));
    }
    void settings(const char* name, const Settings&);
    void texts(const char* name, const std::vector<std::pair<std::string, std::string>>&)
    {
        insert(name, {{"type", "object"}, {"additionalProperties", of<std::string>({})}});
    }
    template <typename T>
    void constant(const char* name, T value)
    {
        insert(name, {{"const", value}});
    }
    template <typename Fields>
    void object(const char* name, const Fields& fields)
    {
        SchemaWriter inner;
        fields(inner);
        insert(name, inner.schema());
    }
    void check(bool, Marked) { }

    template <typename T>
    static QJsonObject of(const Limits& limits);
    QJsonObject schema() const
    {
        return {{"type", "object"}, {"properties", m_properties}, {"required", m_required},
            {"additionalProperties", false}};
    }

private:
    static QJsonObject orNull(const QJsonObject& schema)
    {
        return {{"anyOf", QJsonArray{schema, QJsonObject{{"type", "null"}}}}};
    }
    void insert(const char* name, const QJsonObject& schema)
    {
        m_properties.insert(QLatin1String(name), schema);
        m_required.append(QLatin1String(name));
    }

    QJsonObject m_properties;
    QJsonArray m_required;
};

template <typename T>
QJsonObject SchemaWriter::of(const Limits& limits)
{
    if constexpr (kIsOptional<T>)
        return orNull(of<typename T::value_type>(limits));
    else if constexpr (kIsList<T>) {
        QJsonObject list{{"type", "array"}, {"items", of<typename T::value_type>(limits)}};
        if constexpr (kFixedSize < T >> 0)
            list.insert("minItems", static_cast<qint64>(kFixedSize<T>));
        list.insert("maxItems", static_cast<qint64>(kFixedSize<T> > 0 ? kFixedSize<T> : limits.mostItems));
        return list;
    } else if constexpr (std::is_same_v<T, bool>)
        return {{"type", "boolean"}};
    else if constexpr (std::is_enum_v<T>) {
        QJsonArray words;
        for (unsigned i = 0; i < kEnumerators<T>; ++i)
            words.append(QString::fromStdString(wordOf(static_cast<T>(i))));
        return {{"enum", words}};
    } else if constexpr (std::is_arithmetic_v<T>)
        return {{"type", std::is_integral_v<T> ? "integer" : "number"}, {"minimum", limits.least},
            {"maximum", limits.most}};
    else if constexpr (std::is_same_v<T, Message> || std::is_convertible_v<T, std::string_view>)
        return {{"type", "string"}, {"maxLength", static_cast<qint64>(kLongestText)}};
    else {
        SchemaWriter writer;
        T value{};
        describe(writer, value);
        return writer.schema();
    }
}

} // namespace iotbench::fields
