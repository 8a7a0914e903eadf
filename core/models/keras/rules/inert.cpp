// Layers that do something in training alone.
#include "models/keras/rules/layer_rules.h"

#include <array>

namespace iotbench::keras {
namespace {

constexpr LayerRule inert(std::string_view className)
{
    return {className, [](LayerBuilder&) {}, false, false, true};
}

// RandomCrop is none of them: it cuts out the middle of an image that is predicted.
constexpr std::array kInert = {
    inert("ActivityRegularization"),
    inert("AlphaDropout"),
    inert("Dropout"),
    inert("GaussianDropout"),
    inert("GaussianNoise"),
    inert("Identity"),
    inert("RandomBrightness"),
    inert("RandomColorDegeneration"),
    inert("RandomColorJitter"),
    inert("RandomContrast"),
    inert("RandomElasticTransform"),
    inert("RandomErasing"),
    inert("RandomFlip"),
    inert("RandomGaussianBlur"),
    inert("RandomGrayscale"),
    inert("RandomHeight"),
    inert("RandomHue"),
    inert("RandomInvert"),
    inert("RandomPerspective"),
    inert("RandomPosterization"),
    inert("RandomRotation"),
    inert("RandomSaturation"),
    inert("RandomSharpness"),
    inert("RandomShear"),
    inert("RandomTranslation"),
    inert("RandomWidth"),
    inert("RandomZoom"),
    inert("SpatialDropout2D"),
};

} // namespace

std::span<const LayerRule> inertRules()
{
    return kInert;
}

} // namespace iotbench::keras
