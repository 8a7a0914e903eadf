// The engine in a loop beside nothing else, by the names of engine and model.
#pragma once

#include "run/bare_engine.h"

#include <string>

namespace iotbench::bench {

// At fp32, after five inferences of warm-up.
Result<BareFigure> runBareEngine(const std::string& engine, const std::string& model, const BareLoop& loop);

} // namespace iotbench::bench
