#include "models/keras/hdf5/hdf5_chunks.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace iotbench::keras {
namespace {

using Bytes = std::vector<std::uint8_t>;

enum class Filter : std::uint8_t { Deflate = 1, Shuffle = 2 };

std::vector<Filter> readFilters(std::string_view path, std::span<const std::uint8_t> message)
{
    constexpr std::uint64_t kFirstOwn = 256; // filters of others have a name in version 2 too
    std::vector<Filter> filters;
    if (message.empty()) {
        return filters;
    }
    Hdf5Cursor bytes(message);
    const unsigned version = bytes.byte();
    const unsigned count = bytes.byte();
    bytes.skip(version == 1 ? 6 : 0);
    for (unsigned i = 0; i < count; ++i) {
        const std::uint64_t number = bytes.number(2);
        const bool named = version == 1 || number >= kFirstOwn;
        const std::uint64_t name = named ? bytes.number(2) : 0;
        bytes.skip(2); // whether it may be left out
        const std::uint64_t parameters = bytes.number(2);
        bytes.skip(name + 4 * parameters + (version == 1 && parameters % 2 != 0 ? 4 : 0));
        if (number != static_cast<unsigned>(Filter::Deflate)
            && number != static_cast<unsigned>(Filter::Shuffle)) {
            refuseForeignHdf5(path, {TR("is packed by the HDF5 filter %1"), {number}});
        }
        filters.push_back(static_cast<Filter>(number));
    }
    return filters;
}

// To exactly so many bytes; what unpacks to more is cut off there, and refused.
Bytes inflated(std::span<const std::uint8_t> packed, std::size_t size)
{
    Bytes bytes(size);
    uLongf length = size;
    if (uncompress(bytes.data(), &length, packed.data(), packed.size()) != Z_OK || length != size) {
        refuseDamagedHdf5();
    }
    return bytes;
}

// Shuffled: the first bytes of all elements, then the second ones, ….
Bytes unshuffled(const Bytes& shuffled, std::size_t elementSize)
{
    Bytes bytes(shuffled.size());
    const std::size_t count = shuffled.size() / elementSize;
    for (std::size_t k = 0; k < elementSize; ++k) {
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i * elementSize + k] = shuffled[k * count + i];
        }
    }
    return bytes;
}

class ChunkReader {
public:
    ChunkReader(const Hdf5Bytes& file, const Hdf5Chunked& set)
        : m_file(file)
        , m_type(set.type)
        , m_sizes(set.sizes)
        , m_filters(readFilters(set.path, set.filters))
    {
        Hdf5Cursor layout = set.layout;
        const std::uint64_t dimensions = layout.byte(); // with the bytes of an element as the last
        m_tree = layout.address();
        if (m_sizes.empty() || dimensions != m_sizes.size() + 1) {
            refuseDamagedHdf5();
        }
        m_chunks = 1;
        for (const std::uint64_t size : m_sizes) {
            m_chunk.push_back(layout.number(4));
            if (m_chunk.back() == 0) {
                refuseDamagedHdf5();
            }
            m_chunks *= (size + m_chunk.back() - 1) / m_chunk.back();
        }
        const std::uint64_t elements = elementsOf(m_sizes);
        m_inChunk = elementsOf(m_chunk);
        // Chunks are as large as the data set at most, but for a margin where it was meant to grow.
        constexpr std::uint64_t kMargin = 1 << 16;
        if (layout.number(4) != m_type.size || m_inChunk > 2 * elements + kMargin) {
            refuseDamagedHdf5();
        }
    }

