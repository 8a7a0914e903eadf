// The thread that takes samples from the ring, counts them, hands their rows on and publishes snapshots.
#pragma once

#include "base/clock.h"
#include "base/wake_up.h"
#include "reports/image_rows.h"
#include "run/event_log.h"
#include "run/gallery.h"
#include "run/recent_rate.h"
#include "run/run_snapshot.h"
#include "run/sample_ring.h"
#include "run/tally.h"
#include "stream/stream_reader.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace iotbench {

// What the sending side has done so far; empty where it is not ours to know.
struct SendingProgress {
    std::optional<std::uint64_t> offered;
    std::optional<std::uint64_t> sent;
    std::optional<std::uint64_t> late; // of those sent
    std::uint64_t bytes = 0; // role send; otherwise they are counted where they come in
};

struct CollectorOptions {
    TallyOptions tally;
    std::int64_t originNs = 0; // second 0 of the run
    Gallery* gallery = nullptr; // where pictures are kept; null: nowhere
    // Each is called on the collector's thread; empty ones are not.
    std::function<void(std::span<const ImageRow>)> rows; // every record, in the order of the run
    std::function<void()> paused; // all that is there has been handed on
    std::function<SendingProgress(std::int64_t nowNs)> sending;
    std::function<std::optional<SourceTally::Planned>(const PeerRow&)> plannedFor; // a source's schedule
};

// Observes the reader on the reader's thread, runs on its own; snapshots go to any thread.
class Collector final : public ReaderObserver {
public:
    // The ring is looked at this often at least; workers ring the bell where it has to be sooner.
    static constexpr std::int64_t kPeriodNs = 20'000'000;
    static constexpr std::int64_t kSnapshotPeriodNs = 200'000'000;

    Collector(SampleRing& ring, WakeUp& bell, const Clock& clock, const StopSignal& never, EventLog& events,
        CollectorOptions options);

    // The thread's body: until finishAfter() has been called and as many samples have been taken.
    void run();
    // From any thread, once: no more than `samples` will ever come.
    void finishAfter(std::uint64_t samples);

    // After run() has returned.
    const Tally& tally() const { return m_tally; }
    std::int64_t cpuNs() const { return m_cpuNs; }

    // Counts and figures as of the last publication; phase, address and progress are the run's to fill in.
    std::shared_ptr<const RunSnapshot> snapshot() const;

    void peerOpened(const PeerRow& peer) override;
    void formatDetected(const PeerRow& peer) override;
    void peerClosed(const PeerRow& peer) override;
    void readerWarning(const std::string& words) override;
    void bytesRead(std::uint64_t total) noexcept override
    {
        m_bytesRead.store(total, std::memory_order_relaxed);
    }

private:
    struct PeerEvent {
        enum class Kind : std::uint8_t { Opened, Format, Closed } kind;
        PeerRow peer;
    };

    void tell(PeerEvent::Kind kind, const PeerRow& peer);
    void takeIn(const Sample& sample);
    void applyPeerEvents();
    void closePeers();
    void handRowsOn();
    void countSending(std::int64_t nowNs);
    void publish(std::int64_t nowNs);
    void logWarnings(std::int64_t nowNs);
    double secondOf(std::int64_t ns) const { return static_cast<double>(ns - m_options.originNs) / 1e9; }

    SampleRing& m_ring;
    WakeUp& m_bell;
    const Clock& m_clock;
    const StopSignal& m_never; // never raised while the collector runs: a stop must not make it lose samples
    EventLog& m_events;
    CollectorOptions m_options;
    Tally m_tally;
    std::vector<ImageRow> m_rows;
    std::int64_t m_publishedNs = 0;
    SendingProgress m_sending; // as last asked
    std::atomic<std::uint64_t> m_bytesRead{0};
    RecentRate m_bytesRate;
    std::int64_t m_cpuNs = 0;
    std::atomic<std::uint64_t> m_last; // samples to take before run() returns

    std::mutex m_peersMutex;
    std::vector<PeerEvent> m_peerEvents; // guarded by m_peersMutex
    std::atomic<bool> m_peersChanged{false};
    std::vector<PeerRow> m_closing; // gone, but their last samples have not been taken yet

    mutable std::mutex m_snapshotMutex;
    std::shared_ptr<const RunSnapshot> m_snapshot; // guarded by m_snapshotMutex
};

} // namespace iotbench
