#include "ui/base/figures.h"

#include "statistics/figure_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench::ui {

QString joined(QStringList parts, const QString& between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

QString wholeText(std::uint64_t value)
{
    return QLocale().toString(static_cast<qulonglong>(value));
}

QString decimalText(std::optional<double> value, int decimals)
{
    return value && std::isfinite(*value) ? QLocale().toString(*value, 'f', decimals) : notKnown();
}

QString rateText(std::optional<double> perS)
{
    return decimalText(perS, perS && *perS >= 99.95 ? 0 : 1);
}

QString percentText(std::optional<double> share, int decimals)
{
    return decimalText(share ? std::optional(percentOf(*share)) : std::nullopt, decimals);
}

QString millisecondsText(std::optional<double> ms)
{
    return decimalText(ms, !ms || *ms >= 99.95 ? 0 : *ms >= 9.995 ? 1 : 2);
}

QString rangeText(
    std::optional<double> low, std::optional<double> high, QString (*text)(std::optional<double>))
{
    return low && high ? text(low) + QStringLiteral(" … ") + text(high) : notKnown();
}

QString withUnit(const QString& figure, const char* unit)
{
    return figure == notKnown() ? figure : figure + u' ' + QString::fromUtf8(unit);
}

QString bytesText(double bytes)
{
    static constexpr std::array kUnits{"B", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    while (bytes >= 999.5 && unit + 1 < kUnits.size()) {
        bytes /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || bytes >= 99.95 ? 0 : 1;
    return QLocale().toString(bytes, 'f', decimals) + u' ' + QLatin1String(kUnits[unit]);
}

QString durationText(double seconds)
{
    const auto translated = [](const char* text) { return QCoreApplication::translate("Figures", text); };
    seconds = std::max(0.0, seconds);
    if (seconds < 60)
        return translated(QT_TRANSLATE_NOOP("Figures", "%1 s"))
            .arg(decimalText(seconds, seconds < 9.95 ? 1 : 0));
    const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
    if (whole < 3600)
        return translated(QT_TRANSLATE_NOOP("Figures", "%1 min %2 s")).arg(whole / 60).arg(whole % 60);
    return translated(QT_TRANSLATE_NOOP("Figures", "%1 h %2 min"))
        .arg(wholeText(whole / 3600))
        .arg(whole / 60 % 60);
}

QString clockText(std::int64_t unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs).toString(QStringLiteral("HH:mm:ss"));
}

QString momentText(const QDateTime& moment)
{
    return QLocale().toString(moment.date(), QLocale::ShortFormat) + u' '
        + moment.time().toString(QStringLiteral("HH:mm:ss"));
}

} // namespace iotbench::ui
