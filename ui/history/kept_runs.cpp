#include "ui/history/kept_runs.h"

namespace iotbench::ui {

KeptRuns::KeptRuns(QObject* parent)
    : QObject(parent)
{
}

} // namespace iotbench::ui
