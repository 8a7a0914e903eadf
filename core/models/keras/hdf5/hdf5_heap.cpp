#include "models/keras/hdf5/hdf5_heap.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace iotbench::keras {
namespace {

std::size_t bytesFor(std::uint64_t most)
{
    return std::max<std::size_t>(1, (static_cast<std::size_t>(std::bit_width(most)) + 7) / 8);
}

// Objects of a fractal heap that lie in blocks which its root knows.
class FractalHeap {
public:
    FractalHeap(const Hdf5Bytes& file, std::uint64_t address)
        : m_file(file)
    {
        Hdf5Cursor header = file.from(address);
        header.require("FRHP");
        header.skip(1 + 2); // version, length of identifiers
        const std::uint64_t filters = header.number(2);
        header.skip(1);
        const std::uint64_t mostManaged = header.number(4);
        header.skip(std::uint64_t{12} * 8); // what it has allocated
        m_width = header.number(2);
        m_firstSize = header.number(8);
        const std::uint64_t mostDirect = header.number(8);
        const std::uint64_t bits = header.number(2);
        header.skip(2);
        m_root = header.address();
        m_rows = header.number(2);
        constexpr std::uint64_t kMost = std::uint64_t{1} << 30U;
        if (filters != 0 || bits > 64 || m_width == 0 || !std::has_single_bit(m_firstSize)
            || !std::has_single_bit(mostDirect) || mostDirect > kMost || m_firstSize > mostDirect
            || mostManaged == 0) {
            refuseDamagedHdf5();
        }
        m_offsetBytes = static_cast<std::size_t>((bits + 7) / 8);
        m_lengthBytes = std::min(bytesFor(mostDirect - 1), bytesFor(mostManaged));
        m_directRows = static_cast<std::uint64_t>(std::bit_width(mostDirect / m_firstSize)) + 1;
    }

    std::span<const std::uint8_t> object(std::span<const std::uint8_t> identifier) const
    {
        Hdf5Cursor id(identifier);
        if (id.byte() != 0) { // of another version, or not in a block
            refuseDamagedHdf5();
        }
        const std::uint64_t offset = id.number(m_offsetBytes);
        const std::uint64_t length = id.number(m_lengthBytes);
        if (m_rows == 0) {
            return within(m_root, m_firstSize, offset, length);
        }
        Hdf5Cursor blocks = m_file.from(m_root);
        blocks.require("FHIB");
        blocks.skip(1 + 8 + m_offsetBytes); // version, the heap, the block's own place
        std::uint64_t start = 0;
        for (std::uint64_t row = 0; row < std::min(m_rows, m_directRows); ++row) {
            const std::uint64_t size = row == 0 ? m_firstSize : m_firstSize << (row - 1);
            for (std::uint64_t column = 0; column < m_width; ++column, start += size) {
                m_file.count();
                const std::uint64_t address = blocks.address();
                if (offset - start < size) {
                    return within(address, size, offset - start, length);
                }
            }
        }
        throw Refusal(TR("the HDF5 file holds more groups, names and text than a model has"));
    }

private:
    std::span<const std::uint8_t> within(
        std::uint64_t block, std::uint64_t size, std::uint64_t offset, std::uint64_t length) const
    {
        Hdf5Cursor bytes(m_file.range(block, size));
        bytes.skip(offset);
        return bytes.take(length);
    }

    const Hdf5Bytes& m_file;
    std::uint64_t m_width = 0; // blocks of a row of the table that doubles
    std::uint64_t m_firstSize = 0; // of the blocks of its first two rows
    std::uint64_t m_directRows = 0; // whose blocks hold objects
    std::uint64_t m_root = 0;
    std::uint64_t m_rows = 0; // of the root; 0: it is a block of objects itself
    std::size_t m_offsetBytes = 0; // in an identifier
    std::size_t m_lengthBytes = 0;
};

// The records of a tree of version 2.
class Tree {
public:
    using Visit = std::function<void(Hdf5Cursor record)>;

