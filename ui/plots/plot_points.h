// What the plots draw, from the report's own interval rows: plain points, so that picture and file agree.
#pragma once

#include "statistics/interval_rows.h"

#include <QVector>

#include <cstddef>
#include <span>
#include <vector>

namespace iotbench::ui {

// Points of one line; where a value is not known there is no point.
struct Line {
    QVector<double> timeS; // the middle of each row
    QVector<double> value;

    void add(double atS, double y)
    {
        timeS << atS;
        value << y;
    }
    bool operator==(const Line&) const = default;
};

struct PlotPoints {
    static constexpr std::size_t kMostPoints = 600; // of a line, while a run goes on

    Line achieved; // images/s
    Line offered; // images/s
    Line accuracy; // percent, of the last 1,000
    Line low, high; // its 95 % interval, from 100 images on; beside each other
    Line p50; // ms, of the row's own images
    Line p99; // ms, of the last 1,000
    Line maximum; // ms, of the row's own images
    double startS = 0; // of the first row
    double endS = 0; // of the last row
};

// Neighbouring rows joined until there are no more than `most`: counts add up, maxima stay maxima, rolling
// figures are those of the last; the median is that of the row with most images.
std::vector<IntervalRow> thinned(std::span<const IntervalRow> rows, std::size_t most);

// `sent`: what is sent stands for what is classified (role send).
PlotPoints plotPoints(std::span<const IntervalRow> rows, bool sent);

} // namespace iotbench::ui
