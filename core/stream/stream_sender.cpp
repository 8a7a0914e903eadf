#include "stream/stream_sender.h"

#include "base/sampled_cpu.h"
#include "base/thread_time.h"
#include "stream/original_wait.h"

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdint>
#include <memory>
#include <system_error>
#include <vector>

namespace iotbench {

namespace {

std::int64_t lateAfterNs(const StreamPlan& plan)
{
    constexpr std::int64_t atLeastNs = 1'000'000;
    constexpr double shareOfMeanGap = 0.1;
    if (!plan.hasIntendedTimes())
        return 0;
    return std::max(atLeastNs, static_cast<std::int64_t>(shareOfMeanGap * 1e9 / plan.ratePerS));
}

} // namespace

// One run(): the images that are encoded and not yet taken by the system, and what became of those before.
class StreamSender::Loop {
public:
    Loop(StreamSender& sender, ByteSink& sink, std::int64_t startNs, std::int64_t durationNs,
        std::int64_t finishNs)
        : m_sender(sender)
        , m_plan(sender.m_plan)
        , m_sink(sink)
        , m_startNs(startNs)
        , m_durationEndNs(durationNs > 0 ? startNs + durationNs : kNever)
        , m_lateAfterNs(lateAfterNs(sender.m_plan))
        , m_finishNs(finishNs)
        , m_buffer(std::make_unique_for_overwrite<char[]>(kSendBytes + sender.m_encoder.maxRecordBytes()))
    {
        const std::size_t mostImages = kSendBytes / kCifarRecordBytes + 1; // of the smallest records
        m_ends.reserve(mostImages);
        m_dueNs.reserve(mostImages);
    }

    SendingResult run()
    {
        if (m_plan.ratePerS <= 0)
            sendAtFullSpeed();
        else if (m_plan.pacing == Pacing::Original)
            sendAsTheOriginal();
        else
            sendOnSchedule();
        sendEndMark();
        m_sink.finish();
        m_result.sent = m_sender.sent();
        m_result.offered = std::max(m_result.offered, m_result.sent);
        m_result.encodeCpuNs = m_encodeCpu.ns();
        return m_result;
    }

private:
    void sendAtFullSpeed()
    {
        awaitStart();
        while (imagesLeft() && mayGoOn()) {
            while (imagesLeft() && hasRoom())
                encodeNext();
            if (!writeOut())
                return;
        }
    }

    void sendOnSchedule()
    {
        Schedule schedule(m_plan);
        const auto nextDueNs = [&] { return m_startNs + schedule.next(); };
        std::int64_t dueNs = nextDueNs();
        while (imagesLeft() && dueNs < endNs()) {
            // Encoded ahead, it only has to be handed over when its time comes.
            encodeNext(dueNs);
            dueNs = nextDueNs();
            m_sender.m_clock.sleepUntil(m_dueNs.front(), m_sender.m_stop);
            if (!mayGoOn())
                break;
            // Those that have become due meanwhile leave with it.
            const std::int64_t untilNs = std::min(nowNs(), endNs() - 1);
            for (; imagesLeft() && hasRoom() && dueNs <= untilNs; dueNs = nextDueNs())
                encodeNext(dueNs);
            if (!writeOut())
                break;
        }
        countOffered(schedule, dueNs);
    }

    void sendAsTheOriginal()
    {
        awaitStart();
        RandomNumbers random(m_plan.seed);
        while (imagesLeft() && mayGoOn()) {
            encodeNext();
            if (!writeOut())
                return;
            const std::int64_t untilNs = nowNs() + originalWaitNs(m_plan.ratePerS, random.normal());
            while (nowNs() < untilNs && !m_sender.m_stop.raised()) { } // as the original does
        }
    }

    // Second 0 of the run lies a little ahead, and all times are told from it.
    void awaitStart() { m_sender.m_clock.sleepUntil(m_startNs, m_sender.m_stop); }

    std::int64_t nowNs() const { return m_sender.m_clock.nowNs(); }
    std::int64_t endNs() const
    {
        return std::min(m_durationEndNs, m_sender.m_endNs.load(std::memory_order_acquire));
    }
    bool imagesLeft() const { return !m_plan.images || m_encoded < *m_plan.images; }
    bool hasRoom() const { return m_used < kSendBytes; }

