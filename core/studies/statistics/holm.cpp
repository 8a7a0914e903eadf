#include "studies/statistics/holm.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace iotbench::studies {

std::vector<double> holmAdjusted(std::span<const double> pValues)
{
    std::vector<std::size_t> ascending(pValues.size());
    std::iota(ascending.begin(), ascending.end(), 0);
    std::stable_sort(ascending.begin(), ascending.end(),
        [&](std::size_t a, std::size_t b) { return pValues[a] < pValues[b]; });
    std::vector<double> adjusted(pValues.size());
    double largest = 0;
    for (std::size_t place = 0; place < ascending.size(); ++place) {
        const double scaled = pValues[ascending[place]] * static_cast<double>(pValues.size() - place);
        largest = std::max(largest, std::min(1.0, scaled));
        adjusted[ascending[place]] = largest;
    }
    return adjusted;
}

} // namespace iotbench::studies
