// Tables that lie in a panel: no frame, grid or row numbers; Tab goes on to what follows.
#pragma once

#include <QTableView>

namespace iotbench::ui {

void makePlain(QTableView* table);
// The same for lists to choose a row from, whole and on two grounds in turn; columns are as wide as they
// need.
void makeRows(QTableView* table);

} // namespace iotbench::ui
