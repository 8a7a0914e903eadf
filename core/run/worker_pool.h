// The workers of a run: made and warmed up side by side, then set to work on the queue.
#pragma once

#include "engines/engine.h"
#include "run/worker.h"
#include "statistics/run_result.h"

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace iotbench {

class WorkerPool {
public:
    // `model` outlives the pool. batchCeiling, workers: at least 1.
    // `places`: CPUs for each worker (see machine/placement.h), or empty.
    WorkerPool(WorkerShared& shared, engines::CompiledModel& model, unsigned workers, unsigned batchCeiling,
        std::vector<std::vector<unsigned>> places);
    ~WorkerPool(); // join() must have been called if start() was

    // Makes every worker's sessions and warms them up, all workers at once; a stop cuts it short. "" or why
    // it failed.
    std::string warmUp(unsigned rounds, const ImageSet& images, const StopSignal& stop);
    const WarmUp& warmUpDone() const { return m_warmUp; }

    // One thread a worker, a little niced, so that whoever reads and sends is woken first.
    void start();
    bool over() const { return m_running.load(std::memory_order_acquire) == 0; }
    std::vector<WorkerResult> join();

private:
    WorkerShared& m_shared;
    engines::CompiledModel& m_model;
    unsigned m_batchCeiling;
    std::vector<std::vector<unsigned>> m_places;
    WarmUp m_warmUp;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<WorkerResult> m_results;
    std::vector<std::thread> m_threads;
    std::atomic<unsigned> m_running{0};
};

} // namespace iotbench
