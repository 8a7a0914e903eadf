// The embedded sender of a run: one thread for each stream, joined to whatever takes its bytes.
#pragma once

#include "base/clock.h"
#include "base/stage_thread.h"
#include "base/start_gate.h"
#include "base/stop_signal.h"
#include "images/image_set.h"
#include "run/offered_counter.h"
#include "run/run_stages.h"
#include "run/sending_progress.h"
#include "statistics/latency_histogram.h"
#include "statistics/run_result.h"
#include "stream/byte_stream.h"
#include "stream/stream_sender.h"
#include "wire/record_encoder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

class SendingSide {
public:
    // `settings`: effective, with the format decided. Nothing is started yet.
    SendingSide(const Settings& settings, const ImageSet& images, bool subtractMean, const PixelMean& mean,
        Clock& clock, const StopSignal& stop);
    ~SendingSide(); // joins: `stop` has been raised, or join() called

    std::vector<StreamPlan> plans() const; // of each stream

    // sinks: one a stream. Their threads wait at the gate, which is opened once the start is known.
    void start(std::vector<std::unique_ptr<ByteSink>> sinks, StartGate& gate);
    unsigned threads() const { return static_cast<unsigned>(m_streams.size()); }
    void setStart(std::int64_t runStartNs) noexcept { m_runStartNs = runStartNs; } // when image 0 is due
    std::int64_t startNs() const noexcept { return m_runStartNs; } // 0: not known yet
    // As it stood at `nowNs`, lately; bytes and schedule misses as they stand. From one thread at a time,
    // whose times go forward. Without intended times offered and late are empty.
    SendingProgress progress(std::int64_t nowNs);
    std::uint64_t sent() const; // live, for any thread
    // When image `image` of a stream left; 0 where that is not known (any more). For the collector's thread.
    std::int64_t sentNs(std::size_t stream, std::uint64_t image) const noexcept;
    std::uint64_t recorded(std::size_t stream) const noexcept; // images that sentNs() can be asked for
    // From now on nothing is due any more, as at the end of the duration. Any thread, once started.
    void endNow() noexcept;
    bool allSent() const { return m_unsent.load(std::memory_order_acquire) == 0; } // if not all is read yet
    bool over() const { return m_running.load(std::memory_order_acquire) == 0; }
    SendingSummary join();

private:
    struct Stream;
    class Leaving;

    std::int64_t m_durationNs;
    const double m_ratePerS; // of all streams
    const bool m_awaitsReceipt; // in loopback what was received tells more
    Clock& m_clock;
    const StopSignal& m_stop;
    std::atomic<std::int64_t> m_runStartNs{0}; // 0: not known yet
    std::atomic<std::int64_t> m_endNs{kNever}; // nothing is due at or after it
    RecordEncoder m_encoder;
    std::vector<std::unique_ptr<Stream>> m_streams;
    std::atomic<unsigned> m_unsent{0}, m_running{0}; // streams
};

} // namespace iotbench
