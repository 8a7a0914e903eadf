#include "run/worker_pool.h"

#include "machine/cpu_affinity.h"
#include "machine/cpu_list.h"

#include <exception>
#include <sys/resource.h>
#include <utility>

namespace iotbench {

namespace {

constexpr int kWorkerNiceness = 5;

// Counts down, and tells the run, however its scope ends.
class CountDown {
public:
    CountDown(std::atomic<unsigned>& count, Notifier& notifier)
        : m_count(count)
        , m_notifier(notifier)
    {
    }
    ~CountDown()
    {
        m_count.fetch_sub(1, std::memory_order_release);
        m_notifier.notify();
    }
    CountDown(const CountDown&) = delete;
    CountDown& operator=(const CountDown&) = delete;

private:
    std::atomic<unsigned>& m_count;
    Notifier& m_notifier;
};

} // namespace

WorkerPool::WorkerPool(WorkerShared& shared, engines::CompiledModel& model, unsigned workers,
    unsigned batchCeiling, std::vector<std::vector<unsigned>> workerCpus)
    : m_shared(shared)
    , m_model(model)
    , m_batchCeiling(batchCeiling)
    , m_workerCpus(std::move(workerCpus))
    , m_workers(workers)
    , m_errors(workers)
    , m_results(workers)
    , m_cold(workers)
{
    m_threads.reserve(workers);
}

WorkerPool::~WorkerPool()
{
    m_shared.abandon.store(true, std::memory_order_relaxed);
    m_shared.queue.close();
    open(Gate::Leave);
}

void WorkerPool::open(Gate gate)
{
    m_gate.store(gate, std::memory_order_release);
    m_gate.notify_all();
}

void WorkerPool::warmUp(unsigned imagesEach, const ImageSet& images, const StopSignal& stop)
{
    m_warmUpImages = imagesEach;
    m_warmUpStartNs = m_shared.clock.nowNs();
    for (std::size_t i = 0; i < m_workers.size(); ++i)
        m_threads.emplace_back(
            "worker " + std::to_string(i + 1), [this, i, &images, &stop] { live(i, images, stop); });
    open(Gate::WarmUp);
}

void WorkerPool::live(std::size_t worker, const ImageSet& images, const StopSignal& stop)
{
    m_gate.wait(Gate::Closed, std::memory_order_acquire);
    if (m_gate.load(std::memory_order_acquire) == Gate::Leave)
        return;
    holdWorker(m_workerCpus, worker); // what it touches first here is then near it
    {
        const CountDown warm(m_cold, m_shared.runNotifier);
        try {
            m_errors[worker] = prepare(worker, images, stop);
        } catch (const std::exception& problem) {
            m_errors[worker] = reasonOf(problem);
        }
    }
    m_gate.wait(Gate::WarmUp, std::memory_order_acquire);
    if (m_gate.load(std::memory_order_acquire) == Gate::Leave)
        return;
    setpriority(PRIO_PROCESS, 0, kWorkerNiceness); // Linux: of the calling thread alone
    const CountDown over(m_running, m_shared.runNotifier);
    std::vector<unsigned> cpusAtStart = allowedCpus();
    m_results[worker] = m_workers[worker]->run();
    m_results[worker].cpusAtStart = std::move(cpusAtStart);
    m_results[worker].cpusAtEnd = allowedCpus();
}

Message WorkerPool::prepare(std::size_t worker, const ImageSet& images, const StopSignal& stop)
{
    auto sessions = BatchSessions::create(m_model, m_batchCeiling, worker, stop);
    if (!sessions)
        return sessions.error();
    m_workers[worker] = std::make_unique<Worker>(m_shared, std::move(*sessions));
    return m_workers[worker]->warmUp(m_warmUpImages, images, stop);
}

Message WorkerPool::warmUpError() const
{
    for (const Message& error : m_errors)
        if (!error.empty())
            return error;
    return {};
}

WarmUp WorkerPool::warmUpDone() const
{
    std::uint64_t each = 0;
    for (const std::size_t batch : batchSizes(m_batchCeiling))
        each += warmUpInferences(m_warmUpImages, batch);
    return {
        .inferences = m_workers.size() * each, .seconds = seconds(m_shared.clock.nowNs() - m_warmUpStartNs)};
}

void WorkerPool::start()
{
    m_running.store(static_cast<unsigned>(m_workers.size()), std::memory_order_relaxed);
    open(Gate::Work);
}

std::vector<WorkerResult> WorkerPool::join()
{
    for (std::size_t i = 0; i < m_threads.size(); ++i)
        if (Message error = m_threads[i].join(); !error.empty() && m_results[i].error.empty())
            m_results[i].error = std::move(error);
    return std::move(m_results);
}

} // namespace iotbench
