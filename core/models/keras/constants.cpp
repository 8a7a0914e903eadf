#include "models/keras/constants.h"

#include "models/keras/shape_rules.h"

#include <QJsonArray>

#include <algorithm>

namespace iotbench::keras {
namespace {

constexpr std::size_t kMostAxes = 4; // with the batch
constexpr std::size_t kMostNumbers = 1 << 20;

struct Nested {
    std::vector<std::int64_t> sizes;
    std::vector<double> numbers;
};

void collect(const QJsonValue& value, std::size_t depth, Nested& nested)
{
    if (value.isDouble() && depth == nested.sizes.size() && nested.numbers.size() < kMostNumbers) {
        nested.numbers.push_back(value.toDouble());
        return;
    }
    const QJsonArray items = value.toArray();
    if (depth >= nested.sizes.size() || items.size() != nested.sizes[depth]) {
        throw Refusal(TR("a constant is neither a number nor an array of numbers"));
    }
    for (const QJsonValue item : items) {
        collect(item, depth + 1, nested);
    }
}

Nested readNested(const QJsonValue& value)
{
    Nested nested;
    for (QJsonValue inner = value; inner.isArray(); inner = inner.toArray().at(0)) {
        nested.sizes.push_back(inner.toArray().size());
        if (nested.sizes.size() > kMostAxes || nested.sizes.back() == 0) {
            throw Refusal(TR("a constant is neither a number nor an array of numbers"));
        }
    }
    collect(value, 0, nested);
    return nested;
}

} // namespace

Factors constantFactors(const QJsonValue& value, const Shape& shape)
{
    Nested nested = readNested(value);
    std::vector<std::int64_t> sizes = kerasSizes(shape);
    if (nested.numbers.size() == 1 && nested.sizes.size() <= sizes.size() + 1) {
        return {{nested.numbers.front()}, std::nullopt};
    }
    // As numpy broadcasts: axes are counted from the last, missing ones are 1.
    std::vector<std::int64_t> given = nested.sizes;
    if (given.size() == sizes.size() + 1 && given.front() == 1) { // the batch
        given.erase(given.begin());
    }
    if (given.size() < sizes.size()) {
        given.insert(given.begin(), sizes.size() - given.size(), 1);
    }
    std::vector<std::int64_t> perChannel(sizes.size(), 1);
    (shape.channelsFirst ? perChannel.front() : perChannel.back()) = shape.channels;
    if (given != perChannel && given != sizes) {
        throw Refusal(TR("a constant array fits neither the channels nor the whole of what it meets"));
    }
    return {std::move(nested.numbers), std::nullopt};
}

std::vector<double> allNumbers(const QJsonValue& value)
{
    return readNested(value).numbers;
}

std::optional<double> constantNumber(const QJsonValue& value)
{
    if (value.isDouble()) {
        return value.toDouble();
    }
    const QJsonArray one = value.toArray();
    return one.size() == 1 ? constantNumber(one.first()) : std::nullopt;
}

} // namespace iotbench::keras
