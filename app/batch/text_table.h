// Columns for the terminal.
#pragma once

#include <string>
#include <vector>

namespace iotbench {

// Each row on a line of its own, columns as wide as their widest cell and two spaces apart, nothing behind
// the last cell. Widths are counted in characters of UTF-8. The first row is the head. Rows may be of
// different lengths.
std::string textTable(const std::vector<std::vector<std::string>>& rows);

} // namespace iotbench
