// One number of a text stream, in any spelling that Python's float() takes, judged on its decimal value.
#pragma once

#include "wire/wire_format.h"

#include <string_view>

namespace iotbench {

// What Python's str.split() takes for white space, as far as it is ASCII.
constexpr bool isWhiteSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= '\x1f');
}

// A token (no white space inside or around) as float32, correctly rounded: bit-equal to strtof. None,
// NotANumber, NotFinite ("nan", "inf", "infinity") or OutOfRange: |value| over 1.001, judged before rounding.
RejectReason parseNormalisedValue(std::string_view token, float& value);

// A token whose value is a whole number from `low` to `high`, |low| and |high| under 1,000. "12", "+12",
// "12.0" and "1.2e1" are the same number. None, NotANumber, NotFinite, or OutOfRange, which includes
// fractions.
RejectReason parseWholeNumber(std::string_view token, int low, int high, int& value);

} // namespace iotbench
