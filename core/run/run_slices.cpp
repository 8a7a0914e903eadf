#include "run/run_slices.h"

#include "base/clock.h"

#include <algorithm>

namespace iotbench {

RunSlices::RunSlices(double limitS)
    : m_limitNs(nanoseconds(limitS))
{
}

void RunSlices::setOrigin(std::int64_t originNs)
{
    const std::scoped_lock lock(m_mutex);
    m_originNs = originNs;
}

// What belongs to a slice that has been taken counts for the next one.
RunSlices::Open& RunSlices::at(std::int64_t ns)
{
    const auto place = static_cast<std::size_t>(std::max<std::int64_t>(0, ns - m_originNs) / kLengthNs);
    const std::size_t ahead = place > m_first ? place - m_first : 0;
    if (m_open.size() <= ahead)
        m_open.resize(ahead + 1);
    return m_open[ahead];
}

void RunSlices::add(const Sample& sample)
{
    const std::scoped_lock lock(m_mutex);
    RunSlice& slice = at(sample.doneNs).slice;
    if (sample.reason != RejectReason::None) {
        ++slice.rejected;
        return;
    }
    if (!sample.classified)
        return;
    ++slice.classified;
    if (m_limitNs == 0 || sample.latencyNs <= m_limitNs)
        return;
    ++slice.over;
    slice.overSinceSent += sample.sentNs == 0 || sample.doneNs - sample.sentNs > m_limitNs;
}

void RunSlices::setSent(std::int64_t ns, std::optional<std::uint64_t> offered,
    std::optional<std::uint64_t> sent, std::optional<std::uint64_t> late)
{
    const std::scoped_lock lock(m_mutex);
    Open& open = at(ns);
    open.offered = offered.value_or(0);
    open.sent = sent.value_or(0);
    open.slice.late += late.value_or(0) - std::min(m_late, late.value_or(0));
    m_late = std::max(m_late, late.value_or(0));
}

void RunSlices::advanceTo(std::int64_t nowNs)
{
    const std::scoped_lock lock(m_mutex);
    m_sinceNs = nowNs;
    at(nowNs);
}

void RunSlices::setWindows(std::span<const CpuWindow> windows)
{
    const std::scoped_lock lock(m_mutex);
    const std::int64_t fromNs = m_originNs + static_cast<std::int64_t>(m_first) * kLengthNs;
    const auto first = std::ranges::find_if(
        windows, [fromNs](const CpuWindow& window) { return window.time.endNs > fromNs; });
    m_windows.assign(first, windows.end());
}

std::vector<RunSlice> RunSlices::take()
{
    const std::scoped_lock lock(m_mutex);
    std::vector<RunSlice> complete;
    while (!m_open.empty()) {
        const std::int64_t startNs = m_originNs + static_cast<std::int64_t>(m_first) * kLengthNs;
        const std::int64_t endNs = startNs + kLengthNs;
        if (m_sinceNs < endNs + kGraceNs || m_windows.empty() || m_windows.back().time.endNs < endNs)
            break;
        Open& open = m_open.front();
        RunSlice& slice = open.slice;
        m_done += slice.classified + slice.rejected;
        slice.backlog = open.offered - std::min(open.offered, m_done);
        slice.inside = open.sent - std::min(open.sent, m_done);
        const TimeSpan span{startNs, endNs};
        const InterferenceRow seen = interferenceRows(m_windows, {&span, 1}).front();
        slice.othersPercent = seen.othersPercent;
        slice.stealPercent = seen.stealPercent;
        slice.heatPercent = seen.heatPercent;
        slice.quotaPercent = seen.quotaPercent;
        complete.push_back(slice);
        m_open.pop_front();
        ++m_first;
    }
    return complete;
}

} // namespace iotbench
