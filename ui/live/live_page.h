// The run while it goes on: how fast, how rightly, how long one waits, how far, and whether anything is lost.
#pragma once

#include "ui/page.h"
#include "ui/run_controller.h"

namespace iotbench::ui {

class LivePage : public Page {
    Q_OBJECT
public:
    explicit LivePage(RunController& controller, QWidget* parent = nullptr);
};

} // namespace iotbench::ui
