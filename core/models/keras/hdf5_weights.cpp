#include "models/keras/hdf5_weights.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace iotbench::keras {
namespace {

// "stem/conv_1/kernel:0" (Keras 2) and "encoder/stem/conv_1/kernel" (Keras 3)
struct WeightName {
    std::string_view path; // "stem/conv_1"; "" where the name does not say
    std::string_view weight; // "kernel"
};

WeightName split(std::string_view name)
{
    name = name.substr(0, name.rfind(':'));
    const std::size_t slash = name.rfind('/');
    return slash == std::string_view::npos ? WeightName{"", name}
                                           : WeightName{name.substr(0, slash), name.substr(slash + 1)};
}

// What Keras keeps beside weights: the state of generators of random numbers.
bool isWeight(const std::string& name)
{
    constexpr std::array<std::string_view, 3> kOthers = {"StateVar", "seed_generator_state", "iterations"};
    return std::find(kOthers.begin(), kOthers.end(), split(name).weight) == kOthers.end();
}

bool isCalled(const Weight& weight, std::string_view name)
{
    return std::find(weight.names.begin(), weight.names.end(), split(name).weight) != weight.names.end();
}

// Names by each of their ends, as far as they are deep: "encoder/stem/conv/kernel", "stem/conv/kernel", ….
using NamesByEnd = std::map<std::string_view, std::vector<const std::string*>>;

NamesByEnd namesByEnd(const std::vector<std::string>& names)
{
    constexpr unsigned kMostParts = 32;
    NamesByEnd ends;
    for (const std::string& name : names) {
        std::string_view end = std::string_view(name).substr(0, name.rfind(':'));
        for (unsigned part = 0; part < kMostParts && !end.empty(); ++part) {
            ends[end].push_back(&name);
            const std::size_t slash = end.find('/');
            end = slash == std::string_view::npos ? "" : end.substr(slash + 1);
        }
    }
    return ends;
}

// Those that have most of the layer's path in them, from its last part on; in front of that a name may have
// parts that are those of no layer ("model/…").
std::vector<const std::string*> bestNamed(
    const NamesByEnd& ends, const WeightedLayer& layer, const Weight& weight)
{
    for (std::size_t first = 0; first < layer.path.size(); ++first) {
        std::string path;
        for (std::size_t part = first; part < layer.path.size(); ++part) {
            path += layer.path[part] + "/";
        }
        std::vector<const std::string*> found;
        for (const std::string_view name : weight.names) {
            if (const auto named = ends.find(path + std::string(name)); named != ends.end()) {
                found.insert(found.end(), named->second.begin(), named->second.end());
            }
        }
        if (!found.empty()) {
            return found;
        }
    }
    return {};
}

} // namespace

Hdf5Weights::Hdf5Weights(const Hdf5File& file, const Graph& graph)
    : m_file(file)
    , m_graph(graph)
    , m_root(file.strings("/model_weights", "layer_names") || file.strings("/model_weights", "layer_names0")
              ? "/model_weights/"
              : "/")
{
}

std::vector<float> Hdf5Weights::read(std::size_t layer, WeightIndex weight) const
{
    const std::string& group = m_graph.layers[layer].path.front();
    const Assignment& assigned = assignment(group);
    const auto found = assigned.find({layer, weight});
    if (found == assigned.end()) {
        refuse({layer, weight});
    }
    const std::optional<Hdf5DataSet> set = m_file.dataSet(m_root + group + "/" + found->second);
    if (!set) {
        refuse({layer, weight});
    }
    return readWeight(m_file, *set, m_graph.layers[layer], weight);
}

void Hdf5Weights::refuse(const Place& place) const
{
    throw Refusal(TR("layer \"%1\": its weight \"%2\" is not in the file"),
        {pathOf(m_graph.layers[place.layer]), weightAt(place).names.front()});
}

const Hdf5Weights::Assignment& Hdf5Weights::assignment(const std::string& group) const
{
    const auto known = m_assigned.find(group);
    return known != m_assigned.end() ? known->second : m_assigned.emplace(group, assign(group)).first->second;
}

Hdf5Weights::Assignment Hdf5Weights::assign(const std::string& group) const
{
    const std::vector<Place> places = inOrder(group);
    std::vector<std::string> listed = names(group);
    std::erase_if(listed, [](const std::string& name) { return !isWeight(name); });

    Assignment byOrder;
    const auto fits = [&](const Place& place, const std::string& name) {
        if (!isCalled(weightAt(place), name)) {
            return false;
        }
        const std::optional<Hdf5DataSet> set = m_file.dataSet(m_root + group + "/" + name);
        return set && std::ranges::equal(set->sizes, weightAt(place).sizes, std::equal_to<std::uint64_t>());
    };
    bool ordered = places.size() == listed.size();
    for (std::size_t i = 0; ordered && i < places.size(); ++i) {
        ordered = fits(places[i], listed[i]);
        byOrder[places[i]] = listed[i];
    }

    Assignment byName;
    const NamesByEnd ends = namesByEnd(listed);
    std::set<std::string> used;
    bool ambiguous = false;
    for (const Place& place : places) {
        const auto best = bestNamed(ends, m_graph.layers[place.layer], weightAt(place));
        ambiguous = ambiguous || best.size() > 1;
        if (best.size() == 1) {
            byName[place] = *best.front();
            used.insert(*best.front());
        }
    }
    // One weight for two places is that of a layer which two models share.
    const bool named = byName.size() == places.size() && used.size() == listed.size();

    if (ordered && named && byOrder != byName) {
        throw Refusal(
            TR("the weights of layer \"%1\" could be those of different layers within it: their order "
               "and their names disagree"),
            {group});
    }
    if (ordered) {
        return byOrder;
    }
    // Where some are missing, that is said of the first that is read.
    if (named || (!ambiguous && byName.size() < places.size())) {
        return byName;
    }
    throw Refusal(TR("the %1 weights of layer \"%2\" are not the %3 that it needs, by order or by name"),
        {listed.size(), group, places.size()});
}

std::vector<Hdf5Weights::Place> Hdf5Weights::inOrder(const std::string& group) const
{
    std::vector<std::size_t> layers;
    for (std::size_t layer = 0; layer < m_graph.layers.size(); ++layer) {
        if (m_graph.layers[layer].path.front() == group) {
            layers.push_back(layer);
        }
    }
    std::sort(layers.begin(), layers.end(),
        [&](std::size_t a, std::size_t b) { return m_graph.layers[a].order < m_graph.layers[b].order; });
    std::vector<Place> places;
    for (const bool trained : {true, false}) {
        for (const std::size_t layer : layers) {
            const WeightedLayer& of = m_graph.layers[layer];
            for (WeightIndex weight = 0; weight < of.weights.size(); ++weight) {
                if ((of.trainable && of.weights[weight].trainable) == trained) {
                    places.push_back({layer, weight});
                }
            }
        }
    }
    return places;
}

// Keras cuts a list of over 64 kB into weight_names0, weight_names1, ….
std::vector<std::string> Hdf5Weights::names(const std::string& group) const
{
    const std::string path = m_root + group;
    if (auto whole = m_file.strings(path, "weight_names")) {
        return std::move(*whole);
    }
    std::vector<std::string> all;
    for (unsigned part = 0;; ++part) {
        const auto names = m_file.strings(path, "weight_names" + std::to_string(part));
        if (!names) {
            return all;
        }
        all.insert(all.end(), names->begin(), names->end());
    }
}

} // namespace iotbench::keras
