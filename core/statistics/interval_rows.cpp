#include "statistics/interval_rows.h"

#include "statistics/latency_histogram.h"

#include <algorithm>

namespace iotbench {
namespace {

constexpr double kNsPerS = 1e9;
constexpr std::uint64_t kFewestForP99 = 1'000; // ten beyond it
// Rows whose results may still be on their way without costing more: four seconds at first.
constexpr std::size_t kCountedRows = 16;

std::optional<std::uint64_t> sum(std::optional<std::uint64_t> a, std::optional<std::uint64_t> b)
{
    return a || b ? std::optional(a.value_or(0) + b.value_or(0)) : std::nullopt;
}

} // namespace

std::span<const IntervalRow> withoutWait(std::span<const IntervalRow> rows)
{
    const auto first = std::ranges::find_if(rows, [](const IntervalRow& row) {
        return row.offered.value_or(0) + row.sent.value_or(0) + row.classified + row.rejected > 0;
    });
    return rows.subspan(static_cast<std::size_t>(first - rows.begin()));
}

void IntervalRows::Counted::add(std::size_t step, std::uint32_t count) noexcept
{
    images[step] += count;
    first = std::min(first, step);
    end = std::max(end, step + 1);
}

void IntervalRows::Counted::clear() noexcept
{
    if (first < end)
        std::fill(images.data() + first, images.data() + end, 0U);
    first = RowSteps::kCount;
    end = 0;
}

template <typename Latencies>
void IntervalRows::fillPercentiles(IntervalRow& row, const Latencies& latencies)
{
    std::uint64_t samples = 0;
    latencies.forEach([&](const Step& step) { samples += step.images; });
    const auto percentile = [&](std::uint64_t percent) -> std::optional<double> {
        const std::uint64_t rank = std::max<std::uint64_t>(1, (samples * percent + 99) / 100); // nearest rank
        std::uint64_t seen = 0;
        std::optional<double> ms;
        latencies.forEach([&](const Step& step) {
            seen += step.images;
            if (!ms && seen >= rank)
                ms = std::min(
                    static_cast<double>(RowSteps::upperNs(step.index)) / kNsPerMs, *row.latencyMaxMs);
        });
        return ms;
    };
    row.latencyP50Ms = percentile(50);
    row.latencyP99Ms = samples >= kFewestForP99 ? percentile(99) : std::nullopt;
}

IntervalRows::IntervalRows(std::int64_t originNs, bool judged)
    : m_originNs(originNs)
    , m_judged(judged)
    , m_counted(kCountedRows)
{
    m_rows.reserve(kMostRows);
    m_steps.reserve(kMostRows);
}

void IntervalRows::addClassified(std::int64_t doneNs, bool correct, std::int64_t latencyNs)
{
    IntervalRow& row = rowAt(doneNs);
    ++row.classified;
    if (m_judged) {
        row.correct += correct;
        m_accuracy.add(correct);
    }
    if (latencyNs < 0)
        return;
    row.latencyMaxMs = std::max(row.latencyMaxMs.value_or(0), static_cast<double>(latencyNs) / kNsPerMs);
    addLatency(static_cast<std::size_t>(&row - m_rows.data()), latencyNs);
    m_lastLatenciesNs[m_latencies++ % kRollingWindow] = latencyNs;
}

void IntervalRows::addRejected(std::int64_t doneNs)
{
    ++rowAt(doneNs).rejected;
}

void IntervalRows::setOffered(std::int64_t nowNs, std::uint64_t total)
{
    addGrowth(rowAt(nowNs).offered, m_offeredTotal, total);
}

void IntervalRows::setSent(std::int64_t nowNs, std::uint64_t total)
{
    addGrowth(rowAt(nowNs).sent, m_sentTotal, total);
}

void IntervalRows::addGrowth(
    std::optional<std::uint64_t>& inRow, std::optional<std::uint64_t>& known, std::uint64_t total)
{
    const std::uint64_t before = known.value_or(0);
    known = std::max(before, total);
    inRow = inRow.value_or(0) + (*known - before);
}

void IntervalRows::advanceTo(std::int64_t nowNs)
{
    rowAt(nowNs);
}

IntervalRow& IntervalRows::rowAt(std::int64_t ns)
{
    const std::int64_t sinceNs = std::max<std::int64_t>(ns - m_originNs, 0);
    while (sinceNs / m_lengthNs >= static_cast<std::int64_t>(kMostRows))
        mergeNeighbours();
    const auto row = static_cast<std::size_t>(sinceNs / m_lengthNs);
    while (m_rows.size() <= row)
        beginRow();
    return m_rows[row];
}

void IntervalRows::beginRow()
{
    noteRolling();
    IntervalRow row;
    row.startS = static_cast<double>(startNs(m_rows.size()) - m_originNs) / kNsPerS;
    row.lengthS = static_cast<double>(m_lengthNs) / kNsPerS;
    // A front-end that plots must be able to tell "none sent" from "we do not send".
    if (m_offeredTotal)
        row.offered = 0;
    if (m_sentTotal)
        row.sent = 0;
    m_rows.push_back(row);
    m_steps.emplace_back();
}

void IntervalRows::noteRolling()
{
    if (m_rows.empty())
        return;
    m_rows.back().rollingAccuracy = m_accuracy.rolling();
    m_rows.back().rollingLatencyP99Ms = rollingLatencyP99Ms();
}

void IntervalRows::addLatency(std::size_t row, std::int64_t latencyNs)
{
    const std::size_t step = RowSteps::of(latencyNs);
    Counted& counted = m_counted[row % kCountedRows];
    if (counted.row != row) {
        if (counted.row != Counted::kNoRow && counted.row > row) { // so late that its place is another's
            m_steps[row] = merged(m_steps[row], {{{static_cast<std::uint16_t>(step), 1}}});
            fillPercentiles(m_rows[row], m_steps[row]);
            return;
        }
        putAway(counted);
        counted.row = row;
        m_steps[row].forEach([&](const Step& known) { counted.add(known.index, known.images); });
    }
    counted.add(step, 1);
}

void IntervalRows::putAway(Counted& counted)
{
    if (counted.row == Counted::kNoRow)
        return;
    m_steps[counted.row] = stepsOf(counted);
    fillPercentiles(m_rows[counted.row], m_steps[counted.row]);
    counted.clear();
    counted.row = Counted::kNoRow;
}

void IntervalRows::finish(std::int64_t endNs)
{
    if (endNs > m_originNs)
        advanceTo(endNs - 1);
    noteRolling();
    for (Counted& counted : m_counted)
        putAway(counted);
    while (!m_rows.empty() && startNs(m_rows.size() - 1) >= endNs) {
        m_rows.pop_back();
        m_steps.pop_back();
    }
    m_finished = true;
    if (m_rows.empty())
        return;
    const std::int64_t lastNs = endNs - startNs(m_rows.size() - 1);
    m_rows.back().lengthS = static_cast<double>(lastNs) / kNsPerS;
    if (lastNs < m_lengthNs / 2 && m_rows.size() > 1)
        joinLastTwo();
}

std::vector<IntervalRow> IntervalRows::rowsBy(std::int64_t nowNs) const
{
    if (m_finished)
        return m_rows;
    const auto over = std::max<std::int64_t>(nowNs - m_originNs, 0) / m_lengthNs;
    return firstRows(std::min(m_rows.size(), static_cast<std::size_t>(over)));
}

std::vector<IntervalRow> IntervalRows::rows() const
{
    return firstRows(m_rows.size());
}

std::vector<IntervalRow> IntervalRows::firstRows(std::size_t count) const
{
    std::vector<IntervalRow> rows(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(count));
    for (const Counted& counted : m_counted)
        if (counted.row < count)
            fillPercentiles(rows[counted.row], counted);
    return rows;
}

void IntervalRows::mergeNeighbours()
{
    for (Counted& counted : m_counted)
        putAway(counted);
    if (m_rows.size() % 2 != 0)
        beginRow();
    const std::size_t pairs = m_rows.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
        m_steps[i] = merged(m_steps[2 * i], m_steps[2 * i + 1]);
        m_rows[i] = mergedRows(m_rows[2 * i], m_rows[2 * i + 1]);
        fillPercentiles(m_rows[i], m_steps[i]);
    }
    m_rows.resize(pairs);
    m_steps.resize(pairs);
    m_lengthNs *= 2;
}

