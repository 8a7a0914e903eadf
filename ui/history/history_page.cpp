#include "ui/history/history_page.h"

namespace iotbench::ui {

HistoryPage::HistoryPage(KeptRuns&, QWidget* parent)
    : Page(parent)
{
}

} // namespace iotbench::ui
