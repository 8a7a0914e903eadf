// Does a box hold a load? Decides while the probe runs, from what came out of it quarter second by quarter
// second.
#pragma once

#include "statistics/interval.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace iotbench::studies {

// What came to an end in one quarter of a second.
struct ProbeSlice {
    std::uint64_t images = 0; // results
    std::uint64_t over = 0; // of them later than the limit after their intended send time
    std::uint64_t backlog = 0; // at its end: images due by then without a result
    std::uint64_t lost = 0; // images lost or rejected
    std::uint64_t scheduleMisses = 0; // images that were sent late, though there was room for them
    // What other programs, steal, heat and quota took, the largest, in multiples of the verdict's limit for
    // it.
    double interference = 0;
    std::uint64_t overSinceSent = 0; // of `over`, those later than the limit after they were really sent, too

    bool operator==(const ProbeSlice&) const = default;
};

struct ProbePlan {
    double ratePerS = 0; // of all images
    double batchS = kSliceS; // at least as long as what repeats itself: a set of phases of cameras
    double mostS = 60; // --probe-seconds
    bool holdsEarly = true; // false: it may fail early alone
    bool toFullLength = false; // a confirming run: no early end, and judged by its share alone

    // What is counted at full length: 60,000 images, at least 10 s and at most `mostS`; below 100 images/s as
    // long as 1,000 images take.
    double fullLengthS() const;

    static constexpr double kSliceS = 0.25;
    static constexpr double kMostSettlingS = 3; // that is not counted
};

enum class ProbeEnd {
    None, // goes on
    Holds,
    Fails,
    // It does not hold, but for over 1 % schedule misses, and by no fault of the box. Late sends are counted
    // into the latency, so that a load which holds in spite of them holds.
    SenderLimited,
    Disturbed // over a third was left out: it says nothing
};

enum class FailReason { None, OverLimit, BacklogGrew, ImagesLost };

struct ProbeState {
    ProbeEnd end = ProbeEnd::None;
    FailReason reason = FailReason::None;
    bool nearLimit = false; // at full length the interval of the share still held 1 %
    double share = 0; // of counted images over the limit
    Interval interval; // of that share, at the last look, with the error that this look may spend
    std::uint64_t images = 0; // counted
    double settlingS = 0;
    double countedS = 0;
    double leftOutS = 0; // for interference

    bool operator==(const ProbeState&) const = default;
};

// Feed it the slices of a probe in order from its start; it looks once a second.
//
// Left out: slices that at least three of the four windows of a second around them say were interfered with
// (mean interference over 1), and those after them until the backlog is what it was before. Not counted: at
// least 0.5 s, and until the mean backlog of half a second is no more than that of the one before, at most 3
// s. Fails early where the lower end of the interval of the share is over 1.2 %, holds early where the upper
// end is under 0.8 % and 3 s and 1,000 images are counted. Looks share their error: each spends, of 5 % for
// each end, as much as the probe has come forward since the look before (K. K. G. Lan, D. L. DeMets,
// Biometrika 70 (1983), 659-663, with spending in proportion to time). At full length 1 % decides. A backlog
// that grows, by more than 2 % of the load and by more than 100 ms of it, fails at once, and so does a lost
// image. A decision stands only where no more than a third is left out; the probe goes on until it does, or
// until it no longer can.
class ProbeDecision {
public:
    explicit ProbeDecision(const ProbePlan& plan);

    const ProbeState& add(const ProbeSlice& slice);
    const ProbeState& state() const { return m_state; }

private:
    void look();
    std::vector<bool> leftOut(std::size_t judged) const;
    std::size_t settled() const;
    bool backlogGrows(const std::vector<bool>& out, std::size_t from, double confidence) const;

    ProbePlan m_plan;
    std::vector<ProbeSlice> m_slices;
    ProbeState m_state;
    double m_errorSpentAt = 0; // share of the full length at which error was last spent
};

inline constexpr double kShareLimit = 0.01; // p99
inline constexpr double kFailsOver = 0.012;
inline constexpr double kHoldsUnder = 0.008;

} // namespace iotbench::studies
