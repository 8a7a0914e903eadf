#include "wakes.h"

#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "base/thread_time.h"
#include "statistics/latency_histogram.h"

#include <ctime>
#include <thread>

namespace iotbench::bench {

namespace {

constexpr std::int64_t kGapNs = 1'000'000;

void sleepUntil(std::int64_t deadlineNs)
{
    const timespec deadline{deadlineNs / 1'000'000'000, deadlineNs % 1'000'000'000};
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, nullptr);
}

} // namespace

WakeFigure measureWakes(WakeBy by, double seconds)
{
    WakeFigure figure;
    std::thread thread([&] { // timer slack is a thread's own
        SystemClock clock;
        const StopSignal never;
        if (by != WakeBy::Sleep)
            lowerTimerSlack();
        LatencyHistogram sendDelay;
        const std::int64_t cpuBeforeNs = threadCpuNs();
        const std::int64_t startNs = clock.nowNs();
        const auto wakes = static_cast<std::int64_t>(seconds * 1e9) / kGapNs;
        for (std::int64_t i = 1; i <= wakes; ++i) {
            const std::int64_t deadlineNs = startNs + i * kGapNs;
            if (by == WakeBy::Program)
                clock.sleepUntil(deadlineNs, never);
            else
                sleepUntil(deadlineNs);
            sendDelay.record(clock.nowNs() - deadlineNs);
        }
        figure.p50Us = static_cast<double>(sendDelay.quantileNs(500)) / 1e3;
        figure.p99Us = static_cast<double>(sendDelay.quantileNs(990)) / 1e3;
        figure.cpuUsPerWake
            = static_cast<double>(threadCpuNs() - cpuBeforeNs) / 1e3 / static_cast<double>(wakes);
    });
    thread.join();
    return figure;
}

} // namespace iotbench::bench
