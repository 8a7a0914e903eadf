#include "models/onnx_external_weights.h"

#include "base/regular_file.h"

#include <charconv>
#include <limits>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>

namespace iotbench {
namespace {

constexpr unsigned kDeepestNesting = 16;

// What a tensor says of where its values are.
struct Place {
    std::string location;
    std::optional<std::uint64_t> offset = 0; // unset: is no number
    std::optional<std::uint64_t> length = std::numeric_limits<std::uint64_t>::max(); // to the file's end
};

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

Place placeOf(const onnx::TensorProto& tensor)
{
    Place place;
    for (const onnx::StringStringEntryProto& entry : tensor.external_data()) {
        if (entry.key() == "location") {
            place.location = entry.value();
        } else if (entry.key() == "offset") {
            place.offset = number(entry.value());
        } else if (entry.key() == "length") {
            place.length = number(entry.value());
        }
    }
    return place;
}

class Taking {
public:
    Taking(const std::filesystem::path& folder, const std::function<bool()>& cancelled)
        : m_folder(folder.empty() ? "." : folder)
        , m_cancelled(cancelled)
    {
    }

    void takeAll(onnx::GraphProto& graph, unsigned depth)
    {
        for (onnx::TensorProto& tensor : *graph.mutable_initializer()) {
            take(tensor);
        }
        for (onnx::NodeProto& node : *graph.mutable_node()) {
            for (onnx::AttributeProto& attribute : *node.mutable_attribute()) {
                takeAll(attribute, depth);
            }
        }
    }

    ExternalWeights& outcome() { return m_outcome; }

private:
    struct Stretch {
        std::size_t from = 0, bytes = 0; // of m_outcome.bytes
    };

    void takeAll(onnx::AttributeProto& attribute, unsigned depth)
    {
        if (attribute.has_t()) {
            take(*attribute.mutable_t());
        }
        for (onnx::TensorProto& tensor : *attribute.mutable_tensors()) {
            take(tensor);
        }
        if (depth == kDeepestNesting) {
            return;
        }
        if (attribute.has_g()) {
            takeAll(*attribute.mutable_g(), depth + 1);
        }
        for (onnx::GraphProto& graph : *attribute.mutable_graphs()) {
            takeAll(graph, depth + 1);
        }
    }

    void take(onnx::TensorProto& tensor)
    {
        if (tensor.data_location() != onnx::TensorProto::EXTERNAL || !m_outcome.fault.empty()) {
            return;
        }
        const Place place = placeOf(tensor);
        const Stretch* const file = fileAt(place.location);
        if (file == nullptr) {
            return;
        }
        const std::uint64_t offset = place.offset.value_or(std::numeric_limits<std::uint64_t>::max());
        if (offset > file->bytes || !place.length) {
            m_outcome.fault
                = {TR("its tensor \"%1\" lies beyond the end of %2"), {tensor.name(), place.location}};
            return;
        }
        const std::size_t bytes = std::min<std::uint64_t>(file->bytes - offset, *place.length);
        const char* const from = reinterpret_cast<const char*>(m_outcome.bytes.data()) + file->from + offset;
        m_inlined += bytes;
        if (m_inlined > kMostBesideBytes) { // one stretch of the file under the names of a thousand tensors
            m_outcome.fault = tooLarge();
            return;
        }
        tensor.set_raw_data(from, bytes);
        tensor.clear_external_data();
        tensor.clear_data_location();
        m_outcome.any = true;
    }

    // Reads it the first time. nullptr with the fault set where it is not to be had.
    const Stretch* fileAt(const std::string& location)
    {
        const auto known = m_files.find(location);
        if (known != m_files.end()) {
            return &known->second;
        }
        if (location.empty()) {
            m_outcome.fault = TR("it keeps weights in a file that it does not name");
            return nullptr;
        }
        std::error_code missing;
        const std::filesystem::path folder = std::filesystem::canonical(m_folder, missing);
        const std::filesystem::path file
            = missing ? std::filesystem::path() : std::filesystem::canonical(folder / location, missing);
        if (missing) {
            m_outcome.fault = {TR("it keeps weights in %1, which does not exist"), {location}};
            return nullptr;
        }
        const auto [endOfFolder, endOfFile]
            = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
        if (endOfFolder != folder.end()) {
            m_outcome.fault = {TR("it keeps weights in %1, outside its folder"), {location}};
            return nullptr;
        }
        const Result<std::vector<std::uint8_t>> bytes
            = readRegularFile(file, kMostBesideBytes - m_outcome.bytes.size(), m_cancelled);
        if (!bytes) {
            m_outcome.fault = {TR("it keeps weights in %1, which %2"), {location, bytes.error()}};
            return nullptr;
        }
        const Stretch stretch{m_outcome.bytes.size(), bytes->size()};
        m_outcome.bytes.insert(m_outcome.bytes.end(), bytes->begin(), bytes->end());
        return &m_files.emplace(location, stretch).first->second;
    }

    static Message tooLarge()
    {
        return {TR("it has over %1 MB of weights in other files"), {kMostBesideBytes >> 20U}};
    }

    const std::filesystem::path m_folder;
    const std::function<bool()>& m_cancelled;
    std::map<std::string, Stretch> m_files;
    std::uint64_t m_inlined = 0;
    ExternalWeights m_outcome;
};

} // namespace

ExternalWeights takeExternalWeights(
    onnx::ModelProto& model, const std::filesystem::path& folder, const std::function<bool()>& cancelled)
{
    Taking taking(folder, cancelled);
    taking.takeAll(*model.mutable_graph(), 0);
    return std::move(taking.outcome());
}

} // namespace iotbench
