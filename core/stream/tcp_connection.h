// A connected TCP socket, and how to get one by calling.
#pragma once

#include "base/file_descriptor.h"
#include "base/result.h"
#include "stream/byte_stream.h"
#include "stream/endpoint.h"

#include <memory>

namespace iotbench {

class StopSignal;

class TcpConnection final : public ByteSource, public ByteSink {
public:
    explicit TcpConnection(FileDescriptor socket); // connected and non-blocking
    // The same, with what accept() said of the peer: one that has reset since can no longer be asked for.
    TcpConnection(FileDescriptor socket, Endpoint peer);

    IoResult read(std::span<char> into) override;
    // What a read would tell now; takes nothing.
    IoResult::Status peek() const;
    PollTarget readTarget() const override;
    IoResult write(std::span<const char> bytes) override;
    PollTarget writeTarget() const override;
    void endFollows(std::size_t bytes) override;
    void finish() override; // shuts down the sending half
    // A peer that closes after the end has read everything: the kernel resets a connection that is closed
    // with bytes unread (RFC 9293, 3.6). One that closed its sending half earlier (`nc -N`) can no longer
    // tell.
    Receipt receipt() override;
    PollTarget receiptTarget() const override;

    const Endpoint& local() const { return m_local; } // numeric
    const Endpoint& peer() const { return m_peer; } // numeric
    BufferSizes buffers() const;

private:
    IoResult noted(IoResult result);
    IoResult discard();

    FileDescriptor m_socket;
    Endpoint m_local;
    Endpoint m_peer;
    bool m_peerEndedEarly = false; // the peer's sending half was closed before our end
    bool m_peerEnded = false;
    bool m_isBroken = false; // a call has failed, after which the system tells of an end like any other
};

// Looks the name up, tries its addresses in turn, waits until one answers, `timeoutNs` has passed
// (kNoTimeout: as long as the system tries) or `stop` is raised. Errors in words: "nothing listens on
// 127.0.0.1:10000", "the name
// \"gatewy\" is unknown", "192.0.2.1 cannot be reached: …", "stopped".
Result<std::unique_ptr<TcpConnection>> connectTcp(
    const Endpoint& to, const StopSignal& stop, std::int64_t timeoutNs = kNoTimeout);

// "192.168.1.7:10000", "[::1]:10000"
std::string addressText(const Endpoint& endpoint);

} // namespace iotbench
