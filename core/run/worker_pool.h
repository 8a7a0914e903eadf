// The workers of a run: warmed up side by side, then set to work on the queue.
#pragma once

#include "base/stage_thread.h"
#include "base/stop_signal.h"
#include "engines/engine.h"
#include "run/worker.h"
#include "statistics/run_result.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace iotbench {

class WorkerPool {
public:
    // `model` outlives the pool. batchCeiling, workers: at least 1.
    // `workerCpus`: CPUs for each worker (see machine/cpu_affinity.h), or empty.
    WorkerPool(WorkerShared& shared, engines::CompiledModel& model, unsigned workers, unsigned batchCeiling,
        std::vector<std::vector<unsigned>> workerCpus);
    ~WorkerPool(); // what there is in the queue is abandoned where join() has not been called

    // One thread a worker: each makes its sessions and warms them up, all at once, and then waits for
    // start(). A stop cuts it short. Throws Refusal where a thread cannot be had, and then none
    // goes on. The images and the stop outlive the pool. `imagesEach`: see warmUpInferences().
    void warmUp(unsigned imagesEach, const ImageSet& images, const StopSignal& stop);
    bool warm() const { return m_cold.load(std::memory_order_acquire) == 0; } // the run is notified
    // Once warm(): "" or why one of them cannot work, and what it took until now.
    Message warmUpError() const;
    WarmUp warmUpDone() const;

    // A little niced, so that whoever reads and sends is woken first.
    void start();
    bool over() const { return m_running.load(std::memory_order_acquire) == 0; } // the run is notified
    std::vector<WorkerResult> join();

private:
    // What the threads may do; it only goes forward.
    enum class Gate : int { Closed, WarmUp, Work, Leave };

    void open(Gate gate);
    void live(std::size_t worker, const ImageSet& images, const StopSignal& stop);
    Message prepare(std::size_t worker, const ImageSet& images, const StopSignal& stop);

    WorkerShared& m_shared;
    engines::CompiledModel& m_model;
    unsigned m_batchCeiling;
    std::vector<std::vector<unsigned>> m_workerCpus;
    unsigned m_warmUpImages = 0; // each session
    std::int64_t m_warmUpStartNs = 0;
    std::vector<std::unique_ptr<Worker>> m_workers;
    std::vector<Message> m_errors; // of warming up
    std::vector<WorkerResult> m_results;
    std::atomic<Gate> m_gate{Gate::Closed};
    std::atomic<unsigned> m_cold;
    std::atomic<unsigned> m_running{0};
    std::vector<StageThread> m_threads;
};

} // namespace iotbench
