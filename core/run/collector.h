// The thread that takes samples from the ring, in the order of the run, to those who count and keep them.
#pragma once

#include "base/clock.h"
#include "base/notifier.h"
#include "base/stage_thread.h"
#include "base/start_gate.h"
#include "base/stop_signal.h"
#include "run/run_counts.h"
#include "run/run_slices.h"
#include "run/run_stages.h"
#include "run/sample_outputs.h"
#include "run/sample_ring.h"
#include "run/sending_side.h"
#include "run/sent_rows.h"
#include "run/snapshot_publisher.h"
#include "run/source_changes.h"
#include "run/source_events.h"

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

// What the collector works with. All of it outlives the collector.
struct CollectorParts {
    SampleRing& ring;
    Notifier& notifier; // for when the ring should be looked at sooner than after a period
    const Clock& clock;
    RunStatus& status;
    SourceChanges& changes;
    SampleOutputs outputs;
    Notifier& runNotifier; // notified where an output, or the collector itself, has failed
    const SourceEvents* events = nullptr; // null: nothing is read here
    SendingSide* sending = nullptr; // null: others send
    SentRows* sentRows = nullptr; // where we only send
    RunSlices* slices = nullptr; // null: nobody decides while it goes on
};

class Collector {
public:
    // The ring is looked at this often at least; workers notify where it has to be sooner.
    static constexpr std::int64_t kPeriodNs = 20'000'000;
    // A write that began before the end of an interval has returned, and its images are counted.
    static constexpr std::int64_t kSettledNs = 20'000'000;

    Collector(const CollectorParts& parts, CountingOptions options);
    ~Collector(); // ends the thread, which the gate has let pass

    void start(StartGate& gate); // at which its thread waits
    void setOrigin(std::int64_t originNs); // second 0 of the run; before the gate is opened
    bool failed() const noexcept { return m_failed.load(std::memory_order_acquire); } // any thread
    // When the first image arrived; 0: none has been counted yet. Any thread.
    std::int64_t firstImageNs() const noexcept { return m_firstImageNs.load(std::memory_order_relaxed); }
    // Once, when all samples have been published: waits until they have been taken.
    Collected finish();

private:
    void run();
    void collect();
    void discard();
    void take(Sample& sample);
    void countSending(std::int64_t nowNs, bool last);
    void countSendingAt(std::int64_t ns);
    void publish(std::int64_t nowNs);
    void wait();
    void end();

    CollectorParts m_parts;
    CountingOptions m_options;
    std::optional<RunCounts> m_counts; // once the origin is known
    SnapshotPublisher m_publisher;
    std::int64_t m_nextIntervalNs = 0; // the next end of 0.25 s
    SendingProgress m_sending; // as last asked
    const StopSignal m_never; // a stop must not make it lose samples
    std::int64_t m_cpuNs = 0; // this and m_error: the thread's until it is joined
    Message m_error;
    std::atomic<bool> m_failed{false};
    std::atomic<std::int64_t> m_firstImageNs{0};
    std::atomic<bool> m_allPublished{false};
    StageThread m_thread;
};

} // namespace iotbench
