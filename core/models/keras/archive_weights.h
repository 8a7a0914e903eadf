// The weights in a .keras file: its member model.weights.h5.
#pragma once

#include "models/keras/weights.h"

#include <optional>
#include <vector>

namespace iotbench::keras {

// Layers have no names there: each is called by its class and its number among those of its class in its
// model, its weights by their numbers in the order in which Keras made them. Where the file also tells the
// layer's name, that must be the one in the config. Format: keras/src/saving/saving_lib.py, _save_state() and
// _save_container_state(); save_own_variables() of Layer.
class ArchiveWeights : public WeightSource {
public:
    // Both must outlive this object.
    ArchiveWeights(const Hdf5File& file, const Graph& graph)
        : m_file(file)
        , m_graph(graph)
    {
    }

    std::vector<float> read(std::size_t layer, WeightIndex weight) const override;

private:
    // Nothing where the file has no such weight at the place of that layer.
    std::optional<std::vector<float>> readFrom(
        const WeightedLayer& place, const WeightedLayer& of, WeightIndex weight) const;

    const Hdf5File& m_file;
    const Graph& m_graph;
};

} // namespace iotbench::keras
