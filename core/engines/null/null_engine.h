// The engine that does everything but the inference, so that what the program itself costs is known.
#pragma once

#include "engines/engine.h"

namespace iotbench::engines {

// Its scores are all alike (1/n with n classes): an outcome that nobody can take for a classification.
std::unique_ptr<Engine> createNullEngine();

} // namespace iotbench::engines
