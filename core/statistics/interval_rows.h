// What a run did, quarter second by quarter second, in memory that does not grow with its length.
#pragma once

#include "statistics/interference.h"
#include "statistics/latency_histogram.h"
#include "statistics/rolling_accuracy.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace iotbench {

struct IntervalRow {
    double startS = 0; // since the start of the run
    double lengthS
        = 0; // 0.25, or that times a power of two once neighbours were merged; the last one may be shorter
    std::optional<std::uint64_t> offered; // images due in it by the schedule; empty where there is none
    std::optional<std::uint64_t> sent; // empty where we do not send
    std::uint64_t classified = 0;
    std::uint64_t correct = 0; // 0 where answers are not judged (engine `null`)
    std::uint64_t rejected = 0;
    std::optional<double> latencyP50Ms; // median of the row's own images, however few
    std::optional<double> latencyP99Ms; // of the row's own images, where there are 1,000
    std::optional<double> latencyMaxMs;
    // as of the row's end
    std::optional<double> rollingAccuracy; // share 0..1 of the last 1,000 images
    std::optional<double> rollingLatencyP99Ms; // of the last 1,000 images; empty before there are as many
    InterferenceRow interference; // empty until the run is over

    double imagesPerS() const { return lengthS > 0 ? static_cast<double>(classified) / lengthS : 0; }
    bool operator==(const IntervalRow&) const = default;
};

// Collects rows of 0.25 s. Where a row would be the 3,601st, neighbours are merged in pairs and rows are
// twice as long from then on. Median and p99 of a merged row are those of a histogram with steps of 1.6 %;
// every other figure is exact. One thread at a time. Feeding is O(1), amortised; nothing
// is allocated an image.
class IntervalRows {
public:
    static constexpr std::size_t kMostRows = 3'600;
    static constexpr std::int64_t kFirstLengthNs = 250'000'000;

    // `originNs` is second 0 of the run; every time below is on the same steady clock. `judged`: answers are
    // correct or wrong (false with the engine `null`).
    IntervalRows(std::int64_t originNs, bool judged);

    // Results come about in the order of `doneNs`: one that is older than the row now open is counted there.
    // latencyNs < 0: not known.
    void addClassified(std::int64_t doneNs, bool correct, std::int64_t latencyNs);
    void addRejected(std::int64_t doneNs);
    // Totals since the start as they were at `nowNs`; what they grew by is counted in the row of that time.
    // Call them at least four times a second, after the results of that moment (they close the rows before
    // it).
    void setOffered(std::int64_t nowNs, std::uint64_t total);
    void setSent(std::int64_t nowNs, std::uint64_t total);
    // Closes every row that ended by `nowNs`, so that a stall shows as rows of zeros while it lasts.
    void advanceTo(std::int64_t nowNs);
    // Closes the last row at `endNs`, if there is anything in it or time to it. Nothing may be added
    // afterwards.
    void finish(std::int64_t endNs);

    std::int64_t openRowEndNs() const { return m_openStartNs + m_lengthNs; }
    const std::vector<IntervalRow>& rows() const { return m_rows; } // closed ones only
    const RollingAccuracy& accuracy() const { return m_accuracy; }
    // Of the last 1,000; empty before there are as many.
    std::optional<double> rollingLatencyP50Ms() const { return rollingLatencyMs(50); }
    std::optional<double> rollingLatencyP99Ms() const { return rollingLatencyMs(99); }

private:
    // The latencies of a closed row in brief: how many fell into each step, ascending; empty steps left out.
    struct Step {
        std::uint16_t index = 0;
        std::uint32_t images = 0;
    };
    using Steps = std::vector<Step>;

    std::optional<double> rollingLatencyMs(std::size_t percent) const;
    void closeRow(std::int64_t endNs);
    void mergeNeighbours();
    static Steps stepsOf(const LatencyHistogram& latencies);
    static Steps merged(const Steps& a, const Steps& b);
    static IntervalRow merged(const IntervalRow& a, const IntervalRow& b, const Steps& both);

    std::int64_t m_originNs;
    bool m_judged;
    std::int64_t m_openStartNs;
    std::int64_t m_lengthNs = kFirstLengthNs;
    IntervalRow m_open;
    LatencyHistogram m_openLatencies;
    std::vector<IntervalRow> m_rows;
    std::vector<Steps> m_steps; // beside m_rows
    std::uint64_t m_offeredTotal = 0;
    std::uint64_t m_sentTotal = 0;
    RollingAccuracy m_accuracy;
    std::array<std::int64_t, kRollingWindow> m_lastLatenciesNs{}; // ring
    std::uint64_t m_latencies = 0; // ever put into the ring
};

} // namespace iotbench
