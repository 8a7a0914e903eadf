// Each claim of a run judged by its own rules (the table in verdict.h). Of verdict.cpp alone.
#pragma once

#include "statistics/verdict.h"

#include <optional>

namespace iotbench {

ClaimVerdict judgeComplete(const RunResult& result);
ClaimVerdict judgeAccuracy(const RunResult& result);
ClaimVerdict judgeThroughput(const RunResult& result);
ClaimVerdict judgeLatency(const RunResult& result);

// Images/s once a receiver had caught up with what was there before it; empty where it need not have.
std::optional<double> onceCaughtUpPerS(const RunResult& result);

// What kept a receiver from its CPUs, where latency counts from arrival: what comes meanwhile seems to come
// when it is read, and so the latency is longer than it says. Empty where nothing did.
std::optional<Message> mayHaveArrivedUnseen(const RunResult& result);

} // namespace iotbench
