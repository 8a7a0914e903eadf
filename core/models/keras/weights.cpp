#include "models/keras/weights.h"

#include <algorithm>
#include <optional>

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

std::string text(const std::vector<std::int64_t>& sizes)
{
    std::string result;
    for (const std::int64_t size : sizes) {
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

std::vector<std::string> Weights::names(const std::string& group, const std::string& attribute) const
{
    if (auto whole = m_file.strings(group, attribute)) {
        return *whole;
    }
    std::vector<std::string> all;
    for (unsigned part = 0;; ++part) {
        const auto names = m_file.strings(group, attribute + std::to_string(part));
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
    for (const std::string& name : names(group, "weight_names")) {
        const WeightName parts = split(name);
        if (std::find(wanted.begin(), wanted.end(), parts.weight) == wanted.end()
            || (!ownGroup && parts.layer != place.layer)) {
            continue;
        }
        std::optional<FloatArray> array = m_file.floats(group + "/" + name);
        if (!array) {
            break;
        }
        if (array->sizes != sizes) {
            throw Refusal(TR("layer \"%1\": its weight \"%2\" is %3, the layer needs %4"),
                {place.layer, *wanted.begin(), text(array->sizes), text(sizes)});
        }
        return std::move(array->values);
    }
    throw Refusal(TR("layer \"%1\": its weight \"%2\" is not in the file"), {place.layer, *wanted.begin()});
}

} // namespace iotbench::keras
