// Objects of an HDF5 file, groups and data sets: the messages that they consist of, and the links from one to
// the next.
#pragma once

#include "models/keras/hdf5/hdf5_bytes.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace iotbench::keras {

enum class Hdf5MessageType : std::uint16_t {
    DataSpace = 0x01,
    LinkInfo = 0x02,
    DataType = 0x03,
    Link = 0x06,
    ExternalFiles = 0x07,
    Layout = 0x08,
    Filters = 0x0B,
    Attribute = 0x0C,
    Continuation = 0x10,
    SymbolTable = 0x11,
    AttributeInfo = 0x15,
};

struct Hdf5Message {
    Hdf5MessageType type;
    bool shared; // its data lie in another object
    std::span<const std::uint8_t> data;
};

// A group or a data set.
class Hdf5Object {
public:
    Hdf5Object(const Hdf5Bytes& file, std::uint64_t address);

    const std::vector<Hdf5Message>& messages() const { return m_messages; }
    // The first of that type; nullptr where there is none.
    const Hdf5Message* find(Hdf5MessageType type) const;

private:
    void readFirstVersion(const Hdf5Bytes& file, std::uint64_t address);
    void readSecondVersion(const Hdf5Bytes& file, std::uint64_t address);

    std::vector<Hdf5Message> m_messages;
};

// Where the root group lies.
std::uint64_t rootOfHdf5(const Hdf5Bytes& file);

// Where the object of this path lies, "/" being the root; empty where a link of that name is missing. Only
// hard links are followed, which cannot leave the file: any other is refused by name.
std::optional<std::uint64_t> findInHdf5(const Hdf5Bytes& file, std::uint64_t root, std::string_view path);

} // namespace iotbench::keras
