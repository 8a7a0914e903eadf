// Figures as the chosen language writes them (QLocale's default), for the screen only: CSV, JSON and commands
// have figures of their own (run/figure_text.h). What is not known is kUnknown, never "nan".
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace iotbench::ui {

inline constexpr char16_t kUnknown = u'\u2013'; // –
inline QString notKnown()
{
    return QChar(kUnknown);
}

// Those that have something to say, in one line or however they lie.
QString joined(QStringList parts, const QString& between = QStringLiteral(" · "));

QString wholeText(std::uint64_t value); // "10,000"
QString decimalText(std::optional<double> value, int decimals); // "4.10", kUnknown where empty
QString rateText(
    std::optional<double> perS); // images/s: whole from 100 on, else one decimal; without the unit
QString percentText(std::optional<double> share, int decimals = 1); // of 0..1: "91.5"; without the sign
QString millisecondsText(std::optional<double> ms); // three significant digits: "4.13", "41.3", "413"
// "1.2 … 1.4", each as `text` writes it; kUnknown where one of them is.
QString rangeText(
    std::optional<double> low, std::optional<double> high, QString (*text)(std::optional<double>));
QString withUnit(const QString& figure, const char* unit); // "41.3 ms"; what is not known has none
QString bytesText(double bytes); // "27.6 MB", decimal units
QString durationText(double seconds); // "3.6 s", "2 min 5 s", "1 h 3 min"
QString clockText(std::int64_t unixMs); // local time of day, "17:28:17"
QString momentText(const QDateTime& moment); // its day, and the time with seconds

} // namespace iotbench::ui
