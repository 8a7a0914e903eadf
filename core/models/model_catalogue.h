// Finds a model by name or path, checks it against its card, and makes ONNX of it.
#pragma once

#include "base/result.h"
#include "engines/engine.h"
#include "models/compile_model.h"
#include "models/graph_facts.h"
#include "models/model_card.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

// A model ready for an engine. Plain data; immutable once loaded, safe to read from any thread.
struct LoadedModel {
    std::string name; // the card's name, else the file's without its suffix
    std::filesystem::path path; // the file that was read
    std::string sha256; // of that file, and of those that it keeps its weights in, one after the other
    engines::ModelFormat format = engines::ModelFormat::Onnx;
    std::vector<std::uint8_t> bytes; // the file itself, or what its import made of it
    std::vector<std::uint8_t> weights; // of OpenVINO's format: the .bin file
    GraphFacts facts;
    std::optional<ModelCard> card;
    engines::Precision precision = engines::Precision::Fp32; // that it was asked for

    // The card's entry for this file: expected accuracy and predictions. Of two for one file (bf16 runs on
    // the fp32 file) the one of the precision asked for. nullptr without a card.
    const ModelVariant* variant() const;
    // What the card wants, or a file that takes bytes; else unset: the user says so, or `unit` with a
    // warning.
    std::optional<Normalisation> normalisation() const;
    // Scores that it gives an image: as the file says, or else its card; unset where neither does.
    std::optional<std::size_t> classes() const;
    // Views into this object: it must live until compileModel() returns. Without classes() they are the
    // caller's to say.
    ModelToCompile source() const;
};

// One line of --list-models.
struct CatalogueEntry {
    ModelCard card;
    std::filesystem::path folder; // where the card lies
    bool bundled = false; // its fp32 file lies there too; otherwise the user brings the file
};

// What files of models are usually called by, in small letters. Any name will do: the content decides.
inline constexpr std::array kModelSuffixes{"onnx", "keras", "h5", "hdf5", "xml"};

// Immutable once made; safe to read from any thread.
class ModelCatalogue {
public:
    // Reads every *.json in `folders` as a card; of two cards with one name the first folder's counts.
    explicit ModelCatalogue(std::span<const std::filesystem::path> folders);
    // The folders that base/data_files.h names.
    static ModelCatalogue standard();

    const std::vector<CatalogueEntry>& list() const { return m_entries; } // by name
    // Cards that could not be read, each with its reason; such a card is left out.
    const std::vector<Message>& warnings() const { return m_warnings; }

    // Whether `nameOrPath` names a card or a file that is there, so that load() has something to look at.
    bool knows(const std::string& nameOrPath) const;

    // `nameOrPath`: a card's name, or the path of an ONNX, Keras or OpenVINO .xml file (the content decides,
    // not the suffix). By name, the variant for `precision` is taken where the card has one, else the fp32
    // file. A path's card is found by the file's SHA-256. Refused in words: an unknown name (the nearest ones
    // are given), a bundled file that is not the one its card describes, a truncated or foreign file, one
    // that takes no images, one of another shape than its card says. `cancelled` is asked now and then; true
    // is an error. Nothing is thrown, whatever the file holds.
    Result<LoadedModel> load(const std::string& nameOrPath,
        engines::Precision precision = engines::Precision::Fp32,
        const std::function<bool()>& cancelled = {}) const;

private:
    const CatalogueEntry* named(const std::string& name) const; // nullptr where no card has the name
    Error unknownModel(const std::string& nameOrPath) const;
    // expectedSha256 "": any file will do.
    Result<LoadedModel> loadFile(const std::filesystem::path& path, engines::Precision precision,
        const std::string& expectedSha256, const std::function<bool()>& cancelled) const;
    // The same, with errors that do not name the file; may throw std::bad_alloc.
    Result<LoadedModel> readModel(const std::filesystem::path& path, engines::Precision precision,
        const std::string& expectedSha256, const std::function<bool()>& cancelled) const;

    std::vector<CatalogueEntry> m_entries;
    std::vector<Message> m_warnings;
};

} // namespace iotbench
