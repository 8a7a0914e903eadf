// "Did you mean …?": the known name that a misspelt one most likely stands for.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace iotbench {

// Insertions, deletions, replacements and swaps of neighbours that turn one into the other, letters in either
// case (optimal string alignment distance; Damerau 1964, Levenshtein 1966). Bytes are compared.
std::size_t editDistance(std::string_view a, std::string_view b);

// The candidate nearest to `name`, the first of equals; one that `name` is the beginning of (three letters or
// more) counts as one change away. "" where none is near: more than a third of the letters, and more than
// two, would have to change.
std::string_view nearestName(std::string_view name, std::span<const std::string_view> candidates);

} // namespace iotbench
