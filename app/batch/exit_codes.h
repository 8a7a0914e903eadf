// The exit codes that are not a verdict's (statistics/verdict.h).
#pragma once

namespace iotbench {

inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitInterrupted = 130;

} // namespace iotbench
