#include "base/in_parallel.h"

#include "base/refusal.h"
#include "base/stage_thread.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include <sys/resource.h>

namespace iotbench {

namespace {

// What else the program does at the time, compiling a model above all, comes first.
constexpr int kGivesWay = 10;

} // namespace

void inParallel(std::size_t count, const std::function<void(std::size_t)>& work)
{
    std::atomic<std::size_t> next{0};
    std::mutex failing;
    std::exception_ptr failure;
    const auto body = [&] {
        try {
            for (std::size_t i = next++; i < count; i = next++)
                work(i);
        } catch (...) {
            next = count;
            const std::scoped_lock lock(failing);
            failure = std::current_exception();
        }
    };
    {
        const std::size_t threads
            = std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
        std::vector<StageThread> others;
        try {
            while (others.size() + 1 < threads)
                others.emplace_back("parallel", [&] {
                    setpriority(PRIO_PROCESS, 0, kGivesWay); // of this thread alone: setpriority(2)
                    body();
                });
        } catch (const Refusal&) { // those that there are do it
        }
        body();
    }
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace iotbench
