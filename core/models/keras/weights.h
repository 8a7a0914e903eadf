// The weights of a Keras model's layers, by the names that Keras gives them.
#pragma once

#include "models/keras/graph.h"
#include "models/keras/hdf5_file.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench::keras {

class Weights {
public:
    // The file must outlive this object.
    explicit Weights(const Hdf5File& file);

    // The weight called by one of `names` ("kernel", or "depthwise_kernel" in another version), which must
    // have these sizes. Throws Refusal naming the layer where it is missing, of other sizes, or not finite.
    std::vector<float> read(const WeightsPlace& place, std::initializer_list<std::string_view> names,
        const std::vector<std::int64_t>& sizes) const;

private:
    // The weights' names of a layer's group. Keras cuts a list of over 64 kB into weight_names0,
    // weight_names1, ….
    const std::vector<std::string>& names(const std::string& group) const;

    const Hdf5File& m_file;
    std::string m_root; // the group that holds the layers' groups
    mutable std::map<std::string, std::vector<std::string>> m_names; // of groups asked for before
};

} // namespace iotbench::keras
