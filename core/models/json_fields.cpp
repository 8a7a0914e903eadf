#include "models/json_fields.h"

#include <QJsonArray>

#include <cmath>
#include <utility>

namespace iotbench {
namespace {

template <typename Item, typename Convert>
std::vector<Item> readArray(
    const QJsonValue& value, const std::string& path, Marked what, const Convert& convert)
{
    if (!value.isArray()) {
        throw BadField(path, Message(TR("must be a list of %1"), {what}));
    }
    std::vector<Item> items;
    for (const QJsonValue item : value.toArray()) {
        items.push_back(convert(item, path + "[" + std::to_string(items.size()) + "]"));
    }
    return items;
}

std::string toText(const QJsonValue& value, const std::string& path)
{
    if (!value.isString()) {
        throw BadField(path, TR("must be a text"));
    }
    return value.toString().toStdString();
}

double toNumber(const QJsonValue& value, const std::string& path)
{
    if (!value.isDouble()) {
        throw BadField(path, TR("must be a number"));
    }
    return value.toDouble();
}

JsonFields toObject(const QJsonValue& value, const std::string& path)
{
    if (!value.isObject()) {
        throw BadField(path, TR("must be an object"));
    }
    return {value.toObject(), path};
}

} // namespace

JsonFields::JsonFields(QJsonObject object, std::string path)
    : m_object(std::move(object))
    , m_path(std::move(path))
{
}

bool JsonFields::has(const char* name) const
{
    const QJsonValue value = m_object.value(QLatin1String(name));
    return !value.isUndefined() && !value.isNull();
}

std::string JsonFields::path(const std::string& name) const
{
    return m_path.empty() ? name : m_path + "." + name;
}

QJsonValue JsonFields::value(const char* name)
{
    m_asked.insert(name);
    QJsonValue value = m_object.value(QLatin1String(name));
    if (value.isUndefined()) {
        throw BadField(path(name), TR("is missing"));
    }
    return value;
}

std::string JsonFields::text(const char* name)
{
    return toText(value(name), path(name));
}

double JsonFields::number(const char* name)
{
    return toNumber(value(name), path(name));
}

bool JsonFields::boolean(const char* name)
{
    const QJsonValue field = value(name);
    if (!field.isBool()) {
        throw BadField(path(name), TR("must be true or false"));
    }
    return field.toBool();
}

std::uint64_t JsonFields::count(const char* name, std::uint64_t most)
{
    const double number = toNumber(value(name), path(name));
    if (number != std::floor(number) || number < 0 || number > static_cast<double>(most)) {
        throw BadField(path(name), Message(TR("must be a whole number from 0 to %1"), {most}));
    }
    return static_cast<std::uint64_t>(number);
}

JsonFields JsonFields::object(const char* name)
{
    return toObject(value(name), path(name));
}

std::vector<JsonFields> JsonFields::objects(const char* name)
{
    return readArray<JsonFields>(value(name), path(name), TR("objects"), toObject);
}

std::vector<std::string> JsonFields::texts(const char* name)
{
    return readArray<std::string>(value(name), path(name), TR("texts"), toText);
}

std::vector<double> JsonFields::numbers(const char* name)
{
    return readArray<double>(value(name), path(name), TR("numbers"), toNumber);
}

std::vector<std::string> JsonFields::unread() const
{
    std::vector<std::string> names;
    for (auto field = m_object.begin(); field != m_object.end(); ++field) {
        if (!field.value().isNull() && !m_asked.contains(field.key().toStdString())) {
            names.push_back(field.key().toStdString());
        }
    }
    return names;
}

void JsonFields::finish() const
{
    for (const QString& name : m_object.keys()) {
        if (!m_asked.contains(name.toStdString())) {
            throw BadField(path(name.toStdString()), TR("is not a field known here"));
        }
    }
}

} // namespace iotbench
