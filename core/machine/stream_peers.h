// Which processes of this machine are at the other ends of a run's streams, and which one shows its window.
// Linux tells who holds which pipe and socket in /proc/PID/fd, of the user's own processes, or to root of
// all; which TCP sockets belong together, in /proc/net/tcp. proc_pid_fd(5), proc_pid_net(5)
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

enum class StreamFlow : std::uint8_t { In, Out }; // the run receives, or it sends

// Processes at the other ends of this process's TCP connections, where both ends are here, and of its
// descriptor `pipe`, if that is a pipe. Then those further up the stream, or down: at the other ends of their
// standard input, or output, if that is a pipe; and, of those found through a pipe, of their own TCP
// connections: the sender behind `nc`. Ascending, without this process. Empty where nobody is, or nobody can
// be told. Some milliseconds for every 1,000 descriptors that are open on the machine. `root`: see machine.h.
std::vector<int> streamPeers(
    StreamFlow flow, std::optional<int> pipe = std::nullopt, const std::string& root = "");

// The servers of X11 and Wayland that this process is connected to, ascending.
std::vector<int> displayServers();

} // namespace iotbench
