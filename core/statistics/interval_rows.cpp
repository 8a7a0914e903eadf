#include "statistics/interval_rows.h"

#include <algorithm>
#include <bit>

namespace iotbench {
namespace {

constexpr double kNsPerS = 1e9;

std::optional<std::uint64_t> sum(std::optional<std::uint64_t> a, std::optional<std::uint64_t> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

constexpr std::uint64_t kFewestForP99 = 1'000; // ten beyond it
constexpr unsigned kStepBits = 6; // 64 steps to a power of two: 1.6 % at most

std::uint16_t stepOf(std::int64_t ns)
{
    const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(ns, 0));
    const auto width = static_cast<unsigned>(std::bit_width(value));
    if (width <= kStepBits)
        return static_cast<std::uint16_t>(value);
    const unsigned shift = width - 1 - kStepBits;
    return static_cast<std::uint16_t>(
        ((shift + 1) << kStepBits) + ((value >> shift) & ((1U << kStepBits) - 1)));
}

double upperMs(std::uint16_t step)
{
    if (step < 1U << kStepBits)
        return step / kNsPerMs;
    const unsigned shift = (step >> kStepBits) - 1;
    const std::uint64_t mantissa = (1U << kStepBits) + (step & ((1U << kStepBits) - 1));
    return static_cast<double>(((mantissa + 1) << shift) - 1) / kNsPerMs;
}

} // namespace

IntervalRows::IntervalRows(std::int64_t originNs, bool judged)
    : m_originNs(originNs)
    , m_judged(judged)
    , m_openStartNs(originNs)
{
    m_rows.reserve(kMostRows);
    m_steps.reserve(kMostRows);
}

void IntervalRows::addClassified(std::int64_t doneNs, bool correct, std::int64_t latencyNs)
{
    advanceTo(doneNs);
    ++m_open.classified;
    if (m_judged) {
        m_open.correct += correct;
        m_accuracy.add(correct);
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
        if (m_openLatencies.samples() >= kFewestForP99)
            m_open.latencyP99Ms = static_cast<double>(m_openLatencies.quantileNs(990)) / kNsPerMs;
        m_open.latencyMaxMs = static_cast<double>(m_openLatencies.maxNs()) / kNsPerMs;
    }
    m_open.rollingAccuracy = m_accuracy.rolling();
    m_open.rollingLatencyP99Ms = rollingLatencyP99Ms();
    m_rows.push_back(m_open);
    m_steps.push_back(stepsOf(m_openLatencies));

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
        m_steps[i] = merged(m_steps[2 * i], m_steps[2 * i + 1]);
        m_rows[i] = merged(m_rows[2 * i], m_rows[2 * i + 1], m_steps[i]);
    }
    m_rows.resize(pairs);
    m_steps.resize(pairs);
    m_lengthNs *= 2;
}

IntervalRow IntervalRows::merged(const IntervalRow& a, const IntervalRow& b, const Steps& both)
{
    IntervalRow row = b; // what is told as of a row's end is the later one's
    row.startS = a.startS;
    row.lengthS = a.lengthS + b.lengthS;
    row.offered = sum(a.offered, b.offered);
    row.sent = sum(a.sent, b.sent);
    row.classified += a.classified;
    row.correct += a.correct;
    row.rejected += a.rejected;
    row.latencyMaxMs = std::max(a.latencyMaxMs, b.latencyMaxMs); // an empty optional is less than any value
    std::uint64_t samples = 0;
    for (const Step& step : both)
        samples += step.images;
    const auto percentile = [&](std::uint64_t percent) -> std::optional<double> {
        const std::uint64_t rank = std::max<std::uint64_t>(1, (samples * percent + 99) / 100); // nearest rank
        std::uint64_t seen = 0;
        for (const Step& step : both)
            if ((seen += step.images) >= rank)
                return std::min(upperMs(step.index), *row.latencyMaxMs);
        return std::nullopt;
    };
    row.latencyP50Ms = percentile(50);
    row.latencyP99Ms = samples >= kFewestForP99 ? percentile(99) : std::nullopt;
    return row;
}

IntervalRows::Steps IntervalRows::stepsOf(const LatencyHistogram& latencies)
{
    Steps steps;
    latencies.forEachBucket([&steps](std::int64_t upperNs, std::uint64_t images) {
        const std::uint16_t index = stepOf(upperNs);
        if (steps.empty() || steps.back().index != index)
            steps.push_back({index, 0});
        steps.back().images += static_cast<std::uint32_t>(images);
    });
    steps.shrink_to_fit();
    return steps;
}

IntervalRows::Steps IntervalRows::merged(const Steps& a, const Steps& b)
{
    Steps both;
    auto fromA = a.begin();
    auto fromB = b.begin();
    while (fromA != a.end() || fromB != b.end()) {
        const bool takeA = fromB == b.end() || (fromA != a.end() && fromA->index <= fromB->index);
        const Step& next = takeA ? *fromA++ : *fromB++;
        if (!both.empty() && both.back().index == next.index)
            both.back().images += next.images;
        else
            both.push_back(next);
    }
    return both;
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
