#include "base/stage_thread.h"

#include <new>
#include <pthread.h>
#include <system_error>
#include <utility>

namespace iotbench {

std::string wordsOf(const std::exception& problem)
{
    return dynamic_cast<const std::bad_alloc*>(&problem) ? "out of memory" : problem.what();
}

StageThread::StageThread(const std::string& name, std::function<void()> body)
    : m_error(std::make_unique<std::string>())
{
    constexpr std::size_t kMostName = 15; // pthread_setname_np(3)
    auto run = [shown = name.substr(0, kMostName), error = m_error.get(), body = std::move(body)] {
        pthread_setname_np(pthread_self(), shown.c_str());
        try {
            body();
        } catch (const std::exception& problem) {
            *error = wordsOf(problem);
        }
    };
    try {
        m_thread = std::thread(std::move(run));
    } catch (const std::system_error& refused) {
        throw std::system_error(refused.code(),
            "no thread can be started for " + name
                + "; fewer workers or streams need fewer, and so may limits (ulimit -u, -v) be raised");
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

std::string StageThread::join()
{
    if (!m_thread.joinable())
        return {};
    m_thread.join();
    return std::move(*m_error);
}

} // namespace iotbench
