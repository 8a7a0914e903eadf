// The look that the axes of every plot share: thin lines and small figures, from the palette.
#pragma once

#include <qcustomplot.h>

namespace iotbench::ui {

enum class AxisLines {
    Grid, // across alone, zero too
    GridAndBase, // and the axes themselves
};

// Again after every change of palette or font. Lines along the horizontal axis alone.
void setAxisLook(QCPAxisRect* rect, AxisLines lines);

} // namespace iotbench::ui
