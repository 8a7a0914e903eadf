// Reading of HDF5 files that lie in memory, as far as Keras uses the format.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace iotbench::keras {

struct FloatArray {
    std::vector<std::int64_t> sizes;
    std::vector<float> values; // row-major
};

// Not thread-safe, not even two objects on two threads: the HDF5 library mostly is built without locks.
// Functions throw Refusal, in words, where the file is damaged or an object is of another kind.
class Hdf5File {
public:
    explicit Hdf5File(std::span<const std::uint8_t> bytes); // copied
    ~Hdf5File();
    Hdf5File(const Hdf5File&) = delete;
    Hdf5File& operator=(const Hdf5File&) = delete;

    // The strings in an attribute of a group ("/" is the root), of fixed or of variable length; nullopt where
    // there is no such group or attribute.
    std::optional<std::vector<std::string>> strings(
        const std::string& group, const std::string& attribute) const;

    // Numbers of any width as float32; nullopt where there is no such data set.
    std::optional<FloatArray> floats(const std::string& dataSet) const;

private:
    std::int64_t m_file;
};

} // namespace iotbench::keras
