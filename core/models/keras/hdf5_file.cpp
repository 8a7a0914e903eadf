#include "models/keras/hdf5_file.h"

#include "models/keras/hdf5/hdf5_chunks.h"
#include "models/keras/hdf5/hdf5_heap.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace iotbench::keras {
namespace {

std::string textFrom(std::span<const std::uint8_t> bytes)
{
    const auto end = std::ranges::find(bytes, 0);
    return {bytes.begin(), end};
}

// An attribute message, of which only the name has been looked at.
struct Attribute {
    std::string name;
    std::span<const std::uint8_t> type;
    std::span<const std::uint8_t> space;
    Hdf5Cursor values;
    bool sharesType; // or space
};

Attribute readAttribute(const Hdf5Bytes& file, const Hdf5Message& message, std::string_view group)
{
    if (message.shared) {
        refuseForeignHdf5(group, TR("shares its attributes"));
    }
    file.count(message.data.size());
    Hdf5Cursor bytes(message.data);
    const unsigned version = bytes.byte();
    const unsigned flags = bytes.byte();
    if (version < 1 || version > 3) {
        refuseDamagedHdf5();
    }
    const std::uint64_t nameSize = bytes.number(2);
    const std::uint64_t typeSize = bytes.number(2);
    const std::uint64_t spaceSize = bytes.number(2);
    bytes.skip(version == 3 ? 1 : 0); // character set
    const auto part = [&](std::uint64_t size) { // version 1 fills up to eights
        const std::span<const std::uint8_t> taken = bytes.take(size);
        bytes.skip(version == 1 ? (8 - size % 8) % 8 : 0);
        return taken;
    };
    std::string name = textFrom(part(nameSize));
    const std::span<const std::uint8_t> type = part(typeSize);
    const std::span<const std::uint8_t> space = part(spaceSize);
    return {std::move(name), type, space, bytes, version > 1 && (flags & 3U) != 0};
}

// The message of a data set that must be there.
const Hdf5Message& needed(const Hdf5DataSet& set, Hdf5MessageType type)
{
    const Hdf5Message* message = set.object.find(type);
    if (message == nullptr) {
        refuseDamagedHdf5();
    }
    if (message->shared) {
        refuseForeignHdf5(set.path, TR("is of a shared type"));
    }
    return *message;
}

} // namespace

Hdf5File::Hdf5File(std::span<const std::uint8_t> bytes, std::function<bool()> cancelled)
    : m_bytes(bytes, std::move(cancelled))
    , m_root(rootOfHdf5(m_bytes))
{
}

std::optional<std::vector<std::string>> Hdf5File::strings(
    const std::string& group, const std::string& attribute) const
{
    const std::optional<std::uint64_t> place = findInHdf5(m_bytes, m_root, group);
    if (!place) {
        return std::nullopt;
    }
    const Hdf5Object object(m_bytes, *place);
    for (const Hdf5Message& message : object.messages()) {
        if (message.type != Hdf5MessageType::Attribute) {
            continue;
        }
        const Attribute found = readAttribute(m_bytes, message, group);
        if (found.name != attribute) {
            continue;
        }
        if (found.sharesType) {
            refuseForeignHdf5(group, TR("has attributes of a shared type"));
        }
        const Hdf5Type type = readHdf5Type(found.type);
        const std::uint64_t count = elementsOf(readHdf5Extents(found.space));
        if (type.kind != Hdf5Type::Kind::FixedText && type.kind != Hdf5Type::Kind::VariableText) {
            // Python writes an empty list of names as an empty list of numbers.
            if (count == 0) {
                return std::vector<std::string>{};
            }
            throw Refusal(TR("its attribute %1 holds no text"), {attribute});
        }
        return textsOf(type, count, found.values);
    }
    if (const Hdf5Message* many = object.find(Hdf5MessageType::AttributeInfo)) {
        Hdf5Cursor info(many->data);
        info.skip(1);
        const unsigned flags = info.byte();
        info.skip((flags & 1U) != 0 ? 2 : 0);
        if (info.address() != Hdf5Bytes::kNowhere) {
            refuseForeignHdf5(group, TR("keeps its attributes in a heap"));
        }
    }
    return std::nullopt;
}