void IntervalRows::joinLastTwo()
{
    const std::size_t last = m_rows.size() - 1;
    const Steps steps = merged(m_steps[last - 1], m_steps[last]);
    m_rows[last - 1] = mergedRows(m_rows[last - 1], m_rows[last]);
    fillPercentiles(m_rows[last - 1], steps);
    m_rows.pop_back();
    m_steps.pop_back();
}

IntervalRow mergedRows(const IntervalRow& a, const IntervalRow& b)
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
    return row;
}

IntervalRows::Steps IntervalRows::stepsOf(const Counted& counted)
{
    Steps steps;
    std::size_t used = 0;
    counted.forEach([&used](const Step&) { ++used; });
    steps.list.reserve(used);
    counted.forEach([&steps](const Step& step) { steps.list.push_back(step); });
    return steps;
}

IntervalRows::Steps IntervalRows::merged(const Steps& a, const Steps& b)
{
    Steps both;
    auto fromA = a.list.begin();
    auto fromB = b.list.begin();
    while (fromA != a.list.end() || fromB != b.list.end()) {
        const bool takeA = fromB == b.list.end() || (fromA != a.list.end() && fromA->index <= fromB->index);
        const Step& next = takeA ? *fromA++ : *fromB++;
        if (!both.list.empty() && both.list.back().index == next.index)
            both.list.back().images += next.images;
        else
            both.list.push_back(next);
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
