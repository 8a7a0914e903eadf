// What is known of a model beyond its file: where it is from, what it wants to be fed with, and what it says
// about every image of the CIFAR-10 test set. A card is a JSON file beside the model (models/README.md shows
// one); it belongs to model files by their SHA-256, whatever they are called and wherever they lie.
#pragma once

#include "base/result.h"
#include "engines/engine.h"
#include "images/image_facts.h"
#include "wire/wire_format.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace iotbench {

inline constexpr int kModelCardSchemaVersion = 1;

// One file of weights of a model, and how right it was when it was measured.
struct ModelVariant {
    engines::Precision precision = engines::Precision::Fp32;
    std::string file; // beside the card; for a file that is not bundled, its usual name
    std::string sha256; // of that file, 64 lower-case hexadecimal digits
    unsigned images = 0; // accuracy: so many test images, in test-set order …
    unsigned correct = 0; // … of which so many were classified correctly; images == 0: not measured
    std::string predictions; // predictions[k] = '0'..'9': predicted class of test image k; images of them
    std::string
        instructionSets; // of the machine that a user's own card was made on, as reports name them; else ""
};

// How the weights came to be, beside the recipe in words.
struct ModelTraining {
    unsigned epochs = 0;
    std::uint64_t seed = 0;
    std::string date; // ISO 8601 day of the export, or, where nobody wrote that down, of being taken in
    std::string versions; // "PyTorch 2.15.0, trained in bfloat16"
};

struct ModelCard {
    std::string name; // as -m takes it
    std::string description; // one sentence
    std::string architecture; // "ResNet20v1 (He et al. 2015)"
    ImageFacts images; // that it was trained for
    Normalisation normalisation = Normalisation::Unit;
    std::uint64_t parameters = 0;
    std::uint64_t macs = 0; // multiply-adds an image, convolutions and dense layers
    std::string origin;
    std::string licence; // SPDX
    std::string recipe; // how to make it again; may be ""
    std::optional<ModelTraining> training; // unset: not known
    std::vector<ModelVariant> variants; // at least one, fp32 first

    // The variant of that precision, else the fp32 one (bf16 runs on the same file, and is judged by it).
    const ModelVariant& variant(engines::Precision precision) const;
    const ModelVariant* variantWithSha256(std::string_view sha256) const; // nullptr: this card is not its
};

// The error names the field and what is wrong with it. An unknown field is an error, so that a misspelt one
// is.
Result<ModelCard> parseModelCard(std::string_view json);

// The same fields in a fixed order; parseModelCard() reads it back.
std::string toJson(const ModelCard& card);

} // namespace iotbench
