// The closing block of a run for a terminal: outcome, each claim with its figure, reasons and advice, pass
// criteria.
#pragma once

#include "settings/settings_validation.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

// What the last line begins with.
inline constexpr std::string_view kVerdictLine = "verdict: ";

// One string a line, no newlines, no colours. For standard error, after the original's summary line.
// Of role worker, one of hundreds in a cluster, all that only where it failed or is INVALID (--strict: or
// WEAK); otherwise that it was stopped, what it refused, and the pass criteria, and so mostly no line at all.
std::vector<std::string> summaryText(const RunResult& result, const Verdict& verdict);

// After a loopback run that was saturated: what the machine holds, and the command of a run at four fifths of
// it, whose latency does not grow with the length of the run. Otherwise empty. `asked`: what this run was
// asked for; `program`: how the user called it. The command leaves no report, as the folder of this run's has
// one now.
std::vector<std::string> rateToJudgeText(
    const RunResult& result, const AskedSettings& asked, std::string_view program);

// The figure that stands for a claim: "91.5 % (95 %: 90.9 to 92.0 %) of 10000 images", "1000.0 images/s over
// 10.0 s", …; "" where the run has none.
std::string claimFigure(const RunResult& result, Claim claim);

// Of a long run: "990 images/s in the last third, 1000 in the first: -1.0 % (95 % interval …)"; "" of others.
std::string sustainedText(const RunResult& result);

} // namespace iotbench
