// Where the weights of a Keras model's layers come from.
#pragma once

#include "models/keras/graph.h"
#include "models/keras/hdf5_file.h"

#include <string>
#include <vector>

namespace iotbench::keras {

class WeightSource {
public:
    WeightSource() = default;
    virtual ~WeightSource() = default;
    WeightSource(const WeightSource&) = delete;
    WeightSource& operator=(const WeightSource&) = delete;

    // The values of Graph::layers[layer].weights[weight], row by row. Throws Refusal naming the layer where
    // the weight is missing, of other sizes, or not finite.
    virtual std::vector<float> read(std::size_t layer, WeightIndex weight) const = 0;
};

// "backbone/conv1"
std::string pathOf(const WeightedLayer& layer);

// The values of a data set that is to be this weight of a layer. Its sizes are compared before a value is
// read: what a file claims is not what is allocated for it.
std::vector<float> readWeight(
    const Hdf5File& file, const Hdf5DataSet& set, const WeightedLayer& layer, WeightIndex weight);

} // namespace iotbench::keras
