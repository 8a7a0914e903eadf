#include "batch/interrupt.h"

#include "base/exit_codes.h"

#include <atomic>
#include <cerrno>
#include <cstdint>

#include <poll.h>
#include <unistd.h>

namespace iotbench {
namespace {

constexpr std::int64_t kOneRequestNs = 100'000'000;

// Handlers have no argument of ours: this is where they find the one Interrupt.
std::atomic<StopSignal*> listening{nullptr};
std::atomic<const Clock*> timekeeper{nullptr};
std::atomic<std::int64_t> firstNs{0};
static_assert(std::atomic<StopSignal*>::is_always_lock_free && std::atomic<std::int64_t>::is_always_lock_free,
    "read from a signal handler");

extern "C" void onSignal(int)
{
    const int formerError = errno;
    StopSignal* const signal = listening.load();
    if (!signal)
        _exit(kExitInterrupted);
    if (!signal->raised()) {
        firstNs.store(timekeeper.load()->nowNs());
        signal->raise();
    } else if (timekeeper.load()->nowNs() - firstNs.load() > kOneRequestNs) {
        _exit(kExitInterrupted);
    }
    errno = formerError;
}

void install(int signal, struct sigaction& former)
{
    struct sigaction action { };
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(signal, nullptr, &former);
    if (former.sa_handler != SIG_IGN)
        sigaction(signal, &action, nullptr);
}

} // namespace

Interrupt::Interrupt(const Clock& clock)
{
    timekeeper.store(&clock);
    listening.store(&m_signal);
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        install(kSignals[i], m_former[i]);
}

Interrupt::~Interrupt()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        sigaction(kSignals[i], &m_former[i], nullptr);
    listening.store(nullptr);
}

bool Interrupt::waitFor(int milliseconds, int orReadable) const
{
    std::array<pollfd, 2> descriptors{{{m_signal.fd(), POLLIN, 0}, {orReadable, POLLIN, 0}}};
    poll(descriptors.data(), descriptors.size(),
        milliseconds); // a poll cut short by another signal is a wait cut short, no more
    return raised();
}

} // namespace iotbench
