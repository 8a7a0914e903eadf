// Sources that are no longer needed, left without telling their senders otherwise than that all came.
#pragma once

#include "base/clock.h"
#include "base/stop_signal.h"
#include "stream/open_source.h"

#include <memory>
#include <vector>

namespace iotbench {

// Reads what still comes, an end mark perhaps, and drops it, until each source has come to its end: a socket
// that is closed with bytes unread resets the connection, and its sender cannot tell what was read. A sender
// that goes on, or does not close, is left after `atMostNs`; a stop leaves all at once.
void readOut(const std::vector<std::unique_ptr<OpenSource>>& sources, const Clock& clock,
    const StopSignal& stop, std::int64_t atMostNs);

} // namespace iotbench
