// What a run did, quarter second by quarter second, in memory that does not grow with its length.
#pragma once

#include "statistics/interference.h"
#include "statistics/latency_steps.h"
#include "statistics/rolling_accuracy.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace iotbench {

struct IntervalRow {
    double startS = 0; // since the start of the run
    // 0.25, or that times a power of two once neighbours were merged. The last one takes in what would be
    // less than half a row behind it, of which no rate can be told, and has between half and one and a half
    // of it.
    double lengthS = 0;
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
    // Empty until the run is over.
    InterferenceRow interference;
    std::optional<double> suspendedS; // of lengthS, the process stood still; empty: the system does not tell

    double imagesPerS() const { return lengthS > 0 ? static_cast<double>(classified) / lengthS : 0; }
    bool operator==(const IntervalRow&) const = default;
};

// From the first row in which something was due, sent, or came: a receiver waits before it, however long.
std::span<const IntervalRow> withoutWait(std::span<const IntervalRow> rows);

// Two rows, one after the other, as one: its percentiles are those of the second, for of both together they
// are not known.
IntervalRow mergedRows(const IntervalRow& a, const IntervalRow& b);

// Counts into rows of 0.25 s, each image into the row of its result's time, however late it is told of. Where
// a row would be the 3,601st, neighbours are merged in pairs and rows are twice as long from then on. Median
// and p99 of a row are those of a histogram with steps of 1.6 % (the upper end of the step that holds the
// nearest rank, at most the row's maximum); every other figure is exact. One thread at a time. Feeding is
// O(1), amortised; nothing is allocated an image, but for one that comes over sixteen rows late.
class IntervalRows {
public:
    static constexpr std::size_t kMostRows = 3'600;
    static constexpr std::int64_t kFirstLengthNs = 250'000'000;

    // `originNs` is second 0 of the run; every time below is on the same steady clock, and one before it
    // counts as it. `judged`: answers are correct or wrong (false with the engine `null`).
    IntervalRows(std::int64_t originNs, bool judged);

    void addClassified(std::int64_t doneNs, bool correct, std::int64_t latencyNs); // latencyNs < 0: not known
    void addRejected(std::int64_t doneNs);
    // Totals since the start as they were at `nowNs`; what they grew by since the last call is counted in the
    // row of that time. A call for the last moment of every 0.25 s makes each row exact.
    void setOffered(std::int64_t nowNs, std::uint64_t total);
    void setSent(std::int64_t nowNs, std::uint64_t total);
    // Begins every row up to that of `nowNs`, so that a stall shows as rows of zeros while it lasts.
    void advanceTo(std::int64_t nowNs);
    // The run ends at `endNs`, which is after everything that was counted: so does the last row, and rows
    // that would begin later are dropped. Nothing may be added afterwards.
    void finish(std::int64_t endNs);

    // Those that were over at `nowNs`; results that come later may still change them. After finish(): all.
    std::vector<IntervalRow> rowsBy(std::int64_t nowNs) const;
    std::vector<IntervalRow> rows() const; // the one that is not over yet too
    const RollingAccuracy& accuracy() const { return m_accuracy; }
    // Of the last 1,000; empty before there are as many.
    std::optional<double> rollingLatencyP50Ms() const { return rollingLatencyMs(50); }
    std::optional<double> rollingLatencyP99Ms() const { return rollingLatencyMs(99); }

private:
    // The latencies of a row in brief: how many fell into each step, ascending; empty steps left out.
    struct Step {
        std::uint16_t index = 0;
        std::uint32_t images = 0;
    };
    struct Steps {
        std::vector<Step> list;

        template <typename Use>
        void forEach(const Use& use) const // ascending
        {
            for (const Step& step : list)
                use(step);
        }
    };
    using RowSteps = LatencySteps<6>; // 64 steps to a power of two: 1.6 % at most
    // The same of a row that is being added to, with a place for each step.
    struct Counted {
        static constexpr std::size_t kNoRow = ~std::size_t{0};

        std::size_t row = kNoRow;
        std::size_t first = RowSteps::kCount, end = 0; // `images` is zero outside
        std::array<std::uint32_t, RowSteps::kCount> images{};

        template <typename Use>
        void forEach(const Use& use) const
        {
            for (std::size_t step = first; step < end; ++step)
                if (images[step] > 0)
                    use(Step{static_cast<std::uint16_t>(step), images[step]});
        }
        void add(std::size_t step, std::uint32_t count) noexcept;
        void clear() noexcept;
    };

    std::int64_t startNs(std::size_t row) const
    {
        return m_originNs + static_cast<std::int64_t>(row) * m_lengthNs;
    }
    IntervalRow& rowAt(std::int64_t ns);
    std::optional<double> rollingLatencyMs(std::size_t percent) const;
    static void addGrowth(
        std::optional<std::uint64_t>& inRow, std::optional<std::uint64_t>& known, std::uint64_t total);
    void beginRow();
    void noteRolling(); // in the last row, as of its end
    void addLatency(std::size_t row, std::int64_t latencyNs);
    void putAway(Counted& counted);
    std::vector<IntervalRow> firstRows(std::size_t count) const;
    void mergeNeighbours();
    void joinLastTwo();
    static Steps stepsOf(const Counted& counted);
    static Steps merged(const Steps& a, const Steps& b);
    template <typename Latencies> // Steps or Counted
    static void fillPercentiles(IntervalRow& row, const Latencies& latencies);

    std::int64_t m_originNs;
    bool m_judged;
    std::int64_t m_lengthNs = kFirstLengthNs;
    bool m_finished = false;
    std::vector<IntervalRow> m_rows; // their percentiles are those of m_steps
    std::vector<Steps> m_steps; // beside m_rows, but for rows that have a place in m_counted
    std::vector<Counted> m_counted; // row i has its place at i modulo their number
    std::optional<std::uint64_t> m_offeredTotal; // empty: there is no schedule
    std::optional<std::uint64_t> m_sentTotal;
    RollingAccuracy m_accuracy;
    std::array<std::int64_t, kRollingWindow> m_lastLatenciesNs{}; // ring
    std::uint64_t m_latencies = 0; // ever put into the ring
};

} // namespace iotbench
