#include "models/keras/archive_weights.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace iotbench::keras {
namespace {

// What the list of a model's layers is called; the second by Keras before 3.0.
constexpr std::string_view kLists[] = {"layers", "_layer_checkpoint_dependencies"};

std::string groupOf(const WeightedLayer& layer, std::string_view list)
{
    std::string group;
    for (const std::string& name : layer.archivePath) {
        group += "/" + std::string(list) + "/" + name;
    }
    return group + "/vars";
}

bool isAlike(const WeightedLayer& a, const WeightedLayer& b)
{
    return a.path.back() == b.path.back()
        && std::ranges::equal(a.weights, b.weights,
            [](const Weight& one, const Weight& other) { return one.sizes == other.sizes; });
}

} // namespace

std::vector<float> ArchiveWeights::read(std::size_t layer, WeightIndex weight) const
{
    const WeightedLayer& of = m_graph.layers[layer];
    if (auto values = readFrom(of, of, weight)) {
        return std::move(*values);
    }
    // Keras saves a layer that several models share once, where it comes to it first.
    const WeightedLayer* shared = nullptr;
    std::optional<std::vector<float>> values;
    for (const WeightedLayer& other : m_graph.layers) {
        if (other.order < of.order && isAlike(of, other)) {
            if (auto found = readFrom(other, of, weight)) {
                if (shared != nullptr) {
                    throw Refusal(TR("layer \"%1\": its weights could be those of \"%2\" or of \"%3\""),
                        {pathOf(of), pathOf(*shared), pathOf(other)});
                }
                shared = &other;
                values = std::move(found);
            }
        }
    }
    if (values) {
        return std::move(*values);
    }
    throw Refusal(TR("layer \"%1\": its weight \"%2\" is not in the file"),
        {pathOf(of), of.weights[weight].names.front()});
}

std::optional<std::vector<float>> ArchiveWeights::readFrom(
    const WeightedLayer& place, const WeightedLayer& of, WeightIndex weight) const
{
    for (const std::string_view list : kLists) {
        const std::string group = groupOf(place, list);
        const auto called = [&](std::size_t number) { return group + "/" + std::to_string(number); };
        const std::optional<Hdf5DataSet> set = m_file.dataSet(called(weight));
        if (!set) {
            continue;
        }
        if (const auto names = m_file.strings(group, "name");
            names && *names != std::vector{of.path.back()}) {
            throw Refusal(TR("layer \"%1\": its weights in the file are those of a layer called \"%2\""),
                {pathOf(of), names->empty() ? std::string() : names->front()});
        }
        if (m_file.dataSet(called(of.weights.size()))) {
            throw Refusal(TR("layer \"%1\": the file has more weights for it than the %2 that it needs"),
                {pathOf(of), of.weights.size()});
        }
        return readWeight(m_file, *set, of, weight);
    }
    return std::nullopt;
}

} // namespace iotbench::keras
