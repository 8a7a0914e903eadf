#include "models/scores.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace iotbench {
namespace {

std::size_t indexOfHighest(std::span<const float> scores) noexcept
{
    std::size_t best = 0;
    for (std::size_t i = 1; i < scores.size(); ++i) {
        if (scores[i] > scores[best] || (std::isnan(scores[best]) && !std::isnan(scores[i]))) {
            best = i;
        }
    }
    return best;
}

// A probability a report may print: NaN becomes 0.
float clamped(float value) noexcept
{
    return value > 0 ? std::min(value, 1.0F) : 0.0F;
}

// Of the softmax, with the highest score taken off first, so that nothing overflows.
float sumOfExponentials(std::span<const float> scores, float highest) noexcept
{
    float sum = 0;
    for (const float score : scores) {
        sum += std::exp(score - highest);
    }
    return sum;
}

} // namespace

TopClass topClass(std::span<const float> scores, ScoreKind kind) noexcept
{
    const std::size_t best = indexOfHighest(scores);
    const float probability
        = kind == ScoreKind::Probabilities ? scores[best] : 1.0F / sumOfExponentials(scores, scores[best]);
    const bool finite = std::ranges::all_of(scores, [](float score) { return std::isfinite(score); });
    return {static_cast<std::uint8_t>(best), clamped(probability), finite};
}

void classProbabilities(std::span<const float> scores, ScoreKind kind, std::span<float> out) noexcept
{
    if (kind == ScoreKind::Probabilities) {
        std::transform(scores.begin(), scores.end(), out.begin(), clamped);
        return;
    }
    const float highest = scores[indexOfHighest(scores)];
    const float sum = sumOfExponentials(scores, highest);
    std::transform(scores.begin(), scores.end(), out.begin(),
        [=](float score) { return clamped(std::exp(score - highest) / sum); });
}

namespace {

bool isFinite(float score)
{
    return std::isfinite(score);
}

bool areFinite(std::span<const float> scores)
{
    return std::ranges::all_of(scores, isFinite);
}

} // namespace

bool areSameScores(std::span<const float> own, std::span<const float> again) noexcept
{
    constexpr double kRounded = 0.05;
    if (!areFinite(own) || !areFinite(again)) {
        return std::ranges::equal(own, again, {}, isFinite, isFinite);
    }
    const auto [lowest, highest] = std::ranges::minmax(own);
    const double most = kRounded * (static_cast<double>(highest) - lowest);
    return std::ranges::equal(
        own, again, [most](float a, float b) { return std::abs(static_cast<double>(a) - b) <= most; });
}

bool isSameAnswer(std::span<const float> own, std::span<const float> other) noexcept
{
    constexpr double kUndecided = 0.02;
    if (!areFinite(own) || !areFinite(other)) {
        return std::ranges::equal(own, other, {}, isFinite, isFinite);
    }
    const auto [ownLowest, ownHighest] = std::ranges::minmax(own);
    const auto [lowest, highest] = std::ranges::minmax(other);
    if (ownLowest == ownHighest || lowest == highest) {
        return ownLowest == ownHighest && lowest == highest;
    }
    const auto predicted = std::ranges::max_element(own) - own.begin();
    const double missing = static_cast<double>(highest) - other[static_cast<std::size_t>(predicted)];
    return missing <= kUndecided * (static_cast<double>(highest) - lowest);
}

} // namespace iotbench
