// The engine in a loop beside nothing else, by the names of engine and model.
#pragma once

#include "run/bare_engine.h"

#include <string>

namespace iotbench::bench {

// After five inferences of warm-up.
Result<BareFigure> runBareEngine(const std::string& engine, const std::string& model,
    engines::Precision precision, const BareLoop& loop);

} // namespace iotbench::bench
