#include "batch/listings.h"

#include "batch/help_text.h"
#include "batch/text_table.h"
#include "settings/joined.h"
#include "statistics/figure_text.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace iotbench {
namespace {

constexpr std::size_t kListingWidth = 120;
constexpr std::size_t kFactIndent = 17; // the longest name, "multiply-adds", and two spaces on either side

std::string accuracyText(const ModelVariant& variant)
{
    if (variant.images == 0)
        return "not measured";
    return fixedText(100.0 * variant.correct / variant.images, 2) + " % (" + std::to_string(variant.correct)
        + " of " + std::to_string(variant.images) + ")";
}

std::string sizeText(const CatalogueEntry& entry, const ModelVariant& variant)
{
    if (!entry.bundled)
        return "not bundled";
    std::error_code error;
    const auto bytes = std::filesystem::file_size(entry.folder / variant.file, error);
    return error ? "" : fixedText(static_cast<double>(bytes) / 1e6, 2) + " MB";
}

template <typename Items>
std::string listed(const Items& items)
{
    std::vector<std::string_view> words;
    for (const auto& item : items) {
        if constexpr (std::is_enum_v<std::remove_cvref_t<decltype(item)>>)
            words.push_back(toString(item));
        else
            words.push_back(item);
    }
    return joined(words, ", ");
}

std::string trainingText(const ModelTraining& training)
{
    return std::to_string(training.epochs) + " epochs, seed " + std::to_string(training.seed) + ", "
        + training.date + ", " + training.versions;
}

// What of a card is too long for a table, a fact a line; the ten thousand predictions stay in the file.
std::string cardText(const ModelCard& card)
{
    std::vector<std::pair<std::string, std::string>> facts{{"description", card.description},
        {"architecture", card.architecture}, {"origin", card.origin}, {"licence", card.licence},
        {"recipe", card.recipe}, {"training", card.training ? trainingText(*card.training) : ""},
        {"multiply-adds", std::to_string(card.macs) + " an image"}, {"classes", listed(card.images.classes)}};
    for (const ModelVariant& variant : card.variants)
        facts.emplace_back(
            std::string(toString(variant.precision)) + " file", variant.file + ", SHA-256 " + variant.sha256);
    std::string text = "\n" + card.name + "\n";
    for (const auto& [name, fact] : facts) {
        if (fact.empty())
            continue;
        std::string lines = wrapped(fact, kFactIndent, kListingWidth);
        lines.replace(2, name.size(), name);
        text += lines;
    }
    return text;
}

} // namespace

std::string modelListing(std::span<const CatalogueEntry> models)
{
    std::vector<std::vector<std::string>> rows{
        {"NAME", "PRECISION", "ACCURACY", "INPUT", "PARAMETERS", "SIZE"}};
    for (const CatalogueEntry& entry : models) {
        for (const ModelVariant& variant : entry.card.variants) {
            rows.push_back({entry.card.name, std::string(toString(variant.precision)), accuracyText(variant),
                std::string(toString(entry.card.normalisation)), std::to_string(entry.card.parameters),
                sizeText(entry, variant)});
        }
    }
    if (models.empty())
        return "no models found\n";
    std::string listing = textTable(rows);
    for (const CatalogueEntry& entry : models)
        listing += cardText(entry.card);
    return listing;
}

std::string engineListing(std::span<const engines::EngineEntry> engines)
{
    std::vector<std::vector<std::string>> rows{{"NAME", "VERSION", "PRECISIONS", "DEVICES", "STATE"}};
    for (const engines::EngineEntry& engine : engines) {
        rows.push_back({engine.name, engine.version, listed(engine.precisions), listed(engine.devices),
            engine.available ? "available" : "not available: " + engine.reason.english()});
    }
    std::string listing = textTable(rows);
    for (const engines::EngineEntry& engine : engines)
        for (const engines::UnusableDevice& device : engine.unusableDevices)
            listing += '\n' + engine.name + ": device " + device.name
                + " is not available: " + device.reason.english() + '\n';
    return listing;
}

} // namespace iotbench
