// An HDF5 file in memory, as far as Keras uses the format: attributes that hold text, and data sets of
// floating-point numbers.
#pragma once

#include "models/keras/hdf5/hdf5_bytes.h"
#include "models/keras/hdf5/hdf5_objects.h"
#include "models/keras/hdf5/hdf5_values.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace iotbench::keras {

// A data set whose values have not been read yet.
struct Hdf5DataSet {
    std::string path;
    std::vector<std::uint64_t> sizes; // outermost first; as the file claims
    Hdf5Object object;
};

// One thread at a time. Functions throw Refusal, in words, where the file is damaged, an object is of another
// kind, or the file would lead elsewhere: external storage, virtual data sets, all links but hard ones.
class Hdf5File {
public:
    // The bytes must outlive this. `cancelled` is asked while reading; true ends it in a Refusal.
    explicit Hdf5File(std::span<const std::uint8_t> bytes, std::function<bool()> cancelled = {});

    // The strings in an attribute of a group ("/" is the root), of fixed or of variable length; nullopt where
    // there is no such group or attribute.
    std::optional<std::vector<std::string>> strings(
        const std::string& group, const std::string& attribute) const;

    // nullopt where there is none of that path.
    std::optional<Hdf5DataSet> dataSet(const std::string& path) const;

    // Its values as float32, row by row, of numbers of any width. No memory is taken that its sizes, which
    // the caller has compared with what is needed, do not ask for; over kMostWeightBytes from one file are
    // refused.
    std::vector<float> floats(const Hdf5DataSet& set) const;

private:
    std::vector<std::string> textsOf(const Hdf5Type& type, std::uint64_t count, Hdf5Cursor values) const;

    Hdf5Bytes m_bytes;
    std::uint64_t m_root;
};

} // namespace iotbench::keras
