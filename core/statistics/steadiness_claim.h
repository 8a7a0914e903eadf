// The parts of the claims that ask whether the run was steady. Used by claims.cpp alone.
#pragma once

#include "statistics/judging.h"

namespace iotbench {

void judgeSteadyRate(const RunResult& result, Judging& judging); // throughput
void judgeSteadyLatency(const RunResult& result, Judging& judging); // service time, and the backlog

} // namespace iotbench
