// Brings an engine in from a shared library: iotbench_engine_<name>.so.
#pragma once

#include "base/result.h"
#include "engines/engine.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace iotbench::engines {

// Files in `folder` that are named like modules, by name; none where there is no such folder.
std::vector<std::filesystem::path> moduleFiles(const std::filesystem::path& folder);

// The <name> in iotbench_engine_<name>.so; "" where the file is not named so.
std::string moduleName(const std::filesystem::path& file);

// Loads the module, for good, and asks it for its engine. Nothing of it but the ABI tag is looked at before
// the tag is known to be ours. The error says what is missing or does not fit.
Result<std::unique_ptr<Engine>> loadEngineModule(const std::filesystem::path& file);

} // namespace iotbench::engines
