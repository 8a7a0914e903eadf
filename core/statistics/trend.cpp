#include "statistics/trend.h"

#include "statistics/batch_means.h"
#include "statistics/distributions.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace iotbench {

std::optional<Growth> growthOf(std::span<const double> values)
{
    if (values.size() < kFewestBatches)
        return std::nullopt;
    const auto count = static_cast<double>(values.size());
    const double mean = meanOf(values), middle = (count - 1) / 2;
    double times = 0, products = 0; // sums of squares and products
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double time = static_cast<double>(i) - middle;
        times += time * time;
        products += time * (values[i] - mean);
    }
    const double slope = products / times;
    std::vector<double> left(values.begin(), values.end());
    double squares = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        left[i] -= mean + slope * (static_cast<double>(i) - middle);
        squares += left[i] * left[i];
    }
    constexpr double kMostCorrelated = 0.99;
    const double correlation = std::clamp(lagOneCorrelation(left), 0.0, kMostCorrelated);
    const double error = std::sqrt(squares / (count - 2) / times * (1 + correlation) / (1 - correlation));
    const double half = studentQuantile(0.975, count - 2) * error;
    return Growth{slope * (count - 1), (slope - half) * (count - 1), (slope + half) * (count - 1)};
}

} // namespace iotbench
