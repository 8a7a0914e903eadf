#include "models/ir_facts.h"

#include "base/byte_order_mark.h"
#include "base/regular_file.h"
#include "models/float_bits.h"
#include "models/onnx_soundness.h"

#include <QByteArrayView>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace iotbench {
namespace {

constexpr int kOldestVersion = 10, kLatestVersion = 11;
constexpr std::uint64_t kMostValues = std::uint64_t{1} << 29U;
constexpr unsigned kDeepest = 64; // elements within each other
// A tag of more is read in a time that grows by the square of its attributes.
constexpr std::size_t kLongestTag = std::size_t{64} << 10U;

using Sizes = std::vector<std::int64_t>; // -1: not stated

struct ElementType {
    std::string_view name;
    unsigned bits;
    std::optional<FloatBits> real = {};
};

constexpr std::array<ElementType, 18> kElementTypes{
    {{"f16", 16, kFloat16Bits}, {"bf16", 16, kBfloat16Bits}, {"f32", 32, kFloat32Bits},
        {"f64", 64, kFloat64Bits}, {"i8", 8}, {"u8", 8}, {"i16", 16}, {"u16", 16}, {"i32", 32}, {"u32", 32},
        {"i64", 64}, {"u64", 64}, {"boolean", 8}, {"i4", 4}, {"u4", 4}, {"u1", 1}, {"u2", 2}, {"nf4", 4}}};

struct Layer {
    std::string type;
    std::map<std::string, std::string> data; // attributes of <data>
    Sizes taken; // sizes of the last input port
    std::string name;
};

std::string plain(QStringView text)
{
    return text.toString().toStdString();
}

std::string valueOf(const QXmlStreamAttributes& attributes, const char* name)
{
    return plain(attributes.value(QLatin1String(name)));
}

std::int64_t sizeOf(QStringView text)
{
    bool isNumber = false;
    const qlonglong size = text.trimmed().toLongLong(&isNumber);
    return isNumber && size >= 0 ? size : -1;
}

Sizes sizesOf(const std::string& text) // "?,3,32,32"
{
    Sizes sizes;
    const QString list = QString::fromStdString(text);
    if (!list.trimmed().isEmpty()) {
        for (const QStringView size : QStringView(list).split(u',')) {
            sizes.push_back(sizeOf(size));
        }
    }
    return sizes;
}

std::optional<std::uint64_t> number(const std::string& text)
{
    bool isNumber = false;
    const qulonglong value = QString::fromStdString(text).toULongLong(&isNumber);
    return isNumber ? std::optional<std::uint64_t>(value) : std::nullopt;
}

class IrReader {
public:
    IrReader(std::span<const std::uint8_t> xml, std::span<const std::uint8_t> weights)
        : m_xml(QByteArrayView(xml.data(), static_cast<qsizetype>(xml.size())).toByteArray())
        , m_weights(weights)
    {
    }

