// Which program this is: version, git revision, how it was built, and the libraries it runs with.
#pragma once

#include "engines/engine_registry.h"
#include "statistics/run_result.h"

#include <string>

namespace iotbench {

// The engines know the versions of the libraries behind them.
BuildFacts buildFacts(const engines::EngineRegistry& engines);

// What --version prints: a few lines, each ended by a newline.
std::string versionText(const BuildFacts& build);

} // namespace iotbench
