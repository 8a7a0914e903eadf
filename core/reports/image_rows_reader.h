// images.csv read back, row by row: however long it is, a megabyte of it is in memory.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

namespace iotbench {

// What of a row comparisons need; what it does not have is empty.
struct ImageRow {
    std::optional<double> latencyMs;
    std::optional<std::uint8_t> label;
    std::optional<std::uint8_t> predicted;
    std::optional<std::uint64_t> content;
};

// Calls `take` for each row, in order, until it returns false. Columns are found by their names, so that
// files of earlier versions can be read; a column that is missing is empty in every row, and so is a field
// that is no such number. Errors: no plain file, a line of over 64 KB.
std::optional<Error> readImageRows(
    const std::filesystem::path& path, const std::function<bool(const ImageRow&)>& take);

} // namespace iotbench