    // Not stopped and within the duration. An image that is due shortly before its end may leave a little
    // after it.
    bool mayGoOn()
    {
        if (m_sender.m_stop.raised())
            m_result.end = RunEnd::Stopped;
        return m_result.end != RunEnd::Stopped && !durationIsOver();
    }

    bool durationIsOver() const { return endNs() != kNever && nowNs() >= endNs() + m_lateAfterNs; }

    void encodeNext()
    {
        const ImageSet& images = m_sender.m_images;
        const std::size_t index = (m_plan.firstImage + m_encoded++) % images.size();
        char* const begin = m_buffer.get() + m_used;
        const char* const end = m_encodeCpu.over(
            [&] { return m_sender.m_encoder.encode(images.image(index), images.labels[index], begin); });
        m_used += static_cast<std::size_t>(end - begin);
        m_ends.push_back(m_used);
    }

    void encodeNext(std::int64_t dueNs)
    {
        encodeNext();
        m_dueNs.push_back(dueNs);
    }

    // Hands over all that is encoded; false where the run is over. The end of the duration cuts no image: the
    // one on its way is the last.
    bool writeOut()
    {
        for (std::size_t written = 0; written < m_used;) {
            const std::int64_t writeNs = nowNs(); // afterwards the receiver may have it already
            const IoResult result = m_sink.write({m_buffer.get() + written, m_used - written});
            switch (result.status) {
            case IoResult::Status::Moved:
                written += result.bytes;
                m_result.bytes += result.bytes;
                m_sender.m_bytes.store(m_result.bytes, std::memory_order_relaxed);
                countSent(written, writeNs);
                break;
            case IoResult::Status::WouldBlock:
                if (waitForPeer())
                    break;
                m_midRecord = written != (m_taken > 0 ? m_ends[m_taken - 1] : 0);
                if (!m_midRecord || m_finishUntilNs != 0 || m_result.end == RunEnd::Stopped) {
                    m_result.cutBytes = m_midRecord ? m_ends[m_taken] - written : 0;
                    return false;
                }
                m_finishUntilNs = nowNs() + m_finishNs;
                m_used = m_ends[m_taken];
                break;
            case IoResult::Status::Closed:
            case IoResult::Status::Failed:
                fail(result);
                return false;
            }
        }
        if (m_finishUntilNs != 0) {
            m_midRecord = false;
            return false;
        }
        m_used = 0;
        m_taken = 0;
        m_ends.clear();
        m_dueNs.clear();
        return true;
    }

    // A receiver that takes no more holds up the stream until a stop or the end of the duration.
    bool waitForPeer()
    {
        std::int64_t untilNs = m_finishUntilNs;
        if (untilNs == 0)
            untilNs = endNs() == kNever ? kNever : endNs() + m_lateAfterNs;
        const Readiness readiness
            = waitReady(m_sender.m_clock, m_sink.writeTarget(), m_sender.m_stop, untilNs);
        if (readiness == Readiness::Ready)
            return true;
        if (readiness == Readiness::Stopped)
            m_result.end = RunEnd::Stopped;
        return false;
    }

    // The images whose last byte is among the first `written` of the buffer.
    void countSent(std::size_t written, std::int64_t sentNs)
    {
        const std::size_t before = m_taken;
        while (m_taken < m_ends.size() && m_ends[m_taken] <= written)
            ++m_taken;
        if (m_taken == before)
            return;
        if (m_sender.sent() == 0)
            m_result.firstSentNs = sentNs;
        m_result.lastSentNs = sentNs;
        std::span<const std::int64_t> dueNs;
        if (!m_dueNs.empty())
            dueNs = std::span(m_dueNs).subspan(before, m_taken - before);
        for (const std::int64_t due : dueNs)
            m_result.late += sentNs - due > m_lateAfterNs ? 1 : 0;
        m_sender.m_late.store(m_result.late, std::memory_order_relaxed);
        const std::uint64_t first = m_sender.sent();
        m_sender.m_sent.store(first + m_taken - before, std::memory_order_relaxed);
        if (m_sender.m_observer)
            m_sender.m_observer->imagesSent(first, m_taken - before, dueNs, sentNs);
    }

