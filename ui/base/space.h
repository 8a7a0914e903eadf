// The one unit of space: 0.6 of the font's height, between panels and within. All sizes are made from it or
// from font metrics, so that scaled screens and larger fonts fit.
#pragma once

#include <QWidget>

namespace iotbench::ui {

int spaceUnit(const QWidget* widget); // logical pixels
int characters(const QWidget* widget, int count); // width of so many average characters
int thinLine(const QWidget* widget); // of a border: one logical pixel at usual sizes, more with large fonts

} // namespace iotbench::ui
