// Plots into files, and their values onto the clipboard.
#pragma once

#include "statistics/interval_rows.h"

#include <QByteArray>
#include <QString>

#include <vector>

class QCustomPlot;

namespace iotbench::ui {

QByteArray pngOf(QCustomPlot& plot); // twice the size on the screen
QByteArray svgOf(QCustomPlot& plot);

// By the suffix of the path: .png, .svg or .pdf. Returns "" or why it could not.
QString savePlot(QCustomPlot& plot, const QString& path);

// The rows as text for a spreadsheet: tabs between, figures as intervals.csv has them.
// `judged`: answers are right or wrong.
QString intervalsAsText(const std::vector<IntervalRow>& rows, bool judged);

} // namespace iotbench::ui
