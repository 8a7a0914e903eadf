#include "run/sending_side.h"

#include "base/thread_time.h"
#include "run/sent_times.h"
#include "stream/receipt.h"

#include <algorithm>
#include <cmath>

namespace iotbench {

namespace {

// A thread that goes before all others interrupts the worker on its processor for the wait awake before a
// deadline (50 µs at most) and for the send. Of inferences that take milliseconds that is little, and sends
// are then never late: at 500 images/s on two busy processors 0 % instead of 7. At higher rates, where
// inferences are short, it cost them 15 % and more.
constexpr double kMostInRealTimePerS = 1'000;

// Images on their way and in queues: some 700 records of the shortest format in socket buffers, and what the
// workers and the collector have not come to. All streams together keep 32 MB at most.
constexpr std::size_t kTimesKept = 65'536;
constexpr std::size_t kTimesKeptInAll = 4'194'304;

// How late each image left, or had become when the run ended. On the stream's own thread; but for `times`
// read after it has ended.
class SendRecorder final : public SendObserver {
public:
    explicit SendRecorder(std::size_t timesKept)
        : times(timesKept)
    {
    }

    void imagesSent(std::uint64_t first, std::size_t count, std::span<const std::int64_t> dueNs,
        std::int64_t sentNs) noexcept override
    {
        times.record(first, count, sentNs);
        if (dueNs.empty())
            return;
        if (!firstDueNs)
            firstDueNs = dueNs.front();
        lastDueNs = dueNs.back();
        for (const std::int64_t due : dueNs)
            sendDelay.record(sentNs - due);
    }

    void imageHeldUp(std::int64_t dueNs, std::int64_t endNs) noexcept override
    {
        if (!firstDueNs)
            firstDueNs = dueNs;
        if (heldUp++ == 0)
            firstHeldUpNs = dueNs;
        endedNs = endNs;
        sendDelay.record(endNs - dueNs);
    }

    SentTimes times;
    LatencyHistogram sendDelay;
    std::optional<std::int64_t> firstDueNs; // empty: none was due
    std::int64_t lastDueNs = 0; // of those sent
    std::uint64_t heldUp = 0; // images
    std::int64_t firstHeldUpNs = 0; // due, where there are any
    std::int64_t endedNs = 0; // the same
};

std::optional<std::int64_t> earlier(std::optional<std::int64_t> a, std::optional<std::int64_t> b)
{
    return a && b ? std::min(*a, *b) : a ? a : b;
}

StreamPlan totalPlan(const Settings& settings)
{
    StreamPlan plan;
    plan.pacing = settings.pacing;
    plan.ratePerS = settings.imagesPerSecond;
    plan.cameraRatePerS = settings.cameraRatePerS;
    plan.images = settings.totalImages;
    plan.seed = settings.seed;
    if (settings.durationS > 0)
        plan.imagesInTime
            = static_cast<std::uint64_t>(std::ceil(settings.durationS * settings.imagesPerSecond));
    return plan;
}

} // namespace

struct SendingSide::Stream {
    Stream(const ImageSet& images, const RecordEncoder& encoder, const StreamPlan& share,
        std::int64_t durationNs, std::size_t timesKept, Clock& clock, const StopSignal& stop)
        : plan(share)
        , recorder(timesKept)
        , sender(images, encoder, share, clock, stop, &recorder)
    {
        if (plan.hasIntendedTimes())
            offered.emplace(plan, durationNs);
    }

