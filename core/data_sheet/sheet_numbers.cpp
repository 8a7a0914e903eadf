#include "data_sheet/sheet_numbers.h"

#include "statistics/figure_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace iotbench {
namespace {

std::string grouped(std::string digits)
{
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    const std::size_t dot = std::min(digits.find('.'), digits.size());
    for (std::size_t at = dot; at > first + 3;) {
        at -= 3;
        digits.insert(at, 1, ',');
    }
    return digits;
}

} // namespace

std::string wholeNumber(std::uint64_t count)
{
    return grouped(std::to_string(count));
}

std::string decimalNumber(double value, int decimals)
{
    return grouped(fixedText(value, decimals));
}

std::string rateNumber(double perS)
{
    return grouped(rateText(perS));
}

std::string msNumber(double ms)
{
    constexpr int kDigits = 3;
    const int whole = ms >= 1 ? static_cast<int>(std::floor(std::log10(ms))) + 1 : 0;
    return decimalNumber(ms, std::clamp(kDigits - whole, 0, kDigits));
}

std::string percentNumber(double share, int decimals)
{
    return decimalNumber(percentOf(share), decimals);
}

std::string bytesNumber(std::uint64_t bytes)
{
    constexpr std::array kUnits{"B", "kB", "MB", "GB", "TB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    for (; value >= 999.5 && unit + 1 < kUnits.size(); ++unit)
        value /= 1000;
    return shortText(value, unit == 0 || value >= 10 ? 0 : 1) + ' ' + kUnits[unit];
}

std::string rangeText(const std::string& low, const std::string& high)
{
    return low + " … " + high;
}

} // namespace iotbench
