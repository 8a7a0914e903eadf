// From what the stages of a run know at its end to its result.
#pragma once

#include "run/process_watch.h"
#include "run/run_facts.h"
#include "run/run_stages.h"
#include "statistics/run_result.h"

#include <string>
#include <vector>

namespace iotbench {

// Why a run has failed: the first is its outcome, the others are warnings; none where it has not.
std::vector<Message> faultsOf(const RunStages& stages);

// Pure. Sources of the counted images are joined with the streams sent by their ids: in loopback source i
// brings what stream i sends. Warnings are not the stages' to know.
RunResult assembleResult(const RunFacts& facts, const RunStages& stages, const ProcessFacts& process);

} // namespace iotbench
