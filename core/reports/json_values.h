// C++ values as JSON values: what is empty or not a finite number becomes null. Used by report_json alone.
#pragma once

#include <QJsonArray>
#include <QJsonValue>
#include <QString>

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace iotbench::json {

inline QJsonValue value(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline QJsonValue value(double number)
{
    return std::isfinite(number) ? QJsonValue(number) : QJsonValue(QJsonValue::Null);
}
inline QJsonValue value(std::uint64_t number)
{
    return QJsonValue(static_cast<qint64>(number));
}
inline QJsonValue value(unsigned number)
{
    return QJsonValue(static_cast<qint64>(number));
}
template <typename T>
QJsonValue value(const std::optional<T>& maybe)
{
    return maybe ? value(*maybe) : QJsonValue(QJsonValue::Null);
}
// A share of 0..1 as percent, without the noise of the multiplication: 0.921 is 92.1, not 92.10000000000001.
inline QJsonValue percent(std::optional<double> share)
{
    return share ? value(std::round(*share * 1e11) / 1e9) : QJsonValue(QJsonValue::Null);
}
inline QJsonValue points(std::optional<double> percent) // what is in percent already
{
    return percent ? value(std::round(*percent * 1e9) / 1e9) : QJsonValue(QJsonValue::Null);
}
template <typename Range>
QJsonArray array(const Range& range)
{
    QJsonArray result;
    for (const auto& element : range)
        result.append(value(element));
    return result;
}

} // namespace iotbench::json
