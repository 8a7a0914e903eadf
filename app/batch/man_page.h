// The manual page, section 1, from the same tables as --help.
#pragma once

#include <string>
#include <string_view>

namespace iotbench {

// In the man(7) macros. `version`: "0.1.0".
std::string manPage(std::string_view version);

} // namespace iotbench
