#include "studies/statistics/paired_answers.h"

#include "statistics/distributions.h"

#include <algorithm>
#include <cmath>

namespace iotbench::studies {

namespace {

double mcNemar(std::uint64_t fewer, std::uint64_t more)
{
    const std::uint64_t discordant = fewer + more;
    if (fewer == more)
        return 1;
    if (discordant < kExactBelowDiscordant)
        return std::min(1.0, 2 * binomialUpTo(fewer, discordant, 0.5));
    const double surplus = static_cast<double>(more - fewer) - 1;
    return chiSquaredBeyond(surplus * surplus / static_cast<double>(discordant), 1);
}

} // namespace

AccuracyDifference accuracyDifference(const PairedAnswers& answers)
{
    const auto images = static_cast<double>(answers.images);
    const auto first = static_cast<double>(answers.onlyFirstCorrect);
    const auto second = static_cast<double>(answers.onlySecondCorrect);
    AccuracyDifference result;
    result.points = 100 * (second - first) / images;
    // One image is added to each kind of discordance.
    const double firstShare = (first + 1) / (images + 2), secondShare = (second + 1) / (images + 2);
    const double middle = secondShare - firstShare;
    const double half
        = normalQuantile(0.975) * std::sqrt((firstShare + secondShare - middle * middle) / (images + 2));
    result.interval = {100 * std::max(-1.0, middle - half), 100 * std::min(1.0, middle + half)};
    result.pValue = mcNemar(std::min(answers.onlyFirstCorrect, answers.onlySecondCorrect),
        std::max(answers.onlyFirstCorrect, answers.onlySecondCorrect));
    return result;
}

} // namespace iotbench::studies
