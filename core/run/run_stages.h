// What each stage of a run knows at its end: plain values, of which the result is made.
#pragma once

#include "run/delivery_check.h"
#include "statistics/run_batches.h"
#include "statistics/run_result.h"
#include "stream/stream_reader.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// What all streams together have done, once they are over.
struct SendingSummary {
    std::uint64_t offered = 0;
    std::uint64_t sent = 0;
    std::uint64_t bytes = 0;
    std::int64_t firstSentNs = 0; // 0: none was sent
    std::int64_t lastSentNs = 0;
    std::int64_t endedNs = 0; // where images were held up: until when; 0: none were
    std::int64_t lastIntendedNs = 0; // clock time the last image sent was due at; 0 without intended times
    std::int64_t cpuNs = 0;
    std::int64_t encodeCpuNs = 0; // of cpuNs
    std::optional<SendDelay> sendDelay = {}; // where there are intended times
    std::optional<Backlog> backlog = {}; // the same; lastResultS is the last send
    Receipts receipts = {}; // role send: of streams that came to their end
    Message failure = {}; // the first stream that failed, or whose receiver went: why
    Message error = {}; // a thread could not go on: why
    std::vector<std::uint64_t> sentByStream = {};
};

// What a worker inferred on one CPU.
struct CpuUse {
    std::uint64_t images = 0;
    std::int64_t inferNs = 0;
};

struct WorkerResult {
    Message error; // inference failed: why; the worker then only hands records on, unclassified
    std::int64_t cpuNs = 0; // of the thread, warm-up apart
    std::int64_t inferCpuNs = 0;
    std::int64_t decodeCpuNs = 0;
    std::int64_t normaliseCpuNs = 0;
    std::vector<std::uint64_t> batches; // beside batchSizes(): inferences of each size
    std::vector<unsigned> cpusAtStart, cpusAtEnd; // that the thread might use, as it began and ended its work
    std::vector<CpuUse> cpus; // by CPU number; an inference counts for the CPU on which it ended
};

// All workers together.
struct ClassifyingSummary {
    std::string description = {}; // what really ran, in the engine's words
    std::vector<std::string> workerCpus = {}; // see EngineFacts
    WarmUp warmUp = {};
    std::vector<std::size_t> batchSizes = {}; // beside WorkerResult::batches
    std::vector<WorkerResult> workers = {};
};

// What was counted, once the run is over.
struct Collected {
    CountedImages images = {};
    RunSeries series = {};
    std::vector<Delivery> deliveries = {}; // loopback: of stream i
    std::int64_t lastDoneNs = 0; // clock time of the last result; 0: none
    std::uint64_t waited = 0; // classified images that had waited for the receiver alone
    std::int64_t cpuNs = 0; // of the thread
    Message error = {}; // it could not go on: why; what came after that is not counted
};

// A stage that did not come about is empty.
struct RunStages {
    bool stopped = false; // by the user
    bool timeIsUp = false; // of -d, before the reading came to its end
    Message failure; // the run could not begin, or could not go on: why
    std::optional<TransportFacts> transport;
    std::optional<SendingSummary> sending;
    std::optional<ReadingResult> reading;
    std::optional<ClassifyingSummary> classifying;
    std::optional<Collected> counted;
    Message outputError; // role worker: nobody takes the results
};

} // namespace iotbench
