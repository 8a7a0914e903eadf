// The rounded frame around panels, bars and buttons: one shape for all of them.
#pragma once

#include <QBrush>
#include <QPainter>
#include <QPen>

namespace iotbench::ui {

// Just within the widget, whatever the pen's width. Leaves the painter smoothing.
void paintFrame(QPainter& painter, const QWidget* widget, const QPen& border, const QBrush& ground);
// The same with the thin line and the ground of text, from the widget's palette.
void paintPlainFrame(QWidget* widget);
// Dotted, where the widget has the focus; over what has been painted.
void paintFocus(QWidget* widget);

} // namespace iotbench::ui
