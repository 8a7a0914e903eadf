// Cuts the bytes of one connection into records, in place.
//
//     span<char> room = framer.room(stop);            // read straight into it
//     framer.received(bytes, arrivalNs);              // or finish(now) at the end of the stream
//     while ((n = framer.frame(records)) > 0) …       // until 0
#pragma once

#include "stream/block_pool.h"
#include "stream/record.h"
#include "wire/wire_format.h"

#include <optional>
#include <span>

namespace iotbench {

struct FramingRules {
    std::optional<WireFormat> format; // unset: told from the first bytes (wire/detect_format.h)
    bool blankLineEnds = true; // keras: an empty line ends the stream; false (worker): it is a bad record
};

// Memory is bounded by one block, whatever a peer sends. One thread.
class Framer {
public:
    // The pool's blocks must hold at least 2 × kMaxLineBytes, which leaves room behind any unfinished record.
    Framer(BlockPool& pool, FramingRules rules);

    // Where the next bytes go, at least kMaxLineBytes / 2 of room; carries an unfinished record over to a
    // fresh block where needed. Waits for a block; empty once stopped. All that was received must have been
    // framed.
    std::span<char> room(const StopSignal& stop);

    void received(std::size_t bytes, std::int64_t arrivalNs);
    // No more will come: what is left without its end becomes a Truncated record.
    void finish(std::int64_t nowNs);

    // The next records, at most out.size(); 0: nothing complete is there. Fills block, data, length, format,
    // framing and arrivalNs. Records that are refused here hold no bytes and no block.
    std::size_t frame(std::span<Record> out);

    std::optional<WireFormat> format() const { return m_format; } // unset: not known yet
    bool ended() const { return m_ended; } // the end mark has been framed
    std::span<const char> afterEnd() const { return m_afterEnd; } // came with the end mark; until room()
    bool midRecord() const
    {
        return m_skipping || m_begin != m_end;
    } // the last record received is not complete

private:
    std::size_t frameLines(std::span<Record> out);
    std::size_t frameBinary(std::span<Record> out);
    bool detect();
    void endStream();
    void fill(Record& record, std::span<const char> bytes) const;
    void refuse(Record& record, RejectReason reason) const;

    BlockPool& m_pool;
    FramingRules m_rules;
    std::optional<WireFormat> m_format;
    BlockRef m_block;
    std::size_t m_begin = 0; // of the first byte that is not framed yet
    std::size_t m_scanned = 0; // up to here no newline was found, or no format could be told
    std::size_t m_end = 0; // of what was received
    std::int64_t m_arrivalNs = 0;
    std::span<const char> m_afterEnd;
    bool m_skipping = false; // inside a line that is too long
    bool m_finished = false;
    bool m_ended = false;
};

} // namespace iotbench
