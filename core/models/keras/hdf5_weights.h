// The weights in a Keras .h5 file, whose names need not be those of its layers.
#pragma once

#include "models/keras/weights.h"

#include <map>

namespace iotbench::keras {

// A file has a group for every layer of the outermost model, and in it a list of names: of a layer's own
// weights, or of all weights of the model that the layer is. Keras itself goes by the order of that list: the
// trainable weights of all layers in turn, then the others. So does this, where the names at least end in
// what the weights are called; and where order and names (the longest path that fits) say different things,
// or neither says anything, the file is refused. Format: keras/src/legacy/saving/legacy_h5_format.py,
// _legacy_weights().
class Hdf5Weights : public WeightSource {
public:
    // Both must outlive this object.
    Hdf5Weights(const Hdf5File& file, const Graph& graph);

    std::vector<float> read(std::size_t layer, WeightIndex weight) const override;

private:
    struct Place { // a weight, by where it is in the graph
        std::size_t layer;
        WeightIndex weight;
        auto operator<=>(const Place&) const = default;
    };
    using Assignment = std::map<Place, std::string>; // to names in the list

    const Assignment& assignment(const std::string& group) const;
    Assignment assign(const std::string& group) const;
    std::vector<Place> inOrder(const std::string& group) const;
    std::vector<std::string> names(const std::string& group) const;

    const Weight& weightAt(const Place& place) const
    {
        return m_graph.layers[place.layer].weights[place.weight];
    }
    [[noreturn]] void refuse(const Place& place) const;

    const Hdf5File& m_file;
    const Graph& m_graph;
    std::string m_root; // the group that holds the layers' groups
    mutable std::map<std::string, Assignment> m_assigned; // of groups asked for before
};

} // namespace iotbench::keras
