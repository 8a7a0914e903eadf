#include "run/worker.h"

#include "base/thread_time.h"
#include "images/image_hash.h"
#include "run/source_counts.h"
#include "wire/detect_format.h"
#include "wire/normalise_image.h"
#include "wire/record_pixels.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <sched.h>
#include <thread>
#include <unistd.h>

namespace iotbench {

namespace {

constexpr std::uint64_t kFewestWarmUps = 2; // the first lays out memory

Sample sampleOf(const Record& record, std::int64_t startNs)
{
    Sample sample;
    sample.ordinal = record.ordinal;
    sample.sequence = record.sequence;
    sample.source = record.source;
    sample.arrivalNs = record.arrivalNs;
    sample.waited = record.waited;
    sample.startNs = startNs;
    return sample;
}

} // namespace

Worker::Worker(WorkerShared& shared, BatchSessions sessions)
    : m_shared(shared)
    , m_sessions(std::move(sessions))
    , m_records(m_sessions.largest().batch())
    , m_pending(m_records.size())
    , m_pendingRecords(m_pending.size())
    , m_values(shared.images.shape.values())
    , m_planes(m_values)
{
    m_result.batches.resize(m_sessions.sessions().size());
    m_result.cpus.resize(static_cast<std::size_t>(std::max(1L, sysconf(_SC_NPROCESSORS_CONF))));
}

std::uint64_t warmUpInferences(unsigned images, std::size_t batch)
{
    return images == 0 ? 0 : std::max<std::uint64_t>(kFewestWarmUps, (images + batch - 1) / batch);
}

Message Worker::warmUp(unsigned imagesEach, const ImageSet& images, const StopSignal& stop)
{
    for (const auto& session : m_sessions.sessions()) {
        for (std::size_t i = 0; i < session->batch(); ++i) {
            normaliseImage(m_shared.images.shape, images.image(i % images.size()), m_shared.normalisation,
                m_shared.mean, session->input() + i * m_values);
        }
        const std::uint64_t inferences = warmUpInferences(imagesEach, session->batch());
        for (std::uint64_t i = 0; i < inferences && !stop.raised(); ++i)
            if (!session->infer())
                return session->error();
    }
    return {};
}

WorkerResult Worker::run()
{
    const std::int64_t cpuBefore = threadCpuNs();
    for (;;) {
        std::size_t count = m_shared.queue.tryPop(m_records);
        if (count == 0) {
            if (m_shared.prompt)
                m_shared.collectorNotifier.notify();
            count = m_shared.queue.pop(m_records);
        }
        if (count == 0)
            break;
        const std::span<Record> batch(m_records.data(), count);
        const std::int64_t fromNs = m_shared.clock.nowNs();
        work(batch);
        m_shared.queue.workTook(m_shared.clock.nowNs() - fromNs, count);
        for (Record& record : batch)
            record.block = {};
    }
    m_result.cpuNs = threadCpuNs() - cpuBefore;
    m_result.decodeCpuNs = m_decodeCpu.ns();
    m_result.normaliseCpuNs = m_normaliseCpu.ns();
    return std::move(m_result);
}

void Worker::work(std::span<Record> records)
{
    while (!records.empty()) {
        m_startNs = m_shared.clock.nowNs();
        if (m_shared.abandon.load(std::memory_order_relaxed) || !m_result.error.empty()) {
            for (const Record& record : records)
                handOn(record, record.framing);
            return;
        }
        engines::Session& session = m_sessions.fitting(records.size());
        std::size_t good = 0;
        records = records.subspan(fill(session, records, good));
        if (good == session.batch()) {
            infer(session, 0);
            continue;
        }
        // Refused records left it short: what there is moves to smaller sessions.
        for (std::size_t first = 0; first < good;) {
            engines::Session& smaller = m_sessions.fitting(good - first);
            std::memcpy(smaller.input(), session.input() + first * m_values,
                smaller.batch() * m_values * sizeof(float));
            infer(smaller, first);
            first += smaller.batch();
        }
    }
}

// Decodes into the session until it is full or the records are used up; returns how many records were used.
std::size_t Worker::fill(engines::Session& session, std::span<Record> records, std::size_t& good)
{
    std::size_t used = 0;
    std::int64_t beforeNs = m_startNs;
    while (used < records.size() && good < session.batch()) {
        Record& record = records[used++];
        Content content;
        const RejectReason reason = m_decodeCpu.over([&] { return decode(record, content); });
        const std::int64_t decodedNs = m_shared.clock.nowNs();
        if (reason != RejectReason::None) {
            const bool mayHint
                = reason == RejectReason::OutOfRange && record.sequence < SourceCounts::kRejectedBeforeHint;
            handOn(record, reason, mayHint ? formatHint(record.format, record.bytes()) : std::nullopt);
            record.block = {};
            beforeNs = decodedNs;
            continue;
        }
        m_normaliseCpu.over([&] {
            normaliseRecord(record.format, m_decoded, m_shared.normalisation, m_shared.mean,
                session.input() + good * m_values);
        });
        if (!m_shared.gallery) // which may look at it once more
            record.block = {}; // so that more can be read while this one is inferred
        const std::int64_t normalisedNs = m_shared.clock.nowNs();

        m_pendingRecords[good] = &record;
        Sample& sample = m_pending[good++];
        sample = sampleOf(record, m_startNs);
        sample.label = m_decoded.label;
        sample.hash = content.hash;
        sample.key = content.key;
        sample.meanSubtracted = content.meanSubtracted;
        sample.decodeNs = decodedNs - beforeNs;
        sample.normaliseNs = normalisedNs - decodedNs;
        beforeNs = normalisedNs;
    }
    return used;
}

// Fills m_decoded and, of a good record, what it is known by, whose time so counts with decoding.
RejectReason Worker::decode(const Record& record, Content& content)
{
    RejectReason reason = record.framing;
    if (reason == RejectReason::None)
        reason = decodeRecord(record.format, record.bytes(), m_decoded);
    if (reason == RejectReason::None)
        content = contentOf(record.format);
    return reason;
}

Worker::Content Worker::contentOf(WireFormat format)
{
    const bool meanSubtracted = hasMeanSubtracted(format, m_decoded, m_shared.mean);
    const auto planes = recordPlanes(format, m_decoded, meanSubtracted, m_shared.mean, m_planes);
    return {m_shared.hashes ? imageHash(planes) : 0, keyedImageHash(planes), meanSubtracted};
}

// Runs the session on the pending images from `first` on, one for each place of its batch.
void Worker::infer(engines::Session& session, std::size_t first)
{
    const std::int64_t cpuBefore = threadCpuNs();
    const std::int64_t beforeNs = m_shared.clock.nowNs();
    const float* scores = session.infer();
    const std::int64_t doneNs = m_shared.clock.nowNs();
    m_result.inferCpuNs += threadCpuNs() - cpuBefore;
    if (!scores) {
        m_result.error = session.error();
        m_shared.failed.store(true, std::memory_order_release);
        m_shared.runNotifier.notify();
    }

    const std::size_t batch = session.batch();
    const std::size_t classes = m_shared.images.classes.size();
    for (std::size_t i = 0; i < batch; ++i) {
        Sample& sample = m_pending[first + i];
        sample.doneNs = doneNs;
        if (scores) {
            const std::span<const float> ofImage(scores + i * classes, classes);
            const TopClass top = topClass(ofImage, m_shared.scores);
            sample.predicted = top.predicted;
            sample.probability = top.probability;
            sample.scoresFinite = top.finite;
            sample.inferNs = doneNs - beforeNs;
            sample.batch = static_cast<std::uint16_t>(batch);
            sample.classified = true;
            if (m_shared.gallery && m_shared.gallery->wants(sample))
                takePicture(sample, *m_pendingRecords[first + i], ofImage);
        }
        publish(sample);
    }
    const auto& sessions = m_sessions.sessions();
    const auto used = std::ranges::find_if(sessions, [&](const auto& one) { return one.get() == &session; });
    ++m_result.batches[static_cast<std::size_t>(used - sessions.begin())];
    if (const int cpu = sched_getcpu();
        scores && cpu >= 0 && static_cast<std::size_t>(cpu) < m_result.cpus.size()) {
        CpuUse& use = m_result.cpus[static_cast<std::size_t>(cpu)];
        use.images += batch;
        use.inferNs += doneNs - beforeNs;
    }
}

// After the result is known and timed. The record is read once more: its values are not kept beside the
// batch, for most images of a fast run are not wanted.
void Worker::takePicture(Sample& sample, const Record& record, std::span<const float> scores)
{
    if (decodeRecord(record.format, record.bytes(), m_decoded) != RejectReason::None)
        return;
    const std::uint32_t place = m_shared.gallery->take();
    if (place == Sample::kNoPicture)
        return;
    recordPixels(
        record.format, m_decoded, sample.meanSubtracted, m_shared.mean, m_shared.gallery->pixels(place));
    classProbabilities(scores, m_shared.scores, m_shared.gallery->probabilities(place));
    sample.picture = place;
}

void Worker::handOn(const Record& record, RejectReason reason, std::optional<Marked> hint)
{
    Sample sample = sampleOf(record, m_startNs);
    sample.doneNs = m_shared.clock.nowNs();
    sample.reason = reason;
    sample.hint = hint;
    publish(sample);
}

void Worker::publish(const Sample& sample)
{
    // The collector is behind by a whole ring only where something holds it up: a full disk's worth of rows,
    // or a reader of our results that does not read.
    while (!m_shared.ring.hasRoomFor(sample.ordinal)) {
        m_shared.collectorNotifier.notify();
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    m_shared.ring.publish(sample);
}

} // namespace iotbench
