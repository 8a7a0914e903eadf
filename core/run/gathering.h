// From what the stages of a run know at its end to its result.
#pragma once

#include "run/run_inputs.h"
#include "run/sending_side.h"
#include "run/worker.h"
#include "statistics/run_result.h"
#include "stream/stream_reader.h"

#include <span>
#include <string>

namespace iotbench {

void fillEngine(RunResult& result, const RunInputs& inputs);
void fillModel(RunResult& result, const RunInputs& inputs);

// Bytes and CPU time of the reader.
void fillReading(RunResult& result, const ReadingResult& reading);

// CPU time, batches, and what ran on which kind of core of result.machine. The first error is returned: ""
// where no inference failed.
std::string fillWorkers(RunResult& result, std::span<const WorkerResult> workers, unsigned batchCeiling);

// How many were expected, and which of them are lost, where others send; with end and received filled in. A
// stop loses nothing.
void fillExpected(RunResult& result);

// Counts, lateness and CPU time of what we sent ourselves.
void fillSending(RunResult& result, const SendingSummary& sending);

// Loopback: both ends are ours, so each stream's numbers can be compared; after fillSending(), with the
// sources filled in. streamNames: what the reader calls stream i. lastDoneNs: clock time of the last result,
// 0 without one.
void fillLosses(RunResult& result, const SendingSummary& sending, std::span<const std::string> streamNames,
    std::int64_t lastDoneNs);

} // namespace iotbench
