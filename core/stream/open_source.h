// A source that is being read, with what is known of it.
#pragma once

#include "base/clock.h"
#include "stream/byte_stream.h"
#include "stream/ends.h"
#include "stream/framer.h"
#include "stream/remainder.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace iotbench {

// What is told of one source.
struct SourceState {
    std::uint32_t source = 0; // Record::source, counted up from 0 in the order of their first bytes
    std::string name; // "127.0.0.1:41234", "standard input", "stream 1 (memory)"
    std::optional<WireFormat> format; // unset: not known (yet)
    std::uint64_t bytes = 0;
    std::uint64_t records = 0; // framed and handed on, rejected ones included
    SourceEnd end = SourceEnd::Open;
    AfterEndMark afterEndMark; // EndMark, WentOn: what came until it was closed
    std::string failure; // Reset, Truncated by a failure: the system's words
};

// The reader's own. All times unblocked (see StreamReader).
struct OpenSource {
    OpenSource(std::unique_ptr<ByteSource> from, BlockPool& pool, FramingRules rules)
        : bytes(std::move(from))
        , framer(pool, rules)
    {
    }

    std::unique_ptr<ByteSource> bytes; // null once closed
    Framer framer;
    SourceState state;
    bool readable = true; // until a read says otherwise
    std::uint64_t drainedAt = 0; // hold-ups that there had been when nothing was left to read
    bool hasWaited = false; // what is there to read may be from before the reading began
    std::int64_t quietSinceNs = 0; // the last complete record, or the opening
    std::optional<Remainder> remainder; // once the end mark has come
    std::int64_t closeNs = kNever; // from then on it is no longer read on
};

} // namespace iotbench
