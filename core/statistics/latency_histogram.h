// Times from nanoseconds to an hour in fixed memory, three significant digits at any magnitude.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace iotbench {

inline constexpr double kNsPerMs = 1e6;

// What a report says of a set of times, in milliseconds. A percentile with fewer than ten samples beyond it
// says more about luck than about the machine and is left empty: p50 needs 20 samples, p99 1,000, p99.9
// 10,000.
struct LatencySummary {
    std::uint64_t samples = 0;
    std::optional<double> meanMs, p50Ms, p90Ms, p95Ms, p99Ms, p999Ms, maxMs;
    std::uint64_t over1h = 0; // of the samples; a percentile that falls among them is empty

    bool operator==(const LatencySummary&) const = default;
};

// A part of a histogram for plots: times from the bucket before it up to `upperMs`.
struct LatencyBucket {
    double upperMs = 0;
    std::uint64_t count = 0;

    bool operator==(const LatencyBucket&) const = default;
};

// Log-linear buckets: every power of two is cut into 1,024 equal parts, so that a bucket is narrower than 0.1
// % of what it holds. After the layout of HdrHistogram (Gil Tene, http://hdrhistogram.org). About 270 kB. One
// thread at a time; record() is O(1) and allocates nothing.
class LatencyHistogram {
public:
    // One hour; longer times are in no bucket, but in samples(), mean and maximum.
    static constexpr std::int64_t kHighestNs = 3'600'000'000'000;

    LatencyHistogram();

    void record(std::int64_t ns) noexcept; // below 0 counts as 0
    void merge(const LatencyHistogram& other) noexcept;
    void clear() noexcept; // costs what was used, not the whole table

    std::uint64_t samples() const noexcept { return m_samples; }
    std::uint64_t overHighest() const noexcept { return m_overHighest; }
    std::int64_t minNs() const noexcept { return m_samples ? m_minNs : 0; } // exact
    std::int64_t maxNs() const noexcept { return m_maxNs; } // exact; 0 without samples
    double meanNs() const noexcept; // of the exact times; 0 without samples

    // The nearest-rank quantile: the smallest recorded magnitude that at least `perMille`/1000 of the samples
    // do not exceed, given as the highest time its bucket holds, at most maxNs(), which it is above an
    // hour. 0 without samples.
    std::int64_t quantileNs(unsigned perMille) const noexcept;
    // The same, in milliseconds, under the rule of LatencySummary: empty with fewer than ten samples beyond
    // it, and above an hour.
    std::optional<double> percentileMs(unsigned perMille) const noexcept;
    // The sample of this rank, from 1, as the highest time its bucket holds; empty above an hour.
    std::optional<double> msAtRank(std::uint64_t rank) const noexcept;
    LatencySummary summary() const;

    // For plots and CSV: calls use(upperNs, count) for each bucket that holds something, in ascending order.
    template <typename Use>
    void forEachBucket(Use&& use) const
    {
        for (std::size_t i = m_firstUsed; i < m_usedEnd; ++i)
            if (m_counts[i])
                use(bucketUpperNs(i), m_counts[i]);
    }

    // The same, 16 to a power of two (each 4 to 6 % wide): few enough to be written and drawn. Ascending,
    // empty ones left out.
    std::vector<LatencyBucket> coarseBuckets() const;

private:
    static std::size_t bucketOf(std::int64_t ns) noexcept;
    std::int64_t atRankNs(std::uint64_t rank) const noexcept;
    static std::int64_t bucketUpperNs(std::size_t bucket) noexcept;

    std::vector<std::uint64_t> m_counts;
    std::size_t m_firstUsed; // m_counts is zero outside [m_firstUsed, m_usedEnd)
    std::size_t m_usedEnd;
    std::uint64_t m_samples = 0;
    std::uint64_t m_overHighest = 0;
    std::int64_t m_minNs = 0;
    std::int64_t m_maxNs = 0;
    double m_sumNs = 0;
};

} // namespace iotbench
