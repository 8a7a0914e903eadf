// Numbers as they are typed and shown in a field, in the language's own spelling, and as settings take them:
// digits with a dot. Strict, where QLocale::toDouble() is not: "1.5" is no fifteen in German, "1,5" no
// fifteen in English.
#pragma once

#include <QString>

#include <optional>
#include <string>

namespace iotbench::ui {

// Digits with or without separators of thousands (each at its place), and a decimal sign: "1,000.5" ->
// "1000.5". Empty: it is no such number.
std::optional<std::string> canonicalNumber(const QString& typed);
// The other way: "1000.5" -> "1,000.5"; any other text comes back as it is.
QString shownNumber(const std::string& canonical);

} // namespace iotbench::ui
