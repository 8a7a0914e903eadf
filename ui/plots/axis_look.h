// The look that the axes of every plot share: thin lines and small figures, from the palette.
#pragma once

#include <qcustomplot.h>

#include <span>

namespace iotbench::ui {

class PlotTitle;

enum class AxisLines {
    Grid, // across alone, zero too
    GridAndBase, // and the axes themselves
};

// Again after every change of palette or font. Lines along the horizontal axis alone.
void setAxisLook(QCPAxisRect* rect, AxisLines lines);

// Makes the parts of a plot under each other, a title above each, with one left margin for all.
void stackParts(QCustomPlot* plot, std::span<PlotTitle*> titles, std::span<QCPAxisRect*> rects);
// The look of such a plot, each part so many lines high at least.
void setPartsLook(QCustomPlot* plot, std::span<QCPAxisRect* const> rects, int lines);

} // namespace iotbench::ui