    std::vector<float> read()
    {
        m_values.resize(static_cast<std::size_t>(elementsOf(m_sizes)));
        m_buffer.resize(static_cast<std::size_t>(m_inChunk));
        if (m_chunks > 0) {
            readTree(m_tree, 0);
        }
        if (m_read != m_chunks) { // of each place one, for none is read twice: keys ascend
            refuseDamagedHdf5();
        }
        return std::move(m_values);
    }

private:
    void readTree(std::uint64_t address, unsigned depth)
    {
        constexpr unsigned kOfChunks = 1;
        constexpr unsigned kDeepest = 32;
        Hdf5Cursor node = m_file.from(address);
        node.require("TREE");
        const unsigned kind = node.byte();
        const unsigned level = node.byte();
        if (kind != kOfChunks || depth > kDeepest) {
            refuseDamagedHdf5();
        }
        const std::uint64_t entries = node.number(2);
        node.skip(8 + 8); // siblings
        for (std::uint64_t i = 0; i < entries; ++i) {
            m_file.count();
            const std::uint64_t packedBytes = node.number(4);
            const std::uint64_t leftOut = node.number(4);
            std::vector<std::uint64_t> place;
            for (std::size_t k = 0; k < m_sizes.size(); ++k) {
                place.push_back(node.address());
            }
            node.skip(8); // of an element's bytes
            const std::uint64_t child = node.address();
            if (level > 0) {
                readTree(child, depth + 1);
            } else {
                readChunk(m_file.range(child, packedBytes), leftOut, place);
            }
        }
    }

    void readChunk(
        std::span<const std::uint8_t> packed, std::uint64_t leftOut, const std::vector<std::uint64_t>& place)
    {
        if (m_read > 0 && place <= m_last) {
            refuseDamagedHdf5();
        }
        for (std::size_t k = 0; k < place.size(); ++k) {
            if (place[k] >= m_sizes[k] || place[k] % m_chunk[k] != 0) {
                refuseDamagedHdf5();
            }
        }
        m_last = place;
        ++m_read;
        m_file.count(1 + (m_inChunk + packed.size()) / 16);
        const auto bytes = static_cast<std::size_t>(m_inChunk * m_type.size);
        Bytes unpacked(packed.begin(), packed.end());
        for (std::size_t i = m_filters.size(); i-- > 0;) {
            if ((leftOut >> i & 1U) != 0) {
                continue;
            }
            unpacked = m_filters[i] == Filter::Deflate
                ? inflated(unpacked, bytes)
                : unshuffled(unpacked, static_cast<std::size_t>(m_type.size));
        }
        if (unpacked.size() != bytes) {
            refuseDamagedHdf5();
        }
        toFloats(m_type, unpacked, m_buffer);
        copyRows(place, 0, 0, 0);
    }

    // From the chunk into its place: by the dimensions before the last, then whole rows.
    void copyRows(
        const std::vector<std::uint64_t>& place, std::size_t dimension, std::uint64_t from, std::uint64_t to)
    {
        const std::uint64_t count
            = std::min(m_chunk[dimension], m_sizes[dimension] - place[dimension]); // at the edge less
        const std::uint64_t here = to * m_sizes[dimension] + place[dimension];
        const std::uint64_t there = from * m_chunk[dimension];
        if (dimension + 1 == m_sizes.size()) {
            std::copy_n(m_buffer.begin() + static_cast<std::ptrdiff_t>(there), count,
                m_values.begin() + static_cast<std::ptrdiff_t>(here));
            return;
        }
        for (std::uint64_t i = 0; i < count; ++i) {
            copyRows(place, dimension + 1, there + i, here + i);
        }
    }

    const Hdf5Bytes& m_file;
    const Hdf5Type& m_type;
    const std::vector<std::uint64_t>& m_sizes;
    std::vector<Filter> m_filters;
    std::uint64_t m_tree = 0;
    std::vector<std::uint64_t> m_chunk; // sizes of one
    std::uint64_t m_inChunk = 0; // elements of one
    std::uint64_t m_chunks = 0; // that there must be
    std::uint64_t m_read = 0;
    std::vector<std::uint64_t> m_last; // where the last one read begins
    std::vector<float> m_values;
    std::vector<float> m_buffer; // of one chunk
};

} // namespace

std::vector<float> floatsFromChunks(const Hdf5Bytes& file, const Hdf5Chunked& set)
{
    return ChunkReader(file, set).read();
}

} // namespace iotbench::keras
