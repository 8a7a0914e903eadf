#include "models/keras/shape_rules.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace iotbench::keras {
namespace {

constexpr std::int64_t kMostSize = 1 << 20; // of one dimension
constexpr std::int64_t kMostValues = 1 << 26; // of one image's worth

std::int64_t reach(std::int64_t size, std::int64_t dilation)
{
    return (size - 1) * dilation + 1;
}

std::pair<std::int64_t, std::int64_t> samePadding(
    std::int64_t length, std::int64_t size, std::int64_t stride, std::int64_t dilation)
{
    const std::int64_t results = (length + stride - 1) / stride;
    const std::int64_t missing
        = std::max<std::int64_t>(0, (results - 1) * stride + reach(size, dilation) - length);
    return {missing / 2, missing - missing / 2};
}

std::int64_t windowPlaces(std::int64_t length, std::int64_t size, std::int64_t stride, std::int64_t dilation)
{
    const std::int64_t span = reach(size, dilation);
    if (span > length) {
        throw Refusal(TR("a window of %1 does not fit into %2"), {span, length});
    }
    return (length - span) / stride + 1;
}

} // namespace

Edges paddingOf(PaddingKind kind, const Shape& image, const Window& window)
{
    if (kind == PaddingKind::Valid) {
        return {};
    }
    const auto [top, bottom]
        = samePadding(image.height, window.size[0], window.strides[0], window.dilation[0]);
    const auto [left, right]
        = samePadding(image.width, window.size[1], window.strides[1], window.dilation[1]);
    return {top, bottom, left, right};
}

Shape windowed(const Shape& image, const Window& window, std::int64_t channels)
{
    const Shape around = padded(image, window.padding);
    return checked({windowPlaces(around.height, window.size[0], window.strides[0], window.dilation[0]),
        windowPlaces(around.width, window.size[1], window.strides[1], window.dilation[1]), channels,
        image.channelsFirst});
}

Shape padded(const Shape& image, const Edges& edges)
{
    return checked({image.height + edges.top + edges.bottom, image.width + edges.left + edges.right,
        image.channels, image.channelsFirst});
}

Shape reshaped(const Shape& from, const std::vector<double>& target)
{
    std::vector<std::int64_t> sizes;
    std::int64_t known = 1;
    std::int64_t* open = nullptr;
    if (target.size() != 1 && target.size() != 3) {
        throw Refusal(TR("reshapes to %1 dimensions; 1 and 3 are understood"), {target.size()});
    }
    sizes.resize(target.size());
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (target[i] == -1 && open == nullptr) {
            open = &sizes[i];
        } else if (target[i] != std::floor(target[i]) || target[i] < 1
            || target[i] > static_cast<double>(kMostSize) || known > kMostValues) {
            throw Refusal(
                TR("reshapes to sizes that are not whole numbers from 1, or with more than one -1"));
        } else {
            sizes[i] = static_cast<std::int64_t>(target[i]);
            known *= sizes[i];
        }
    }
    if (open != nullptr) {
        *open = from.size() / known;
    }
    const Shape to = sizes.size() == 3 ? Shape{sizes[0], sizes[1], sizes[2]} : Shape{0, 0, sizes[0]};
    if (std::count(sizes.begin(), sizes.end(), 0) > 0 || checked(to).size() != from.size()) {
        throw Refusal(TR("reshapes %1 values to another number of them"), {from.size()});
    }
    return to;
}

Permuted permuted(
    const Shape& from, const std::array<std::size_t, 3>& axes, std::optional<bool> channelsFirst)
{
    // As they are stored: the axes of channels, rows and columns in Keras's order.
    constexpr std::array<std::size_t, 3> kFirst = {0, 1, 2};
    constexpr std::array<std::size_t, 3> kLast = {2, 0, 1};
    const auto& stored = from.channelsFirst ? kFirst : kLast;
    const std::array<std::int64_t, 3> sizes = {from.channels, from.height, from.width};
    const auto as = [&](bool first) {
        Permuted result;
        std::array<std::int64_t, 3> made{};
        for (std::size_t i = 0; i < made.size(); ++i) {
            const std::size_t axis = axes[(first ? kFirst : kLast)[i]];
            const auto place = static_cast<std::size_t>(std::ranges::find(stored, axis) - stored.begin());
            result.operation.from[i] = place;
            made[i] = sizes[place];
        }
        result.shape = checked({made[1], made[2], made[0], first});
        return result;
    };
    if (channelsFirst) {
        return as(*channelsFirst);
    }
    const Permuted first = as(true);
    return first.operation.from == Permutation{}.from ? first : as(false);
}

std::vector<std::int64_t> kerasSizes(const Shape& shape)
{
    if (!shape.isImage()) {
        return {shape.channels};
    }
    return shape.channelsFirst ? std::vector{shape.channels, shape.height, shape.width}
                               : std::vector{shape.height, shape.width, shape.channels};
}

std::array<std::size_t, 3> rolesOfAxes(const Shape& image)
{
    return image.channelsFirst ? std::array<std::size_t, 3>{2, 0, 1} : std::array<std::size_t, 3>{0, 1, 2};
}

std::size_t roleOfAxis(const Shape& shape, double axis)
{
    const double axes = shape.isImage() ? 3 : 1;
    const double place = axis < 0 ? axis + axes : axis - 1;
    if (place != std::floor(place) || place < 0 || place >= axes) {
        throw Refusal(TR("works along an axis that there is not"));
    }
    return shape.isImage() ? rolesOfAxes(shape)[static_cast<std::size_t>(place)] : 2;
}

std::int64_t& sizeOf(Shape& shape, std::size_t role)
{
    return role == 0 ? shape.height : role == 1 ? shape.width : shape.channels;
}

std::int64_t sizeOf(const Shape& shape, std::size_t role)
{
    return role == 0 ? shape.height : role == 1 ? shape.width : shape.channels;
}

Shape checked(const Shape& shape)
{
    const auto fits = [](std::int64_t size) { return size >= 1 && size <= kMostSize; };
    const bool sizesFit
        = fits(shape.channels) && (!shape.isImage() || (fits(shape.height) && fits(shape.width)));
    // Two sizes multiply to at most 2^40, so that the third product cannot run over.
    if (!sizesFit || (shape.isImage() && shape.height * shape.width > kMostValues)
        || shape.size() > kMostValues) {
        throw Refusal(TR("a size is not one that a model for small images has: %1 × %2 × %3"),
            {shape.height, shape.width, shape.channels});
    }
    return shape;
}

} // namespace iotbench::keras
