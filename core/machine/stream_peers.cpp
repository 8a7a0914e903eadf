#include "machine/stream_peers.h"

#include "base/text_file.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace iotbench {
namespace {

// A descriptor that some process has open; `name` is what its link in /proc reads: "pipe:[123]",
// "socket:[45]",
// "/tmp/fifo".
struct Holder {
    int pid = 0;
    int descriptor = 0;
    std::string name;
    bool reads = false, writes = false;
};

std::optional<int> numberFrom(const std::string& text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool isSocket(const Holder& end)
{
    return end.name.starts_with("socket:");
}

// Adds those of /proc/WHO/fd; WHO may be "self".
void addHolders(const std::string& root, const std::string& who, int pid, std::vector<Holder>& holders)
{
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/proc/" + who + "/fd", none)) {
        const auto descriptor = numberFrom(entry.path().filename());
        const std::string name = std::filesystem::read_symlink(entry.path(), none);
        struct stat link { };
        if (!descriptor || name.starts_with("anon_inode:") || name.starts_with("/dev/")
            || ::lstat(entry.path().c_str(), &link) != 0)
            continue;
        // The link's own mode tells how the descriptor was opened.
        holders.push_back(
            {pid, *descriptor, name, (link.st_mode & S_IRUSR) != 0, (link.st_mode & S_IWUSR) != 0});
    }
}

std::vector<Holder> allHolders(const std::string& root)
{
    std::vector<Holder> holders;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(root + "/proc", none)) {
        const std::string name = entry.path().filename();
        if (const auto pid = numberFrom(name); pid && *pid != getpid())
            addHolders(root, name, *pid, holders);
    }
    return holders;
}

// A socket of IPv6 that talks IPv4 has its addresses in 32 digits, the last 8 of which are those of IPv4.
std::string withoutMapping(const std::string& address)
{
    constexpr std::string_view kMapped = "0000000000000000FFFF0000";
    return address.starts_with(kMapped) ? address.substr(kMapped.size()) : address;
}

// For the name of each TCP socket that of the one at its other end, where that is here too.
std::map<std::string, std::string> connectedSockets(const std::string& root)
{
    std::map<std::pair<std::string, std::string>, std::string> byAddresses; // own and other's
    for (const char* table : {"/proc/self/net/tcp", "/proc/self/net/tcp6"}) {
        std::istringstream lines(readTextFile(root + table));
        std::string line;
        std::getline(lines, line); // headings
        while (
            std::getline(lines, line)) { // "sl local remote state queues timer retransmits uid timeout inode"
            std::istringstream words(line);
            std::string skipped, local, remote, inode;
            words >> skipped >> local >> remote;
            for (int i = 0; i < 6; ++i)
                words >> skipped;
            if (words >> inode)
                byAddresses[{withoutMapping(local), withoutMapping(remote)}] = "socket:[" + inode + ']';
        }
    }
    std::map<std::string, std::string> other;
    for (const auto& [addresses, name] : byAddresses)
        if (const auto at = byAddresses.find({addresses.second, addresses.first}); at != byAddresses.end())
            other[name] = at->second;
    return other;
}

class PeerSearch {
public:
    PeerSearch(StreamFlow flow, const std::string& root)
        : m_in(flow == StreamFlow::In)
        , m_holders(allHolders(root))
        , m_otherSocket(connectedSockets(root))
    {
    }

    // Finds who is at the other end, and whoever is behind them.
    void follow(const Holder& end)
    {
        const bool socket = isSocket(end);
        const auto other = m_otherSocket.find(end.name);
        if (socket && other == m_otherSocket.end())
            return;
        for (const Holder& holder : m_holders) {
            const bool meets = socket ? holder.name == other->second
                                      : holder.name == end.name && (m_in ? holder.writes : holder.reads);
            if (meets && m_found.insert(holder.pid).second)
                followThrough(holder.pid, !socket);
        }
    }

    std::vector<int> found() const { return {m_found.begin(), m_found.end()}; }

private:
    void followThrough(int pid, bool byPipe)
    {
        const int standardStream = m_in ? STDIN_FILENO : STDOUT_FILENO;
        for (const Holder& holder : m_holders)
            if (holder.pid == pid && (isSocket(holder) ? byPipe : holder.descriptor == standardStream))
                follow(holder);
    }

    bool m_in;
    std::vector<Holder> m_holders; // not ours
    std::map<std::string, std::string> m_otherSocket;
    std::set<int> m_found;
};

} // namespace

std::vector<int> streamPeers(StreamFlow flow, std::optional<int> pipe, const std::string& root)
{
    std::vector<Holder> ours;
    addHolders(root, "self", getpid(), ours);
    PeerSearch search(flow, root);
    for (const Holder& end : ours)
        if (isSocket(end) || end.descriptor == pipe)
            search.follow(end);
    return search.found();
}

std::vector<int> displayServers()
{
    std::set<int> servers;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd", none)) {
        const auto descriptor = numberFrom(entry.path().filename());
        sockaddr_un address{};
        socklen_t length = sizeof address;
        if (!descriptor || getpeername(*descriptor, reinterpret_cast<sockaddr*>(&address), &length) != 0
            || address.sun_family != AF_UNIX || length <= offsetof(sockaddr_un, sun_path))
            continue;
        // An abstract name begins with a zero byte.
        const std::string_view path(address.sun_path, length - offsetof(sockaddr_un, sun_path));
        const bool shows = path.find("/.X11-unix/X") != std::string_view::npos
            || path.find("/wayland-") != std::string_view::npos;
        ucred owner{};
        socklen_t size = sizeof owner;
        constexpr int kServiceManager = 1; // listened for a server that came later
        if (shows && getsockopt(*descriptor, SOL_SOCKET, SO_PEERCRED, &owner, &size) == 0
            && owner.pid > kServiceManager)
            servers.insert(owner.pid);
    }
    return {servers.begin(), servers.end()};
}

} // namespace iotbench
