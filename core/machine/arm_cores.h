// Names of ARM processor cores, which tell of themselves in numbers alone.
#pragma once

#include <cstdint>
#include <string>

namespace iotbench {

// Who made a core and which one it is: two fields of its main identification register, MIDR_EL1 (Arm
// Architecture Reference Manual). /proc/cpuinfo calls them "CPU implementer" and "CPU part".
struct ArmCore {
    unsigned implementer = 0; // 8 bits
    unsigned part = 0; // 12 bits

    bool operator==(const ArmCore&) const = default;
};

ArmCore armCoreFrom(std::uint64_t midr);

// "ARM Cortex-A72"; of an unknown part "ARM part 0xfff", of an unknown maker "implementer 0x99 part 0x001".
// The numbers are those of Arm's technical reference manuals and, for other makers' cores, of Linux'
// arch/arm64/include/asm/cputype.h and util-linux' lscpu.
std::string nameOf(const ArmCore& core);

} // namespace iotbench
