#include "ui/result/result_page.h"

namespace iotbench::ui {

ResultPage::ResultPage(RunController&, KeptRuns&, QWidget* parent)
    : Page(parent)
{
}

bool ResultPage::openReport(const QString&)
{
    return false;
}

} // namespace iotbench::ui
