#include "ui/live/live_page.h"

namespace iotbench::ui {

LivePage::LivePage(RunController&, QWidget* parent)
    : Page(parent)
{
}

} // namespace iotbench::ui
