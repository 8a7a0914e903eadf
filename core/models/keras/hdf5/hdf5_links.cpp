#include "models/keras/hdf5/hdf5_links.h"

#include "models/keras/hdf5/hdf5_heap.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace iotbench::keras {
namespace {

constexpr unsigned kDeepestTree = 32;

// A name that is looked for, and where it leads once it is found.
class Search {
public:
    Search(const Hdf5Bytes& file, std::string_view name, std::string_view path)
        : m_file(file)
        , m_name(name)
        , m_path(path)
    {
    }

    std::optional<std::uint64_t> found() const { return m_found; }

    void inMessage(std::span<const std::uint8_t> message)
    {
        Hdf5Cursor link(message);
        m_file.count();
        if (link.byte() != 1) {
            refuseDamagedHdf5();
        }
        const unsigned flags = link.byte();
        const unsigned kind = (flags & 0x08U) != 0 ? link.byte() : 0;
        link.skip(((flags & 0x04U) != 0 ? 8 : 0) + ((flags & 0x10U) != 0 ? 1 : 0)); // order, character set
        const std::uint64_t length = link.number(std::size_t{1} << (flags & 3U));
        if (!isIts(link.take(length))) {
            return;
        }
        refuseUnlessHard(kind);
        m_found = link.address();
    }

    void inSymbolTable(std::span<const std::uint8_t> message)
    {
        Hdf5Cursor table(message);
        const std::uint64_t tree = table.address();
        Hdf5Cursor heap = m_file.from(table.address());
        heap.require("HEAP");
        heap.skip(4); // version
        const std::uint64_t size = heap.address();
        heap.skip(8); // free list
        m_names = m_file.range(heap.address(), size);
        inTree(tree, 0);
    }

private:
    bool isIts(std::span<const std::uint8_t> name) const
    {
        return name.size() == m_name.size() && std::memcmp(name.data(), m_name.data(), name.size()) == 0;
    }

    void refuseUnlessHard(unsigned kind) const
    {
        constexpr unsigned kSoft = 1;
        constexpr unsigned kExternal = 64;
        if (kind == kSoft) {
            refuseForeignHdf5(m_path, TR("is a soft link"));
        }
        if (kind == kExternal) {
            refuseForeignHdf5(m_path, TR("is a link into another file"));
        }
        if (kind != 0) {
            refuseForeignHdf5(m_path, TR("is a user-defined link"));
        }
    }

    void inTree(std::uint64_t address, unsigned depth)
    {
        Hdf5Cursor node = m_file.from(address);
        node.require("TREE");
        const unsigned kind = node.byte();
        const unsigned level = node.byte();
        if (kind != 0 || depth > kDeepestTree) {
            refuseDamagedHdf5();
        }
        const std::uint64_t entries = node.number(2);
        node.skip(8 + 8 + 8); // siblings, the first key
        for (std::uint64_t i = 0; i < entries && !m_found; ++i) {
            m_file.count();
            const std::uint64_t child = node.address();
            node.skip(8); // the next key
            if (level > 0) {
                inTree(child, depth + 1);
            } else {
                inSymbols(child);
            }
        }
    }

    void inSymbols(std::uint64_t address)
    {
        constexpr std::uint64_t kSoft = 2; // what the entry remembers of its object
        Hdf5Cursor node = m_file.from(address);
        node.require("SNOD");
        node.skip(2); // version
        const std::uint64_t entries = node.number(2);
        for (std::uint64_t i = 0; i < entries; ++i) {
            m_file.count();
            const std::uint64_t name = node.address();
            const std::uint64_t object = node.address();
            const std::uint64_t remembered = node.number(4);
            node.skip(4 + 16);
            if (name >= m_names.size()) {
                refuseDamagedHdf5();
            }
            const std::span<const std::uint8_t> rest = m_names.subspan(static_cast<std::size_t>(name));
            if (rest.size() > m_name.size() && rest[m_name.size()] == 0 && isIts(rest.first(m_name.size()))) {
                if (remembered == kSoft) {
                    refuseUnlessHard(1);
                }
                m_found = object;
                return;
            }
        }
    }

    const Hdf5Bytes& m_file;
    std::string_view m_name;
    std::string_view m_path;
    std::span<const std::uint8_t> m_names; // of a symbol table, each ended by a zero
    std::optional<std::uint64_t> m_found;
};

} // namespace

std::optional<std::uint64_t> findLinkInHdf5(
    const Hdf5Bytes& file, const Hdf5Object& group, std::string_view name, std::string_view path)
{
    Search search(file, name, path);
    for (const Hdf5Message& message : group.messages()) {
        if (message.type == Hdf5MessageType::SymbolTable) {
            search.inSymbolTable(message.data);
        } else if (message.type == Hdf5MessageType::Link) {
            search.inMessage(message.data);
        } else if (message.type == Hdf5MessageType::LinkInfo) {
            forEachLinkInHeap(file, message.data,
                [&search](std::span<const std::uint8_t> link) { search.inMessage(link); });
        }
        if (search.found()) {
            break;
        }
    }
    return search.found();
}

} // namespace iotbench::keras
