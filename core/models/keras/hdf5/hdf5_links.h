// The links of a group, in the three ways that HDF5 keeps them: a symbol table, messages of the group itself,
// or, where there are many, a heap of such messages.
#pragma once

#include "models/keras/hdf5/hdf5_objects.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace iotbench::keras {

// Where the object lies that `group` calls `name`; empty where it has no such link, and where it is no group.
// `path` names the link in what is refused: every link but a hard one.
std::optional<std::uint64_t> findLinkInHdf5(
    const Hdf5Bytes& file, const Hdf5Object& group, std::string_view name, std::string_view path);

} // namespace iotbench::keras
