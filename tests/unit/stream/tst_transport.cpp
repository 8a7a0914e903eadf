// Sockets, pipes, files and memory: the same bytes come out, and every refusal has its words.
#include "base/refusal.h"
#include "base/stop_signal.h"
#include "base/wait_ready.h"
#include "stream/memory_pipe.h"
#include "stream/standard_streams.h"
#include "stream/tcp_listener.h"
#include "unit/base/watched_thread.h"

#include <QTemporaryFile>
#include <QtTest>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <random>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/socket.h>
#include <system_error>
#include <thread>
#include <unistd.h>

using namespace iotbench;
using namespace iotbench::test;

namespace {

constexpr std::int64_t kPatienceNs = std::int64_t{kPatienceMs} * 1'000'000;
using Status = IoResult::Status;

struct Ends {
    std::unique_ptr<ByteSource> source;
    std::unique_ptr<ByteSink> sink;
    std::vector<FileDescriptor> borrowed; // what source and sink do not own
};

std::string randomBytes(std::size_t count)
{
    std::mt19937 random(7);
    std::string bytes(count, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

// Everything up to the end of the stream, in reads of odd sizes.
std::string readAll(ByteSource& source, const StopSignal& stop, IoResult& last)
{
    std::string bytes;
    std::array<char, 70'001> buffer;
    for (std::size_t turn = 0;; ++turn) {
        last = source.read(std::span(buffer).first(1 + turn * 997 % buffer.size()));
        if (last.status == Status::Moved)
            bytes.append(buffer.data(), last.bytes);
        else if (last.status != Status::WouldBlock)
            return bytes;
        else if (waitReady(source.readTarget(), stop, kPatienceNs) != Readiness::Ready)
            return bytes;
    }
}

bool writeAll(ByteSink& sink, std::string_view bytes, const StopSignal& stop)
{
    while (!bytes.empty()) {
        const IoResult result = sink.write(bytes.substr(0, 50'003));
        if (result.status == Status::Moved)
            bytes.remove_prefix(result.bytes);
        else if (result.status != Status::WouldBlock
            || waitReady(sink.writeTarget(), stop, kPatienceNs) != Readiness::Ready)
            return false;
    }
    return true;
}

Ends tcpEnds(const std::string& host)
{
    const StopSignal stop;
    auto listener = TcpListener::open({host, 0}, stop);
    if (!listener)
        return {};
    auto sink = connectTcp((*listener)->bound(), stop);
    if (!sink || waitReady((*listener)->acceptTarget(), stop, kPatienceNs) != Readiness::Ready)
        return {};
    return {std::move(*(*listener)->accept()), std::move(*sink), {}};
}

Ends descriptorEnds(int readFd, int writeFd)
{
    Ends ends{std::make_unique<FileSource>(readFd), std::make_unique<FileSink>(writeFd), {}};
    ends.borrowed.emplace_back(readFd);
    ends.borrowed.emplace_back(writeFd);
    return ends;
}

Ends makeEnds(const QString& kind)
{
    int fds[2] = {-1, -1};
    if (kind == "tcp")
        return tcpEnds("");
    if (kind == "tcp6")
        return tcpEnds("::1");
    if (kind == "pipe")
        return pipe(fds) == 0 ? descriptorEnds(fds[0], fds[1]) : Ends();
    if (kind == "socket pair")
        return socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0 ? descriptorEnds(fds[0], fds[1]) : Ends();
    MemoryPipe memory = makeMemoryPipe(100'000);
    return {std::move(memory.source), std::move(memory.sink), {}};
}

// A listener that accepts nobody: once its backlog is full, a call is dropped, and not even refused.
class DeafHost {
public:
    DeafHost()
        : m_listener(std::move(*TcpListener::open({}, m_never)))
    {
        constexpr std::int64_t kDroppedNs = 100'000'000;
        while (m_refusal.empty() && m_callers.size() < 1'000) {
            auto caller = connectTcp(address(), m_never, kDroppedNs);
            if (caller)
                m_callers.push_back(std::move(*caller));
            else
                m_refusal = caller.error().english();
        }
    }

    const Endpoint& address() const { return m_listener->bound(); }
    const std::string& refusal() const { return m_refusal; } // of the first who could not come in

private:
    const StopSignal m_never;
    std::unique_ptr<TcpListener> m_listener;
    std::vector<std::unique_ptr<TcpConnection>> m_callers;
    std::string m_refusal;
};

bool isNonBlocking(int fd)
{
    return (fcntl(fd, F_GETFL) & O_NONBLOCK) != 0;
}

} // namespace

class TestTransport : public QObject {
    Q_OBJECT

private slots:
    void carriesBytes_data();
    void carriesBytes();
    void writingToNobody_data();
    void writingToNobody();
    void anEmptyReadWouldBlock_data();
    void anEmptyReadWouldBlock();
    void readsAFile();
    void sharedDescriptorsStayBlocking();
    void aPipeThatCannotBeOpenedAgain();
    void pipesAreWidened();
    void tcpAddresses();
    void tcpBuffersAreGranted();
    void portInUse();
    void foreignAddress();
    void anAddressThatCannotBeBound();
    void nobodyListens();
    void unknownName();
    void unreachableHost();
    void deafHost();
    void aStopEndsConnecting();
    void whoCanConnect();
    void dualStack();
    void noDescriptorIsLeft();
    void resetConnection();
};

void TestTransport::carriesBytes_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"tcp", "tcp6", "pipe", "socket pair", "memory"})
        QTest::newRow(kind) << kind;
}

void TestTransport::carriesBytes()
{
    QFETCH(QString, kind);
    Ends ends = makeEnds(kind);
    if (!ends.source && kind == "tcp6")
        QSKIP("this machine has no IPv6 loopback address; enable IPv6 (net.ipv6.conf.lo.disable_ipv6=0)");
    QVERIFY(ends.source && ends.sink);
    const StopSignal stop;
    const std::string bytes = randomBytes(5'000'000);
    bool written = false;
    std::thread writer([&] {
        written = writeAll(*ends.sink, bytes, stop);
        ends.sink.reset();
        if (!ends.borrowed.empty())
            ends.borrowed[1].reset();
    });
    IoResult last;
    const std::string read = readAll(*ends.source, stop, last);
    writer.join();
    QVERIFY(written);
    QVERIFY(last.status == Status::Closed);
    QVERIFY(read == bytes);
}

void TestTransport::writingToNobody_data()
{
    carriesBytes_data();
}

void TestTransport::writingToNobody()
{
    QFETCH(QString, kind);
    Ends ends = makeEnds(kind);
    if (!ends.source && kind == "tcp6")
        QSKIP("this machine has no IPv6 loopback address; enable IPv6 (net.ipv6.conf.lo.disable_ipv6=0)");
    ends.source.reset();
    if (!ends.borrowed.empty())
        ends.borrowed[0].reset();
    const StopSignal stop;
    QVERIFY(!writeAll(*ends.sink, randomBytes(5'000'000), stop)); // and no signal kills us
}

void TestTransport::anEmptyReadWouldBlock_data()
{
    carriesBytes_data();
}

void TestTransport::anEmptyReadWouldBlock()
{
    QFETCH(QString, kind);
    const Ends ends = makeEnds(kind);
    if (!ends.source && kind == "tcp6")
        QSKIP("this machine has no IPv6 loopback address; enable IPv6 (net.ipv6.conf.lo.disable_ipv6=0)");
    std::array<char, 10> buffer;
    QVERIFY(ends.source->read(buffer).status == Status::WouldBlock);
    const StopSignal stop;
    QVERIFY(waitReady(ends.source->readTarget(), stop, 0) == Readiness::TimedOut);
    QVERIFY(writeAll(*ends.sink, "abc", stop));
    QVERIFY(waitReady(ends.source->readTarget(), stop, kPatienceNs) == Readiness::Ready);
    const IoResult result = ends.source->read(buffer);
    QVERIFY(result.status == Status::Moved);
    QCOMPARE(std::string(buffer.data(), result.bytes), std::string("abc"));
}

void TestTransport::readsAFile()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const std::string bytes = randomBytes(300'000);
    QCOMPARE(file.write(bytes.data(), static_cast<qint64>(bytes.size())), static_cast<qint64>(bytes.size()));
    QVERIFY(file.flush());
    const FileDescriptor fd(open(qPrintable(file.fileName()), O_RDONLY));
    FileSource source(fd.get());
    const StopSignal stop;
    IoResult last;
    QVERIFY(readAll(source, stop, last) == bytes);
    QVERIFY(last.status == Status::Closed);
}

void TestTransport::sharedDescriptorsStayBlocking()
{
    int fds[2];
    QCOMPARE(pipe(fds), 0);
    const Ends ends = descriptorEnds(fds[0], fds[1]);
    QVERIFY(!isNonBlocking(fds[0]));
    QVERIFY(!isNonBlocking(fds[1]));
    // All the same a full pipe does not block its writer.
    const std::string bytes = randomBytes(100'000);
    IoResult result;
    while ((result = ends.sink->write(bytes)).status == Status::Moved) { }
    QVERIFY(result.status == Status::WouldBlock);
}

// Without /proc, or without a descriptor to spare, standard input and output stay as whoever started us has
// them: blocking. Nothing here may wait for them all the same.
void TestTransport::aPipeThatCannotBeOpenedAgain()
{
    int fds[2];
    QCOMPARE(pipe(fds), 0);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit none{0, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
    const Ends ends = descriptorEnds(fds[0], fds[1]);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    QCOMPARE(ends.source->readTarget().fd, fds[0]);
    QCOMPARE(ends.sink->writeTarget().fd, fds[1]);

    std::array<char, 100'000> buffer;
    QVERIFY(ends.source->read(buffer).status == Status::WouldBlock);
    const std::string bytes = randomBytes(3'000'000);
    std::string_view unwritten = bytes;
    std::string read;
    while (read.size() < bytes.size()) {
        IoResult result;
        while ((result = ends.sink->write(unwritten)).status == Status::Moved && result.bytes > 0)
            unwritten.remove_prefix(result.bytes);
        QVERIFY(result.status == Status::WouldBlock || unwritten.empty());
        result = ends.source->read(buffer);
        QVERIFY(result.status == Status::Moved);
        read.append(buffer.data(), result.bytes);
    }
    QVERIFY(read == bytes);
}

void TestTransport::pipesAreWidened()
{
    int fds[2];
    QCOMPARE(pipe(fds), 0);
    const FileDescriptor readEnd(fds[0]);
    const FileDescriptor writeEnd(fds[1]);
    const FileSink sink(writeEnd.get());
    QVERIFY(sink.buffers().sendBytes >= 65'536); // what the kernel gives anyway; 1 MB where it lets us
    QCOMPARE(sink.buffers().receiveBytes, 0U);
}

void TestTransport::tcpAddresses()
{
    const StopSignal stop;
    auto listener = TcpListener::open({}, stop);
    QVERIFY(listener);
    QCOMPARE((*listener)->bound().host, std::string("127.0.0.1"));
    QVERIFY((*listener)->bound().port != 0);
    QVERIFY(!*(*listener)->accept());
    auto caller = connectTcp({"localhost", (*listener)->bound().port}, stop);
    QVERIFY2(caller, caller.error().english().c_str());
    QVERIFY(waitReady((*listener)->acceptTarget(), stop, kPatienceNs) == Readiness::Ready);
    const auto accepted = std::move(*(*listener)->accept());
    QVERIFY(accepted);
    QVERIFY(accepted->peer() == (*caller)->local());
    QVERIFY(accepted->local() == (*caller)->peer());
    QVERIFY(accepted->local() == (*listener)->bound());
    QCOMPARE(addressText({"10.0.0.1", 80}), std::string("10.0.0.1:80"));
    QCOMPARE(addressText({"::1", 80}), std::string("[::1]:80"));
}

void TestTransport::tcpBuffersAreGranted()
{
    const StopSignal stop;
    auto listener = TcpListener::open({}, stop);
    auto caller = connectTcp((*listener)->bound(), stop);
    QVERIFY((*caller)->buffers().sendBytes > 65'536);
    QVERIFY((*listener)->buffers().receiveBytes > 65'536);
}

void TestTransport::portInUse()
{
    const StopSignal stop;
    auto first = TcpListener::open({}, stop);
    const std::uint16_t port = (*first)->bound().port;
    const auto second = TcpListener::open({"", port}, stop);
    QVERIFY(!second);
    QCOMPARE(second.error().english(), "another program listens on 127.0.0.1:" + std::to_string(port));
}

void TestTransport::foreignAddress()
{
    const StopSignal stop;
    const auto listener = TcpListener::open({"192.0.2.1", 0}, stop); // TEST-NET-1, RFC 5737
    QVERIFY(!listener);
    QCOMPARE(listener.error().english(), std::string("192.0.2.1 is not an address of this machine"));
}

void TestTransport::anAddressThatCannotBeBound()
{
    const StopSignal stop;
    const auto listener = TcpListener::open({"fe80::1", 0}, stop); // of a link, and it does not say which
    QVERIFY(!listener);
    QVERIFY2(listener.error().english().starts_with("cannot listen on [fe80::1]:0: "),
        listener.error().english().c_str());
}

void TestTransport::nobodyListens()
{
    const StopSignal stop;
    std::uint16_t port = 0;
    {
        auto listener = TcpListener::open({}, stop);
        port = (*listener)->bound().port;
    }
    const auto caller = connectTcp({"127.0.0.1", port}, stop);
    QVERIFY(!caller);
    QCOMPARE(caller.error().english(), "nothing listens on 127.0.0.1:" + std::to_string(port));
}

void TestTransport::unknownName()
{
    const StopSignal stop;
    const auto caller = connectTcp({"no-such-host.invalid", 10'000}, stop); // RFC 2606
    QVERIFY(!caller);
    QVERIFY2(caller.error().english().starts_with("the name \"no-such-host.invalid\""),
        caller.error().english().c_str());
    const auto listener = TcpListener::open({"no-such-host.invalid", 10'000}, stop);
    QVERIFY(!listener);
    QVERIFY2(listener.error().english().starts_with("the name \"no-such-host.invalid\""),
        listener.error().english().c_str());
}

void TestTransport::unreachableHost()
{
    const StopSignal stop;
    const auto caller = connectTcp({"255.255.255.255", 10'000}, stop); // TCP has no broadcast
    QVERIFY(!caller);
    QCOMPARE(caller.error().english(),
        std::string("255.255.255.255:10000 cannot be reached: Network is unreachable"));
}

void TestTransport::deafHost()
{
    const DeafHost host;
    QCOMPARE(host.refusal(), addressText(host.address()) + " cannot be reached: Connection timed out");
}

void TestTransport::aStopEndsConnecting()
{
    StopSignal stop;
    const DeafHost host;
    std::string error;
    WatchedThread caller([&] { error = connectTcp(host.address(), stop).error().english(); });
    QVERIFY(caller.getsBlocked());
    stop.raise();
    caller.join();
    QCOMPARE(error, std::string("stopped")); // not that the system has given up
}

void TestTransport::whoCanConnect()
{
    const StopSignal stop;
    auto here = TcpListener::open({}, stop);
    QVERIFY((*here)->onlyThisMachine());
    QCOMPARE((*here)->whoCanConnect().english(), std::string("only programs on this machine can connect"));
    auto everywhere = TcpListener::open({"0.0.0.0", 0}, stop);
    QVERIFY(!(*everywhere)->onlyThisMachine());
    QCOMPARE((*everywhere)->whoCanConnect().english(),
        std::string("every machine that reaches this one can connect"));
}

void TestTransport::dualStack()
{
    const StopSignal stop;
    auto listener = TcpListener::open({"::", 0}, stop);
    if (!listener)
        QSKIP("this machine has no IPv6; enable it (net.ipv6.conf.all.disable_ipv6=0)");
    auto caller = connectTcp({"127.0.0.1", (*listener)->bound().port}, stop);
    QVERIFY2(caller, caller.error().english().c_str());
    QVERIFY(waitReady((*listener)->acceptTarget(), stop, kPatienceNs) == Readiness::Ready);
    QCOMPARE((*(*listener)->accept())->peer().host, std::string("127.0.0.1"));
}

void TestTransport::noDescriptorIsLeft()
{
    const StopSignal stop;
    auto listener = TcpListener::open({}, stop);
    QVERIFY(listener);
    const auto caller = connectTcp((*listener)->bound(), stop);
    QVERIFY(caller);
    QVERIFY(waitReady((*listener)->acceptTarget(), stop, kPatienceNs) == Readiness::Ready);
    rlimit former{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &former), 0);
    FileDescriptor lowest(dup(STDERR_FILENO));
    const rlimit none{static_cast<rlim_t>(lowest.get()), former.rlim_max};
    lowest.reset();
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
    const auto accepted = (*listener)->accept();
    const auto another = TcpListener::open({}, stop);
    const auto calling = connectTcp((*listener)->bound(), stop);
    std::exception_ptr thrown; // looked at later, for a sanitizer wants descriptors to do so
    try {
        const StopSignal oneMore;
    } catch (...) {
        thrown = std::current_exception();
    }
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &former), 0);
    Message noEvent;
    try {
        QVERIFY(thrown);
        std::rethrow_exception(thrown);
    } catch (const Refusal& refusal) {
        noEvent = refusal.reason();
    }
    const Message words{TR("this process may not open as many files and connections as it needs (%1): raise "
                           "the limit (ulimit -n)"),
        {std::generic_category().message(EMFILE)}};
    QVERIFY(!accepted && accepted.error() == words);
    QVERIFY(!another && another.error() == words);
    QVERIFY(!calling && calling.error() == words);
    QVERIFY(noEvent == words);
    QVERIFY(*(*listener)->accept()); // whoever could not be accepted is still there
}

void TestTransport::resetConnection()
{
    const StopSignal stop;
    auto listener = TcpListener::open({}, stop);
    auto caller = connectTcp((*listener)->bound(), stop);
    QVERIFY(waitReady((*listener)->acceptTarget(), stop, kPatienceNs) == Readiness::Ready);
    auto accepted = std::move(*(*listener)->accept());
    QVERIFY(writeAll(*accepted, "unread", stop));
    caller = Error{verbatim("gone")}; // closes with bytes unread: that is a reset
    QVERIFY(waitReady(accepted->readTarget(), stop, kPatienceNs) == Readiness::Ready);
    std::array<char, 10> buffer;
    const IoResult result = accepted->read(buffer);
    QVERIFY(result.status == Status::Failed);
    QCOMPARE(result.error, ECONNRESET);
}

QTEST_APPLESS_MAIN(TestTransport)
#include "tst_transport.moc"