    // Images that should have left by now, whether they could or not. Who held them up until now made them
    // late: a receiver that takes nothing more would else look as if it had kept up.
    void countOffered(Schedule& schedule, std::int64_t dueNs)
    {
        const std::int64_t endedNs = std::min(nowNs(), endNs());
        const std::int64_t untilNs = std::min(endedNs, endNs() - 1);
        m_result.offered = m_sender.sent();
        for (std::size_t i = m_taken; i < m_dueNs.size() && m_dueNs[i] <= untilNs; ++i)
            countHeldUp(m_dueNs[i], endedNs);
        for (std::uint64_t image = m_encoded; (!m_plan.images || image < *m_plan.images) && dueNs <= untilNs;
             ++image, dueNs = m_startNs + schedule.next())
            countHeldUp(dueNs, endedNs);
        m_sender.m_late.store(m_result.late, std::memory_order_relaxed);
    }

    void countHeldUp(std::int64_t dueNs, std::int64_t endedNs)
    {
        ++m_result.offered;
        m_result.late += endedNs - dueNs > m_lateAfterNs ? 1 : 0;
        if (m_sender.m_observer)
            m_sender.m_observer->imageHeldUp(dueNs, endedNs);
    }

    void fail(const IoResult& result)
    {
        const bool peerGone = result.status == IoResult::Status::Closed || result.error == ECONNRESET;
        m_result.end = RunEnd::Failed;
        m_result.failure = peerGone
            ? Message(TR("the receiver closed the connection"))
            : Message(TR("sending failed: %1"), {std::generic_category().message(result.error)});
    }

    // The mark says that this was all: a stop before the plan's end leaves it out. A receiver that has gone
    // after the last image has missed nothing, so failures do not matter here. One that is behind at the end
    // of the duration gets the time of a last image to take it.
    void sendEndMark()
    {
        const bool cutShort = m_result.end == RunEnd::Stopped && (m_plan.images || m_durationEndNs != kNever);
        if (m_midRecord || m_result.end == RunEnd::Failed || cutShort)
            return;
        if (endNs() != kNever && m_finishUntilNs == 0)
            m_finishUntilNs = nowNs() + m_finishNs;
        std::string_view left = m_sender.m_encoder.endMark();
        m_sink.endFollows(left.size());
        while (!left.empty()) {
            const IoResult result = m_sink.write(left);
            if (result.status == IoResult::Status::Moved)
                left.remove_prefix(result.bytes);
            else if (result.status != IoResult::Status::WouldBlock || !waitForPeer())
                return;
        }
    }

    StreamSender& m_sender;
    const StreamPlan& m_plan;
    ByteSink& m_sink;
    const std::int64_t m_startNs;
    const std::int64_t m_durationEndNs;
    const std::int64_t m_lateAfterNs;
    const std::int64_t m_finishNs;

    const std::unique_ptr<char[]> m_buffer;
    std::size_t m_used = 0;
    std::uint64_t m_encoded = 0; // images so far
    std::vector<std::size_t> m_ends; // of the images in the buffer
    std::vector<std::int64_t> m_dueNs; // of the same images; empty where nothing is scheduled
    std::size_t m_taken = 0; // of them handed over to the last byte
    bool m_midRecord = false; // the run ended within an image
    std::int64_t m_finishUntilNs = 0; // the duration is over, the last image on its way; 0: not so

    SampledCpu m_encodeCpu;
    SendingResult m_result;
};

StreamSender::StreamSender(const ImageSet& images, const RecordEncoder& encoder, const StreamPlan& plan,
    Clock& clock, const StopSignal& stop, SendObserver* observer)
    : m_images(images)
    , m_encoder(encoder)
    , m_plan(plan)
    , m_clock(clock)
    , m_stop(stop)
    , m_observer(observer)
{
    assert(images.size() > 0);
}

SendingResult StreamSender::run(
    ByteSink& sink, std::int64_t startNs, std::int64_t durationNs, std::int64_t finishNs)
{
    const std::int64_t cpuBeforeNs = threadCpuNs();
    lowerTimerSlack();
    SendingResult result = Loop(*this, sink, startNs, durationNs, finishNs).run();
    result.cpuNs = threadCpuNs() - cpuBeforeNs;
    return result;
}

} // namespace iotbench
