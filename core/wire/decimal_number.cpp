#include "wire/decimal_number.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace iotbench {
namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// A finite decimal number taken apart without rounding: ± 0.d₁d₂d₃… × 10^magnitude with d₁ ≠ 0.
// Four digits and "is there more" decide every range that a stream has.
struct Decimal {
    bool negative = false;
    bool hasUnderscores = false;
    std::string_view spelling; // without the sign
    std::array<int, 4> leading{};
    int leadingCount = 0; // 0: the number is zero
    bool moreDigits = false; // a digit other than 0 comes after the leading ones
    std::int64_t magnitude = 0;

    bool isZero() const { return leadingCount == 0; }
};

// Reads over digits with single underscores between them, as Python allows; false where an underscore has no
// digit on one side. `visit` gets each digit's value.
template <typename Visit>
bool scanDigits(std::string_view text, std::size_t& at, bool& hasUnderscores, Visit visit)
{
    const std::size_t begin = at;
    for (; at < text.size(); ++at) {
        if (isDigit(text[at])) {
            visit(text[at] - '0');
        } else if (text[at] == '_') {
            if (at == begin || at + 1 == text.size() || !isDigit(text[at - 1]) || !isDigit(text[at + 1]))
                return false;
            hasUnderscores = true;
        } else {
            break;
        }
    }
    return true;
}

bool scanExponent(std::string_view text, std::size_t& at, Decimal& number)
{
    bool negative = false;
    if (at < text.size() && (text[at] == '+' || text[at] == '-'))
        negative = text[at++] == '-';
    const std::size_t begin = at;
    // No line is long enough for a mantissa that brings such an exponent back into range.
    constexpr std::int64_t kBeyondAnyRange = 1'000'000'000;
    std::int64_t exponent = 0;
    if (!scanDigits(text, at, number.hasUnderscores,
            [&](int digit) { exponent = std::min(exponent * 10 + digit, kBeyondAnyRange); }))
        return false;
    number.magnitude += negative ? -exponent : exponent;
    return at > begin;
}

// [sign] digits [. digits] [e [sign] digits], with digits on at least one side of the point.
bool scanDecimal(std::string_view token, Decimal& number)
{
    std::size_t at = 0;
    if (!token.empty() && (token[0] == '+' || token[0] == '-'))
        number.negative = token[at++] == '-';
    number.spelling = token.substr(at);

    bool afterPoint = false;
    std::size_t digits = 0;
    const auto takeDigit = [&](int digit) {
        ++digits;
        if (number.isZero() && digit == 0) { // a leading zero
            number.magnitude -= afterPoint;
            return;
        }
        number.magnitude += !afterPoint;
        if (number.leadingCount < static_cast<int>(number.leading.size()))
            number.leading[static_cast<std::size_t>(number.leadingCount++)] = digit;
        else
            number.moreDigits |= digit != 0;
    };
    if (!scanDigits(token, at, number.hasUnderscores, takeDigit))
        return false;
    if (at < token.size() && token[at] == '.') {
        ++at;
        afterPoint = true;
        if (!scanDigits(token, at, number.hasUnderscores, takeDigit))
            return false;
    }
    if (digits == 0)
        return false;
    if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
        ++at;
        if (!scanExponent(token, at, number))
            return false;
    }
    return at == token.size();
}

bool isNamedNonFinite(std::string_view token)
{
    if (!token.empty() && (token[0] == '+' || token[0] == '-'))
        token.remove_prefix(1);
    const auto is = [token](std::string_view name) {
        return std::equal(token.begin(), token.end(), name.begin(), name.end(),
            [](char c, char lower) { return (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c) == lower; });
    };
    return is("nan") || is("inf") || is("infinity");
}

RejectReason scan(std::string_view token, Decimal& number)
{
    if (scanDecimal(token, number))
        return RejectReason::None;
    return isNamedNonFinite(token) ? RejectReason::NotFinite : RejectReason::NotANumber;
}

// |number| > 1.001, exactly.
bool isOverUnitRange(const Decimal& number)
{
    if (number.isZero() || number.magnitude < 1)
        return false;
    if (number.magnitude > 1)
        return true;
    const int thousandths
        = ((number.leading[0] * 10 + number.leading[1]) * 10 + number.leading[2]) * 10 + number.leading[3];
    return thousandths > 1001 || (thousandths == 1001 && number.moreDigits);
}

float rounded(const char* begin, const char* end)
{
    float value = 0;
    // The grammar and the upper range are known to be right, so all that can be left is underflow: 0.
    std::from_chars(begin, end, value);
    return value;
}

// Out of line for its buffer: nobody spells pixels so, but Python would read them.
[[gnu::noinline]] float roundedWithoutUnderscores(std::string_view spelling)
{
    std::array<char, kMaxLineBytes> digits;
    const std::size_t fits = std::min(spelling.size(), digits.size());
    char* end = std::remove_copy(
        spelling.begin(), spelling.begin() + static_cast<std::ptrdiff_t>(fits), digits.begin(), '_');
    return rounded(digits.data(), end);
}

} // namespace

RejectReason parseNormalisedValue(std::string_view token, float& value)
{
    Decimal number;
    if (const RejectReason reason = scan(token, number); reason != RejectReason::None)
        return reason;
    if (isOverUnitRange(number))
        return RejectReason::OutOfRange;

    constexpr std::int64_t kBelowAnyFloat = -60; // the smallest float32 is 1.4e-45
    float absolute = 0;
    if (!number.isZero() && number.magnitude > kBelowAnyFloat)
        absolute = number.hasUnderscores
            ? roundedWithoutUnderscores(number.spelling)
            : rounded(number.spelling.data(), number.spelling.data() + number.spelling.size());
    value = number.negative ? -absolute : absolute;
    return RejectReason::None;
}

RejectReason parseWholeNumber(std::string_view token, int low, int high, int& value)
{
    Decimal number;
    if (const RejectReason reason = scan(token, number); reason != RejectReason::None)
        return reason;
    if (number.isZero()) {
        value = 0;
    } else {
        if (number.magnitude < 1 || number.magnitude > 3 || number.moreDigits)
            return RejectReason::OutOfRange;
        int whole = 0;
        for (std::size_t i = 0; i < number.leading.size(); ++i) {
            if (static_cast<std::int64_t>(i) < number.magnitude)
                whole = whole * 10 + number.leading[i];
            else if (number.leading[i] != 0)
                return RejectReason::OutOfRange;
        }
        value = number.negative ? -whole : whole;
    }
    return value >= low && value <= high ? RejectReason::None : RejectReason::OutOfRange;
}

} // namespace iotbench
