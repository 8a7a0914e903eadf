// What else a run's CPUs did while it went on, window by window.
#pragma once

#include "machine/control_group.h"
#include "machine/cpu_list.h"
#include "machine/cpu_reading.h"
#include "machine/cpu_window.h"
#include "machine/speed_watch.h"
#include "machine/stream_peers.h"
#include "statistics/interference.h"
#include "statistics/machine_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

// One thread. Windows are `windowNs` long or more: reading the kernel's accounts and searching for peers may
// each take a thousandth of a CPU at most, so they become longer where there are thousands of processes.
// Where there would be more than `mostWindows`, neighbours are joined, and new ones are twice as long.
class InterferenceWatch {
public:
    static constexpr std::int64_t kUsualNs = 1'000'000'000;

    struct Watched {
        std::vector<unsigned> cpus = allowedCpus(); // that the run may use
        // Which way its streams go; empty: both ends are its own, and there are no peers to search for.
        std::optional<StreamFlow> flow;
        std::optional<int> pipe; // a descriptor that is, or may be, one of them
        std::size_t mostWindows = 3'600; // even
        std::int64_t windowNs = kUsualNs;
        // What took a thread's time is repeated only after so many times that time.
        std::int64_t pause = 1'000;
    };
    // Begins the first window. `machine`: as readMachineFacts() told. The others: see CpuReader.
    InterferenceWatch(const Clock& clock, const MachineFacts& machine, Watched watched,
        ProcessClock processClock = processClockNs, const std::string& root = "");

    // As often as there is time for it, four times a second at least. `inHand`: since the last call there
    // were images in hand, after the first came and before the last result.
    void observe(bool inHand);
    // Ends the window that is open, however short, and begins another: at the first image, and before the
    // end.
    void cut();

    const std::vector<CpuWindow>& windows() const { return m_windows; } // those that are over
    Interference seen() const; // in them
    // Thermometers, the hottest of them now, and the mean clock of each core type in the same time as
    // seen().
    void fill(MachineFacts& machine) const;
    std::int64_t cpuNs() const { return m_cpuNs; } // that all this took

private:
    void searchPeers();
    void keep(const CpuWindow& window);

    const Clock& m_clock;
    Watched m_watched;
    std::string m_root;
    double m_coresAllowed;
    CpuReader m_reader;
    ControlGroup m_group;
    SpeedWatch m_speed;
    CpuReading m_start, m_end; // of the open window; the second one is for the next reading
    std::optional<std::uint64_t> m_throttledUs;

    std::int64_t m_lastNs = 0; // last call of observe()
    double m_inHandNs = 0; // in the open window
    std::int64_t m_nextSampleNs = 0, m_nextCutNs = 0, m_nextSearchNs = 0;
    std::int64_t m_shortestNs;
    std::vector<CpuWindow> m_windows;
    std::int64_t m_cpuNs = 0;
};

} // namespace iotbench
