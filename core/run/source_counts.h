// What has become of the records of one source, so far.
#pragma once

#include "statistics/latency_histogram.h"
#include "statistics/run_result.h"
#include "statistics/sample.h"
#include "stream/schedule.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace iotbench {

// One thread. Samples come in order of sequences.
class SourceCounts {
public:
    // `intended`: the schedule of the embedded sender at the other end, in clock time; null where there is
    // none.
    struct Intended {
        Schedule schedule;
        std::int64_t runStartNs = 0;
    };
    explicit SourceCounts(std::optional<Intended> intended);

    // Counts it and returns its latency in ns from the intended time, or from its arrival where there is no
    // plan; < 0 where it was not classified, or had waited. `judged`: answers mean something.
    std::int64_t add(Sample& sample, bool judged); // fills in its intended time

    // All its samples have been added. What takes room goes, its figures stay in row().
    void close(SourceEnd end, std::uint64_t bytes, const AfterEndMark& after);

    SourceRow row() const; // with everything above filled in
    SourceRow& facts() { return m_row; } // name and format: filled by whoever knows them
    const SourceRow& facts() const { return m_row; }

    // Records that fail for range from the first on are more often another format than damage: their number
    // that makes it worth a hint, and what the last of them looked like (unset where nothing better comes to
    // mind).
    static constexpr std::uint64_t kRejectedBeforeHint = 20;
    std::optional<Marked> hint() const { return m_hint; }

    // Of the first records of a float stream (those that are inspected), how many came without the pixel
    // mean.
    static constexpr std::uint64_t kInspected = 100;
    std::uint64_t inspected() const { return m_inspected; }
    std::uint64_t meanSubtracted() const { return m_meanSubtracted; }

private:
    SourceRow m_row;
    std::optional<Intended> m_intended;
    std::unique_ptr<LatencyHistogram> m_latencies; // made with the first classified record
    std::int64_t m_firstArrivalNs = 0;
    std::int64_t m_lastDoneNs = 0;
    std::optional<Marked> m_hint;
    std::uint64_t m_inspected = 0;
    std::uint64_t m_meanSubtracted = 0;
};

} // namespace iotbench
