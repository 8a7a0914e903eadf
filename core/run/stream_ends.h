// The two ends of a run's streams, by role: where bytes come from and where they go.
#pragma once

#include "base/result.h"
#include "base/stop_signal.h"
#include "settings/settings.h"
#include "statistics/run_result.h"
#include "stream/byte_stream.h"
#include "stream/stream_reader.h"
#include "stream/tcp_listener.h"

#include <functional>
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
    std::string listening; // "127.0.0.1:10000" where we listen
    std::string whoCanConnect; // the same, in words
};

// Loopback: every stream joined to its own source, source i to stream i; over TCP on 127.0.0.1 through the
// kernel, or through memory. Nobody else can come in between.
Result<StreamEnds> openLoopback(const Settings& settings, const StopSignal& stop);

// Receive and worker: standard input, a call to a listening sender, or a listener.
Result<StreamEnds> openReading(const Settings& settings, const StopSignal& stop);

// Send: standard output, calls to a listening receiver, or a listener; then waits until each stream's
// receiver has come. `listening` is told the address before the wait.
Result<StreamEnds> openSending(const Settings& settings, const StopSignal& stop,
    const std::function<void(const TcpListener&)>& listening);

} // namespace iotbench
