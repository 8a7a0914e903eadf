#include "models/keras/hdf5/hdf5_objects.h"

#include "models/keras/hdf5/hdf5_links.h"

#include <algorithm>
#include <deque>

namespace iotbench::keras {
namespace {

struct Block {
    std::uint64_t address;
    std::uint64_t length;
};

Block continuation(const Hdf5Message& message)
{
    Hdf5Cursor data(message.data);
    const std::uint64_t address = data.address();
    return {address, data.address()};
}

} // namespace

Hdf5Object::Hdf5Object(const Hdf5Bytes& file, std::uint64_t address)
{
    if (file.from(address).byte() == 'O') {
        readSecondVersion(file, address);
    } else {
        readFirstVersion(file, address);
    }
}

void Hdf5Object::readFirstVersion(const Hdf5Bytes& file, std::uint64_t address)
{
    constexpr std::uint64_t kHeader = 16;
    Hdf5Cursor header = file.from(address);
    if (header.byte() != 1) {
        refuseDamagedHdf5();
    }
    header.skip(1 + 2 + 4); // reserved, number of messages, reference count
    std::deque<Block> blocks{{address + kHeader, header.number(4)}};
    for (; !blocks.empty(); blocks.pop_front()) {
        Hdf5Cursor block(file.range(blocks.front().address, blocks.front().length));
        file.count();
        while (block.left() >= 8) {
            file.count();
            const auto type = static_cast<Hdf5MessageType>(block.number(2));
            const std::uint64_t size = block.number(2);
            const bool shared = (block.byte() & 2U) != 0;
            block.skip(3);
            m_messages.push_back({type, shared, block.take(size)});
            if (type == Hdf5MessageType::Continuation) {
                blocks.push_back(continuation(m_messages.back()));
            }
        }
    }
}

void Hdf5Object::readSecondVersion(const Hdf5Bytes& file, std::uint64_t address)
{
    constexpr std::uint64_t kSignature = 4;
    constexpr std::uint64_t kChecksum = 4;
    Hdf5Cursor header = file.from(address);
    header.require("OHDR");
    if (header.byte() != 2) {
        refuseDamagedHdf5();
    }
    const unsigned flags = header.byte();
    const std::uint64_t times = (flags & 0x20U) != 0 ? 16 : 0;
    const std::uint64_t phases = (flags & 0x10U) != 0 ? 4 : 0;
    header.skip(times + phases);
    const std::size_t sizeWidth = std::size_t{1} << (flags & 3U);
    const std::uint64_t size = header.number(sizeWidth);
    const std::uint64_t order = (flags & 0x04U) != 0 ? 2 : 0; // in each message
    std::deque<Block> blocks{{address + 6 + times + phases + sizeWidth, size}};
    for (bool first = true; !blocks.empty(); blocks.pop_front(), first = false) {
        Hdf5Cursor block(file.range(blocks.front().address, blocks.front().length));
        file.count();
        std::uint64_t end = 0; // of what is no message any more
        if (!first) {
            block.require("OCHK");
            end = kChecksum;
            if (blocks.front().length < kSignature + kChecksum) {
                refuseDamagedHdf5();
            }
        }
        while (block.left() >= 4 + order + end) {
            file.count();
            const auto type = static_cast<Hdf5MessageType>(block.byte());
            const std::uint64_t length = block.number(2);
            const bool shared = (block.byte() & 2U) != 0;
            block.skip(order);
            m_messages.push_back({type, shared, block.take(length)});
            if (type == Hdf5MessageType::Continuation) {
                blocks.push_back(continuation(m_messages.back()));
            }
        }
    }
}

const Hdf5Message* Hdf5Object::find(Hdf5MessageType type) const
{
    const auto found = std::ranges::find(m_messages, type, &Hdf5Message::type);
    return found == m_messages.end() ? nullptr : &*found;
}

std::uint64_t rootOfHdf5(const Hdf5Bytes& file)
{
    Hdf5Cursor block = file.from(8); // behind the signature
    const unsigned version = block.byte();
    const bool early = version < 2;
    if (version > 3) {
        throw Refusal(TR("the HDF5 file is of a later version of the format than 3: save the model again "
                         "with model.save()"));
    }
    if (early) {
        block.skip(4); // versions of its parts
    }
    const unsigned addressBytes = block.byte();
    const unsigned lengthBytes = block.byte();
    if (addressBytes != 8 || lengthBytes != 8) {
        refuseDamagedHdf5();
    }
    block.skip(early ? 1 + 4 + 4 : 1); // tree sizes and flags
    if (version == 1) {
        block.skip(4);
    }
    if (block.address() != 0) { // addresses count from elsewhere
        refuseDamagedHdf5();
    }
    block.skip(8); // free space, or the superblock's extension
    if (block.address() > file.size()) { // cut off
        refuseDamagedHdf5();
    }
    block.skip(early ? 8 + 8 : 0); // a driver's block, and where the root's name lies
    return block.address();
}

std::optional<std::uint64_t> findInHdf5(const Hdf5Bytes& file, std::uint64_t root, std::string_view path)
{
    std::uint64_t here = root;
    for (std::size_t from = 0; from < path.size();) {
        const std::size_t end = std::min(path.find('/', from), path.size());
        const std::string_view name = path.substr(from, end - from);
        from = end + 1;
        if (name.empty()) {
            continue;
        }
        const std::optional<std::uint64_t> next
            = findLinkInHdf5(file, Hdf5Object(file, here), name, path.substr(0, end));
        if (!next) {
            return std::nullopt;
        }
        here = *next;
    }
    return here;
}

} // namespace iotbench::keras
