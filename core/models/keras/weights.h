// The weights of a Keras model's layers, by the names that Keras gives them.
#pragma once

#include "models/keras/graph.h"
#include "models/keras/hdf5_file.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench::keras {

class Weights {
public:
    // The file must outlive this object.
    explicit Weights(const Hdf5File& file);

    // The weight called by one of `names` ("kernel", or "depthwise_kernel" in another version), which must
    // have these sizes. Throws Refusal naming the layer where it is missing or of other sizes.
    std::vector<float> read(const WeightsPlace& place, std::initializer_list<std::string_view> names,
        const std::vector<std::int64_t>& sizes) const;

private:
    // An attribute that Keras has cut into name0, name1, … because it was over 64 kB.
    std::vector<std::string> names(const std::string& group, const std::string& attribute) const;

    const Hdf5File& m_file;
    std::string m_root; // the group that holds the layers' groups
};

} // namespace iotbench::keras
