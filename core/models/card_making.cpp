#include "models/card_making.h"

#include "images/test_set.h"
#include "models/infer_images.h"
#include "models/scores.h"

#include <algorithm>
#include <span>
#include <utility>

namespace iotbench {
namespace {

constexpr std::size_t kBatch = 8;

} // namespace

Result<ModelVariant> measureVariant(
    const LoadedModel& model, engines::CompiledModel& compiled, Normalisation normalisation, unsigned threads)
{
    Result<ImageSet> images = loadBundledTestSet();
    Result<PixelMean> mean = loadTrainingPixelMean();
    if (!images || !mean) {
        return Error{images ? mean.error() : images.error()};
    }
    const std::size_t classes = images->facts.classes.size();
    if (model.facts.input != images->facts.shape || model.classes().value_or(classes) != classes) {
        return Error{TR("model %1 is not for images as those of the test set: %2 in %3 classes"),
            {model.name, toString(images->facts.shape), classes}};
    }
    const Result<std::vector<float>> scores
        = inferImages(compiled, *images, *mean, {normalisation, images->size(), kBatch, threads});
    if (!scores) {
        return Error{scores.error()};
    }
    ModelVariant variant;
    variant.precision = model.precision;
    variant.file = model.path.filename().string();
    variant.sha256 = model.sha256;
    variant.images = static_cast<unsigned>(images->size());
    for (std::size_t i = 0; i < images->size(); ++i) {
        const std::span<const float> ofImage(scores->data() + i * classes, classes);
        const TopClass top = topClass(ofImage, model.facts.scores);
        if (!top.finite) {
            return Error{
                TR("model %1 gives test image %2 a score that is not a finite number"), {model.name, i}};
        }
        variant.predictions += static_cast<char>('0' + top.predicted);
        variant.correct += top.predicted == images->labels[i] ? 1 : 0;
    }
    return variant;
}

ModelCard newCard(
    const LoadedModel& model, const std::string& name, Normalisation normalisation, ModelVariant measured)
{
    ModelCard card;
    card.name = name;
    card.description = "A model of your own, measured on the test set.";
    card.origin = "a file of your own";
    card.images.shape = model.facts.input;
    if (const Result<ImageSet> images = loadBundledTestSet()) {
        card.images.classes = images->facts.classes;
    }
    card.normalisation = normalisation;
    card.parameters = model.facts.parameters;
    card.macs = model.facts.macs.value_or(0);
    card.variants.push_back(std::move(measured));
    return card;
}

const ModelVariant* sameVariant(const ModelCard& card, const ModelVariant& measured)
{
    const auto same = std::ranges::find_if(card.variants, [&](const ModelVariant& each) {
        return each.sha256 == measured.sha256 && each.precision == measured.precision;
    });
    return same == card.variants.end() ? nullptr : &*same;
}

void putVariant(ModelCard& card, ModelVariant measured)
{
    if (const ModelVariant* const same = sameVariant(card, measured))
        card.variants[static_cast<std::size_t>(same - card.variants.data())] = std::move(measured);
    else
        card.variants.push_back(std::move(measured));
}

} // namespace iotbench
