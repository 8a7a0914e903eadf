#include "models/model_card.h"

#include "models/json_fields.h"

#include <QByteArray>
#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace iotbench {
namespace {

constexpr std::uint64_t kMostOperations = 1'000'000'000'000'000; // what a double still counts one by one

engines::Precision readPrecision(JsonFields& fields)
{
    const std::string name = fields.text("precision");
    for (const auto precision :
        {engines::Precision::Fp32, engines::Precision::Bf16, engines::Precision::Int8}) {
        if (name == engines::toString(precision)) {
            return precision;
        }
    }
    throw BadField(fields.path("precision"), Message(TR("is \"%1\", must be fp32, bf16 or int8"), {name}));
}

std::string readSha256(JsonFields& fields)
{
    std::string digits = fields.text("sha256");
    if (digits.size() != 64 || digits.find_first_not_of("0123456789abcdef") != std::string::npos) {
        throw BadField(fields.path("sha256"), TR("must be 64 lower-case hexadecimal digits"));
    }
    return digits;
}

void readAccuracy(JsonFields fields, ModelVariant& variant)
{
    variant.images = static_cast<unsigned>(fields.count("images", 10'000));
    variant.correct = static_cast<unsigned>(fields.count("right", variant.images));
    fields.finish();
}

ModelVariant readVariant(JsonFields fields, std::size_t classes)
{
    const std::string_view digits = std::string_view("0123456789").substr(0, classes);
    ModelVariant variant;
    variant.precision = readPrecision(fields);
    variant.file = fields.text("file");
    variant.sha256 = readSha256(fields);
    if (fields.has("accuracy")) {
        readAccuracy(fields.object("accuracy"), variant);
        variant.predictions = fields.text("predictions");
        if (fields.has("instruction_sets")) {
            variant.instructionSets = fields.text("instruction_sets");
        }
    }
    if (variant.predictions.size() != variant.images
        || variant.predictions.find_first_not_of(digits) != std::string::npos) {
        throw BadField(fields.path("predictions"), TR("must be one digit for each of the accuracy's images"));
    }
    if (variant.file.empty() || variant.file.find('/') != std::string::npos) {
        throw BadField(fields.path("file"), TR("must be the name of a file beside the card"));
    }
    fields.finish();
    return variant;
}

ImageShape readShape(JsonFields& fields)
{
    const std::vector<double> sizes = fields.numbers("shape");
    const auto isSize = [](double size) { return size >= 1 && size <= 4'096 && size == std::floor(size); };
    if (sizes.size() != 3 || !std::all_of(sizes.begin(), sizes.end(), isSize)) {
        throw BadField(fields.path("shape"), TR("must be channels, height and width, as [3, 32, 32]"));
    }
    return {static_cast<std::size_t>(sizes[2]), static_cast<std::size_t>(sizes[1]),
        static_cast<std::size_t>(sizes[0])};
}

void readInput(JsonFields fields, ModelCard& card)
{
    card.images.shape = readShape(fields);
    const std::string name = fields.text("normalisation");
    const std::optional<Normalisation> normalisation = normalisationFromString(name);
    if (!normalisation) {
        throw BadField(fields.path("normalisation"),
            Message(TR("is \"%1\", must be unit, mean-subtracted or raw"), {name}));
    }
    fields.finish();
    card.normalisation = *normalisation;
}

bool isDay(const std::string& text)
{
    return QDate::fromString(QString::fromStdString(text), Qt::ISODate).isValid();
}

ModelTraining readTraining(JsonFields fields)
{
    ModelTraining training;
    training.epochs = static_cast<unsigned>(fields.count("epochs", 1'000'000));
    training.seed = fields.count("seed", kMostOperations);
    training.date = fields.text("date");
    training.versions = fields.text("versions");
    fields.finish();
    if (!isDay(training.date)) {
        throw BadField(fields.path("date"), TR("must be a day, as 2026-11-24"));
    }
    return training;
}

ModelCard readCard(JsonFields fields)
{
    if (fields.count("schema_version", 1'000'000) != kModelCardSchemaVersion) {
        throw BadField("schema_version", Message(TR("must be %1"), {kModelCardSchemaVersion}));
    }
    ModelCard card;
    card.name = fields.text("name");
    card.description = fields.text("description");
    card.architecture = fields.text("architecture");
    readInput(fields.object("input"), card);
    card.images.classes = fields.texts("classes");
    if (card.images.classes.size() < 2 || card.images.classes.size() > 256) {
        throw BadField("classes", TR("must be 2 to 256 names"));
    }
    card.parameters = fields.count("parameters", kMostOperations);
    card.macs = fields.count("macs", kMostOperations);
    card.origin = fields.text("origin");
    card.licence = fields.text("licence");
    card.recipe = fields.text("recipe");
    if (fields.has("training")) {
        card.training = readTraining(fields.object("training"));
    }
    for (JsonFields& variant : fields.objects("variants")) {
        card.variants.push_back(readVariant(std::move(variant), card.images.classes.size()));
    }
    fields.finish();
    if (card.name.empty() || card.name.find('/') != std::string::npos) {
        throw BadField("name", TR("must be a name without '/'"));
    }
    const auto isFp32
        = [](const ModelVariant& variant) { return variant.precision == engines::Precision::Fp32; };
    if (card.variants.empty() || std::any_of(card.variants.begin() + 1, card.variants.end(), isFp32)) {
        throw BadField("variants", TR("must be one at least, with fp32 as the first where it is there"));
    }
    return card;
}

// JSON in the order that a reader wants, which QJsonObject does not keep.
class Lines {
public:
    void open(char bracket)
    {
        m_text += bracket;
        m_indent += "  ";
        m_first = true;
    }
    void close(char bracket)
    {
        m_indent.resize(m_indent.size() - 2);
        m_text += "\n" + m_indent + bracket;
        m_first = false;
    }
    void item()
    {
        m_text += (m_first ? "\n" : ",\n") + m_indent;
        m_first = false;
    }
    void name(const char* name)
    {
        item();
        m_text += quoted(name) + ": ";
    }
    void field(const char* fieldName, const std::string& value)
    {
        name(fieldName);
        m_text += quoted(value);
    }
    void field(const char* fieldName, std::uint64_t value)
    {
        name(fieldName);
        m_text += std::to_string(value);
    }
    void raw(const std::string& text) { m_text += text; }
    const std::string& text() const { return m_text; }

    static std::string quoted(const std::string& text)
    {
        const QByteArray list
            = QJsonDocument(QJsonArray{QString::fromStdString(text)}).toJson(QJsonDocument::Compact);
        return list.mid(1, list.size() - 2).toStdString();
    }

private:
    std::string m_text;
    std::string m_indent;
    bool m_first = true;
};

std::string listOf(const std::vector<std::string>& texts)
{
    std::string list;
    for (const std::string& text : texts) {
        list += (list.empty() ? "" : ", ") + Lines::quoted(text);
    }
    return "[" + list + "]";
}

void write(Lines& lines, const ModelTraining& training)
{
    lines.open('{');
    lines.field("epochs", std::uint64_t{training.epochs});
    lines.field("seed", training.seed);
    lines.field("date", training.date);
    lines.field("versions", training.versions);
    lines.close('}');
}

void write(Lines& lines, const ModelVariant& variant)
{
    lines.open('{');
    lines.field("precision", engines::toString(variant.precision));
    lines.field("file", variant.file);
    lines.field("sha256", variant.sha256);
    if (variant.images > 0) {
        lines.name("accuracy");
        lines.raw("{\"images\": " + std::to_string(variant.images)
            + ", \"right\": " + std::to_string(variant.correct) + "}");
        lines.field("predictions", variant.predictions);
        if (!variant.instructionSets.empty()) {
            lines.field("instruction_sets", variant.instructionSets);
        }
    }
    lines.close('}');
}

} // namespace

const ModelVariant& ModelCard::variant(engines::Precision precision) const
{
    const auto found = std::find_if(variants.begin(), variants.end(),
        [&](const ModelVariant& variant) { return variant.precision == precision; });
    return found != variants.end() ? *found : variants.front();
}

const ModelVariant* ModelCard::variantWithSha256(std::string_view sha256) const
{
    const auto found = std::find_if(variants.begin(), variants.end(),
        [&](const ModelVariant& variant) { return variant.sha256 == sha256; });
    return found != variants.end() ? &*found : nullptr;
}

Result<ModelCard> parseModelCard(std::string_view json)
{
    QJsonParseError fault;
    const QJsonDocument document
        = QJsonDocument::fromJson(QByteArray(json.data(), static_cast<qsizetype>(json.size())), &fault);
    if (!document.isObject()) {
        const Message reason
            = document.isNull() ? verbatim(fault.errorString().toStdString()) : TR("not an object");
        return Error{TR("is no JSON object: %1 at byte %2"), {reason, fault.offset}};
    }
    try {
        return readCard(JsonFields(document.object(), ""));
    } catch (const BadField& bad) {
        return Error{bad.reason()};
    }
}

std::string toJson(const ModelCard& card)
{
    Lines lines;
    lines.open('{');
    lines.field("schema_version", std::uint64_t{kModelCardSchemaVersion});
    lines.field("name", card.name);
    lines.field("description", card.description);
    lines.field("architecture", card.architecture);
    lines.name("input");
    const ImageShape& shape = card.images.shape;
    lines.raw("{\"shape\": [" + std::to_string(shape.channels) + ", " + std::to_string(shape.height) + ", "
        + std::to_string(shape.width)
        + "], \"normalisation\": " + Lines::quoted(std::string(toString(card.normalisation))) + "}");
    lines.name("classes");
    lines.raw(listOf(card.images.classes));
    lines.field("parameters", card.parameters);
    lines.field("macs", card.macs);
    lines.field("origin", card.origin);
    lines.field("licence", card.licence);
    lines.field("recipe", card.recipe);
    if (card.training) {
        lines.name("training");
        write(lines, *card.training);
    }
    lines.name("variants");
    lines.open('[');
    for (const ModelVariant& variant : card.variants) {
        lines.item();
        write(lines, variant);
    }
    lines.close(']');
    lines.close('}');
    return lines.text() + "\n";
}

} // namespace iotbench
