#include "models/keras/weights.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace iotbench::keras {
namespace {

template <typename Sizes>
std::string text(const Sizes& sizes)
{
    std::string result;
    for (const auto size : sizes) {
        result += (result.empty() ? "" : " × ") + std::to_string(size);
    }
    return result.empty() ? "1" : result;
}

} // namespace

std::string pathOf(const WeightedLayer& layer)
{
    std::string path;
    for (const std::string& name : layer.path) {
        path += (path.empty() ? "" : "/") + name;
    }
    return path;
}

std::vector<float> readWeight(
    const Hdf5File& file, const Hdf5DataSet& set, const WeightedLayer& layer, WeightIndex weight)
{
    const Weight& wanted = layer.weights[weight];
    if (!std::ranges::equal(set.sizes, wanted.sizes, std::equal_to<std::uint64_t>())) {
        throw Refusal(TR("layer \"%1\": its weight \"%2\" is %3, the layer needs %4"),
            {pathOf(layer), wanted.names.front(), text(set.sizes), text(wanted.sizes)});
    }
    std::vector<float> values = file.floats(set);
    if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); })) {
        throw Refusal(TR("layer \"%1\": its weight \"%2\" holds a value that is infinite or not a number"),
            {pathOf(layer), wanted.names.front()});
    }
    return values;
}

} // namespace iotbench::keras
