// Numbers as a page for people shows them: a dot for the decimals, commas between thousands. Never "nan".
#pragma once

#include "statistics/interval.h"

#include <cstdint>
#include <optional>
#include <string>

namespace iotbench {

std::string wholeNumber(std::uint64_t count); // "10,000"
std::string decimalNumber(double value, int decimals); // "1,000.0"; "" where it is not finite
std::string rateNumber(double perS); // as rateText(): "1,000", "42.5"
std::string msNumber(double ms); // three digits, three places at most: "8.94", "0.040", "640"
std::string percentNumber(double share, int decimals = 1); // of 0..1: "92.1"
std::string bytesNumber(std::uint64_t bytes); // "186 MB"
// "91.6 … 92.6"
std::string rangeText(const std::string& low, const std::string& high);

} // namespace iotbench
