#include "studies/statistics/bootstrap.h"

#include "statistics/batch_means.h"
#include "studies/statistics/random_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace iotbench::studies {

namespace {

Resampled resultOf(double estimate, std::vector<double> resamples)
{
    std::sort(resamples.begin(), resamples.end());
    const auto at = [&](double share) {
        return resamples[static_cast<std::size_t>(
            std::lround(share * static_cast<double>(resamples.size() - 1)))];
    };
    const auto below = std::lower_bound(resamples.begin(), resamples.end(), 0.0) - resamples.begin();
    const auto above = resamples.end() - std::upper_bound(resamples.begin(), resamples.end(), 0.0);
    const auto ties = static_cast<std::ptrdiff_t>(resamples.size()) - below - above;
    const double smaller = static_cast<double>(std::max<std::ptrdiff_t>(1, std::min(below, above) + ties));
    return {
        estimate, {at(0.025), at(0.975)}, std::min(1.0, 2 * smaller / static_cast<double>(resamples.size()))};
}

// Draws runs and blocks and finds a percentile of what was drawn without sorting it again: the latencies are
// sorted once, and each stands as often as its block was drawn.
class PercentileSampler {
public:
    PercentileSampler(std::span<const LatencyBlocks> runs, double share)
        : m_share(share)
    {
        for (const LatencyBlocks& run : runs) {
            m_firstBlocks.push_back(m_blockSizes.size());
            for (const auto& block : run.blocks) {
                for (const float latency : block)
                    m_descending.push_back({latency, static_cast<std::uint32_t>(m_blockSizes.size())});
                m_blockSizes.push_back(block.size());
            }
        }
        m_firstBlocks.push_back(m_blockSizes.size());
        std::sort(m_descending.begin(), m_descending.end(),
            [](const Image& a, const Image& b) { return a.latency > b.latency; });
        m_timesDrawn.assign(m_blockSizes.size(), 1);
    }

    bool usable() const { return !m_descending.empty() && m_descending.back().latency > 0; }

    double draw(std::mt19937_64& random)
    {
        std::fill(m_timesDrawn.begin(), m_timesDrawn.end(), 0);
        const std::size_t runs = m_firstBlocks.size() - 1;
        for (std::size_t i = 0; i < runs; ++i) {
            const std::size_t run = runs > 1 ? randomIndex(random, runs) : 0;
            const std::size_t blocks = m_firstBlocks[run + 1] - m_firstBlocks[run];
            for (std::size_t j = 0; j < blocks; ++j)
                ++m_timesDrawn[m_firstBlocks[run] + randomIndex(random, blocks)];
        }
        return percentile();
    }

    // Nearest rank, of what was drawn last; before that of all as it was measured.
    double percentile() const
    {
        std::uint64_t drawn = 0;
        for (std::size_t block = 0; block < m_blockSizes.size(); ++block)
            drawn += m_timesDrawn[block] * m_blockSizes[block];
        const auto rank = static_cast<std::uint64_t>(std::ceil(m_share * static_cast<double>(drawn)));
        const std::uint64_t beyond = drawn - std::max<std::uint64_t>(rank, 1);
        std::uint64_t seen = 0;
        for (const Image& image : m_descending) {
            seen += m_timesDrawn[image.block];
            if (seen > beyond)
                return image.latency;
        }
        return m_descending.back().latency; // nothing was drawn: all blocks of all runs drawn are empty
    }

private:
    struct Image {
        float latency;
        std::uint32_t block;
    };

    double m_share;
    std::vector<Image> m_descending;
    std::vector<std::uint64_t> m_blockSizes;
    std::vector<std::size_t> m_firstBlocks; // of each run, and one past the last run's last
    std::vector<std::uint64_t> m_timesDrawn; // beside m_blockSizes
};

} // namespace

LatencyBlocks latencyBlocks(std::span<const float> latencies, double share)
{
    constexpr std::size_t kMostBlocks = 256;
    if (latencies.size() < kFewestBatches)
        return {};
    std::vector<float> sorted(latencies.begin(), latencies.end());
    const auto percentile
        = sorted.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(sorted.size() - 1));
    std::nth_element(sorted.begin(), percentile, sorted.end());
    const auto beyondIn = [&](std::size_t blocks) {
        std::vector<double> beyond(blocks);
        for (std::size_t i = 0; i < latencies.size(); ++i)
            beyond[i * blocks / latencies.size()] += latencies[i] > *percentile ? 1 : 0;
        return beyond;
    };
    std::size_t count = std::min(kMostBlocks, latencies.size());
    while (count / 2 >= kFewestBatches && lagOneCorrelation(beyondIn(count)) >= kIndependentBelow)
        count /= 2;
    LatencyBlocks result;
    result.blocks.resize(count);
    for (std::size_t i = 0; i < latencies.size(); ++i)
        result.blocks[i * count / latencies.size()].push_back(latencies[i]);
    return result;
}

Resampled bootstrapMean(std::span<const double> values, std::uint64_t seed)
{
    std::mt19937_64 random(seed);
    const auto count = static_cast<double>(values.size());
    std::vector<double> means(kResamples);
    for (double& mean : means) {
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i)
            sum += values[randomIndex(random, values.size())];
        mean = sum / count;
    }
    return resultOf(std::accumulate(values.begin(), values.end(), 0.0) / count, std::move(means));
}

std::optional<Resampled> bootstrapPercentileLogRatio(std::span<const LatencyBlocks> first,
    std::span<const LatencyBlocks> second, double share, std::uint64_t seed)
{
    PercentileSampler firstSampler(first, share), secondSampler(second, share);
    if (!firstSampler.usable() || !secondSampler.usable())
        return std::nullopt;
    const double measured = std::log(secondSampler.percentile() / firstSampler.percentile());
    std::mt19937_64 random(seed);
    std::vector<double> logRatios(kResamples);
    for (double& logRatio : logRatios) {
        const double drawnFirst = firstSampler.draw(random);
        logRatio = std::log(secondSampler.draw(random) / drawnFirst);
    }
    return resultOf(measured, std::move(logRatios));
}

} // namespace iotbench::studies
