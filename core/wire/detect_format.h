// Tells the formats apart on the first bytes of a stream.
#pragma once

#include "wire/wire_format.h"

#include <optional>
#include <span>
#include <string_view>

namespace iotbench {

// `head`: the first bytes of a stream, read so far (kMaxLineBytes are always enough); `complete`: no more
// will come. nullopt: more bytes are needed. With `complete`, or with kMaxLineBytes or more, there is always
// an answer, so that rejections explain themselves.
//
// Rule: over 1 % of the first 3,073 bytes outside ASCII text, or no newline within 128 kB: cifar; else the
// first of the first three lines that decodes decides (comma: scala; a '.' in the values: keras; else spark);
// where none does, the shape of the first line. A head of nothing but end marks is keras at once, the only
// format that has one, so that an empty stream ends.
std::optional<WireFormat> detectFormat(std::span<const char> head, bool complete);

// What to say to a user whose first lines were all refused: "values look like 0..255: is this format spark?".
// "" where `record` looks like nothing better than `assumed`.
std::optional<Marked> formatHint(WireFormat assumed, std::span<const char> record);

} // namespace iotbench
