#include "run/snapshot_publisher.h"

#include "base/clock.h"

#include <algorithm>
#include <memory>

namespace iotbench {

namespace {

// How long a row waits, once it is over, for results that are still on their way to the collector.
constexpr std::int64_t kSettlingNs = 50'000'000;

// Figures of the last second, from the rows that it covers.
void fillRatesNow(RunSnapshot& snapshot)
{
    double seconds = 0;
    std::uint64_t classified = 0;
    std::uint64_t offered = 0;
    bool hasOffered = true;
    const std::vector<IntervalRow>& rows = *snapshot.intervals;
    for (auto row = rows.rbegin(); row != rows.rend() && seconds < 1; ++row) {
        seconds += row->lengthS;
        classified += row->classified;
        hasOffered = hasOffered && row->offered.has_value();
        offered += row->offered.value_or(0);
    }
    if (seconds <= 0)
        return;
    snapshot.imagesPerSNow = static_cast<double>(classified) / seconds;
    if (hasOffered)
        snapshot.offeredPerSNow = static_cast<double>(offered) / seconds;
}

} // namespace

void SnapshotPublisher::publish(
    RunCounts& counts, const SendingProgress& sending, std::uint64_t bytes, std::int64_t nowNs)
{
    m_publishedNs = nowNs;
    for (Message& warning : counts.takeWarnings())
        m_status.warn(std::move(warning));

    RunSnapshot snapshot;
    const IntervalRows& intervals = counts.intervals();
    snapshot.sinceStartS = seconds(std::max<std::int64_t>(0, nowNs - counts.originNs()));
    snapshot.counts = counts.counts();
    if (counts.lastDoneNs() > counts.firstArrivalNs()) {
        snapshot.elapsedS = seconds(counts.lastDoneNs() - counts.firstArrivalNs());
        snapshot.meanImagesPerS = static_cast<double>(snapshot.counts.classified) / snapshot.elapsedS;
    }
    if (counts.judged()) {
        if (const DistinctCounts distinct = counts.distinct(); distinct.kept > 0)
            snapshot.accuracy = static_cast<double>(distinct.correct) / static_cast<double>(distinct.kept);
        snapshot.rollingAccuracy = intervals.accuracy().rolling();
    }
    snapshot.rollingLatencyP50Ms = intervals.rollingLatencyP50Ms();
    snapshot.rollingLatencyP99Ms = intervals.rollingLatencyP99Ms();
    snapshot.lateSends = sending.late;
    snapshot.bytes = bytes;
    snapshot.bytesPerSNow = m_bytesRate.after(nowNs, bytes);
    snapshot.sources = counts.sourceRows();
    snapshot.intervals
        = std::make_shared<const std::vector<IntervalRow>>(intervals.rowsBy(nowNs - kSettlingNs));
    fillRatesNow(snapshot);
    m_status.publish(std::move(snapshot));
}

} // namespace iotbench
