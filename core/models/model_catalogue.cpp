#include "models/model_catalogue.h"

#include "base/data_files.h"
#include "base/regular_file.h"
#include "base/stage_thread.h"
#include "models/ir_facts.h"
#include "models/keras/keras_import.h"
#include "models/onnx_facts.h"
#include "models/onnx_normal_form.h"
#include "models/onnx_reading.h"
#include "models/sha256.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <utility>

namespace iotbench {
namespace {

constexpr std::uint64_t kMostModelBytes = 512U << 20U; // the kind that this program runs has a few megabytes
constexpr std::uint64_t kMostCardBytes = 4U << 20U; // a card of three variants has 40 kB

std::vector<std::filesystem::path> cardFiles(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> files;
    std::error_code unreadable;
    for (const auto& entry : std::filesystem::directory_iterator(folder, unreadable)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<ModelCard> readCardFile(const std::filesystem::path& file)
{
    const Result<std::vector<std::uint8_t>> bytes = readRegularFile(file, kMostCardBytes);
    if (!bytes) {
        return Error{bytes.error()};
    }
    return parseModelCard(asText(*bytes));
}

bool isCalledKeras(const std::filesystem::path& file)
{
    return file.extension() == ".h5" || file.extension() == ".hdf5" || file.extension() == ".keras";
}

// What people come with in a model's place, by its first bytes; empty where it is none of that.
Message knownForeigner(std::string_view bytes)
{
    struct Kind {
        std::size_t offset;
        std::string_view bytes;
        Marked words;
    };
    static constexpr Marked kPage = TR("is a web page, not the model that it links to");
    for (const Kind& kind : std::to_array<Kind>({
             {0, "version https://git-lfs",
                 TR("is a Git LFS pointer, not the file that it stands for: fetch that with git lfs pull")},
             {0, "<!DOCTYPE html", kPage},
             {0, "<!doctype html", kPage},
             {0, "<html", kPage},
             {4, "TFL3", TR("is a TensorFlow Lite model, which no engine here reads: export it as ONNX")},
         }))
        if (bytes.size() > kind.offset && bytes.substr(kind.offset).starts_with(kind.bytes))
            return {kind.words, {}};
    return {};
}

// What the card says otherwise than the file; empty where they agree.
Message disagreement(const ModelCard& card, const GraphFacts& facts)
{
    const ImageFacts& images = card.images;
    if (images.shape != facts.input) {
        return {TR("its input is %1, its card says %2"), {toString(facts.input), toString(images.shape)}};
    }
    if (facts.classes && images.classes.size() != *facts.classes) {
        return {TR("it has %1 classes, its card says %2"), {*facts.classes, images.classes.size()}};
    }
    if (facts.takesBytes && card.normalisation != Normalisation::Raw) {
        return {TR("it takes pixels as bytes, its card says %1"), {toString(card.normalisation)}};
    }
    return {};
}

// What a file and those that belong to it hold.
struct Contents {
    engines::ModelFormat format = engines::ModelFormat::Onnx;
    std::optional<std::vector<std::uint8_t>> bytes; // unset: the file's own
    std::vector<std::uint8_t> otherFiles;
    GraphFacts facts;
};

Result<Contents> imported(Result<std::vector<std::uint8_t>> onnx, const std::function<bool()>& cancelled)
{
    if (!onnx) {
        return Error{onnx.error()};
    }
    onnx::ModelProto model = parsedOnnx(*onnx);
    Result<NormalOnnx> normal = bringIntoNormalForm(model, {}, cancelled); // where it takes bytes
    if (!normal) {
        return Error{normal.error()};
    }
    Result<GraphFacts> facts = readOnnxFacts(std::move(model));
    if (!facts) {
        return Error{facts.error()};
    }
    facts->takesBytes = normal->takesBytes;
    return Contents{.bytes = normal->bytes ? std::move(normal->bytes) : std::move(*onnx),
        .otherFiles = {},
        .facts = std::move(*facts)};
}

Result<Contents> irContents(const std::vector<std::uint8_t>& xml, const std::filesystem::path& file,
    const std::function<bool()>& cancelled)
{
    const std::filesystem::path weightsFile = std::filesystem::path(file).replace_extension(".bin");
    Result<std::vector<std::uint8_t>> weights = readRegularFile(weightsFile, kMostModelBytes, cancelled);
    if (!weights) {
        return Error{TR("is XML, as of an OpenVINO model; the file of its weights, %1, %2"),
            {weightsFile.filename(), weights.error()}};
    }
    Result<GraphFacts> facts = readIrFacts(xml, *weights);
    if (!facts) {
        return Error{facts.error()};
    }
    return Contents{engines::ModelFormat::OpenVinoIr, {}, std::move(*weights), *facts};
}

Result<Contents> foreignContents(const std::vector<std::uint8_t>& bytes, const std::filesystem::path& file,
    const std::function<bool()>& cancelled)
{
    onnx::ModelProto model = parsedOnnx(bytes);
    Result<NormalOnnx> normal = bringIntoNormalForm(model, file.parent_path(), cancelled);
    if (!normal) {
        return Error{normal.error()};
    }
    Result<GraphFacts> facts = readOnnxFacts(std::move(model));
    if (!facts) {
        return Error{facts.error()};
    }
    facts->takesBytes = normal->takesBytes;
    return Contents{.bytes = std::move(normal->bytes),
        .otherFiles = std::move(normal->otherFiles),
        .facts = std::move(*facts)};
}

// The file's name helps to say what is wrong with it.
Result<Contents> contentsOf(const std::vector<std::uint8_t>& bytes, const std::filesystem::path& file,
    const std::function<bool()>& cancelled)
{
    if (bytes.empty()) {
        return Error{TR("is empty")};
    }
    if (Message fault = knownForeigner(asText(bytes)); !fault.empty()) {
        return Error{std::move(fault)};
    }
    if (keras::looksLikeHdf5(bytes)) {
        return imported(keras::importKerasHdf5(bytes, cancelled), cancelled);
    }
    if (keras::looksLikeZip(bytes)) {
        return imported(keras::importKerasArchive(bytes, cancelled), cancelled);
    }
    if (looksLikeXml(bytes)) {
        return irContents(bytes, file, cancelled);
    }
    if (isCalledKeras(file)) {
        return Error{TR(
            "is called a Keras model, but is neither an HDF5 file nor a zip archive: save the model again")};
    }
    return foreignContents(bytes, file, cancelled);
}

} // namespace

const ModelVariant* LoadedModel::variant() const
{
    if (!card) {
        return nullptr;
    }
    const ModelVariant& ofPrecision = card->variant(precision);
    return ofPrecision.sha256 == sha256 ? &ofPrecision : card->variantWithSha256(sha256);
}

std::optional<Normalisation> LoadedModel::normalisation() const
{
    if (card) {
        return card->normalisation;
    }
    return facts.takesBytes ? std::optional(Normalisation::Raw) : std::nullopt;
}

std::optional<std::size_t> LoadedModel::classes() const
{
    if (facts.classes || !card) {
        return facts.classes;
    }
    return card->images.classes.size();
}

ModelToCompile LoadedModel::source() const
{
    ModelToCompile source;
    source.format = format;
    source.bytes = bytes;
    source.weights = weights;
    source.name = name;
    source.channels = facts.input.channels;
    source.height = facts.input.height;
    source.width = facts.input.width;
    source.classes = classes().value_or(0);
    source.operatorFaults = facts.operatorFaults;
    return source;
}

ModelCatalogue::ModelCatalogue(std::span<const std::filesystem::path> folders)
{
    for (const auto& folder : folders) {
        for (const auto& file : cardFiles(folder)) {
            Result<ModelCard> card = readCardFile(file);
            if (!card) {
                m_warnings.push_back({TR("model card %1 is left out: %2"), {file, card.error()}});
                continue;
            }
            const CatalogueEntry* const other = named(card->name);
            if (other == nullptr) {
                std::error_code fault;
                const bool bundled = std::filesystem::exists(folder / card->variants.front().file, fault);
                m_entries.push_back({std::move(*card), folder, bundled});
            } else if (other->card.variants.front().sha256 != card->variants.front().sha256) {
                m_warnings.push_back({TR("model card %1 is left out: a card in %2 has its name, %3"),
                    {file, other->folder, card->name}});
            }
        }
    }
    std::sort(m_entries.begin(), m_entries.end(),
        [](const CatalogueEntry& a, const CatalogueEntry& b) { return a.card.name < b.card.name; });
}

ModelCatalogue ModelCatalogue::standard()
{
    return ModelCatalogue(modelFolders());
}

const CatalogueEntry* ModelCatalogue::named(const std::string& name) const
{
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
        [&](const CatalogueEntry& each) { return each.card.name == name; });
    return entry == m_entries.end() ? nullptr : &*entry;
}

bool ModelCatalogue::knows(const std::string& nameOrPath) const
{
    std::error_code fault;
    return named(nameOrPath) != nullptr || std::filesystem::exists(nameOrPath, fault);
}

Result<LoadedModel> ModelCatalogue::load(
    const std::string& nameOrPath, engines::Precision precision, const std::function<bool()>& cancelled) const
{
    if (!knows(nameOrPath)) {
        return unknownModel(nameOrPath);
    }
    const CatalogueEntry* const entry = named(nameOrPath);
    if (entry == nullptr) {
        return loadFile(nameOrPath, precision, "", cancelled);
    }
    const ModelVariant& variant = entry->card.variant(precision);
    const std::filesystem::path file = entry->folder / variant.file;
    std::error_code fault;
    if (!std::filesystem::exists(file, fault)) {
        return Error{TR("model %1 does not come with this program (%2): give the path of %3"),
            {nameOrPath, entry->card.origin, variant.file}};
    }
    return loadFile(file, precision, variant.sha256, cancelled);
}

Error ModelCatalogue::unknownModel(const std::string& nameOrPath) const
{
    std::string names;
    for (const CatalogueEntry& entry : m_entries) {
        names += (names.empty() ? "" : ", ") + entry.card.name;
    }
    return {TR("there is no model or file \"%1\"; models: %2"),
        {nameOrPath, names.empty() ? Message(TR("none")) : verbatim(names)}};
}

Result<LoadedModel> ModelCatalogue::loadFile(const std::filesystem::path& path, engines::Precision precision,
    const std::string& expectedSha256, const std::function<bool()>& cancelled) const
{
    const auto refused = [&](const Message& reason) { return Error{TR("model %1: %2"), {path, reason}}; };
    try {
        Result<LoadedModel> model = readModel(path, precision, expectedSha256, cancelled);
        return model ? std::move(model) : refused(model.error());
    } catch (const std::exception& problem) { // there is no memory for it
        return refused(reasonOf(problem));
    }
}

Result<LoadedModel> ModelCatalogue::readModel(const std::filesystem::path& path, engines::Precision precision,
    const std::string& expectedSha256, const std::function<bool()>& cancelled) const
{
    Result<std::vector<std::uint8_t>> bytes = readRegularFile(path, kMostModelBytes, cancelled);
    if (!bytes) {
        return Error{bytes.error()};
    }
    Result<Contents> contents = contentsOf(*bytes, path, cancelled);
    LoadedModel model;
    model.name = path.stem().string();
    model.path = path;
    model.precision = precision;
    model.sha256 = sha256Of(*bytes,
        contents ? std::span<const std::uint8_t>(contents->otherFiles) : std::span<const std::uint8_t>());
    if (!expectedSha256.empty() && model.sha256 != expectedSha256) {
        return Error{TR("it is not the file that its card describes (SHA-256 %1, the card says %2): "
                        "install it again, or give it a card of its own"),
            {model.sha256, expectedSha256}};
    }
    if (!contents) {
        return Error{contents.error()};
    }
    for (const CatalogueEntry& entry : m_entries) {
        if (entry.card.variantWithSha256(model.sha256) != nullptr) {
            model.name = entry.card.name;
            model.card = entry.card;
            break;
        }
    }
    if (model.card) {
        if (const Message fault = disagreement(*model.card, contents->facts); !fault.empty()) {
            return Error{fault};
        }
    }
    model.format = contents->format;
    model.bytes = contents->bytes ? std::move(*contents->bytes) : std::move(*bytes);
    if (model.format == engines::ModelFormat::OpenVinoIr) {
        model.weights = std::move(contents->otherFiles);
    }
    model.facts = std::move(contents->facts);
    return model;
}

} // namespace iotbench
