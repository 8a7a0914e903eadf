// How a data sheet looks on a screen and in print.
#pragma once

#include <string_view>

namespace iotbench {

std::string_view sheetStyle(); // CSS

} // namespace iotbench
