// The heaps of an HDF5 file, where things of any length lie that an object refers to.
#pragma once

#include "models/keras/hdf5/hdf5_bytes.h"

#include <cstdint>
#include <functional>
#include <span>

namespace iotbench::keras {

// An object of the global heap, where texts of variable length lie.
std::span<const std::uint8_t> objectInGlobalHeap(
    const Hdf5Bytes& file, std::uint64_t collection, std::uint64_t index);

// Every link message in the fractal heap of a group with many links; none where its link-info message says
// that they lie in the group itself.
void forEachLinkInHeap(const Hdf5Bytes& file, std::span<const std::uint8_t> linkInfo,
    const std::function<void(std::span<const std::uint8_t> message)>& visit);

} // namespace iotbench::keras
