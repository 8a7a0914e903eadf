#include "run/collector.h"

#include "base/thread_time.h"
#include "base/wait_ready.h"

#include <algorithm>
#include <exception>
#include <poll.h>

namespace iotbench {

Collector::Collector(const CollectorParts& parts, CountingOptions options)
    : m_parts(parts)
    , m_options(std::move(options))
    , m_publisher(parts.status)
{
}

Collector::~Collector()
{
    end();
}

void Collector::start(StartGate& gate)
{
    m_thread = StageThread("collector", [this, &gate] {
        gate.pass();
        if (m_counts)
            run();
    });
}

void Collector::setOrigin(std::int64_t originNs)
{
    m_counts.emplace(std::move(m_options), originNs);
    if (m_parts.slices)
        m_parts.slices->setOrigin(originNs);
    m_nextIntervalNs = originNs + IntervalRows::kFirstLengthNs;
    publish(m_parts.clock.nowNs());
}

Collected Collector::finish()
{
    end();
    m_thread.join();
    return {.images = m_counts->images(),
        .series = m_counts->series(),
        .deliveries = m_counts->deliveries(),
        .lastDoneNs = m_counts->lastDoneNs(),
        .waited = m_counts->waited(),
        .cpuNs = m_cpuNs,
        .error = std::move(m_error)};
}

void Collector::run()
{
    const std::int64_t cpuBefore = threadCpuNs();
    try {
        collect();
    } catch (const std::exception& problem) {
        m_error = reasonOf(problem);
        m_failed.store(true, std::memory_order_release);
        m_parts.runNotifier.notify();
        discard();
    }
    m_cpuNs = threadCpuNs() - cpuBefore;
}

void Collector::collect()
{
    for (bool last = false; !last;) {
        last = m_allPublished.load(std::memory_order_acquire);
        const std::int64_t beforeNs = m_parts.clock.nowNs();
        countSending(beforeNs, last);
        m_parts.changes.applyTo(*m_counts);
        m_parts.ring.take([this](Sample& sample) { take(sample); });
        if (m_parts.slices)
            m_parts.slices->advanceTo(beforeNs);
        if (m_parts.sentRows)
            m_parts.sentRows->addTo(m_parts.outputs);
        m_firstImageNs.store(m_counts->firstArrivalNs(), std::memory_order_relaxed);
        m_parts.outputs.pause();
        if (m_parts.outputs.failed())
            m_parts.runNotifier.notify();
        m_parts.changes.closeCounted(*m_counts);
        if (const std::int64_t nowNs = m_parts.clock.nowNs(); m_publisher.due(nowNs))
            publish(nowNs);
        if (!last)
            wait();
    }
    m_counts->finish();
    publish(m_parts.clock.nowNs());
}

// Workers wait for room in the ring, so somebody has to make it.
void Collector::discard()
{
    while (!m_allPublished.load(std::memory_order_acquire)) {
        m_parts.ring.take([](const Sample&) {});
        wait();
    }
}

void Collector::take(Sample& sample)
{
    m_parts.changes.applyTo(*m_counts); // which has been told of its source by now
    if (m_parts.sending)
        sample.sentNs = m_parts.sending->sentNs(sample.source, sample.sequence);
    sample.latencyNs = m_counts->add(sample);
    m_parts.outputs.add(sample);
    if (m_parts.slices)
        m_parts.slices->add(sample);
}

// What was offered and sent is known for any time, so each interval gets its own to the image.
void Collector::countSending(std::int64_t nowNs, bool last)
{
    const std::int64_t settledNs = last ? nowNs : nowNs - kSettledNs;
    for (; m_nextIntervalNs <= settledNs; m_nextIntervalNs += IntervalRows::kFirstLengthNs)
        countSendingAt(m_nextIntervalNs - 1);
    countSendingAt(std::min(nowNs, m_nextIntervalNs - 1));
    m_counts->advanceTo(nowNs);
}

void Collector::countSendingAt(std::int64_t ns)
{
    if (!m_parts.sending)
        return;
    m_sending = m_parts.sending->progress(ns);
    m_counts->setSent(ns, m_sending.offered, m_sending.sent);
    if (m_parts.slices)
        m_parts.slices->setSent(ns, m_sending.offered, m_sending.sent, m_sending.late);
}

void Collector::publish(std::int64_t nowNs)
{
    const std::uint64_t bytes = m_parts.events ? m_parts.events->bytes() : m_sending.bytes;
    m_publisher.publish(*m_counts, m_sending, bytes, nowNs);
}

void Collector::end()
{
    m_allPublished.store(true, std::memory_order_release);
    m_parts.notifier.notify();
}

void Collector::wait()
{
    waitReady({m_parts.notifier.fd(), POLLIN}, m_never, kPeriodNs);
    m_parts.notifier.clear();
}

} // namespace iotbench
