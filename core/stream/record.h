// What travels from the reader to the workers: a span of bytes in a shared block, never a copy.
#pragma once

#include "stream/block.h"
#include "wire/wire_format.h"

#include <cstdint>
#include <span>

namespace iotbench {

// One record as framed. Cheap to move; holds its block alive. 48 bytes.
struct Record {
    BlockRef block;
    const char* data = nullptr; // kReadableBefore/After bytes around it are readable
    std::uint32_t length = 0; // without the newline
    std::uint32_t source = 0; // index of the sender's connection within the run
    WireFormat format = WireFormat::Keras;
    RejectReason framing
        = RejectReason::None; // refused by the framer (too long, blank, truncated): has no bytes
    bool waited = false; // for the receiver alone (see stream/catch_up.h)
    std::uint64_t ordinal = 0; // place in the run, over all sources, in the order framed; no gaps
    std::uint64_t sequence = 0; // place within its source, from 0, rejected ones counted; line = sequence + 1
    std::int64_t arrivalNs = 0; // when the read that completed it returned

    std::span<const char> bytes() const { return {data, length}; }
};

} // namespace iotbench
