// The sending thread: images out of memory, as bytes of a stream, each at its time.
#pragma once

#include "base/clock.h"
#include "base/message.h"
#include "base/stop_signal.h"
#include "images/image_set.h"
#include "stream/byte_stream.h"
#include "stream/ends.h"
#include "stream/schedule.h"
#include "wire/record_encoder.h"

#include <atomic>
#include <cstdint>
#include <span>
#include <string>

namespace iotbench {

struct SendingResult {
    RunEnd end = RunEnd::Complete; // Failed also where the receiver has gone
    Message failure;
    std::uint64_t offered = 0; // due before the end; where nothing is scheduled: sent
    std::uint64_t sent = 0; // handed to the system to the last byte
    std::uint64_t bytes = 0;
    std::uint64_t cutBytes = 0; // of the image after these, which was begun: the receiver took no more
    // Over max(1 ms, 10 % of the mean gap) after their deadline, those that were due and never sent included.
    std::uint64_t late = 0;
    std::int64_t firstSentNs = 0; // means something where sent > 0
    std::int64_t lastSentNs = 0;
    std::int64_t encodeCpuNs = 0; // of cpuNs
    std::int64_t cpuNs = 0; // of the thread that ran it
};

// Told on the sender's thread after each write that completed images: count and return.
class SendObserver {
public:
    virtual ~SendObserver() = default;
    // Images first, first + 1, … of the stream (dueNs.size() of them, or `count`) were handed over by a write
    // that began at `sentNs`: when it returns, the receiver may have them already. Their send delay is sentNs
    // - dueNs[i]. `dueNs` (clock time) is empty where nothing is scheduled.
    virtual void imagesSent(std::uint64_t first, std::size_t count, std::span<const std::int64_t> dueNs,
        std::int64_t sentNs) noexcept = 0;
    // After all others, in order: an image that was due at `dueNs` had not been sent when the run ended.
    virtual void imageHeldUp(std::int64_t /*dueNs*/, std::int64_t /*endNs*/) noexcept { }
};

// Sends in the order of the set from the plan's first image on, wrapping. Use once, on a thread of its own
// (its timer slack is lowered). An image is sent when its last byte was taken: a receiver that takes no more
// makes it late. Images that are due together leave in one write of at most kSendBytes; at full speed all
// writes are that large.
class StreamSender {
public:
    static constexpr std::size_t kSendBytes = std::size_t{512} << 10;
    static constexpr std::int64_t kFinishNs = 30'000'000'000; // a small gateway drains its buffers in less

    // `observer` may be null. Late ones are counted against the mean gap of the plan.
    StreamSender(const ImageSet& images, const RecordEncoder& encoder, const StreamPlan& plan, Clock& clock,
        const StopSignal& stop, SendObserver* observer = nullptr);

    // startNs: clock time of the run's start. durationNs: none is sent that is due at or after it; 0 = no
    // limit. An image that is on its way then is sent to its end, where the receiver takes it within
    // `finishNs`, and so is the end mark. A stop leaves the end mark out, for the stream is not whole; but of
    // a plan without an end it is, if the stop came between two images: there it goes if it can at once.
    SendingResult run(
        ByteSink& sink, std::int64_t startNs, std::int64_t durationNs = 0, std::int64_t finishNs = kFinishNs);

    // Ends a run() earlier, as its duration would: nothing is sent that is due at or after this clock time.
    // Any thread.
    void endAt(std::int64_t ns) noexcept { m_endNs.store(ns, std::memory_order_release); }

    // Images sent so far; for other threads to look at.
    std::uint64_t sent() const noexcept { return m_sent.load(std::memory_order_relaxed); }
    std::uint64_t late() const noexcept { return m_late.load(std::memory_order_relaxed); } // of those
    std::uint64_t bytes() const noexcept { return m_bytes.load(std::memory_order_relaxed); }

private:
    class Loop;

    const ImageSet& m_images;
    const RecordEncoder& m_encoder;
    StreamPlan m_plan;
    Clock& m_clock;
    const StopSignal& m_stop;
    SendObserver* m_observer;
    std::atomic<std::int64_t> m_endNs{kNever}; // endAt()'s
    std::atomic<std::uint64_t> m_sent{0};
    std::atomic<std::uint64_t> m_late{0};
    std::atomic<std::uint64_t> m_bytes{0};
};

} // namespace iotbench
