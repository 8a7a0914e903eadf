// Each claim of a run judged by its own rules (the table in verdict.h). Used by judge() alone.
#pragma once

#include "statistics/verdict.h"

namespace iotbench {

ClaimVerdict judgeComplete(const RunResult& result);
ClaimVerdict judgeAccuracy(const RunResult& result);
ClaimVerdict judgeThroughput(const RunResult& result);
ClaimVerdict judgeLatency(const RunResult& result);

} // namespace iotbench
