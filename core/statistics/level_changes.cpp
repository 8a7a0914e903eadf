#include "statistics/level_changes.h"

#include "statistics/batch_means.h"
#include "stream/random_numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace iotbench {

namespace {

constexpr int kShuffles = 1'999;
// Of these and the series itself, how many may be as strong as it. Fewer than the 1 % that are wanted, for
// how strongly batches are correlated is itself an estimate; the more so the more levels are fitted.
constexpr int asStrongAtMost(int levels)
{
    return levels == 2 ? 3 : 1;
}
// In batches; what is shorter is a burst of something else, not a level.
std::size_t shortestLevel(std::size_t batches, double batchS, int levels)
{
    const bool two = levels == 2;
    const auto length = static_cast<std::size_t>(std::ceil((two ? 2.0 : 2.5) / batchS));
    return std::clamp(length, batches / (two ? 10 : 6), batches / (two ? 5 : 4));
}

// Where a series is cut into levels: before `first`, up to `second`, and after; second == size(): into two.
struct Cut {
    std::size_t first = 0, second = 0;
    double between = 0; // sum of squares between the levels
};

// Sums of the deviations from the mean, up to each value.
class Sums {
public:
    explicit Sums(std::span<const double> values)
    {
        const double mean = meanOf(values);
        m_sums.reserve(values.size() + 1);
        m_sums.push_back(0);
        for (const double value : values)
            m_sums.push_back(m_sums.back() + value - mean);
    }
    std::size_t size() const { return m_sums.size() - 1; }
    double between(std::size_t from, std::size_t to) const
    {
        const double sum = m_sums[to] - m_sums[from];
        return to > from ? sum * sum / static_cast<double>(to - from) : 0;
    }

private:
    std::vector<double> m_sums;
};

// Of all cuts into so many levels, two or three, of `shortest` values each at least: the one with the most
// between its levels.
Cut bestCut(const Sums& sums, int levels, std::size_t shortest)
{
    const std::size_t size = sums.size();
    Cut best;
    for (std::size_t first = shortest; first + shortest <= size; ++first) {
        const double before = sums.between(0, first);
        const std::size_t from = levels == 2 ? size : first + shortest;
        const std::size_t to = levels == 2 ? size : size - shortest;
        for (std::size_t second = from; second <= to; ++second) {
            const double between = before + sums.between(first, second) + sums.between(second, size);
            if (between > best.between)
                best = {first, second, between};
        }
    }
    return best;
}

struct Tested {
    Cut cut;
    double correlation = 0; // of neighbours, around the levels
    double strength = 0; // what is compared with shuffles
};

// Values less the mean of their level.
void takeLevels(std::span<double> values, const Cut& cut)
{
    for (const std::span<double> level : {values.first(cut.first),
             values.subspan(cut.first, cut.second - cut.first), values.subspan(cut.second)}) {
        const double mean = meanOf(level);
        for (double& value : level)
            value -= mean;
    }
}

Tested tested(std::span<const double> values, int levels, std::size_t shortest, std::vector<double>& scratch)
{
    Tested result;
    result.cut = bestCut(Sums(values), levels, shortest);
    scratch.assign(values.begin(), values.end());
    takeLevels(scratch, result.cut);
    double left = 0;
    for (const double value : scratch)
        left += value * value;
    // Fitted means make it smaller, each as in F. H. C. Marriott, J. A. Pope, Biometrika 41 (1954), 390-402.
    const double raw = lagOneCorrelation(scratch);
    result.correlation
        = std::clamp(raw + levels * (1 + 4 * raw) / static_cast<double>(values.size()), 0.0, 0.9);
    if (left > 0)
        result.strength = result.cut.between / left * (1 - result.correlation) / (1 + result.correlation);
    else
        result.strength = result.cut.between > 0 ? INFINITY : 0;
    return result;
}

// The place of each value among all, equal ones at their middle: what stands out counts no more for standing
// out far, as a short burst of something else does.
std::vector<double> ranksOf(std::span<const double> values)
{
    std::vector<std::size_t> ascending(values.size());
    std::iota(ascending.begin(), ascending.end(), std::size_t{0});
    std::ranges::stable_sort(ascending, {}, [&](std::size_t i) { return values[i]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0, end = 0; first < ascending.size(); first = end) {
        while (end < ascending.size() && values[ascending[end]] == values[ascending[first]])
            ++end;
        for (std::size_t i = first; i < end; ++i)
            ranks[ascending[i]] = static_cast<double>(first + end - 1) / 2;
    }
    return ranks;
}

// Of the middle half of the values.
double midmean(std::span<const double> values)
{
    std::vector<double> sorted(values.begin(), values.end());
    std::ranges::sort(sorted);
    const std::size_t quarter = sorted.size() / 4;
    return meanOf(std::span(sorted).subspan(quarter, sorted.size() - 2 * quarter));
}

// R. A. Fisher, F. Yates, "Statistical Tables" (1938); R. Durstenfeld, Communications of the ACM 7 (1964),
// 420.
void shuffle(std::span<double> values, RandomNumbers& random)
{
    for (std::size_t left = values.size(); left > 1; --left)
        std::swap(
            values[left - 1], values[static_cast<std::size_t>(random.uniform() * static_cast<double>(left))]);
}

// Steady series like `ranks`: what is new in each value, given the one before it, in another order.
class SteadySeries {
public:
    SteadySeries(std::span<const double> ranks, const Tested& found)
        : m_correlation(found.correlation)
        , m_first(std::sqrt(1 - m_correlation * m_correlation))
        , m_news(ranks.begin(), ranks.end())
        , m_random(ranks.size())
    {
        takeLevels(m_news, found.cut);
        for (std::size_t i = m_news.size() - 1; i > 0; --i)
            m_news[i] -= m_correlation * m_news[i - 1];
        m_news[0] *= m_first;
    }

    std::span<const double> next()
    {
        shuffle(m_news, m_random);
        m_series = m_news;
        m_series[0] /= m_first;
        for (std::size_t i = 1; i < m_series.size(); ++i)
            m_series[i] += m_correlation * m_series[i - 1];
        return m_series;
    }

private:
    double m_correlation, m_first;
    std::vector<double> m_news, m_series;
    RandomNumbers m_random;
};

// Batches know the place of a change to a batch; the values themselves know it better.
std::size_t placeAmong(std::span<const double> values, std::size_t batch, std::size_t each)
{
    const std::size_t from = (batch - 2) * each, to = std::min(values.size(), (batch + 2) * each);
    return from + bestCut(Sums(values.subspan(from, to - from)), 2, 1).first;
}

struct Sought {
    double valueS = 0; // how long each value lasts
    double smallest = 0;
};

// The places of the change, or of the two, that stand out, as indices of `values`; empty: none does.
std::vector<std::size_t> significantChanges(std::span<const double> values, int levels, const Sought& sought)
{
    if (values.size() < kFewestBatches)
        return {};
    const std::size_t each = (values.size() + kMostBatches - 1) / kMostBatches;
    const std::vector<double> batches = joined(values, each), ranks = ranksOf(batches);
    const std::size_t shortest
        = shortestLevel(batches.size(), static_cast<double>(each) * sought.valueS, levels);
    std::vector<double> scratch;
    const Tested found = tested(ranks, levels, shortest, scratch);
    const Cut& cut = found.cut;
    if (found.strength == 0)
        return {};
    const std::span<const double> all(batches);
    const double middle = midmean(all.subspan(cut.first, cut.second - cut.first));
    const auto differs = [&](double other) { return std::abs(other / middle - 1) > sought.smallest; };
    if (!differs(midmean(all.first(cut.first)))
        || (levels == 3 && !differs(midmean(all.subspan(cut.second)))))
        return {};
    SteadySeries steady(ranks, found);
    int asStrong = 1; // itself
    for (int i = 0; i < kShuffles; ++i)
        if (tested(steady.next(), levels, shortest, scratch).strength >= found.strength
            && ++asStrong > asStrongAtMost(levels))
            return {};
    std::vector<std::size_t> places{placeAmong(values, cut.first, each)};
    if (levels == 3)
        places.push_back(placeAmong(values, cut.second, each));
    return places;
}

void search(
    std::span<const double> values, const Sought& sought, std::size_t offset, std::vector<std::size_t>& found)
{
    // One change hides another that takes it back: the two are looked for together.
    std::vector<std::size_t> places = significantChanges(values, 2, sought);
    if (places.empty())
        places = significantChanges(values, 3, sought);
    if (places.empty())
        return;
    std::size_t from = 0;
    for (const std::size_t at : places) {
        search(values.subspan(from, at - from), sought, offset + from, found);
        found.push_back(offset + at);
        from = at;
    }
    search(values.subspan(from), sought, offset + from, found);
}

std::vector<LevelChange> levels(std::span<const double> values, std::span<const std::size_t> places)
{
    std::vector<LevelChange> result;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const std::size_t start = i > 0 ? places[i - 1] : 0;
        const std::size_t end = i + 1 < places.size() ? places[i + 1] : values.size();
        result.push_back({places[i], meanOf(values.subspan(start, places[i] - start)),
            meanOf(values.subspan(places[i], end - places[i]))});
    }
    return result;
}

} // namespace

std::vector<LevelChange> levelChanges(std::span<const double> values, double valueS, double smallest)
{
    std::vector<std::size_t> places;
    search(values, {valueS, smallest}, 0, places);
    // The smallest change goes first: without it its neighbours' levels are others.
    for (;;) {
        std::vector<LevelChange> changes = levels(values, places);
        const auto least = std::min_element(
            changes.begin(), changes.end(), [](const LevelChange& a, const LevelChange& b) {
                return std::abs(a.change()) < std::abs(b.change());
            });
        if (least == changes.end() || std::abs(least->change()) > smallest)
            return changes;
        places.erase(places.begin() + (least - changes.begin()));
    }
}

} // namespace iotbench
