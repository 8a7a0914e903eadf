#include "statistics/figure_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace iotbench {

std::string fixedText(double value, int decimals)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 400> text; // the largest double has 309 digits before the dot
    const auto end
        = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, decimals)
              .ptr;
    std::string result(text.data(), end);
    // Rounding may leave "-0.0", which reads like a mistake.
    if (result.starts_with('-') && result.find_first_not_of("-0.") == std::string::npos)
        result.erase(0, 1);
    return result;
}

std::string shortText(double value, int decimals)
{
    std::string result = fixedText(value, decimals);
    if (result.find('.') != std::string::npos) {
        result.erase(result.find_last_not_of('0') + 1);
        if (result.ends_with('.'))
            result.pop_back();
    }
    return result;
}

std::string rateText(double perS)
{
    return shortText(perS, perS >= 100 ? 0 : perS >= 1 ? 1 : 3);
}

double percentOf(double share)
{
    constexpr double kSteps = 1e10; // of a percent
    return std::round(share * 100 * kSteps) / kSteps;
}

std::string percentText(double share)
{
    return fixedText(percentOf(share), 1);
}

} // namespace iotbench
