// Whether the reader of a stream has read it, waited for within bounds.
#pragma once

#include "base/clock.h"
#include "base/stop_signal.h"
#include "stream/byte_stream.h"

namespace iotbench {

struct ReceiptPatience {
    // Since the reader was last seen to read. Once its system has all bytes, nothing tells of its reading
    // before it closes.
    std::int64_t quietNs = 10'000'000'000;
    std::int64_t mostNs = 60'000'000'000; // however slowly it reads
};

// After the sink's finish(): until the receipt is final, the patience is over, or a stop; as it stood then.
Receipt awaitReceipt(
    ByteSink& sink, const Clock& clock, const StopSignal& stop, ReceiptPatience patience = {});

} // namespace iotbench
