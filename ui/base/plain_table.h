// Tables that lie in a panel: no frame, grid or row numbers, whole rows chosen, Tab goes on to what follows.
#pragma once

#include <QTableView>

namespace iotbench::ui {

void makePlain(QTableView* table);

} // namespace iotbench::ui
