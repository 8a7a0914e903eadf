// What assistive programs call a widget that is drawn by ourselves; without it they call it nothing.
#pragma once

#include <QAccessible>

class QWidget;

namespace iotbench::ui {

// Name and description are told as ever. Of the GUI thread, before the widget is shown.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

} // namespace iotbench::ui
