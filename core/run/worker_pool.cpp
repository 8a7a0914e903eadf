#include "run/worker_pool.h"

#include "machine/placement.h"

#include <sys/resource.h>
#include <utility>

namespace iotbench {

namespace {

constexpr int kWorkerNiceness = 5;

} // namespace

WorkerPool::WorkerPool(WorkerShared& shared, engines::CompiledModel& model, unsigned workers,
    unsigned batchCeiling, std::vector<std::vector<unsigned>> places)
    : m_shared(shared)
    , m_model(model)
    , m_batchCeiling(batchCeiling)
    , m_places(std::move(places))
    , m_workers(workers)
    , m_results(workers)
{
}

WorkerPool::~WorkerPool() = default;

std::string WorkerPool::warmUp(unsigned rounds, const ImageSet& images, const StopSignal& stop)
{
    const std::int64_t beforeNs = m_shared.clock.nowNs();
    std::vector<std::string> errors(m_workers.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < m_workers.size(); ++i)
        threads.emplace_back([&, i] {
            takePlace(m_places, i); // what it touches first here is then near it
            auto ladder = SessionLadder::create(m_model, m_batchCeiling);
            if (!ladder) {
                errors[i] = ladder.error();
                return;
            }
            m_workers[i] = std::make_unique<Worker>(m_shared, std::move(*ladder));
            errors[i] = m_workers[i]->warmUp(rounds, images, stop);
        });
    for (std::thread& thread : threads)
        thread.join();
    m_warmUp.inferences = m_workers.size() * SessionLadder::sizes(m_batchCeiling).size() * rounds;
    m_warmUp.seconds = static_cast<double>(m_shared.clock.nowNs() - beforeNs) / 1e9;
    for (const std::string& error : errors)
        if (!error.empty())
            return error;
    return {};
}

void WorkerPool::start()
{
    m_running.store(static_cast<unsigned>(m_workers.size()), std::memory_order_relaxed);
    for (std::size_t i = 0; i < m_workers.size(); ++i)
        m_threads.emplace_back([this, i] {
            takePlace(m_places, i);
            setpriority(PRIO_PROCESS, 0, kWorkerNiceness); // Linux: of the calling thread alone
            m_results[i] = m_workers[i]->run();
            m_running.fetch_sub(1, std::memory_order_release);
            m_shared.conductorBell.ring();
        });
}

std::vector<WorkerResult> WorkerPool::join()
{
    for (std::thread& thread : m_threads)
        thread.join();
    m_threads.clear();
    return std::move(m_results);
}

} // namespace iotbench
