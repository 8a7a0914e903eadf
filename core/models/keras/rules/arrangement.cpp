#include "models/keras/layer_fields.h"
#include "models/keras/rules/layer_rules.h"
#include "models/keras/shape_rules.h"

#include <array>
#include <string>

namespace iotbench::keras {
namespace {

void appendZeroPadding(LayerBuilder& layer)
{
    const Shape image = layer.imageInDataFormat();
    const Edges edges = readEdges("padding", layer.config().value("padding"));
    layer.append(ZeroPadding{edges}, padded(image, edges));
}

void appendCropping(LayerBuilder& layer)
{
    const Shape image = layer.imageInDataFormat();
    const Edges edges = readEdges("cropping", layer.config().value("cropping"));
    Slice slice;
    slice.starts = {edges.top, edges.left, 0};
    slice.ends = {image.height - edges.bottom, image.width - edges.right, image.channels};
    if (slice.ends[0] <= slice.starts[0] || slice.ends[1] <= slice.starts[1]) {
        throw Refusal(TR("cuts off the whole image"));
    }
    layer.append(
        slice, {slice.ends[0] - edges.top, slice.ends[1] - edges.left, image.channels, image.channelsFirst});
}

// With "channels_first", Flatten puts the channels last before it lines up the values.
void appendFlatten(LayerBuilder& layer)
{
    if (isChannelsFirst(layer.config()) && layer.shape().isImage()) {
        layer.arrange(true);
        const Permuted last = permuted(layer.shape(), {1, 2, 0}, false);
        layer.append(last.operation, last.shape);
    }
    layer.append(Reshape{}, {0, 0, layer.shape().size()});
}

void appendReshape(LayerBuilder& layer)
{
    layer.append(Reshape{}, reshaped(layer.shape(), layer.config().numbers("target_shape")));
}

void appendPermute(LayerBuilder& layer)
{
    layer.permute(layer.config().numbers("dims"));
}

void appendUpSampling(LayerBuilder& layer)
{
    const Shape image = layer.imageInDataFormat();
    JsonFields& config = layer.config();
    const std::string interpolation = config.has("interpolation") ? config.text("interpolation") : "nearest";
    if (interpolation != "nearest" && interpolation != "bilinear") {
        throw Refusal(
            TR("interpolation \"%1\" is not supported, \"nearest\" and \"bilinear\" are"), {interpolation});
    }
    const Enlargement enlargement{pairField(config, "size"), interpolation == "bilinear"};
    layer.append(enlargement,
        {image.height * enlargement.factors[0], image.width * enlargement.factors[1], image.channels,
            image.channelsFirst});
}

constexpr std::array kArrangement = {
    LayerRule{"Cropping2D", appendCropping},
    LayerRule{"Flatten", appendFlatten},
    LayerRule{"Permute", appendPermute},
    LayerRule{"Reshape", appendReshape},
    LayerRule{"UpSampling2D", appendUpSampling},
    LayerRule{"ZeroPadding2D", appendZeroPadding},
};

} // namespace

std::span<const LayerRule> arrangementRules()
{
    return kArrangement;
}

} // namespace iotbench::keras
