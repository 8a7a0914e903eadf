// --help, made from the settings table and the program's options.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace iotbench {

inline constexpr std::size_t kHelpWidth = 90;

// The whole help, at most `width` letters a line.
std::string helpText(std::size_t width = kHelpWidth);

// `text` in lines of at most `width` letters, each indented by `indent` spaces and ended by a newline; a word
// longer than that has a line of its own.
std::string wrapped(std::string_view text, std::size_t indent, std::size_t width);

} // namespace iotbench
