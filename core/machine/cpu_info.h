// The text of /proc/cpuinfo, which says different things on different architectures.
#pragma once

#include "machine/arm_cores.h"

#include <map>
#include <string>
#include <string_view>

namespace iotbench {

// x86: "model name". arm64, which has none: implementer and part ("ARM Cortex-A72"), of every core type of
// a machine that has several ("ARM Cortex-A55 + ARM Cortex-A76"). "" where nothing is told.
std::string cpuModelFrom(std::string_view cpuinfo);

// arm64: the core of each CPU, by its number. Empty elsewhere.
std::map<unsigned, ArmCore> armCoresFrom(std::string_view cpuinfo);

// Those of the first CPU's flags (x86) or features (arm64) that matter to inference, in one fixed order:
// "sse4_2 avx2 fma avx512f".
std::string instructionSetsFrom(std::string_view cpuinfo);

// The value of the first "key : value" line; "" where there is none.
std::string_view cpuInfoValue(std::string_view cpuinfo, std::string_view key);

// Whether `word` is one of the words of a list with single spaces.
bool hasWord(std::string_view words, std::string_view word);

} // namespace iotbench
