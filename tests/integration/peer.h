// The other end of a TCP connection, in the hands of the test: it sends what it likes and leaves as it likes.
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace iotbench::test {

class Peer {
public:
    // Connects to 127.0.0.1. receiveBytes: how much its system takes before it reads; 0: as usual.
    explicit Peer(quint16 port, int receiveBytes = 0);
    ~Peer() { leave(); }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    bool connected() const { return m_socket >= 0; }
    bool send(const QByteArray& bytes) const; // all of them; false where the connection has failed
    void finishSending() const; // half-closes: the other end sees the end of the stream
    void leave(); // closes in peace
    void reset(); // closes with RST, as a host that crashed and came back
    bool awaitClosed() const; // until the other end has closed too
    bool awaitEnd() const; // until the other end has sent its end, without reading what came before

private:
    int m_socket = -1;
};

} // namespace iotbench::test
