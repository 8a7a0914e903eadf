#include "stream/socket_address.h"

#include "base/notifier.h"
#include "base/stop_signal.h"
#include "base/wait_ready.h"

#include <arpa/inet.h>
#include <atomic>
#include <cstring>
#include <memory>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <thread>
#include <utility>

namespace iotbench {

namespace {

struct Answer {
    int code = 0;
    std::vector<SocketAddress> addresses;
};

Answer ask(const Endpoint& endpoint, int flags)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    Answer answer;
    answer.code = getaddrinfo(endpoint.host.c_str(), std::to_string(endpoint.port).c_str(), &hints, &found);
    if (answer.code != 0)
        return answer;
    for (const addrinfo* one = found; one; one = one->ai_next) {
        SocketAddress address;
        std::memcpy(&address.storage, one->ai_addr, one->ai_addrlen);
        address.length = one->ai_addrlen;
        answer.addresses.push_back(address);
    }
    freeaddrinfo(found);
    return answer;
}

// Shared with the resolving thread, which may outlive the question.
struct Question {
    Endpoint endpoint;
    Answer answer;
    std::atomic<bool> isAnswered{false}; // what poll() tells orders no memory
    Notifier answered;
};

Error unknownName(const std::string& host, int code)
{
    if (code == EAI_AGAIN)
        return {TR("the name \"%1\" could not be looked up: no name server answers"), {host}};
    return {TR("the name \"%1\" is unknown"), {host}};
}

} // namespace

Endpoint SocketAddress::numeric() const
{
    char text[INET6_ADDRSTRLEN] = "";
    if (storage.ss_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &storage, sizeof v4);
        inet_ntop(AF_INET, &v4.sin_addr, text, sizeof text);
        return {text, ntohs(v4.sin_port)};
    }
    sockaddr_in6 v6{};
    std::memcpy(&v6, &storage, sizeof v6);
    if (IN6_IS_ADDR_V4MAPPED(&v6.sin6_addr))
        inet_ntop(AF_INET, v6.sin6_addr.s6_addr + 12, text, sizeof text);
    else
        inet_ntop(AF_INET6, &v6.sin6_addr, text, sizeof text);
    return {text, ntohs(v6.sin6_port)};
}

bool SocketAddress::isLoopback() const
{
    const std::string host = numeric().host;
    return host == "::1" || host.starts_with("127.");
}

Result<std::vector<SocketAddress>> lookUp(const Endpoint& endpoint, const StopSignal& stop)
{
    Answer numeric = ask(endpoint, AI_NUMERICHOST);
    if (numeric.code == 0)
        return std::move(numeric.addresses);

    auto question = std::make_shared<Question>();
    question->endpoint = endpoint;
    std::thread([question] {
        question->answer = ask(question->endpoint, 0);
        question->isAnswered.store(true, std::memory_order_release);
        question->answered.notify();
    }).detach();
    while (!question->isAnswered.load(std::memory_order_acquire)) {
        if (waitReady({question->answered.fd(), POLLIN}, stop) == Readiness::Stopped)
            return Error{TR("stopped")};
    }
    if (question->answer.code != 0)
        return unknownName(endpoint.host, question->answer.code);
    return std::move(question->answer.addresses);
}

} // namespace iotbench
