#include "statistics/latency_histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace iotbench {
namespace {

constexpr int kPartBits = 10; // an octave is cut into 2^10 parts
constexpr std::int64_t kParts = std::int64_t{1} << kPartBits;

} // namespace

// Bucket i holds the single time i below 2 × kParts; above, the octave [kParts << e, 2 kParts << e) fills the
// buckets e × kParts + [kParts, 2 kParts).
std::size_t LatencyHistogram::bucketOf(std::int64_t ns) noexcept
{
    const int octave
        = std::max(0, static_cast<int>(std::bit_width(static_cast<std::uint64_t>(ns))) - kPartBits - 1);
    return static_cast<std::size_t>(octave * kParts + (ns >> octave));
}

std::int64_t LatencyHistogram::bucketUpperNs(std::size_t bucket) noexcept
{
    const auto index = static_cast<std::int64_t>(bucket);
    if (index < 2 * kParts)
        return index;
    const std::int64_t octave = index / kParts - 1;
    return ((index - octave * kParts + 1) << octave) - 1;
}

LatencyHistogram::LatencyHistogram()
    : m_counts(bucketOf(kHighestNs) + 1)
    , m_firstUsed(m_counts.size())
    , m_usedEnd(0)
{
}

void LatencyHistogram::record(std::int64_t ns) noexcept
{
    ns = std::max<std::int64_t>(ns, 0);
    if (ns <= kHighestNs) {
        const std::size_t bucket = bucketOf(ns);
        ++m_counts[bucket];
        m_firstUsed = std::min(m_firstUsed, bucket);
        m_usedEnd = std::max(m_usedEnd, bucket + 1);
    } else
        ++m_overHighest;
    m_minNs = m_samples ? std::min(m_minNs, ns) : ns;
    m_maxNs = std::max(m_maxNs, ns);
    m_sumNs += static_cast<double>(ns);
    ++m_samples;
}

void LatencyHistogram::merge(const LatencyHistogram& other) noexcept
{
    if (other.m_samples == 0)
        return;
    for (std::size_t i = other.m_firstUsed; i < other.m_usedEnd; ++i)
        m_counts[i] += other.m_counts[i];
    m_firstUsed = std::min(m_firstUsed, other.m_firstUsed);
    m_usedEnd = std::max(m_usedEnd, other.m_usedEnd);
    m_minNs = m_samples ? std::min(m_minNs, other.m_minNs) : other.m_minNs;
    m_maxNs = std::max(m_maxNs, other.m_maxNs);
    m_sumNs += other.m_sumNs;
    m_samples += other.m_samples;
    m_overHighest += other.m_overHighest;
}

void LatencyHistogram::clear() noexcept
{
    for (std::size_t i = m_firstUsed; i < m_usedEnd; ++i)
        m_counts[i] = 0;
    m_firstUsed = m_counts.size();
    m_usedEnd = 0;
    m_samples = m_overHighest = 0;
    m_minNs = m_maxNs = 0;
    m_sumNs = 0;
}

double LatencyHistogram::meanNs() const noexcept
{
    return m_samples ? m_sumNs / static_cast<double>(m_samples) : 0;
}

std::int64_t LatencyHistogram::quantileNs(unsigned perMille) const noexcept
{
    return atRankNs(std::max<std::uint64_t>(1, (m_samples * perMille + 999) / 1000));
}

std::int64_t LatencyHistogram::atRankNs(std::uint64_t rank) const noexcept
{
    std::uint64_t seen = 0;
    for (std::size_t i = m_firstUsed; i < m_usedEnd; ++i) {
        seen += m_counts[i];
        if (seen >= rank)
            return std::min(bucketUpperNs(i), m_maxNs);
    }
    return m_maxNs;
}

std::optional<double> LatencyHistogram::percentileMs(unsigned perMille) const noexcept
{
    constexpr std::uint64_t fewestBeyond = 10;
    if (m_samples * (1000 - perMille) < fewestBeyond * 1000)
        return std::nullopt;
    return msAtRank((m_samples * perMille + 999) / 1000);
}

std::optional<double> LatencyHistogram::msAtRank(std::uint64_t rank) const noexcept
{
    if (rank > m_samples - m_overHighest)
        return std::nullopt;
    return static_cast<double>(atRankNs(rank)) / kNsPerMs;
}

LatencySummary LatencyHistogram::summary() const
{
    LatencySummary summary;
    summary.samples = m_samples;
    if (m_samples == 0)
        return summary;
    summary.meanMs = meanNs() / kNsPerMs;
    summary.p50Ms = percentileMs(500);
    summary.p90Ms = percentileMs(900);
    summary.p95Ms = percentileMs(950);
    summary.p99Ms = percentileMs(990);
    summary.p999Ms = percentileMs(999);
    summary.maxMs = static_cast<double>(m_maxNs) / kNsPerMs;
    summary.over1h = m_overHighest;
    return summary;
}

std::vector<LatencyBucket> LatencyHistogram::coarseBuckets() const
{
    constexpr double kPartsOfOctave = 16;
    std::vector<LatencyBucket> buckets;
    forEachBucket([&](std::int64_t upperNs, std::uint64_t count) {
        const double ns = static_cast<double>(std::max<std::int64_t>(upperNs, 1));
        const double octave = std::exp2(std::floor(std::log2(ns)));
        const double part = std::floor((ns / octave - 1) * kPartsOfOctave);
        const double upperMs = octave * (1 + (part + 1) / kPartsOfOctave) / 1e6;
        if (buckets.empty() || buckets.back().upperMs != upperMs)
            buckets.push_back({upperMs, 0});
        buckets.back().count += count;
    });
    return buckets;
}

} // namespace iotbench
