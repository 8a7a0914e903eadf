#include "models/graph_facts.h"

#include <string>

namespace iotbench {
namespace {

// Of an input. A label has one byte, so there are no more classes.
constexpr std::int64_t kMostChannels = 16;
constexpr std::int64_t kLongestSide = 4'096;
constexpr std::int64_t kMostClasses = 256;

} // namespace

bool isChannelsLast(std::span<const std::int64_t> sizes)
{
    constexpr std::int64_t kMostColours = 4;
    return sizes.size() == 4 && sizes[3] >= 1 && sizes[3] <= kMostColours && sizes[1] > kMostColours
        && sizes[2] > kMostColours;
}

Message faultOfInputSizes(std::span<const std::int64_t> sizes, const Message& written, GraphFacts& facts)
{
    const auto isSide = [](std::int64_t size) { return size >= 1 && size <= kLongestSide; };
    if (sizes.size() != 4 || sizes[1] < 1 || sizes[1] > kMostChannels || !isSide(sizes[2])
        || !isSide(sizes[3])) {
        return {TR("its input is %1; images are N×C×H×W, of 1 to %2 channels and sides of 1 to %3 pixels"),
            {written, kMostChannels, kLongestSide}};
    }
    facts.input = {static_cast<std::size_t>(sizes[3]), static_cast<std::size_t>(sizes[2]),
        static_cast<std::size_t>(sizes[1])};
    return {};
}

Message faultOfOutputSizes(std::span<const std::int64_t> sizes, const Message& written, GraphFacts& facts)
{
    std::int64_t scores = 1;
    for (std::size_t i = 1; i < sizes.size(); ++i) {
        if (sizes[i] < 0) {
            return {};
        }
        if (sizes[i] != 1) {
            scores = scores == 1 ? sizes[i] : 0;
        }
    }
    if (scores < 2 || scores > kMostClasses) {
        return {TR("its output is %1; a classifier gives one score for each of 2 to %2 classes"),
            {written, kMostClasses}};
    }
    facts.classes = static_cast<std::size_t>(scores);
    return {};
}

Message writtenSizes(std::span<const std::int64_t> sizes)
{
    std::string text;
    for (const std::int64_t size : sizes) {
        text += (text.empty() ? "" : "×");
        text += size >= 0 ? std::to_string(size) : text.empty() ? "N" : "?";
    }
    return text.empty() ? TR("of no stated shape") : verbatim(text);
}

} // namespace iotbench
