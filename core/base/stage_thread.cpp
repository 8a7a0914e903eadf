#include "base/stage_thread.h"

#include "base/refusal.h"

#include <new>
#include <pthread.h>
#include <system_error>
#include <utility>

namespace iotbench {

Message reasonOf(const std::exception& problem)
{
    if (const auto* refusal = dynamic_cast<const Refusal*>(&problem))
        return refusal->reason();
    if (dynamic_cast<const std::bad_alloc*>(&problem))
        return TR("out of memory");
    return verbatim(problem.what());
}

StageThread::StageThread(const std::string& name, std::function<void()> body)
    : m_error(std::make_unique<Message>())
{
    constexpr std::size_t kMostName = 15; // pthread_setname_np(3)
    auto run = [shown = name.substr(0, kMostName), error = m_error.get(), body = std::move(body)] {
        pthread_setname_np(pthread_self(), shown.c_str());
        try {
            body();
        } catch (const std::exception& problem) {
            *error = reasonOf(problem);
        }
    };
    try {
        m_thread = std::thread(std::move(run));
    } catch (const std::system_error& refused) {
        throw Refusal(
            TR("no thread can be started for %1; fewer workers or streams need fewer, and so may limits "
               "(ulimit -u, -v) be raised: %2"),
            {name, refused.code().message()});
    }
}

StageThread& StageThread::operator=(StageThread&& other) noexcept
{
    join();
    m_error = std::move(other.m_error);
    m_thread = std::move(other.m_thread);
    return *this;
}

StageThread::~StageThread()
{
    join();
}

Message StageThread::join()
{
    if (!m_thread.joinable())
        return {};
    m_thread.join();
    return std::move(*m_error);
}

} // namespace iotbench
