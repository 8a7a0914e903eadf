// Help and About: plain windows that do not hold up the one behind them.
#pragma once

#include "statistics/run_result.h"

#include <QDialog>

namespace iotbench::ui {

// Both delete themselves when closed. Help lists the actions of the window that have keys.
QDialog* makeHelp(QWidget* window);
QDialog* makeAbout(const BuildFacts& build, QWidget* parent);

} // namespace iotbench::ui
