// What --list-models and --list-engines print.
#pragma once

#include "engines/engine_registry.h"
#include "models/model_catalogue.h"

#include <span>
#include <string>

namespace iotbench {

std::string modelListing(std::span<const CatalogueEntry> models);
std::string engineListing(std::span<const engines::EngineEntry> engines);

} // namespace iotbench
