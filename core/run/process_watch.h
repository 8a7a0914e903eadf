// What the whole process and its machine went through between two moments.
#pragma once

#include "base/clock.h"
#include "machine/interference_watch.h"
#include "machine/suspension_watch.h"
#include "machine/suspensions.h"
#include "settings/settings.h"
#include "statistics/run_result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace iotbench {

// What it came to.
struct ProcessFacts {
    MachineFacts machine = {}; // with the clocks and temperatures seen
    Interference interference = {};
    std::vector<CpuWindow> windows = {}; // that it is taken from
    std::optional<Suspensions> suspensions = {}; // whatever was in hand; empty: the system does not tell
    std::int64_t originNs = 0; // second 0 of the run, on the clock
    double cpuS = 0; // of all threads, ended ones too, from the first image on
    std::uint64_t peakMemoryBytes = 0; // as it is now
};

// Images so far: while fewer are done than came there are some in hand. Who only sends is done with an image
// as it is sent.
struct ImagesPassed {
    std::uint64_t came = 0, done = 0;
};

// One thread.
class ProcessWatch {
public:
    // `clock` outlives it. `settings`: effective.
    // `windowNs`: how closely the machine is watched.
    ProcessWatch(const Clock& clock, MachineFacts machine, const Settings& settings,
        std::int64_t windowNs = InterferenceWatch::kUsualNs);

    const MachineFacts& machine() const { return m_machine; }
    std::int64_t begin(std::int64_t leadNs = 0); // returns second 0, on the clock: after `leadNs`
    // As often as the caller likes: how closely time with images in hand is told from time without depends on
    // it.
    void observe(ImagesPassed passed);
    std::span<const CpuWindow> windows() const; // that are over
    // Around every sleep of the thread, which is to last for `askedNs` at most. Returns what is worth
    // telling.
    void fallAsleep();
    std::optional<Message> wakeUp(std::int64_t askedNs);
    // Since begin(); where it was not called, the machine and its memory alone.
    ProcessFacts end();

private:
    void countSuspended(ImagesPassed passed);
    void lookAtCpus();

    const Clock& m_clock;
    MachineFacts m_machine;
    InterferenceWatch::Watched m_watched;
    std::optional<InterferenceWatch> m_interference; // empty before begin()
    std::optional<SuspensionWatch> m_suspension; // the same
    Suspensions m_suspensions; // all of them
    std::int64_t m_suspendedNs = 0; // with results after it
    std::int64_t m_suspendedSinceNs = 0; // since the last result
    bool m_justSuspended = false; // since the last call of observe()
    bool m_suspensionTold = false, m_changeTold = false;
    std::string m_cpusChangedTo;
    std::int64_t m_nextLookNs = 0;
    ImagesPassed m_passed; // as observed last
    std::int64_t m_originNs = 0;
    std::int64_t m_cpuBeforeNs = 0;
};

} // namespace iotbench