    Result<GraphFacts> facts()
    {
        readNet();
        if (m_xml.hasError()) {
            return Error{TR("it is no XML file, or not a whole one")};
        }
        for (const auto& step : {&IrReader::judgeLayers, &IrReader::judgeEnds}) {
            if (Message fault = (this->*step)(); !fault.empty()) {
                return Error{std::move(fault)};
            }
        }
        return m_facts;
    }

private:
    void readNet()
    {
        if (!m_xml.readNextStartElement() || m_xml.name() != u"net") {
            m_xml.raiseError();
            return;
        }
        m_version = static_cast<int>(sizeOf(m_xml.attributes().value(QLatin1String("version"))));
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"layers") {
                while (m_xml.readNextStartElement()) {
                    readLayer();
                }
            } else if (m_xml.name() == u"edges") {
                while (m_xml.readNextStartElement()) {
                    const QXmlStreamAttributes edge = m_xml.attributes();
                    if (valueOf(edge, "to-port") == "0") {
                        m_producers[valueOf(edge, "to-layer")] = valueOf(edge, "from-layer");
                    }
                    skip();
                }
            } else {
                skip();
            }
        }
    }

    // To the end of the element. What is nested without end takes the library for ever.
    void skip()
    {
        for (unsigned depth = 1; depth > 0 && !m_xml.hasError();) {
            switch (m_xml.readNext()) {
            case QXmlStreamReader::StartElement:
                if (++depth > kDeepest) {
                    m_xml.raiseError();
                }
                break;
            case QXmlStreamReader::EndElement:
                --depth;
                break;
            default:
                break;
            }
        }
    }

    void readLayer()
    {
        const QXmlStreamAttributes given = m_xml.attributes();
        Layer layer{valueOf(given, "type"), {}, {}, valueOf(given, "name")};
        bool hasData = false;
        if (!valueOf(given, "version").starts_with("opset") && m_foreign.empty()) {
            m_foreign = layer.type;
        }
        while (m_xml.readNextStartElement()) {
            if (m_xml.name() == u"data") {
                if (std::exchange(hasData, true)) { // of which the library takes the first
                    m_xml.raiseError();
                }
                for (const QXmlStreamAttribute& attribute : m_xml.attributes()) {
                    layer.data[plain(attribute.name())] = plain(attribute.value());
                }
                skip();
            } else if (m_xml.name() == u"input") {
                readPorts([&layer](Sizes sizes) { layer.taken = std::move(sizes); });
            } else if (m_xml.name() == u"output") {
                readPorts([this](const Sizes& sizes) { m_values += valuesOf(sizes); });
            } else {
                m_hasInner |= m_xml.name().endsWith(u"body");
                skip();
            }
        }
        if (!m_layers.emplace(valueOf(given, "id"), std::move(layer)).second) { // of which it takes another
            m_xml.raiseError();
        }
    }

    template <typename Take>
    void readPorts(const Take& take)
    {
        while (m_xml.readNextStartElement()) { // port
            Sizes sizes;
            while (m_xml.readNextStartElement()) { // dim
                sizes.push_back(sizeOf(m_xml.readElementText(QXmlStreamReader::SkipChildElements)));
            }
            take(std::move(sizes));
        }
    }

    static double valuesOf(const Sizes& sizes)
    {
        double values = 1;
        for (const std::int64_t size : sizes) {
            values *= size < 0 ? 1 : static_cast<double>(size);
        }
        return values;
    }

    Message judgeLayers()
    {
        if (m_layers.empty()) {
            return TR("it is XML, but no OpenVINO model");
        }
        if (m_version < kOldestVersion || m_version > kLatestVersion) {
            return {TR("it is an OpenVINO model of version %1; versions %2 and %3 are known"),
                {m_version, kOldestVersion, kLatestVersion}};
        }
        if (!m_foreign.empty()) {
            return {TR("its operator %1 is none of OpenVINO's own"), {m_foreign}};
        }
        if (m_hasInner) {
            return TR("it has graphs within its graph");
        }
        const auto operators = static_cast<std::size_t>(
            std::ranges::count_if(m_layers, [](const auto& layer) { return layer.second.type != "Const"; }));
        if (operators > kMostOperators) {
            return {
                TR("it has %1 operators; engines take too long for over %2"), {operators, kMostOperators}};
        }
        if (m_values > static_cast<double>(kMostBetweenOperators)) {
            return {TR("its tensors have over %1 values for one image"), {kMostBetweenOperators}};
        }
        for (const auto& [id, layer] : m_layers) {
            Message fault = layer.type == "Const" ? faultOfConstant(layer) : faultOfOperator(layer);
            if (!fault.empty()) {
                return fault;
            }
        }
        return {};
    }

    static Message faultOfOperator(const Layer& layer)
    {
        // The library takes their names in any spelling, and "Constant" for a Const without values.
        constexpr std::array<const char*, 4> kSpelled{"Const", "Parameter", "Result", "Constant"};
        const QString type = QString::fromStdString(layer.type);
        for (const char* name : kSpelled) {
            if (type.compare(QLatin1String(name), Qt::CaseInsensitive) == 0
                && (layer.type != name || layer.type == "Constant")) {
                return {TR("its operator %1 is none of OpenVINO's own"), {layer.type}};
            }
        }
        if (layer.type.starts_with("Random") || layer.type == "Multinomial") {
            return {
                TR("its operator %1 gives other values every time: export it for inference"), {layer.type}};
        }
        if (layer.type == "ReadValue" || layer.type == "Assign") {
            return {TR("its operator %1 keeps values from image to image: export it without"), {layer.type}};
        }
        return {};
    }

    Message faultOfConstant(const Layer& layer)
    {
        const auto field = [&](const char* name) {
            const auto found = layer.data.find(name);
            return found == layer.data.end() ? std::string() : found->second;
        };
        const Message notWhole{TR("its tensor \"%1\" does not hold as many values as it says"), {layer.name}};
        const auto type = std::ranges::find(kElementTypes, field("element_type"), &ElementType::name);
        const auto offset = number(field("offset"));
        const auto bytes = number(field("size"));
        std::uint64_t values = 1;
        for (const std::int64_t size : sizesOf(field("shape"))) {
            if (size < 0 || (size > 0 && values > kMostValues / static_cast<std::uint64_t>(size))) {
                return notWhole;
            }
            values *= static_cast<std::uint64_t>(size);
        }
        if (type == kElementTypes.end()) {
            return {TR("its tensor \"%1\" is of a type that is not known: %2"),
                {layer.name, field("element_type")}};
        }
        if (!offset || !bytes || *bytes != (values * type->bits + 7) / 8 || *offset > m_weights.size()
            || *bytes > m_weights.size() - *offset) {
            return notWhole;
        }
        if (type->real) {
            m_facts.parameters += values;
            for (std::uint64_t i = 0; i < values; ++i) {
                std::uint64_t value = 0; // little-endian, as the .bin file keeps it
                std::memcpy(&value, m_weights.data() + *offset + i * (type->bits / 8), type->bits / 8);
                if (isBadWeight(value, *type->real, values)) {
                    return {
                        TR("its tensor \"%1\" holds a value that is infinite or not a number"), {layer.name}};
                }
            }
        } else if (type->bits <= 8 && type->name != "boolean") {
            m_facts.parameters += values;
        }
        return {};
    }

    // The only layer of a type; nullptr where there are none or several. `count` tells how many.
    const Layer* only(std::string_view type, std::size_t& count, std::string* id = nullptr) const
    {
        const Layer* found = nullptr;
        for (const auto& [name, layer] : m_layers) {
            if (layer.type == type) {
                ++count;
                found = &layer;
                if (id != nullptr) {
                    *id = name;
                }
            }
        }
        return count == 1 ? found : nullptr;
    }

    Message judgeEnds()
    {
        std::size_t inputs = 0;
        std::size_t outputs = 0;
        std::string end;
        const Layer* const input = only("Parameter", inputs);
        const Layer* const output = only("Result", outputs, &end);
        if (input == nullptr) {
            return {TR("it has %1 inputs; a classifier of images has one"), {inputs}};
        }
        if (output == nullptr) {
            return {TR("it has %1 outputs; a classifier has one"), {outputs}};
        }
        const auto shape = input->data.find("shape");
        const auto type = input->data.find("element_type");
        Sizes sizes = shape == input->data.end() ? Sizes() : sizesOf(shape->second);
        if (isChannelsLast(sizes)) {
            std::rotate(sizes.begin() + 1, sizes.end() - 1, sizes.end());
        }
        if (Message fault = faultOfInputSizes(sizes, writtenSizes(sizes), m_facts); !fault.empty()) {
            return fault;
        }
        const std::string element = type != input->data.end() ? type->second : "f32";
        m_facts.takesBytes = element == "u8";
        constexpr std::array<std::string_view, 5> kFed{"f32", "f16", "bf16", "f64", "u8"};
        if (std::ranges::find(kFed, element) == kFed.end()) {
            return {TR("its input is of %1, which images are not: export it with f32 or u8"), {element}};
        }
        const Sizes& scores = output->taken;
        if (scores.size() > 1 && scores.front() > 1 && scores.front() != sizes.front()) {
            return {TR("its output \"%1\" begins with %2 values where the batch must be"),
                {output->name, scores.front()}};
        }
        m_facts.scores = scoreKind(end);
        return scores.empty() ? Message() : faultOfOutputSizes(scores, writtenSizes(scores), m_facts);
    }

    // What the graph ends in, looking through operators that only reshape.
    ScoreKind scoreKind(std::string id) const
    {
        constexpr std::array<std::string_view, 4> kReshaping{"Result", "Reshape", "Squeeze", "Unsqueeze"};
        for (std::size_t steps = 0; steps < m_layers.size(); ++steps) {
            const auto layer = m_layers.find(id);
            const auto producers = m_producers.find(id);
            if (layer == m_layers.end()) {
                break;
            }
            if (layer->second.type == "SoftMax" || layer->second.type == "Softmax") {
                return ScoreKind::Probabilities;
            }
            if (std::ranges::find(kReshaping, layer->second.type) == kReshaping.end()
                || producers == m_producers.end()) {
                break;
            }
            id = producers->second;
        }
        return ScoreKind::Logits;
    }

    QXmlStreamReader m_xml;
    const std::span<const std::uint8_t> m_weights;
    int m_version = 0;
    std::map<std::string, Layer> m_layers; // by id
    std::map<std::string, std::string> m_producers; // whose result is a layer's first input
    std::string m_foreign; // an operator of another's
    bool m_hasInner = false;
    double m_values = 0; // of all tensors
    GraphFacts m_facts;
};

} // namespace

bool looksLikeXml(std::span<const std::uint8_t> bytes)
{
    const std::string_view text = withoutByteOrderMark(asText(bytes));
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '<';
}

Result<GraphFacts> readIrFacts(std::span<const std::uint8_t> xml, std::span<const std::uint8_t> weights)
{
    std::size_t length = 0; // from "<", which no value may hold, to the next
    for (const std::uint8_t character : xml) {
        length = character == '<' ? 0 : length + 1;
        if (length > kLongestTag) {
            return Error{TR("it has a tag or text of over 64 kB")};
        }
    }
    return IrReader(xml, weights).facts();
}

} // namespace iotbench
