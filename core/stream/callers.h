// Peers that have connected, until their first byte shows that they are senders.
#pragma once

#include "stream/tcp_connection.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <poll.h>
#include <string>
#include <vector>

namespace iotbench {

// One thread. A port probe connects and leaves again, or stays without a word: neither takes a sender's
// place.
class Callers {
public:
    // More are left to the kernel, which keeps them waiting.
    static constexpr std::size_t kMost = 64;

    struct Caller {
        std::string name;
        std::unique_ptr<TcpConnection> connection;
        std::int64_t sinceNs = 0;
        bool mayHaveSpoken = true; // worth a look
        bool hasSpoken = false; // a byte is there, which is left there
        bool hadToWait = false; // its bytes: for a place, or for the reading to begin
        bool hadNoPlace = false; // it was for a place
    };

    void add(std::string name, std::unique_ptr<TcpConnection> connection, std::int64_t nowNs);
    bool full() const { return m_callers.size() >= kMost; }
    bool empty() const { return m_callers.empty(); }

    // Looks at those that may have something to tell; returns the names of those that have left without a
    // byte. `early`: what is there now has been waiting for the reading to begin.
    std::vector<std::string> look(bool early = false);
    // The one that spoke first, or rather came first of those that have spoken; null where none has.
    Caller* speaking();
    Caller take(const Caller& caller);
    void keepWaiting(); // those that have spoken: there is no place for them now
    // Those that have said nothing since `untilNs` and before.
    std::vector<std::string> dropSilent(std::int64_t untilNs);
    std::int64_t oldestSilentNs() const; // since when; kNever: none is silent

    // For poll(): one entry for each, of those that are not heard yet.
    void addTo(std::vector<pollfd>& polled) const;
    void heard(const pollfd* first); // of the same entries

private:
    std::vector<Caller> m_callers; // in the order in which they came
};

} // namespace iotbench
