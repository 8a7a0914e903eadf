// All that report.json has, as tables: so that no figure is in the file for programs alone.
#pragma once

#include "data_sheet/html_writer.h"

#include <QJsonObject>

namespace iotbench {

// What has one value, by its path ("latency.p99_ms"), in one table; then a table for each list, a row for
// each of its items. What is null or an empty list is left out. `heading`: element of the titles, "h3".
void writeEveryFigure(HtmlWriter& html, const QJsonObject& report, const char* heading);

// As report.json has it: a number with six places at most, "true", or a text.
std::string jsonFigureText(const QJsonValue& value);

} // namespace iotbench
