#include "wire/wire_format.h"

#include "images/cifar10.h"

#include <algorithm>
#include <array>

namespace iotbench {
namespace {

constexpr std::array<std::string_view, kWireFormatCount> kFormatNames = {"keras", "spark", "scala", "cifar"};

constexpr std::array<std::string_view, 3> kNormalisationNames = {"unit", "mean-subtracted", "raw"};

constexpr std::array<Marked, kRejectReasonCount> kReasonWords = {
    Marked(""),
    TR("label not a digit or out of range"),
    TR("too few values"),
    TR("too many values"),
    TR("not a number"),
    TR("not finite"),
    TR("out of range"),
    TR("line too long"),
    TR("blank line"),
    TR("truncated"),
};

// The names stand in the order of the enumerators.
template <typename Enum, std::size_t Count>
std::optional<Enum> fromName(const std::array<std::string_view, Count>& names, std::string_view name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace

std::string_view toString(WireFormat format)
{
    return kFormatNames[static_cast<std::size_t>(format)];
}

std::optional<WireFormat> wireFormatFromString(std::string_view name)
{
    return fromName<WireFormat>(kFormatNames, name);
}

ImageShape imageShape(WireFormat)
{
    return cifar10::kShape; // all of them were made for its images
}

std::size_t classCount(WireFormat)
{
    return cifar10::kClassCount;
}

Marked wordsOf(RejectReason reason)
{
    return kReasonWords[static_cast<std::size_t>(reason)];
}

std::string_view toString(RejectReason reason)
{
    return wordsOf(reason).text();
}

std::string_view toString(Normalisation normalisation)
{
    return kNormalisationNames[static_cast<std::size_t>(normalisation)];
}

std::optional<Normalisation> normalisationFromString(std::string_view name)
{
    return fromName<Normalisation>(kNormalisationNames, name);
}

} // namespace iotbench
