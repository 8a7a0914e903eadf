// Fills what report_fields.h describes from JSON that anybody may have edited: every type, number, word and
// length is checked, and the first fault is named with its place.
#pragma once

#include "base/message.h"
#include "reports/field_limits.h"
#include "reports/field_words.h"
#include "settings/settings_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace iotbench::fields {

class JsonReader {
public:
    static constexpr bool kReads = true;

    // `complete`: a field that is not there is a fault; otherwise it, or one that is null, keeps its default.
    JsonReader(QJsonObject object, bool complete)
        : m_object(std::move(object))
        , m_complete(complete)
    {
    }

    template <typename T>
    void operator()(const char* name, T& field, const Limits& limits = {})
    {
        if (const auto value = find(name))
            inside(name, [&] { read(*value, field, limits); });
    }
    template <typename T>
    void where(bool, const char* name, T& field, const Limits& limits = {})
    {
        if (const auto value = find(name); value && !value->isNull())
            inside(name, [&] { read(*value, field, limits); });
    }
    void percent(const char* name, std::optional<double>& share)
    {
        std::optional<double> percent;
        (*this)(name, percent, kPercent);
        share = percent ? std::optional(*percent / 100) : std::nullopt;
    }
    void time(const char* name, std::int64_t& unixMs);
    template <typename T>
    void derived(const char* name, const T&, const Limits& limits = {})
    {
        std::remove_cvref_t<T> ignored{};
        (*this)(name, ignored, limits);
    }
    void settings(const char* name, Settings& settings);
    void texts(const char* name, std::vector<std::pair<std::string, std::string>>& byName);
    void constant(const char*, int) { } // the version, which decided how the rest is read
    template <typename Fields>
    void object(const char* name, const Fields& fields)
    {
        if (const auto value = find(name))
            inside(name, [&] { readObject(*value, fields); });
    }
    void check(bool holds, Marked otherwise)
    {
        if (!holds)
            fail(otherwise);
    }

    // "intervals[3].start_s is not a number"
    const std::optional<Message>& fault() const { return m_fault; }

private:
    std::optional<QJsonValue> find(const char* name);
    void fail(Message what);
    std::optional<double> number(const QJsonValue& value, const Limits& limits);
    std::optional<std::int64_t> wholeNumber(const QJsonValue& value, const Limits& limits);
    std::string text(const QJsonValue& value);

    template <typename Work>
    void inside(const std::string& name, const Work& work)
    {
        const std::size_t length = m_place.size();
        m_place += (m_place.empty() || name.front() == '[' ? "" : ".") + name;
        work();
        m_place.resize(length);
    }
    template <typename T>
    void read(const QJsonValue& value, T& field, const Limits& limits);
    template <typename Fields>
    void readObject(const QJsonValue& value, const Fields& fields)
    {
        if (!value.isObject())
            return fail(TR("is not an object"));
        QJsonObject outer = std::exchange(m_object, value.toObject());
        fields(*this);
        m_object = std::move(outer);
    }

    QJsonObject m_object; // that is being read; objects within it take turns
    bool m_complete;
    std::string m_place;
    std::optional<Message> m_fault;
};

template <typename T>
void JsonReader::read(const QJsonValue& value, T& field, const Limits& limits)
{
    if constexpr (kIsOptional<T>) {
        if (value.isNull())
            field.reset();
        else
            read(value, field.emplace(), limits);
    } else if constexpr (kIsList<T>) {
        const QJsonArray array = value.toArray();
        const auto size = static_cast<std::size_t>(array.size());
        if (!value.isArray())
            return fail(TR("is not a list"));
        if (kFixedSize<T> ? size != kFixedSize<T> : size > limits.mostItems)
            return fail({TR("has %1 items"), {size}});
        if constexpr (!kFixedSize<T>)
            field.resize(size);
        for (std::size_t i = 0; i < size && !m_fault; ++i)
            inside('[' + std::to_string(i) + ']',
                [&] { read(array.at(static_cast<qsizetype>(i)), field[i], limits); });
    } else if constexpr (std::is_same_v<T, bool>) {
        if (!value.isBool())
            return fail(TR("is not true or false"));
        field = value.toBool();
    } else if constexpr (std::is_enum_v<T>) {
        const std::string word = text(value);
        if (const auto enumerator = enumeratorOf<T>(word))
            field = *enumerator;
        else
            fail({TR("is \"%1\", which is no word for it"), {word}});
    } else if constexpr (std::is_integral_v<T>) {
        const std::optional<std::int64_t> whole = wholeNumber(value, limits);
        if (whole && !std::in_range<T>(*whole))
            fail(TR("is out of its range"));
        else if (whole)
            field = static_cast<T>(*whole);
    } else if constexpr (std::is_floating_point_v<T>) {
        if (const auto read = number(value, limits))
            field = *read;
    } else if constexpr (std::is_same_v<T, Message>)
        field = verbatim(text(value));
    else if constexpr (std::is_same_v<T, std::string>)
        field = text(value);
    else
        readObject(value, [&field](JsonReader& reader) { describe(reader, field); });
}

} // namespace iotbench::fields
