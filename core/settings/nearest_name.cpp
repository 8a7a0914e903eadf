#include "settings/nearest_name.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace iotbench {
namespace {

// ASCII only: names of options, models and engines are.
char lowerCase(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool beginsWith(std::string_view text, std::string_view start)
{
    return text.size() >= start.size()
        && std::ranges::equal(text.substr(0, start.size()), start, {}, lowerCase, lowerCase);
}

} // namespace

std::size_t editDistance(std::string_view a, std::string_view b)
{
    // The rows of the table for a's prefix that ends here, one letter before, and two before.
    const std::size_t width = b.size() + 1;
    std::vector<std::size_t> here(width);
    std::vector<std::size_t> before(width);
    std::vector<std::size_t> twoBefore(width);
    for (std::size_t j = 0; j < width; ++j)
        here[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::swap(twoBefore, before);
        std::swap(before, here);
        here[0] = i;
        for (std::size_t j = 1; j < width; ++j) {
            const bool same = lowerCase(a[i - 1]) == lowerCase(b[j - 1]);
            here[j] = std::min({before[j] + 1, here[j - 1] + 1, before[j - 1] + (same ? 0 : 1)});
            const bool swapped = i > 1 && j > 1 && lowerCase(a[i - 1]) == lowerCase(b[j - 2])
                && lowerCase(a[i - 2]) == lowerCase(b[j - 1]);
            if (swapped)
                here[j] = std::min(here[j], twoBefore[j - 2] + 1);
        }
    }
    return here[b.size()];
}

std::string_view nearestName(std::string_view name, std::span<const std::string_view> candidates)
{
    constexpr std::size_t kShortestStart = 3;
    std::string_view nearest;
    std::size_t nearestDistance = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const std::string_view candidate : candidates) {
        const bool shortened = name.size() >= kShortestStart && beginsWith(candidate, name);
        const std::size_t distance = shortened ? 1 : editDistance(name, candidate);
        // A name of two letters would be "near" to every other one.
        if (distance < nearestDistance && distance < std::max(name.size(), candidate.size())) {
            nearest = candidate;
            nearestDistance = distance;
        }
    }
    return nearest;
}

} // namespace iotbench
