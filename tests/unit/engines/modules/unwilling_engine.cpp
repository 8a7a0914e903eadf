// A module that fits but cannot run on this machine, and says why.
#include "engines/engine.h"

namespace {

iotbench::engines::Engine* createEngine(iotbench::Message* error)
{
    *error = iotbench::verbatim("needs a device that is not here");
    return nullptr;
}

constexpr iotbench::engines::ModuleDescription kDescription{iotbench::engines::kEngineAbiTag, createEngine};

} // namespace

IOTBENCH_ENGINE_EXPORT const iotbench::engines::ModuleDescription* iotbench_engine_module()
{
    return &kDescription;
}
