#include "statistics/interval_rows.h"

#include <algorithm>

namespace iotbench {
namespace {

constexpr double kNsPerS = 1e9;

std::optional<std::uint64_t> sum(std::optional<std::uint64_t> a, std::optional<std::uint64_t> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

} // namespace

IntervalRows::IntervalRows(std::int64_t originNs, bool judged)
    : m_originNs(originNs)
    , m_judged(judged)
    , m_openStartNs(originNs)
{
    m_rows.reserve(kMostRows);
    m_sketches.reserve(kMostRows);
}

void IntervalRows::addClassified(std::int64_t doneNs, bool right, std::int64_t latencyNs)
{
    advanceTo(doneNs);
    ++m_open.classified;
    if (m_judged) {
        m_open.right += right;
        m_accuracy.add(right);
    }
    if (latencyNs >= 0) {
        m_openLatencies.record(latencyNs);
        m_lastLatenciesNs[m_latencies++ % kRollingWindow] = latencyNs;
    }
}

void IntervalRows::addRejected(std::int64_t doneNs)
{
    advanceTo(doneNs);
    ++m_open.rejected;
}

void IntervalRows::setOffered(std::int64_t nowNs, std::uint64_t total)
{
    advanceTo(nowNs);
    m_open.offered = m_open.offered.value_or(0) + (total - m_offeredTotal);
    m_offeredTotal = total;
}

void IntervalRows::setSent(std::int64_t nowNs, std::uint64_t total)
{
    advanceTo(nowNs);
    m_open.sent = m_open.sent.value_or(0) + (total - m_sentTotal);
    m_sentTotal = total;
}

void IntervalRows::advanceTo(std::int64_t nowNs)
{
    while (nowNs >= m_openStartNs + m_lengthNs) {
        if (m_rows.size() == kMostRows)
            mergeNeighbours(); // the open row goes on and will be as long as the others
        else
            closeRow(m_openStartNs + m_lengthNs);
    }
}

void IntervalRows::finish(std::int64_t endNs)
{
    advanceTo(endNs);
    const bool used
        = m_open.classified || m_open.rejected || m_open.offered.value_or(0) || m_open.sent.value_or(0);
    if (endNs <= m_openStartNs && !used)
        return;
    if (m_rows.size() == kMostRows)
        mergeNeighbours();
    closeRow(std::max(endNs, m_openStartNs));
}

void IntervalRows::closeRow(std::int64_t endNs)
{
    m_open.startS = static_cast<double>(m_openStartNs - m_originNs) / kNsPerS;
    m_open.lengthS = static_cast<double>(endNs - m_openStartNs) / kNsPerS;
    if (m_openLatencies.samples()) {
        m_open.latencyP50Ms = static_cast<double>(m_openLatencies.quantileNs(500)) / kNsPerMs;
        m_open.latencyMaxMs = static_cast<double>(m_openLatencies.maxNs()) / kNsPerMs;
    }
    m_open.rollingAccuracy = m_accuracy.rolling();
    m_open.rollingLatencyP99Ms = rollingLatencyP99Ms();
    m_rows.push_back(m_open);
    m_sketches.push_back(sketchOf(m_openLatencies));

    // A front-end that plots must be able to tell "none sent" from "we do not send": once known, known as 0.
    const IntervalRow closed = m_open;
    m_open = {};
    if (closed.offered)
        m_open.offered = 0;
    if (closed.sent)
        m_open.sent = 0;
    m_openLatencies.clear();
    m_openStartNs = endNs;
}

void IntervalRows::mergeNeighbours()
{
    const std::size_t pairs = m_rows.size() / 2; // kMostRows is even
    for (std::size_t i = 0; i < pairs; ++i) {
        m_sketches[i] = merged(m_sketches[2 * i], m_sketches[2 * i + 1]);
        m_rows[i] = merged(m_rows[2 * i], m_rows[2 * i + 1], m_sketches[i]);
    }
    m_rows.resize(pairs);
    m_sketches.resize(pairs);
    m_lengthNs *= 2;
}

IntervalRow IntervalRows::merged(const IntervalRow& a, const IntervalRow& b, const Sketch& both)
{
    IntervalRow row = b; // what is told as of a row's end is the later one's
    row.startS = a.startS;
    row.lengthS = a.lengthS + b.lengthS;
    row.offered = sum(a.offered, b.offered);
    row.sent = sum(a.sent, b.sent);
    row.classified += a.classified;
    row.right += a.right;
    row.rejected += a.rejected;
    row.latencyMaxMs = std::max(a.latencyMaxMs, b.latencyMaxMs); // an empty optional is less than any value
    row.latencyP50Ms = both.samples ? std::optional<double>(both.ms[kSketchSize / 2]) : std::nullopt;
    return row;
}

IntervalRows::Sketch IntervalRows::sketchOf(const LatencyHistogram& latencies)
{
    Sketch sketch;
    sketch.samples = latencies.samples();
    std::size_t next = 0;
    std::uint64_t seen = 0;
    latencies.forEachBucket([&](std::int64_t upperNs, std::uint64_t count) {
        seen += count;
        while (next < kSketchSize && 2 * kSketchSize * seen >= (2 * next + 1) * sketch.samples)
            sketch.ms[next++]
                = static_cast<float>(static_cast<double>(std::min(upperNs, latencies.maxNs())) / kNsPerMs);
    });
    return sketch;
}

IntervalRows::Sketch IntervalRows::merged(const Sketch& a, const Sketch& b)
{
    if (a.samples == 0 || b.samples == 0)
        return a.samples ? a : b;
    Sketch result;
    result.samples = a.samples + b.samples;
    std::size_t fromA = 0, fromB = 0, next = 0;
    std::uint64_t seen = 0; // in units of 1 / kSketchSize of a sample
    while (next < kSketchSize) {
        const bool takeA = fromB == kSketchSize || (fromA < kSketchSize && a.ms[fromA] <= b.ms[fromB]);
        const float value = takeA ? a.ms[fromA++] : b.ms[fromB++];
        seen += takeA ? a.samples : b.samples;
        while (next < kSketchSize && 2 * seen >= (2 * next + 1) * result.samples)
            result.ms[next++] = value;
    }
    return result;
}

std::optional<double> IntervalRows::rollingLatencyMs(std::size_t percent) const
{
    if (m_latencies < kRollingWindow)
        return std::nullopt;
    auto sorted = m_lastLatenciesNs;
    // Nearest rank: p99 is the 990th of 1,000.
    const std::size_t rank = kRollingWindow * percent / 100 - 1;
    const auto at = sorted.begin() + static_cast<std::ptrdiff_t>(rank);
    std::nth_element(sorted.begin(), at, sorted.end());
    return static_cast<double>(*at) / kNsPerMs;
}

} // namespace iotbench
