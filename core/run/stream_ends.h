// The two ends of a run's streams, by role: where bytes come from and where they go.
#pragma once

#include "base/result.h"
#include "base/stop_signal.h"
#include "settings/settings.h"
#include "statistics/run_result.h"
#include "stream/byte_stream.h"
#include "stream/stream_reader.h"
#include "stream/tcp_listener.h"

#include <memory>
#include <string>
#include <vector>

namespace iotbench {

// What the reader reads: sources that are there, or a listener on which they are awaited.
struct ReadingEnds {
    std::vector<NamedSource> sources;
    std::unique_ptr<TcpListener> listener;
};

struct StreamEnds {
    ReadingEnds reading; // roles loopback, receive, worker
    std::vector<std::unique_ptr<ByteSink>> sinks; // roles loopback, send: one a stream
    TransportFacts facts;
};

// Loopback: every stream joined to its own source, source i to stream i; over TCP on 127.0.0.1 through the
// kernel, or through memory. Nobody else can come in between.
Result<StreamEnds> openLoopback(const Settings& settings, const StopSignal& stop);

// Binds the address of --listen; null where the settings have none. Front-ends do this before anything is
// loaded: a taken port is told at once, and peers that come early wait instead of being turned away.
Result<std::unique_ptr<TcpListener>> bindListener(const Settings& settings);

// Receive and worker: `listener` where there is one, else a call to a listening sender or standard input.
Result<StreamEnds> openReading(
    const Settings& settings, std::unique_ptr<TcpListener> listener, const StopSignal& stop);

// Send: `listener` where there is one, on which each stream's receiver is then awaited; else calls to a
// listening receiver, or standard output.
Result<StreamEnds> openSending(
    const Settings& settings, std::unique_ptr<TcpListener> listener, const StopSignal& stop);

} // namespace iotbench