    Tree(const Hdf5Bytes& file, std::uint64_t address, const Visit& visit)
        : m_file(file)
        , m_visit(visit)
    {
        constexpr std::uint64_t kOverhead = 4 + 1 + 1 + 4; // of a node: signature, version, type, checksum
        constexpr unsigned kDeepest = 8;
        Hdf5Cursor header = file.from(address);
        header.require("BTHD");
        header.skip(1 + 1);
        const std::uint64_t nodeSize = header.number(4);
        m_recordSize = header.number(2);
        const std::uint64_t depth = header.number(2);
        header.skip(1 + 1);
        const std::uint64_t root = header.address();
        const std::uint64_t records = header.number(2);
        if (m_recordSize == 0 || nodeSize <= kOverhead + m_recordSize || depth > kDeepest) {
            refuseDamagedHdf5();
        }
        const std::uint64_t inLeaf = (nodeSize - kOverhead) / m_recordSize;
        m_countBytes = bytesFor(inLeaf);
        std::uint64_t below = inLeaf; // records of a whole subtree, at most
        m_totalBytes.push_back(0);
        for (std::uint64_t level = 1; level <= depth; ++level) {
            const std::uint64_t pointer = 8 + m_countBytes + m_totalBytes.back();
            if (nodeSize <= kOverhead + pointer) {
                refuseDamagedHdf5();
            }
            const std::uint64_t inNode = (nodeSize - kOverhead - pointer) / (m_recordSize + pointer);
            below = (inNode + 1) * below + inNode; // nine levels of 32 bits each run over: then it wraps,
            m_totalBytes.push_back(bytesFor(below)); // and what follows is damaged
        }
        if (records > 0) {
            node(root, records, depth);
        }
    }

private:
    void node(std::uint64_t address, std::uint64_t records, std::uint64_t level)
    {
        Hdf5Cursor node = m_file.from(address);
        node.require(level == 0 ? "BTLF" : "BTIN");
        node.skip(1 + 1);
        for (std::uint64_t i = 0; i < records; ++i) {
            m_file.count();
            m_visit(Hdf5Cursor(node.take(m_recordSize)));
        }
        for (std::uint64_t i = 0; level > 0 && i <= records; ++i) {
            m_file.count();
            const std::uint64_t child = node.address();
            const std::uint64_t inChild = node.number(m_countBytes);
            node.skip(m_totalBytes[static_cast<std::size_t>(level - 1)]);
            this->node(child, inChild, level - 1);
        }
    }

    const Hdf5Bytes& m_file;
    const Visit& m_visit;
    std::uint64_t m_recordSize = 0;
    std::size_t m_countBytes = 0; // of the number of records of a child
    std::vector<std::size_t> m_totalBytes; // by level of the child, of the number of all records below it
};

} // namespace

std::span<const std::uint8_t> objectInGlobalHeap(
    const Hdf5Bytes& file, std::uint64_t collection, std::uint64_t index)
{
    constexpr std::uint64_t kHeader = 16;
    Hdf5Cursor header = file.from(collection);
    header.require("GCOL");
    header.skip(4); // version
    const std::uint64_t size = header.address();
    Hdf5Cursor objects(file.range(collection, size));
    objects.skip(kHeader);
    while (objects.left() >= kHeader) {
        file.count();
        const std::uint64_t number = objects.number(2);
        objects.skip(2 + 4); // references
        const std::uint64_t length = objects.address();
        if (number == 0) { // the free rest
            break;
        }
        const std::span<const std::uint8_t> object = objects.take(length);
        if (number == index) {
            return object;
        }
        objects.skip(std::min<std::uint64_t>((8 - length % 8) % 8, objects.left()));
    }
    refuseDamagedHdf5();
}

void forEachLinkInHeap(const Hdf5Bytes& file, std::span<const std::uint8_t> linkInfo,
    const std::function<void(std::span<const std::uint8_t> message)>& visit)
{
    Hdf5Cursor info(linkInfo);
    info.skip(1); // version
    const unsigned flags = info.byte();
    info.skip((flags & 1U) != 0 ? 8 : 0);
    const std::uint64_t heapAddress = info.address();
    const std::uint64_t tree = info.address();
    if (heapAddress == Hdf5Bytes::kNowhere) {
        return;
    }
    const FractalHeap heap(file, heapAddress);
    Tree(file, tree, [&](Hdf5Cursor record) {
        record.skip(4); // the name's hash
        visit(heap.object(record.take(record.left())));
    });
}

} // namespace iotbench::keras
