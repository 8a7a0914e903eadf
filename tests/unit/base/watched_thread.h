// A thread of which a test knows when it waits.
#pragma once

#include "unit/base/eventually.h"

#include <atomic>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>
#include <utility>

namespace iotbench::test {

// As std::thread: to be joined before it goes.
class WatchedThread {
public:
    template <typename Work>
    explicit WatchedThread(Work work)
        : m_thread([this, todo = std::move(work)]() mutable {
            m_id = gettid();
            todo();
        })
    {
    }

    // Waits until the kernel has put it to sleep: for another thread, a descriptor or a time. Whoever wakes
    // it makes it runnable before the call that does so returns. False where it never sleeps, or has ended.
    bool getsBlocked() const
    {
        char last = ' ';
        eventually([&] { return m_id != 0 && ((last = state()) == 'S' || last == kEnded); });
        return last == 'S';
    }

    void join() { m_thread.join(); }

private:
    static constexpr char kEnded = 'X';

    // proc(5): R for running or ready to, S for sleeping, D for waiting for a disk, …
    char state() const
    {
        std::ifstream file("/proc/self/task/" + std::to_string(m_id) + "/stat");
        std::string text;
        std::getline(file, text);
        const std::size_t nameEnd = text.rfind(") ");
        return nameEnd == std::string::npos ? kEnded : text[nameEnd + 2];
    }

    std::atomic<pid_t> m_id{0};
    std::thread m_thread;
};

} // namespace iotbench::test
