// Who is at the other ends of streams: with processes of the test's own, and on machines made of files.
#include "machine/stream_peers.h"

#include "base/file_descriptor.h"
#include "fake_root.h"

#include <algorithm>
#include <arpa/inet.h>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <functional>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace iotbench;
using iotbench::test::FakeRoot;

namespace {

// A process that does what it is told, then keeps its descriptors until the end of the test.
class Child {
public:
    explicit Child(const std::function<void()>& prepare)
    {
        int ready[2] = {-1, -1};
        if (pipe(ready) != 0)
            qFatal("no pipe");
        m_pid = fork();
        if (m_pid == 0) {
            close(ready[0]);
            const int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC); // not the test's own streams
            dup2(nowhere, STDIN_FILENO);
            dup2(nowhere, STDOUT_FILENO);
            prepare();
            close(ready[1]);
            for (;;)
                pause();
        }
        close(ready[1]);
        char nothing = 0;
        const ssize_t ended = read(ready[0], &nothing, 1); // 0: it has closed its end
        close(ready[0]);
        if (ended != 0)
            qFatal("the child did not get ready");
    }
    ~Child()
    {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    int pid() const { return m_pid; }

private:
    int m_pid = -1;
};

struct Pipe {
    Pipe()
    {
        int ends[2] = {-1, -1};
        if (pipe2(ends, O_CLOEXEC) != 0)
            qFatal("no pipe");
        reading = FileDescriptor(ends[0]);
        writing = FileDescriptor(ends[1]);
    }
    FileDescriptor reading, writing;
};

FileDescriptor listening(sockaddr_in& address)
{
    FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const at = reinterpret_cast<sockaddr*>(&address);
    if (bind(socket.get(), at, size) != 0 || listen(socket.get(), 1) != 0
        || getsockname(socket.get(), at, &size) != 0)
        qFatal("cannot listen");
    return socket;
}

void connectTo(const sockaddr_in& address)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    if (connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        _exit(1);
}

} // namespace

class TestStreamPeers : public QObject {
    Q_OBJECT

private slots:
    void atTheOtherEndOfAPipe();
    void atTheOtherEndOfAConnection();
    void theSenderBehindNetcat();
    void theReceiverBehindNetcat();
    void onlyTheOtherEndOfAPipe();
    void connectionsOfBothVersions();
    void nobody();
    void displayServer();
};

void TestStreamPeers::atTheOtherEndOfAPipe()
{
    Pipe pipe;
    const Child writer([&] { pipe.reading.reset(); });
    pipe.writing.reset();
    QCOMPARE(streamPeers(StreamFlow::In, pipe.reading.get()), std::vector<int>{writer.pid()});
    QCOMPARE(streamPeers(StreamFlow::In), std::vector<int>()); // a pipe that carries no stream of the run
}

