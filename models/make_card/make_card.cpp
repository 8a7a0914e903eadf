// Fills in a model card what only running the model can tell.
//
// usage: make_card CARD.json [--precision fp32|bf16|int8] [--engine NAME]
//
// Reads the card, runs the variant of that precision, whose file lies beside it, over all 10,000 images of
// the bundled CIFAR-10 test set, and writes the card again with the file's SHA-256, the number of parameters
// and multiply-adds, the count of correctly classified images and every predicted class. Everything else in
// the card is the author's; a new card starts with any SHA-256 and no accuracy (models/README.md).
#include "base/regular_file.h"
#include "engines/engine_registry.h"
#include "models/card_making.h"
#include "models/compile_model.h"
#include "models/model_card.h"
#include "models/model_catalogue.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>

namespace {

using namespace iotbench;

template <typename T>
T orThrow(Result<T> result)
{
    if (!result) {
        throw std::runtime_error(result.error().english());
    }
    return std::move(*result);
}

struct Arguments {
    std::filesystem::path card;
    std::string precision = "fp32";
    std::string engine = "opencv";
};

Arguments readArguments(int count, char** values)
{
    Arguments arguments;
    for (int i = 1; i < count; ++i) {
        const std::string value = values[i];
        if ((value == "--precision" || value == "--engine") && i + 1 < count) {
            (value == "--engine" ? arguments.engine : arguments.precision) = values[++i];
        } else if (arguments.card.empty() && !value.starts_with("-")) {
            arguments.card = value;
        } else {
            throw std::runtime_error(
                "usage: make_card CARD.json [--precision fp32|bf16|int8] [--engine NAME]");
        }
    }
    if (arguments.card.empty()) {
        throw std::runtime_error("usage: make_card CARD.json [--precision fp32|bf16|int8] [--engine NAME]");
    }
    return arguments;
}

ModelCard readCard(const std::filesystem::path& path)
{
    constexpr std::uint64_t kMostBytes = std::uint64_t{4} << 20U;
    const auto bytes = orThrow(readRegularFile(path, kMostBytes));
    return orThrow(parseModelCard(asText(bytes)));
}

ModelVariant& variantOf(ModelCard& card, const std::string& precision)
{
    for (ModelVariant& variant : card.variants) {
        if (precision == engines::toString(variant.precision)) {
            return variant;
        }
    }
    throw std::runtime_error("the card has no variant of precision " + precision);
}

void makeCard(const Arguments& arguments)
{
    ModelCard card = readCard(arguments.card);
    ModelVariant& variant = variantOf(card, arguments.precision);
    const LoadedModel loaded
        = orThrow(ModelCatalogue({}).load((arguments.card.parent_path() / variant.file).string()));

    const engines::EngineRegistry registry;
    engines::Engine* engine = orThrow(registry.find(arguments.engine));
    engines::CompileOptions options;
    options.precision = variant.precision;
    options.workers = std::max(1U, std::thread::hardware_concurrency());
    engines::CompileResult compiled = compileModel(*engine, loaded.source(), options);
    if (!compiled.model) {
        throw std::runtime_error(compiled.error.english());
    }
    ModelVariant measured
        = orThrow(measureVariant(loaded, *compiled.model, card.normalisation, options.workers));
    measured.precision = variant.precision;
    variant = std::move(measured);
    if (variant.precision == engines::Precision::Fp32) {
        card.parameters = loaded.facts.parameters;
        card.macs = loaded.facts.macs.value_or(0);
    }
    std::ofstream(arguments.card) << toJson(card) << std::flush;
    std::printf("%s: %u of %u correct, %s\n", card.name.c_str(), variant.correct, variant.images,
        compiled.model->description().c_str());
}

} // namespace

int main(int argc, char** argv)
{
    try {
        makeCard(readArguments(argc, argv));
        return 0;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "make_card: %s\n", failure.what());
        return 1;
    }
}
