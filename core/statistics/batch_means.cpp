#include "statistics/batch_means.h"

#include "statistics/distributions.h"

#include <cmath>
#include <numeric>

namespace iotbench {

double meanOf(std::span<const double> values)
{
    return values.empty()
        ? 0
        : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> joined(std::span<const double> values, std::size_t each)
{
    std::vector<double> batches(values.size() / each);
    for (std::size_t i = 0; i < batches.size(); ++i)
        batches[i] = meanOf(values.subspan(i * each, each));
    return batches;
}

Interval BatchMean::interval(double confidence) const
{
    const double half = studentQuantile((1 + confidence) / 2, degreesOfFreedom) * standardError;
    return {mean - half, mean + half};
}

double lagOneCorrelation(std::span<const double> values)
{
    const double mean = meanOf(values);
    double squares = 0, products = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        squares += (values[i] - mean) * (values[i] - mean);
        if (i > 0)
            products += (values[i] - mean) * (values[i - 1] - mean);
    }
    return squares > 0 ? products / squares : 0;
}

std::optional<BatchMean> batchMean(std::span<const double> values, std::size_t fewest)
{
    if (values.size() < fewest)
        return std::nullopt;
    BatchMean result;
    result.mean = meanOf(values);
    const std::size_t smallest = (values.size() + kMostBatches - 1) / kMostBatches;
    std::vector<double> batches = joined(values, smallest);
    result.lagOneCorrelation = lagOneCorrelation(batches);
    for (std::size_t each = 2 * smallest;
         result.lagOneCorrelation >= kIndependentBelow && values.size() / each >= kFewestBatches;
         each += smallest) {
        batches = joined(values, each);
        result.lagOneCorrelation = lagOneCorrelation(batches);
    }
    result.batches = batches.size();
    const auto count = static_cast<double>(batches.size());
    result.degreesOfFreedom = count - 1;
    const double mean = meanOf(batches);
    double squares = 0;
    for (const double batch : batches)
        squares += (batch - mean) * (batch - mean);
    result.standardError = std::sqrt(squares / (count - 1) / count);
    if (const double r = result.lagOneCorrelation; r >= kIndependentBelow)
        result.standardError *= std::sqrt((1 + r) / (1 - r));
    return result;
}

} // namespace iotbench
