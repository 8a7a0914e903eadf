// What lets a shell complete the command line, from the same tables as --help.
#pragma once

#include <string>

namespace iotbench {

std::string bashCompletion(); // to be sourced, or installed as bash-completion's completions/iotbench
std::string zshCompletion(); // to be installed as _iotbench in a folder of $fpath

} // namespace iotbench
