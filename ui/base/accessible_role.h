// What assistive programs call a widget that is drawn by ourselves; without it they call it nothing.
#pragma once

#include <QAccessible>

class QWidget;

namespace iotbench::ui {

// Name and description are told as ever. Of the GUI thread, before the widget is shown.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);
// Names it by its news, and tells assistive programs where they are new.
void announce(QWidget* widget, const QString& news);

} // namespace iotbench::ui
