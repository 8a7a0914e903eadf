#include "base/start_gate.h"

namespace iotbench {

void StartGate::pass() noexcept
{
    m_threads.fetch_add(1, std::memory_order_release);
    m_threads.notify_all();
    m_open.wait(false, std::memory_order_acquire);
}

void StartGate::awaitThreads(unsigned count) const noexcept
{
    for (unsigned there = m_threads.load(std::memory_order_acquire); there < count;
         there = m_threads.load(std::memory_order_acquire))
        m_threads.wait(there, std::memory_order_acquire);
}

void StartGate::open() noexcept
{
    m_open.store(true, std::memory_order_release);
    m_open.notify_all();
}

} // namespace iotbench
