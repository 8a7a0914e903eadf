// With what and where a run was made, in lines of words.
#pragma once

#include "statistics/run_result.h"

#include <QString>
#include <QStringList>

namespace iotbench::ui {

// Lines such as "Engine opencv 4.6.0 fp32 · batch sizes used 1 (97 %), 2 (3 %) · 2 workers": engine, model,
// stream, cluster, machine and program, as far as there is something to say of them.
QStringList runWords(const RunResult& result);

} // namespace iotbench::ui
