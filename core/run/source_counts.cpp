#include "run/source_counts.h"

#include <algorithm>

namespace iotbench {

SourceCounts::SourceCounts(std::optional<Intended> intended)
    : m_intended(std::move(intended))
{
}

std::int64_t SourceCounts::add(Sample& sample, bool judged)
{
    ImageCounts& counts = m_row.counts;
    ++counts.received;
    // The schedule goes on with every record, whatever became of it.
    std::int64_t originNs = sample.arrivalNs;
    if (m_intended)
        originNs = sample.intendedNs = m_intended->runStartNs + m_intended->schedule.next();
    if (sample.reason != RejectReason::None) {
        ++counts.rejected;
        m_row.rejected[static_cast<std::size_t>(sample.reason)].add(sample.sequence + 1);
        m_hint = sample.hint;
        return -1;
    }
    if (counts.classified + counts.unclassified == 0)
        m_firstArrivalNs = sample.arrivalNs;
    if (!sample.classified) {
        ++counts.unclassified;
        return -1;
    }
    ++counts.classified;
    m_lastDoneNs = std::max(m_lastDoneNs, sample.doneNs);
    if (judged)
        counts.correct += sample.predicted == sample.label;
    if (sample.sequence < kInspected) {
        ++m_inspected;
        m_meanSubtracted += sample.meanSubtracted;
    }
    if (sample.waited)
        return -1;
    const std::int64_t latencyNs = std::max<std::int64_t>(0, sample.doneNs - originNs);
    if (!m_latencies)
        m_latencies = std::make_unique<LatencyHistogram>();
    m_latencies->record(latencyNs);
    return latencyNs;
}

void SourceCounts::close(SourceEnd end, std::uint64_t bytes, const AfterEndMark& after)
{
    m_row.end = end;
    m_row.afterEndMark = after;
    m_row.bytes = bytes;
    if (m_latencies)
        m_row.latency = m_latencies->summary();
    m_latencies.reset();
}

SourceRow SourceCounts::row() const
{
    SourceRow row = m_row;
    if (m_latencies)
        row.latency = m_latencies->summary();
    if (row.counts.classified > 0)
        row.elapsedS = static_cast<double>(m_lastDoneNs - m_firstArrivalNs) / 1e9;
    return row;
}

} // namespace iotbench
