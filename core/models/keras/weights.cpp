#include "models/keras/weights.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

namespace iotbench::keras {
namespace {

// "conv2d_1/kernel:0" (Keras 2) and "sequential/conv2d_1/kernel" (Keras 3) are weight "kernel" of layer
// "conv2d_1".
struct WeightName {
    std::string_view layer; // "" where the name does not say
    std::string_view weight;
};

WeightName split(std::string_view name)
{
    name = name.substr(0, name.rfind(':'));
    const std::size_t slash = name.rfind('/');
    if (slash == std::string_view::npos) {
        return {"", name};
    }
    const std::string_view before = name.substr(0, slash);
    const std::size_t earlier = before.rfind('/');
    return {earlier == std::string_view::npos ? before : before.substr(earlier + 1), name.substr(slash + 1)};
}

template <typename Sizes>
std::string text(const Sizes& sizes)
{
    std::string result;
    for (const auto size : sizes) {
        result += (result.empty() ? "" : " × ") + std::to_string(size);
    }
    return result;
}

} // namespace

Weights::Weights(const Hdf5File& file)
    : m_file(file)
    , m_root(file.strings("/model_weights", "layer_names") || file.strings("/model_weights", "layer_names0")
              ? "/model_weights/"
              : "/")
{
}

const std::vector<std::string>& Weights::names(const std::string& group) const
{
    const auto [known, isNew] = m_names.try_emplace(group);
    std::vector<std::string>& all = known->second;
    if (!isNew) {
        return all;
    }
    if (auto whole = m_file.strings(group, "weight_names")) {
        all = std::move(*whole);
        return all;
    }
    for (unsigned part = 0;; ++part) {
        const auto names = m_file.strings(group, "weight_names" + std::to_string(part));
        if (!names) {
            return all;
        }
        all.insert(all.end(), names->begin(), names->end());
    }
}

std::vector<float> Weights::read(const WeightsPlace& place, std::initializer_list<std::string_view> wanted,
    const std::vector<std::int64_t>& sizes) const
{
    const std::string group = m_root + place.group;
    // A layer with a group of its own may call its weights anything ("conv2d_1_1/kernel:0" after a copy);
    // within the group of a nested model the layer's name tells them apart.
    const bool ownGroup = place.group == place.layer;
    for (const std::string& name : names(group)) {
        const WeightName parts = split(name);
        if (std::find(wanted.begin(), wanted.end(), parts.weight) == wanted.end()
            || (!ownGroup && parts.layer != place.layer)) {
            continue;
        }
        const std::optional<Hdf5DataSet> set = m_file.dataSet(group + "/" + name);
        if (!set) {
            break;
        }
        // Before a value is read: what a file claims is not what is allocated for it.
        if (!std::ranges::equal(set->sizes, sizes, std::equal_to<std::uint64_t>())) {
            throw Refusal(TR("layer \"%1\": its weight \"%2\" is %3, the layer needs %4"),
                {place.layer, *wanted.begin(), text(set->sizes), text(sizes)});
        }
        std::vector<float> values = m_file.floats(*set);
        if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); })) {
            throw Refusal(
                TR("layer \"%1\": its weight \"%2\" holds a value that is infinite or not a number"),
                {place.layer, *wanted.begin()});
        }
        return values;
    }
    throw Refusal(TR("layer \"%1\": its weight \"%2\" is not in the file"), {place.layer, *wanted.begin()});
}

} // namespace iotbench::keras
