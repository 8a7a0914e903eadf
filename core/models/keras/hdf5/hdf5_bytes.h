// The bytes of an HDF5 file, read with every place and length checked, and what reading it may cost at most.
//
// Format: support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html (HDF5 File Format Specification,
// version 3). Read here rather than by the HDF5 library, which follows links into other files, takes sizes at
// a file's word, and does not withstand files that were made to harm it.
#pragma once

#include "base/refusal.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace iotbench::keras {

inline constexpr std::uint64_t kMostWeightBytes = std::uint64_t{2} << 30U; // of a file's weights, as float32

[[noreturn]] void refuseDamagedHdf5();
// What a file may have but Keras never writes: `what` follows the object's name, "is a soft link".
[[noreturn]] void refuseForeignHdf5(std::string_view object, Message what);

// Little-endian numbers, one after the other. Throws Refusal at the end of its bytes.
class Hdf5Cursor {
public:
    explicit Hdf5Cursor(std::span<const std::uint8_t> bytes)
        : m_left(bytes)
    {
    }

    std::uint64_t number(std::size_t width); // of 0 to 8 bytes
    std::uint8_t byte() { return static_cast<std::uint8_t>(number(1)); }
    std::uint64_t address() { return number(8); }
    std::span<const std::uint8_t> take(std::uint64_t count);
    void skip(std::uint64_t count) { take(count); }
    void require(std::string_view signature);
    std::size_t left() const { return m_left.size(); }

private:
    std::span<const std::uint8_t> m_left;
};

// The whole file, in memory that outlives this.
class Hdf5Bytes {
public:
    static constexpr std::uint64_t kNowhere = ~std::uint64_t{0}; // HDF5's undefined address

    // `cancelled` is asked now and then; where it says so, reading ends in a Refusal.
    Hdf5Bytes(std::span<const std::uint8_t> bytes, std::function<bool()> cancelled)
        : m_bytes(bytes)
        , m_cancelled(std::move(cancelled))
    {
    }

    std::size_t size() const { return m_bytes.size(); }
    // From `address` to the end of the file.
    Hdf5Cursor from(std::uint64_t address) const;
    std::span<const std::uint8_t> range(std::uint64_t address, std::uint64_t length) const;

    // Every link, message, node and character that is looked at counts: neither a circle nor a file that
    // makes little work look like much is followed for long. Throws Refusal where that is over.
    void count(std::uint64_t steps = 1) const;
    // The same for values of weights.
    void countValues(std::uint64_t values) const;

private:
    std::span<const std::uint8_t> m_bytes;
    std::function<bool()> m_cancelled;
    mutable std::uint64_t m_steps = 0;
    mutable std::uint64_t m_asked = 0; // steps when `m_cancelled` was last asked
    mutable std::uint64_t m_weightBytes = 0;
};

} // namespace iotbench::keras