    StreamPlan plan;
    bool realTime = false; // the thread's own; read after it has ended
    SendRecorder recorder;
    StreamSender sender;
    std::optional<OfferedCounter> offered;
    std::unique_ptr<ByteSink> sink;
    SendingResult result;
    std::optional<Receipt> receipt; // empty: not awaited
    StageThread thread;
};

// A stream's end, however its thread comes to it.
class SendingSide::Leaving {
public:
    Leaving(Stream& stream, std::atomic<unsigned>& running)
        : m_stream(stream)
        , m_running(running)
    {
    }
    ~Leaving()
    {
        m_stream.sink.reset(); // closes: the receiver sees the end
        m_running.fetch_sub(1, std::memory_order_release);
    }
    Leaving(const Leaving&) = delete;
    Leaving& operator=(const Leaving&) = delete;

private:
    Stream& m_stream;
    std::atomic<unsigned>& m_running;
};

SendingSide::SendingSide(const Settings& settings, const ImageSet& images, bool subtractMean,
    const PixelMean& mean, Clock& clock, const StopSignal& stop)
    : m_durationNs(nanoseconds(settings.durationS))
    , m_ratePerS(settings.imagesPerSecond)
    , m_awaitsReceipt(settings.role == Role::Send)
    , m_clock(clock)
    , m_stop(stop)
    , m_encoder(*settings.format, subtractMean, mean)
{
    const StreamPlan total = totalPlan(settings);
    const std::size_t timesKept = std::min(kTimesKept, kTimesKeptInAll / settings.streams);
    for (unsigned i = 0; i < settings.streams; ++i) {
        StreamPlan plan = shareOf(total, i, settings.streams);
        plan.firstImage = i * images.size() / settings.streams; // together they share the set out
        m_streams.push_back(
            std::make_unique<Stream>(images, m_encoder, plan, m_durationNs, timesKept, clock, stop));
    }
}

SendingSide::~SendingSide() = default;

std::vector<StreamPlan> SendingSide::plans() const
{
    std::vector<StreamPlan> plans;
    for (const auto& stream : m_streams)
        plans.push_back(stream->plan);
    return plans;
}

void SendingSide::start(std::vector<std::unique_ptr<ByteSink>> sinks, StartGate& gate)
{
    m_unsent.store(threads(), std::memory_order_relaxed);
    m_running.store(threads(), std::memory_order_relaxed);
    for (std::size_t i = 0; i < m_streams.size(); ++i) {
        Stream& stream = *m_streams[i];
        stream.sink = std::move(sinks[i]);
        stream.thread = StageThread("sender " + std::to_string(i + 1), [this, &stream, &gate] {
            const Leaving leaving(stream, m_running);
            // A kernel that preempts lazily lets a worker finish its inference first, milliseconds of it.
            if (stream.plan.hasIntendedTimes() && m_ratePerS <= kMostInRealTimePerS)
                stream.realTime = runInRealTime();
            gate.pass();
            stream.result = stream.sender.run(*stream.sink, m_runStartNs, m_durationNs);
            m_unsent.fetch_sub(1, std::memory_order_release);
            if (m_awaitsReceipt && stream.result.end == RunEnd::Complete)
                stream.receipt = stream.result.cutBytes > 0
                    ? Receipt{Receipt::Status::Unread, stream.result.cutBytes}
                    : awaitReceipt(*stream.sink, m_clock, m_stop);
        });
    }
}

std::uint64_t SendingSide::sent() const
{
    std::uint64_t sum = 0;
    for (const auto& stream : m_streams)
        sum += stream->sender.sent();
    return sum;
}

void SendingSide::endNow() noexcept
{
    std::int64_t never = kNever;
    if (m_endNs.compare_exchange_strong(never, m_clock.nowNs()))
        for (const auto& stream : m_streams)
            stream->sender.endAt(m_endNs);
}

SendingProgress SendingSide::progress(std::int64_t nowNs)
{
    const std::int64_t runStartNs = m_runStartNs;
    const std::int64_t dueNs = std::min(nowNs, m_endNs - 1);
    SendingProgress sum{.offered = 0, .sent = 0, .late = 0};
    for (const auto& stream : m_streams) {
        *sum.sent += stream->recorder.times.sentBy(nowNs).value_or(stream->sender.sent());
        sum.bytes += stream->sender.bytes();
        if (!stream->offered) { // alike for all streams of a plan
            sum.offered.reset();
            sum.late.reset();
        } else {
            *sum.late += stream->sender.late();
            if (runStartNs != 0)
                *sum.offered += stream->offered->dueBy(dueNs - runStartNs);
        }
    }
    return sum;
}

std::int64_t SendingSide::sentNs(std::size_t stream, std::uint64_t image) const noexcept
{
    return stream < m_streams.size() ? m_streams[stream]->recorder.times.find(image) : 0;
}

std::uint64_t SendingSide::recorded(std::size_t stream) const noexcept
{
    return m_streams[stream]->recorder.times.recorded();
}

SendingSummary SendingSide::join()
{
    SendingSummary summary;
    LatencyHistogram sendDelay;
    std::uint64_t late = 0;
    std::optional<std::int64_t> firstDueNs;
    std::int64_t lastDueNs = 0;
    std::optional<std::int64_t> firstHeldUpNs;
    HeldUp heldUp;
    for (const auto& stream : m_streams) {
        if (Message error = stream->thread.join(); !error.empty() && summary.error.empty())
            summary.error = std::move(error);
        const SendingResult& result = stream->result;
        summary.offered += result.offered;
        summary.sent += result.sent;
        summary.bytes += result.bytes;
        summary.cpuNs += result.cpuNs;
        summary.encodeCpuNs += result.encodeCpuNs;
        summary.sentByStream.push_back(result.sent);
        if (result.sent > 0)
            summary.firstSentNs = summary.firstSentNs == 0
                ? result.firstSentNs
                : std::min(summary.firstSentNs, result.firstSentNs);
        summary.lastSentNs = std::max(summary.lastSentNs, result.lastSentNs);
        const SendRecorder& recorder = stream->recorder;
        firstDueNs = earlier(firstDueNs, recorder.firstDueNs);
        lastDueNs = std::max(lastDueNs, recorder.lastDueNs);
        late += result.late;
        sendDelay.merge(recorder.sendDelay);
        if (recorder.heldUp > 0) {
            heldUp.images += recorder.heldUp;
            firstHeldUpNs = earlier(firstHeldUpNs, recorder.firstHeldUpNs);
            summary.endedNs = std::max(summary.endedNs, recorder.endedNs);
        }
        if (stream->receipt)
            summary.receipts.add(*stream->receipt);
        if (result.end == RunEnd::Failed && summary.failure.empty())
            summary.failure = result.failure;
    }
    summary.lastIntendedNs = lastDueNs;
    if (firstDueNs) {
        const bool realTime
            = std::ranges::all_of(m_streams, [](const auto& stream) { return stream->realTime; });
        const auto sinceFirstDueS = [&](std::int64_t ns) { return seconds(ns - std::min(ns, *firstDueNs)); };
        summary.sendDelay = SendDelay{late, sendDelay.summary(), realTime};
        if (firstHeldUpNs) {
            heldUp.fromS = sinceFirstDueS(*firstHeldUpNs);
            heldUp.untilS = sinceFirstDueS(summary.endedNs);
            summary.sendDelay->heldUp = heldUp;
        }
        summary.backlog = Backlog{.scheduleS = sinceFirstDueS(lastDueNs),
            .lastIntendedS = sinceFirstDueS(lastDueNs),
            .lastResultS = sinceFirstDueS(summary.lastSentNs)};
    }
    return summary;
}

} // namespace iotbench
