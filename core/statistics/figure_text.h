// Numbers as text: a dot for the decimals in any locale, never "nan" or "inf".
#pragma once

#include <string>

namespace iotbench {

// Exactly `decimals` places, rounded to nearest (ties on the binary value to even, as printf has it): "91.5".
// "" where the value is not finite.
std::string fixedText(double value, int decimals);
// At most `decimals` places, trailing zeros cut: "2.5", "10".
std::string shortText(double value, int decimals);
// Images a second as one says them: whole from 100 on, else with at most one place.
std::string rateText(double perS);
// 100 × share, to 1e-10: 1,753 of 2,000 are then 87.65 as 100 × 1,753 ÷ 2,000 is, and round as that does.
double percentOf(double share);
// A share of 0..1 in percent with one place: "91.5".
std::string percentText(double share);

} // namespace iotbench
