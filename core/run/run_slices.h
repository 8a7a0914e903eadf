// What a run does, quarter second by quarter second, for whoever decides while it goes on whether it has seen
// enough.
#pragma once

#include "machine/cpu_window.h"
#include "statistics/sample.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace iotbench {

// By the times of results; `late` alone by when it was seen.
struct RunSlice {
    std::uint64_t classified = 0, rejected = 0;
    std::uint64_t over = 0; // of `classified`: later than the limit after their intended send time
    std::uint64_t overSinceSent = 0; // of these: later than the limit after they were sent, too
    std::uint64_t late = 0; // images sent late
    // At its end: images due without a result, and of these the ones that had been sent. 0 without a
    // schedule.
    std::uint64_t backlog = 0, inside = 0;
    // Percent of the time of the CPUs; empty where the system does not tell.
    std::optional<double> othersPercent, stealPercent, heatPercent, quotaPercent;
};

// Filled by the collector's and the run's threads, emptied by any other.
class RunSlices {
public:
    static constexpr std::int64_t kLengthNs = 250'000'000;

    explicit RunSlices(double limitS); // 0: none

    void setOrigin(std::int64_t originNs); // second 0, before all that follows
    void add(const Sample& sample);
    // As it was at `ns`, each end of a slice and now and then between; empty without a schedule.
    void setSent(std::int64_t ns, std::optional<std::uint64_t> offered, std::optional<std::uint64_t> sent,
        std::optional<std::uint64_t> late);
    // All results up to here have been added.
    void advanceTo(std::int64_t nowNs);
    // All windows so far; their ends are told again and again.
    void setWindows(std::span<const CpuWindow> windows);

    // Those that are complete, once each.
    std::vector<RunSlice> take();

private:
    // A result may be told of a little after its time.
    static constexpr std::int64_t kGraceNs = 60'000'000;

    struct Open {
        RunSlice slice;
        std::uint64_t offered = 0, sent = 0; // at its end
    };
    Open& at(std::int64_t ns);

    const std::int64_t m_limitNs;
    std::mutex m_mutex; // of all below
    std::int64_t m_originNs = 0;
    std::int64_t m_sinceNs = 0; // all results until then have been added
    std::deque<Open> m_open; // from slice m_first on
    std::size_t m_first = 0;
    std::uint64_t m_done = 0; // results in slices that have been taken
    std::uint64_t m_late = 0;
    std::vector<CpuWindow> m_windows; // that reach into slices not yet taken
};

} // namespace iotbench
