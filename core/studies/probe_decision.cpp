#include "studies/probe_decision.h"

#include "statistics/batch_means.h"
#include "statistics/distributions.h"
#include "studies/statistics/share.h"

#include <algorithm>
#include <cmath>

namespace iotbench::studies {

namespace {

constexpr double kFullImages = 60'000;
constexpr double kLeastS = 10;
constexpr double kSlowPerS = 100;
constexpr double kSlowImages = 1'000;

constexpr double kEarlyImages = 1'000;
constexpr double kEarlyS = 3;
constexpr std::size_t kEarlyBatches = 4;
constexpr double kErrorOfEachEnd = 0.05;

constexpr std::size_t kSlicesPerS = 4;
constexpr std::size_t kHalfSecond = 2; // slices
constexpr auto kLongestSettling
    = static_cast<std::size_t>(ProbePlan::kMostSettlingS / ProbePlan::kSliceS); // slices
constexpr double kMostLeftOut = 1.0 / 3;
constexpr double kMostMisses = 0.01;

constexpr double kGrowthShare = 0.02; // of the load
constexpr double kGrowthS = 0.1; // of the load, over all that is counted
constexpr double kGrowthSure = 0.999;
constexpr double kGrowthSureAtEnd = 0.975;

} // namespace

double ProbePlan::fullLengthS() const
{
    if (ratePerS < kSlowPerS)
        return kSlowImages / ratePerS;
    return std::min(std::max(kFullImages / ratePerS, kLeastS), mostS);
}

ProbeDecision::ProbeDecision(const ProbePlan& plan)
    : m_plan(plan)
{
}

const ProbeState& ProbeDecision::add(const ProbeSlice& slice)
{
    if (m_state.end != ProbeEnd::None)
        return m_state;
    m_slices.push_back(slice);
    if (slice.lost > 0) {
        m_state.end = ProbeEnd::Fails;
        m_state.reason = FailReason::ImagesLost;
    } else if (m_slices.size() % kSlicesPerS == 0) {
        look();
    }
    return m_state;
}

// Of the first `judged` slices. A slice lies in four windows of a second, those that begin with it and with
// each of the three before it; at the start of a probe, in fewer.
std::vector<bool> ProbeDecision::leftOut(std::size_t judged) const
{
    std::vector<unsigned> windowsOver(m_slices.size(), 0);
    for (std::size_t first = 0; first + kSlicesPerS <= m_slices.size(); ++first) {
        double sum = 0;
        for (std::size_t i = 0; i < kSlicesPerS; ++i)
            sum += m_slices[first + i].interference;
        for (std::size_t i = 0; i < kSlicesPerS && sum > kSlicesPerS; ++i)
            ++windowsOver[first + i];
    }
    std::vector<bool> out(judged, false);
    double sum = 0, counted = 0; // of the backlog of slices that are counted
    double before = 0; // what the backlog must come back to
    for (std::size_t i = 0; i < judged; ++i) {
        const auto backlog = static_cast<double>(m_slices[i].backlog);
        const bool interfered = windowsOver[i] >= std::min(kSlicesPerS - 1, i + 1);
        out[i] = interfered || (i > 0 && out[i - 1] && backlog > before);
        if (out[i])
            continue;
        sum += backlog;
        before = std::max(backlog, sum / ++counted);
    }
    return out;
}

std::size_t ProbeDecision::settled() const
{
    double before = 0;
    for (std::size_t i = 0; i + kHalfSecond <= m_slices.size(); i += kHalfSecond) {
        const double now = static_cast<double>(m_slices[i].backlog + m_slices[i + 1].backlog);
        if (now <= before || i + kHalfSecond >= kLongestSettling)
            return i + kHalfSecond;
        before = now;
    }
    return m_slices.size();
}

// A backlog that grows is a random walk with a drift: its steps from second to second are about independent.
bool ProbeDecision::backlogGrows(const std::vector<bool>& out, std::size_t from, double confidence) const
{
    std::vector<double> steps;
    for (std::size_t i = from + kSlicesPerS; i < out.size(); i += kSlicesPerS)
        if (std::find(out.begin() + (i - kSlicesPerS), out.begin() + i + 1, true) == out.begin() + i + 1)
            steps.push_back(static_cast<double>(m_slices[i].backlog)
                - static_cast<double>(m_slices[i - kSlicesPerS].backlog));
    if (steps.size() < 3)
        return false;
    const auto count = static_cast<double>(steps.size());
    const double mean = meanOf(steps);
    double squares = 0;
    for (const double step : steps)
        squares += (step - mean) * (step - mean);
    const double error = std::sqrt(squares / (count - 1) / count);
    const double least = mean - studentQuantile(confidence, count - 1) * error;
    return least > 0 && mean > m_plan.ratePerS * std::max(kGrowthShare, kGrowthS / count);
}

void ProbeDecision::look()
{
    if (m_slices.size() <= kSlicesPerS)
        return;
    const std::size_t judged = m_slices.size() - (kSlicesPerS - 1); // the others' windows are not over
    const auto batchSlices = static_cast<std::size_t>(std::lround(m_plan.batchS / ProbePlan::kSliceS));
    const std::size_t from = (settled() + batchSlices - 1) / batchSlices * batchSlices;
    if (from >= judged)
        return;
    const std::vector<bool> out = leftOut(judged);

    std::vector<ShareCount> batches;
    std::size_t counted = 0;
    std::uint64_t misses = 0, overSinceSent = 0;
    for (std::size_t first = from; first < judged; first += batchSlices) {
        ShareCount batch;
        for (std::size_t i = first; i < std::min(first + batchSlices, judged); ++i) {
            if (out[i])
                continue;
            batch.images += m_slices[i].images;
            batch.over += m_slices[i].over;
            misses += m_slices[i].scheduleMisses;
            overSinceSent += m_slices[i].overSinceSent;
            ++counted;
        }
        if (batch.images > 0)
            batches.push_back(batch);
    }
    m_state.settlingS = static_cast<double>(from) * ProbePlan::kSliceS;
    m_state.countedS = static_cast<double>(counted) * ProbePlan::kSliceS;
    m_state.leftOutS = static_cast<double>(judged - from - counted) * ProbePlan::kSliceS;

    const double fullS = m_plan.fullLengthS();
    const double forward = std::min(1.0, m_state.countedS / fullS);
    const auto estimate = shareEstimate(batches, kEarlyBatches);
    const bool mayEnd = m_state.leftOutS <= kMostLeftOut * (m_state.leftOutS + m_state.countedS);
    if (estimate) {
        m_state.share = estimate->share;
        m_state.images = estimate->images;
        const double spend = std::max(1e-4, kErrorOfEachEnd * (forward - m_errorSpentAt));
        m_errorSpentAt = forward;
        m_state.interval = estimate->interval(spend);
    }
    const bool full = forward >= 1;
    const auto end = [&](ProbeEnd how, FailReason reason = FailReason::None) {
        const auto images = static_cast<double>(m_state.images);
        const bool senderLimited = how == ProbeEnd::Fails
            && static_cast<double>(misses) > kMostMisses * images
            && static_cast<double>(overSinceSent) <= kShareLimit * images;
        m_state.end = senderLimited ? ProbeEnd::SenderLimited : how;
        m_state.reason = senderLimited ? FailReason::None : reason;
    };
    if (mayEnd && estimate) {
        if (backlogGrows(out, from, full ? kGrowthSureAtEnd : kGrowthSure))
            return end(ProbeEnd::Fails, FailReason::BacklogGrew);
        if (full) {
            m_state.nearLimit = m_state.interval.contains(kShareLimit);
            return m_state.share <= kShareLimit ? end(ProbeEnd::Holds)
                                                : end(ProbeEnd::Fails, FailReason::OverLimit);
        }
        if (!m_plan.toFullLength && m_state.interval.low > kFailsOver)
            return end(ProbeEnd::Fails, FailReason::OverLimit);
        if (!m_plan.toFullLength && m_plan.holdsEarly && m_state.interval.high < kHoldsUnder
            && m_state.countedS >= kEarlyS && static_cast<double>(m_state.images) >= kEarlyImages)
            return end(ProbeEnd::Holds);
    }
    if (full && !estimate)
        return end(ProbeEnd::Fails, FailReason::BacklogGrew); // nothing comes out of it
    // Over a third would be left out even if nothing more were.
    if (m_state.leftOutS > fullS * kMostLeftOut / (1 - kMostLeftOut))
        end(ProbeEnd::Disturbed);
}

} // namespace iotbench::studies
