// A module of another interface version: nothing behind the tag may be touched.
#include "engines/engine.h"

#include <cstdlib>

namespace {

iotbench::engines::Engine* createEngine(iotbench::Message*)
{
    std::abort();
}

constexpr iotbench::engines::ModuleDescription kDescription{"iotbench-engine-0 libc++", createEngine};

} // namespace

IOTBENCH_ENGINE_EXPORT const iotbench::engines::ModuleDescription* iotbench_engine_module()
{
    return &kDescription;
}