std::vector<std::string> Hdf5File::textsOf(const Hdf5Type& type, std::uint64_t count, Hdf5Cursor values) const
{
    std::vector<std::string> texts;
    const bool variable = type.kind == Hdf5Type::Kind::VariableText;
    // Checked before anything is reserved: as many as there are bytes for.
    if (type.size == 0 || count > values.left() / type.size || (variable && type.size != 16)) {
        if (count == 0) {
            return texts;
        }
        refuseDamagedHdf5();
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        if (!variable) {
            m_bytes.count(type.size);
            texts.push_back(textFrom(values.take(type.size)));
            continue;
        }
        const std::uint64_t length = values.number(4);
        const std::uint64_t collection = values.address();
        const std::uint64_t index = values.number(4);
        m_bytes.count(1 + length);
        if (length == 0) {
            texts.emplace_back();
            continue;
        }
        Hdf5Cursor text(objectInGlobalHeap(m_bytes, collection, index));
        texts.push_back(textFrom(text.take(length)));
    }
    return texts;
}

std::optional<Hdf5DataSet> Hdf5File::dataSet(const std::string& path) const
{
    const std::optional<std::uint64_t> place = findInHdf5(m_bytes, m_root, path);
    if (!place) {
        return std::nullopt;
    }
    Hdf5DataSet set{path, {}, Hdf5Object(m_bytes, *place)};
    if (set.object.find(Hdf5MessageType::Layout) == nullptr) { // a group
        return std::nullopt;
    }
    if (set.object.find(Hdf5MessageType::ExternalFiles) != nullptr) {
        refuseForeignHdf5(path, TR("keeps its values in another file (external storage)"));
    }
    set.sizes = readHdf5Extents(needed(set, Hdf5MessageType::DataSpace).data);
    return set;
}

std::vector<float> Hdf5File::floats(const Hdf5DataSet& set) const
{
    const Hdf5Type type = readHdf5Type(needed(set, Hdf5MessageType::DataType).data);
    if (type.kind != Hdf5Type::Kind::Float) {
        throw Refusal(TR("the data set %1 does not hold floating-point numbers"), {set.path});
    }
    const std::uint64_t count = elementsOf(set.sizes);
    m_bytes.countValues(count);

    constexpr unsigned kCompact = 0;
    constexpr unsigned kContiguous = 1;
    constexpr unsigned kChunked = 2;
    constexpr unsigned kVirtual = 3;
    Hdf5Cursor layout(needed(set, Hdf5MessageType::Layout).data);
    const unsigned version = layout.byte();
    const unsigned kind = layout.byte();
    if (version >= 4 && kind == kVirtual) {
        refuseForeignHdf5(set.path, TR("is a virtual data set"));
    }
    if (version < 3 || version > 4 || kind > kChunked || (version > 3 && kind == kChunked)) {
        refuseForeignHdf5(set.path, TR("lies in the file in a way of other versions of HDF5"));
    }
    std::vector<float> values;
    const auto convert = [&](std::span<const std::uint8_t> bytes) {
        if (bytes.size() / type.size < count) {
            refuseDamagedHdf5();
        }
        values.resize(static_cast<std::size_t>(count));
        toFloats(type, bytes, values);
    };
    if (kind == kCompact) {
        convert(layout.take(layout.number(2)));
    } else if (kind == kContiguous) {
        const std::uint64_t address = layout.address();
        if (address == Hdf5Bytes::kNowhere) {
            refuseForeignHdf5(set.path, TR("holds no values: they were never written"));
        }
        convert(m_bytes.range(address, layout.address()));
    } else {
        const Hdf5Message* filters = set.object.find(Hdf5MessageType::Filters);
        values = floatsFromChunks(m_bytes,
            {set.path, type, set.sizes, layout,
                filters != nullptr ? filters->data : std::span<const std::uint8_t>()});
    }
    return values;
}

} // namespace iotbench::keras
