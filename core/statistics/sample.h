// What became of one record: written by a worker into pre-reserved memory, taken once by the collector.
#pragma once

#include "wire/wire_format.h"

#include <cstdint>
#include <optional>

namespace iotbench {

struct Sample {
    static constexpr std::uint32_t kNoPicture = 0xffff'ffff;
    static constexpr std::int64_t kSentOnly = -1;

    std::uint64_t ordinal = 0; // place in the run (see Record)
    std::uint64_t sequence = 0; // place within its source
    std::int64_t arrivalNs
        = 0; // the read that completed the record returned; kSentOnly: sent by us to others
    std::int64_t startNs = 0; // a worker began with it
    std::int64_t doneNs = 0; // its result was known
    // Of its content; 0: it was not decoded.
    std::uint64_t hash = 0; // for reports and other processes (imageHash); 0 where there are none
    std::uint64_t key = 0; // by which it is counted here (keyedImageHash); in a cluster `hash` again
    // Filled by the collector, where the embedded sender is at the other end; 0: not known.
    std::int64_t intendedNs = 0; // it was due to be sent
    std::int64_t sentNs = 0; // the write began that handed its last byte to the system
    std::int64_t latencyNs = -1; // to doneNs, from the run's latency origin: the collector's; < 0: none
    std::int64_t decodeNs = 0;
    std::int64_t normaliseNs = 0;
    std::int64_t inferNs = 0; // of the whole batch it was in
    std::uint32_t source = 0;
    std::uint16_t batch = 0; // images inferred together; 0 where rejected
    RejectReason reason = RejectReason::None;
    std::uint8_t label = 0;
    std::uint8_t predicted = 0;
    bool classified = false; // false: rejected, or left over at a stop
    bool scoresFinite = true; // all that the model gave it
    bool waited = false; // for the receiver alone (see stream/catch_up.h): it has no latency
    bool meanSubtracted = false; // float formats: the values came without the pixel mean
    float probability = 0; // of the predicted class, 0..1
    std::optional<Marked> hint; // of a source's first rejected records: what they look like (formatHint)
    std::uint32_t picture = kNoPicture; // place in the gallery, where one was taken
};

} // namespace iotbench