void TestStreamPeers::atTheOtherEndOfAConnection()
{
    sockaddr_in address{};
    const FileDescriptor listener = listening(address);
    const Child sender([&] { connectTo(address); });
    const FileDescriptor accepted(accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    QVERIFY(accepted);
    QCOMPARE(streamPeers(StreamFlow::In), std::vector<int>{sender.pid()});
}

void TestStreamPeers::theSenderBehindNetcat()
{
    // sender -> its pipe -> "nc" -> connection -> "nc -l" -> pipe -> this process
    sockaddr_in address{};
    FileDescriptor listener = listening(address);
    Pipe toUs, toClient;
    const Child sender([&] {
        toClient.reading.reset();
        toUs.reading.reset();
        toUs.writing.reset();
        listener.reset();
    });
    const Child client([&] {
        dup2(toClient.reading.get(), STDIN_FILENO);
        toClient.writing.reset();
        toUs.writing.reset();
        listener.reset();
        connectTo(address);
    });
    const Child server([&] {
        toUs.reading.reset();
        toClient.writing.reset();
        toClient.reading.reset();
        dup2(toUs.writing.get(), STDOUT_FILENO);
        if (accept(listener.get(), nullptr, nullptr) < 0)
            _exit(1);
    });
    toUs.writing.reset();
    toClient.reading.reset();
    toClient.writing.reset();
    listener.reset();
    std::vector<int> all = {sender.pid(), client.pid(), server.pid()};
    std::ranges::sort(all);
    QCOMPARE(streamPeers(StreamFlow::In, toUs.reading.get()), all);
}

void TestStreamPeers::theReceiverBehindNetcat()
{
    // this process -> pipe -> "nc" -> connection -> "nc -l" -> its pipe -> receiver
    sockaddr_in address{};
    FileDescriptor listener = listening(address);
    Pipe fromUs, fromServer;
    const Child receiver([&] {
        fromServer.writing.reset();
        fromUs.reading.reset();
        fromUs.writing.reset();
        listener.reset();
    });
    const Child client([&] {
        fromServer.reading.reset();
        fromServer.writing.reset();
        fromUs.writing.reset();
        dup2(fromUs.reading.get(), STDIN_FILENO);
        listener.reset();
        connectTo(address);
    });
    const Child server([&] {
        fromUs.reading.reset();
        fromUs.writing.reset();
        fromServer.reading.reset();
        dup2(fromServer.writing.get(), STDOUT_FILENO);
        if (accept(listener.get(), nullptr, nullptr) < 0)
            _exit(1);
    });
    fromUs.reading.reset();
    fromServer.reading.reset();
    fromServer.writing.reset();
    listener.reset();
    std::vector<int> all = {receiver.pid(), client.pid(), server.pid()};
    std::ranges::sort(all);
    QCOMPARE(streamPeers(StreamFlow::Out, fromUs.writing.get()), all);
}

void TestStreamPeers::onlyTheOtherEndOfAPipe()
{
    Pipe pipe;
    const Child reader([&] { pipe.writing.reset(); }); // reads what we read
    const Child writer([&] { pipe.reading.reset(); });
    pipe.writing.reset();
    QCOMPARE(streamPeers(StreamFlow::In, pipe.reading.get()), std::vector<int>{writer.pid()});
}

void TestStreamPeers::connectionsOfBothVersions()
{
    // A sender of IPv4 at a listener of both versions, and one on another machine.
    FakeRoot root;
    const std::string path = root.path();
    root.put("/proc/self/net/tcp",
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0100007F:A2C4 0100007F:2710 01 00000000:00000000 00:00000000 00000000  1000        0 501 1 0\n"
        "   1: 0A00000A:2710 0B00000A:9999 01 00000000:00000000 00:00000000 00000000  1000        0 777 1 "
        "0\n");
    root.put("/proc/self/net/tcp6",
        "  sl  local_address remote_address st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0000000000000000FFFF00000100007F:2710 0000000000000000FFFF00000100007F:A2C4 01 "
        "00000000:00000000 00:00000000 00000000  1000        0 500 1 0\n");
    const auto hold = [&](const QString& who, int descriptor, const QString& name) {
        const QString folder = QString::fromStdString(path) + "/proc/" + who + "/fd";
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(QFile::link(name, folder + '/' + QString::number(descriptor)));
    };
    hold("self", 7, "socket:[500]");
    hold("self", 8, "socket:[777]");
    hold("4300001", 3, "socket:[501]");
    hold("4300002", 3, "socket:[999]");
    QCOMPARE(streamPeers(StreamFlow::In, std::nullopt, path), std::vector<int>{4'300'001});
}

void TestStreamPeers::nobody()
{
    const FakeRoot root;
    QCOMPARE(streamPeers(StreamFlow::Out, 1, root.path()), std::vector<int>());
    Pipe both; // its other end is ours too
    QCOMPARE(streamPeers(StreamFlow::In, both.reading.get()), std::vector<int>());
}

void TestStreamPeers::displayServer()
{
    QCOMPARE(displayServers(), std::vector<int>());
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir(".X11-unix"));
    const auto connectedTo = [&](const QByteArray& name) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = folder.path().toUtf8() + name;
        memcpy(address.sun_path, path.constData(), static_cast<std::size_t>(path.size()));
        const FileDescriptor server(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        FileDescriptor client(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        const auto* at = reinterpret_cast<const sockaddr*>(&address);
        if (bind(server.get(), at, sizeof address) != 0 || listen(server.get(), 1) != 0
            || ::connect(client.get(), at, sizeof address) != 0)
            qFatal("cannot connect");
        return client;
    };
    const FileDescriptor bus = connectedTo("/bus");
    QCOMPARE(displayServers(), std::vector<int>());
    {
        const FileDescriptor display = connectedTo("/.X11-unix/X9");
        QCOMPARE(displayServers(), std::vector<int>{getpid()});
    }
    const FileDescriptor wayland = connectedTo("/wayland-1");
    QCOMPARE(displayServers(), std::vector<int>{getpid()});
}

QTEST_GUILESS_MAIN(TestStreamPeers)
#include "tst_stream_peers.moc"
