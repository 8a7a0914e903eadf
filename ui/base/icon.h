// The program's own icon.
#pragma once

#include <QIcon>

namespace iotbench::ui {

// Drawn from the SVG at the sizes that windows and tasks are shown with, so that no icon plugin is needed.
QIcon programIcon();

} // namespace iotbench::ui
