#include "models/keras/layer_fields.h"
#include "models/keras/rules/layer_rules.h"
#include "models/keras/shape_rules.h"

#include <array>

namespace iotbench::keras {
namespace {

void appendPooling(LayerBuilder& layer, bool maximum)
{
    const Shape image = layer.imageInDataFormat();
    const Window window = readWindow(layer.config(), image, "pool_size");
    layer.append(Pooling{maximum, window}, windowed(image, window, image.channels));
}

void appendMaxPooling(LayerBuilder& layer)
{
    appendPooling(layer, true);
}
void appendAveragePooling(LayerBuilder& layer)
{
    appendPooling(layer, false);
}

void appendGlobalPooling(LayerBuilder& layer, bool maximum)
{
    const Shape image = layer.imageInDataFormat();
    const bool keepImage = flag(layer.config(), "keepdims", false);
    layer.append(GlobalPooling{maximum, keepImage},
        keepImage ? Shape{1, 1, image.channels, image.channelsFirst} : Shape{0, 0, image.channels});
}

void appendGlobalMaxPooling(LayerBuilder& layer)
{
    appendGlobalPooling(layer, true);
}
void appendGlobalAveragePooling(LayerBuilder& layer)
{
    appendGlobalPooling(layer, false);
}

constexpr std::array kPooling = {
    LayerRule{"AveragePooling2D", appendAveragePooling},
    LayerRule{"GlobalAveragePooling2D", appendGlobalAveragePooling},
    LayerRule{"GlobalMaxPooling2D", appendGlobalMaxPooling},
    LayerRule{"MaxPooling2D", appendMaxPooling},
};

} // namespace

std::span<const LayerRule> poolingRules()
{
    return kPooling;
}

} // namespace iotbench::keras
