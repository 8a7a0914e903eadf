// The embedded sender of a run: one thread for each stream, joined to whatever takes its bytes.
#pragma once

#include "base/clock.h"
#include "base/stop_signal.h"
#include "images/image_set.h"
#include "run/offered_counter.h"
#include "statistics/latency_histogram.h"
#include "statistics/run_result.h"
#include "stream/byte_stream.h"
#include "stream/stream_sender.h"
#include "wire/record_encoder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace iotbench {

// What all streams together have done, once they are over.
struct SendingSummary {
    std::uint64_t offered = 0;
    std::uint64_t sent = 0;
    std::uint64_t bytes = 0;
    std::int64_t firstSentNs = 0; // 0: none was sent
    std::int64_t lastSentNs = 0;
    std::int64_t lastPlannedNs = 0; // clock time the last image sent was due at; 0 without planned times
    std::int64_t cpuNs = 0;
    std::int64_t encodeNs = 0;
    std::optional<Lateness> lateness; // where there are planned times
    std::optional<Backlog> backlog; // the same; lastResultS is the last send
    std::string failure; // the first stream that failed, or whose receiver went: why
    std::vector<std::uint64_t> sentByStream;
};

class SendingSide {
public:
    // `settings`: effective, with the format decided. Nothing is started yet.
    SendingSide(const Settings& settings, const ImageSet& images, bool subtractMean, const PixelMean& mean,
        Clock& clock, const StopSignal& stop);
    ~SendingSide(); // join() must have been called if start() was

    unsigned streams() const { return static_cast<unsigned>(m_streams.size()); }
    const StreamPlan& plan(unsigned stream) const;

    // sinks: one a stream. `runStartNs`: when image 0 is due.
    void start(std::vector<std::unique_ptr<ByteSink>> sinks, std::int64_t runStartNs);
    // Live, from one thread at a time.
    std::uint64_t sent() const;
    std::uint64_t bytes() const;
    std::optional<std::uint64_t> late() const; // of those sent; empty without planned times
    std::optional<std::uint64_t> offeredBy(
        std::int64_t nowNs); // 0 before start(); empty without planned times
    bool over() const { return m_running.load(std::memory_order_acquire) == 0; }
    SendingSummary join();

private:
    struct Stream;

    std::int64_t m_durationNs;
    const double m_ratePerS; // of all streams
    std::atomic<std::int64_t> m_runStartNs{0}; // 0: not started
    RecordEncoder m_encoder;
    std::vector<std::unique_ptr<Stream>> m_streams;
    std::atomic<unsigned> m_running{0};
};

} // namespace iotbench
