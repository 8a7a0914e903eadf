// The words that stand for enumerators in report.json and the CSV files: those of toString(), with an
// underscore in place of each space or hyphen, so that they can be typed and grouped by.
#pragma once

#include "settings/settings_table.h"
#include "statistics/run_result.h"
#include "statistics/verdict.h"
#include "stream/ends.h"
#include "wire/wire_format.h"

#include <optional>
#include <string>
#include <string_view>

namespace iotbench {

template <>
inline constexpr unsigned kEnumerators<Claim> = kClaimCount;
template <>
inline constexpr unsigned kEnumerators<Judgement> = 4;
template <>
inline constexpr unsigned kEnumerators<LatencyOrigin> = 3;
template <>
inline constexpr unsigned kEnumerators<RejectReason> = kRejectReasonCount;
template <>
inline constexpr unsigned kEnumerators<RunEnd> = 4;
template <>
inline constexpr unsigned kEnumerators<SourceEnd> = kSourceEndCount;
template <>
inline constexpr unsigned kEnumerators<SteadyBasis> = 3;
template <>
inline constexpr unsigned kEnumerators<TransportMedium> = 9;

} // namespace iotbench

namespace iotbench::fields {

std::string plainWord(std::string_view words); // "not judged" -> "not_judged"

template <typename Enum>
std::string wordOf(Enum value)
{
    return plainWord(toString(value));
}

template <typename Enum>
std::optional<Enum> enumeratorOf(std::string_view word)
{
    static_assert(kEnumerators<Enum> > 0);
    for (unsigned i = 0; i < kEnumerators<Enum>; ++i)
        if (const auto value = static_cast<Enum>(i); wordOf(value) == plainWord(word))
            return value;
    return std::nullopt;
}

} // namespace iotbench::fields
