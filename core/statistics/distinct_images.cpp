#include "statistics/distinct_images.h"

#include <cmath>
#include <utility>

namespace iotbench {

namespace {

constexpr std::size_t kFirstSlots = 1024; // a power of two

} // namespace

// Of n images each is kept with the chance p = 2^-bits: kept / p has the variance n (1 - p) / p.
double DistinctCounts::relativeError() const
{
    if (kept >= images || kept == 0) // over: somebody has edited a report
        return 0;
    const double share = static_cast<double>(kept) / static_cast<double>(images);
    return std::sqrt((1 - share) / static_cast<double>(kept));
}

DistinctImages::DistinctImages(std::size_t classes, std::size_t limit)
    : m_limit(limit)
    , m_hashes(kFirstSlots)
    , m_firsts(kFirstSlots)
{
    m_kept.byLabel.resize(classes);
}

void DistinctImages::add(std::uint64_t hash, std::uint8_t label, bool correct)
{
    if (!isSampled(hash))
        return;
    std::size_t slot = slotOf(hash);
    if (m_hashes[slot] == hash)
        return;
    while (m_kept.kept == m_limit) {
        ++m_zeroBits;
        rebuild(m_hashes.size());
        if (!isSampled(hash))
            return;
        slot = slotOf(hash);
    }
    keep(slot, hash, {label, correct});
    if (m_kept.kept * 2 > m_hashes.size())
        rebuild(m_hashes.size() * 2);
}

// Where the hash is, or would go. The low bits find the place, the high ones say what is kept.
std::size_t DistinctImages::slotOf(std::uint64_t hash) const
{
    const std::size_t mask = m_hashes.size() - 1;
    std::size_t slot = hash & mask;
    while (m_hashes[slot] != 0 && m_hashes[slot] != hash)
        slot = (slot + 1) & mask;
    return slot;
}

void DistinctImages::keep(std::size_t slot, std::uint64_t hash, First first)
{
    m_hashes[slot] = hash;
    m_firsts[slot] = first;
    ++m_kept.kept;
    m_kept.correct += first.correct;
    ++m_kept.byLabel[first.label];
}

void DistinctImages::rebuild(std::size_t slots)
{
    const auto hashes = std::exchange(m_hashes, std::vector<std::uint64_t>(slots));
    const auto firsts = std::exchange(m_firsts, std::vector<First>(slots));
    m_kept = {.byLabel = std::vector<std::uint64_t>(m_kept.byLabel.size())};
    for (std::size_t i = 0; i < hashes.size(); ++i)
        if (hashes[i] != 0 && isSampled(hashes[i]))
            keep(slotOf(hashes[i]), hashes[i], firsts[i]);
}

DistinctCounts DistinctImages::counts() const
{
    DistinctCounts counts = m_kept;
    counts.images = counts.kept << m_zeroBits;
    return counts;
}

} // namespace iotbench
