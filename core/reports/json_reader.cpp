#include "reports/json_reader.h"

#include <QDateTime>

namespace iotbench::fields {

std::optional<QJsonValue> JsonReader::find(const char* name)
{
    if (m_fault)
        return std::nullopt;
    const auto found = m_object.constFind(QLatin1String(name));
    if (found != m_object.constEnd())
        return found->isNull() && !m_complete ? std::nullopt : std::optional<QJsonValue>(*found);
    if (m_complete)
        inside(name, [this] { fail(TR("is missing")); });
    return std::nullopt;
}

void JsonReader::fail(Message what)
{
    if (m_fault)
        return;
    m_fault = m_place.empty() ? std::move(what) : Message{TR("%1 %2"), {m_place, std::move(what)}};
}

std::optional<double> JsonReader::number(const QJsonValue& value, const Limits& limits)
{
    if (!value.isDouble()) {
        fail(TR("is not a number"));
        return std::nullopt;
    }
    const double read = value.toDouble();
    if (!(read >= limits.least && read <= limits.most)) {
        fail(TR("is out of its range"));
        return std::nullopt;
    }
    return read;
}

std::optional<std::int64_t> JsonReader::wholeNumber(const QJsonValue& value, const Limits& limits)
{
    const auto read = number(value, limits);
    if (!read)
        return std::nullopt;
    const qint64 whole = value.toInteger(-1); // also where a double would not hold it
    if (whole == -1 && *read != -1) {
        fail(TR("is not a whole number"));
        return std::nullopt;
    }
    return whole;
}

std::string JsonReader::text(const QJsonValue& value)
{
    if (!value.isString())
        fail(TR("is not a text"));
    std::string read = value.toString().toStdString();
    if (read.size() > kLongestText) {
        fail({TR("is longer than %1 characters"), {kLongestText}});
        read.clear();
    }
    return read;
}

void JsonReader::time(const char* name, std::int64_t& unixMs)
{
    std::string written;
    (*this)(name, written);
    const QDateTime read = QDateTime::fromString(QString::fromStdString(written), Qt::ISODateWithMs);
    const std::int64_t readMs = read.isValid() ? read.toMSecsSinceEpoch() : -1;
    constexpr std::int64_t kYear10000Ms = 253'402'300'800'000; // whose years have five digits
    if (readMs >= 0 && readMs < kYear10000Ms)
        unixMs = readMs;
    else if (!written.empty())
        inside(name, [this] { fail(TR("is not a time, as 2026-01-31T02:44:45.123Z")); });
}

void JsonReader::settings(const char* name, Settings& settings)
{
    const auto value = find(name);
    if (!value)
        return;
    AskedSettings read;
    if (const auto error = readSettings(value->toObject(), std::string(name), read))
        m_fault = error->message;
    settings = std::move(read.values);
}

void JsonReader::texts(const char* name, std::vector<std::pair<std::string, std::string>>& byName)
{
    const auto value = find(name);
    if (!value)
        return;
    inside(name, [&] {
        if (!value->isObject())
            return fail(TR("is not an object"));
        const QJsonObject object = value->toObject();
        for (auto entry = object.begin(); entry != object.end() && byName.size() < Limits().mostItems;
             ++entry)
            inside(entry.key().toStdString(),
                [&] { byName.emplace_back(entry.key().toStdString(), text(entry.value())); });
    });
}

} // namespace iotbench::fields
