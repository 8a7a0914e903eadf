// A data set that lies in the file in chunks, compressed or not.
#pragma once

#include "models/keras/hdf5/hdf5_values.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace iotbench::keras {

struct Hdf5Chunked {
    std::string_view path;
    const Hdf5Type& type; // a Float
    const std::vector<std::uint64_t>& sizes; // whose product has been counted
    Hdf5Cursor layout; // of the layout message, behind its class
    std::span<const std::uint8_t> filters; // the filter message; empty where there is none
};

// Every chunk must be there and unpack to its very size. Throws Refusal, for filters other than deflate and
// shuffle by number.
std::vector<float> floatsFromChunks(const Hdf5Bytes& file, const Hdf5Chunked& set);

} // namespace iotbench::keras
