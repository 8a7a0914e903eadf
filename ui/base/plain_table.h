// Tables that lie in a panel: no frame, grid or row numbers; Tab goes on to what follows.
#pragma once

#include <QTableView>

namespace iotbench::ui {

void makePlain(QTableView* table);
// The same for lists to choose from: whole rows are chosen, on two grounds in turn.
void makeRows(QTableView* table);

} // namespace iotbench::ui
