#include "run/stream_ends.h"

#include "base/clock.h"
#include "stream/memory_pipe.h"
#include "stream/standard_streams.h"
#include "stream/tcp_connection.h"

#include <unistd.h>

namespace iotbench {

namespace {

std::optional<std::uint64_t> known(std::size_t bytes)
{
    return bytes ? std::optional<std::uint64_t>(bytes) : std::nullopt;
}

TransportFacts transportFacts(TransportMedium medium, std::string address, BufferSizes buffers)
{
    return {medium, std::move(address), known(buffers.sendBytes), known(buffers.receiveBytes), 0};
}

Result<StreamEnds> joinByMemory(unsigned streams)
{
    StreamEnds ends;
    for (unsigned i = 0; i < streams; ++i) {
        MemoryPipe pipe = makeMemoryPipe();
        ends.reading.sources.push_back(
            {"stream " + std::to_string(i + 1) + " (memory)", std::move(pipe.source)});
        ends.sinks.push_back(std::move(pipe.sink));
    }
    ends.facts = transportFacts(TransportMedium::Memory, "", {kBufferBytesAsked, kBufferBytesAsked});
    return ends;
}

// Accepts until the connection from `from` comes; whoever else calls is turned away.
Result<std::unique_ptr<TcpConnection>> acceptFrom(
    TcpListener& listener, const Endpoint& from, const StopSignal& stop)
{
    for (;;) {
        if (waitReady(listener.acceptTarget(), stop) == Readiness::Stopped)
            return Error{TR("stopped")};
        auto connection = listener.accept();
        if (!connection || (*connection && (*connection)->peer() == from))
            return connection;
    }
}

} // namespace

Result<StreamEnds> openLoopback(const Settings& settings, const StopSignal& stop)
{
    if (settings.transport == TransportKind::Memory)
        return joinByMemory(settings.streams);
    auto listener = TcpListener::open({"127.0.0.1", 0}, stop);
    if (!listener)
        return Error{listener.error()};
    StreamEnds ends;
    BufferSizes buffers;
    for (unsigned i = 0; i < settings.streams; ++i) {
        auto calling = connectTcp((*listener)->bound(), stop);
        if (!calling)
            return Error{calling.error()};
        auto called = acceptFrom(**listener, (*calling)->local(), stop);
        if (!called)
            return Error{called.error()};
        buffers = {(*calling)->buffers().sendBytes, (*called)->buffers().receiveBytes};
        std::string name = "stream " + std::to_string(i + 1) + " (" + addressText((*called)->peer()) + ")";
        ends.reading.sources.push_back({std::move(name), std::move(*called)});
        ends.sinks.push_back(std::move(*calling));
    }
    ends.facts = transportFacts(TransportMedium::TcpLoopback, addressText((*listener)->bound()), buffers);
    return ends;
}

Result<std::unique_ptr<TcpListener>> bindListener(const Settings& settings)
{
    if (!settings.listen)
        return std::unique_ptr<TcpListener>();
    return TcpListener::open(*settings.listen, StopSignal());
}

Result<StreamEnds> openReading(
    const Settings& settings, std::unique_ptr<TcpListener> listener, const StopSignal& stop)
{
    StreamEnds ends;
    if (listener) {
        ends.facts = transportFacts(
            TransportMedium::TcpListening, addressText(listener->bound()), listener->buffers());
        ends.reading.listener = std::move(listener);
    } else if (settings.connect) {
        auto connection = connectTcp(*settings.connect, stop);
        if (!connection)
            return Error{connection.error()};
        std::string name = addressText((*connection)->peer());
        ends.facts = transportFacts(TransportMedium::TcpConnected, name, (*connection)->buffers());
        ends.reading.sources.push_back({std::move(name), std::move(*connection)});
    } else {
        if (const auto fault = standardInputFault())
            return Error{*fault};
        auto input = std::make_unique<FileSource>(STDIN_FILENO);
        ends.facts = transportFacts(
            input->isRegularFile() ? TransportMedium::StandardInputFile : TransportMedium::StandardInput, "",
            input->buffers());
        ends.reading.sources.push_back({"standard input", std::move(input)});
    }
    return ends;
}

Result<StreamEnds> openSending(
    const Settings& settings, std::unique_ptr<TcpListener> listener, const StopSignal& stop)
{
    StreamEnds ends;
    if (listener) {
        const std::string bound = addressText(listener->bound());
        while (ends.sinks.size() < settings.streams) {
            const std::int64_t timeoutNs
                = settings.waitTimeoutS > 0 ? nanoseconds(settings.waitTimeoutS) : kNoTimeout;
            const Readiness readiness = waitReady(listener->acceptTarget(), stop, timeoutNs);
            if (readiness == Readiness::Stopped)
                return Error{TR("stopped")};
            if (readiness == Readiness::TimedOut)
                return Error{TR("no receiver connected to %1 in time (--wait-timeout)"), {bound}};
            auto connection = listener->accept();
            if (!connection)
                return Error{connection.error()};
            if (*connection)
                ends.sinks.push_back(std::move(*connection));
        }
        ends.facts = transportFacts(TransportMedium::TcpListening, bound, listener->buffers());
        return ends;
    }
    if (settings.connect) {
        BufferSizes buffers;
        for (unsigned i = 0; i < settings.streams; ++i) {
            auto connection = connectTcp(*settings.connect, stop);
            if (!connection)
                return Error{connection.error()};
            buffers = (*connection)->buffers();
            ends.sinks.push_back(std::move(*connection));
        }
        ends.facts = transportFacts(TransportMedium::TcpConnected, addressText(*settings.connect), buffers);
        return ends;
    }
    if (const auto fault = standardOutputFault())
        return Error{*fault};
    auto output = std::make_unique<FileSink>(STDOUT_FILENO);
    ends.facts = transportFacts(TransportMedium::StandardOutput, "", output->buffers());
    ends.sinks.push_back(std::move(output));
    return ends;
}

} // namespace iotbench
