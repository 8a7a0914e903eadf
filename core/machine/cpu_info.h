// The text of /proc/cpuinfo, which says different things on different architectures.
#pragma once

#include <string>
#include <string_view>

namespace iotbench {

// x86: "model name". arm64: implementer and part number, named after Linux' arch/arm64/include/asm/cputype.h
// ("ARM Cortex-A72"; every kind of core of a machine that has several), and the board where it is told. ""
// where nothing is.
std::string cpuModelFrom(std::string_view cpuinfo);

// Those of the first CPU's flags (x86) or features (arm64) that matter to inference, in one fixed order:
// "sse4_2 avx2 fma avx512f".
std::string instructionSetsFrom(std::string_view cpuinfo);

// The value of the first "key : value" line; "" where there is none.
std::string_view cpuInfoValue(std::string_view cpuinfo, std::string_view key);

// Whether `word` is one of the words of a list with single spaces.
bool hasWord(std::string_view words, std::string_view word);

} // namespace iotbench
