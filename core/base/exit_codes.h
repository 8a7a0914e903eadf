// The exit codes of the program.
#pragma once

namespace iotbench {

inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitInvalid = 3; // with --strict a weak verdict gives it too
inline constexpr int kExitCriterionMissed = 4;
inline constexpr int kExitInterrupted = 130;

} // namespace iotbench
