// Whether what was sent has been read: told by sockets and pipes, and awaited within bounds.
#include "base/notifier.h"
#include "base/system_clock.h"
#include "stream/receipt.h"
#include "stream/standard_streams.h"
#include "stream/tcp_listener.h"
#include "unit/base/driven_clock.h"
#include "unit/base/eventually.h"

#include <QTemporaryFile>
#include <QtTest>

#include <array>
#include <fcntl.h>
#include <functional>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

using namespace iotbench;
using namespace iotbench::test;

namespace {

constexpr std::int64_t kSecondNs = 1'000'000'000;
using Status = Receipt::Status;

struct Connection {
    std::unique_ptr<TcpConnection> sender, receiver;
};

Connection connection()
{
    const StopSignal stop;
    const auto listener = std::move(*TcpListener::open({}, stop));
    Connection made;
    made.sender = std::move(*connectTcp(listener->bound(), stop));
    if (waitReady(listener->acceptTarget(), stop) == Readiness::Ready)
        made.receiver = std::move(*listener->accept());
    return made;
}

void readToTheEnd(ByteSource& source)
{
    std::array<char, 4096> ignored;
    const StopSignal stop;
    while (source.read(ignored).status != IoResult::Status::Closed)
        waitReady(source.readTarget(), stop);
}

// All that fits on the way to a receiver that reads nothing.
void fill(ByteSink& sink)
{
    const std::string bytes(1 << 20, 'x');
    constexpr std::int64_t kFullNs = 100'000'000;
    const StopSignal stop;
    while (waitReady(sink.writeTarget(), stop, kFullNs) == Readiness::Ready)
        sink.write(bytes);
}

void end(ByteSink& sink, std::string_view mark = "\n")
{
    sink.endFollows(mark.size());
    sink.write(mark);
    sink.finish();
}

bool becomes(ByteSink& sink, const Receipt& receipt)
{
    return eventually([&] { return sink.receipt() == receipt; });
}

struct Pipe {
    Pipe()
    {
        std::array<int, 2> fds{-1, -1};
        if (pipe2(fds.data(), O_CLOEXEC) == 0) {
            reading = FileDescriptor(fds[0]);
            writing = FileDescriptor(fds[1]);
        }
    }
    FileDescriptor reading, writing;
};

// Answers as it is told, each time a second later.
class ToldSink final : public ByteSink {
public:
    ToldSink(DrivenClock& clock, std::function<Receipt(int)> answer)
        : m_clock(clock)
        , m_answer(std::move(answer))
    {
        m_bell.notify();
    }
    IoResult write(std::span<const char> /*bytes*/) override { return {}; }
    PollTarget writeTarget() const override { return {}; }
    PollTarget receiptTarget() const override { return {m_bell.fd(), POLLIN}; }
    Receipt receipt() override
    {
        if (asked > 0)
            m_clock.advance(kSecondNs);
        return m_answer(asked++);
    }

    int asked = 0;

private:
    DrivenClock& m_clock;
    std::function<Receipt(int)> m_answer;
    Notifier m_bell;
};

} // namespace

class TestReceipt : public QObject {
    Q_OBJECT

private slots:
    void aPeerThatClosesAfterTheEndHasReadAll();
    void aPeerThatDoesNotReadLeavesBytes();
    void aPeerThatDoesNotCloseTellsNothing();
    void aPeerThatClosesUnreadResets();
    void aPeerThatLeftBeforeTheEndResets();
    void aPeerThatEndedItsOwnSideEarlierTellsNothing();
    void whatAPeerSendsHidesNoEnd();
    void aPipeTellsWhatLiesInIt();
    void aPipeThatIsClosedUnread_data();
    void aPipeThatIsClosedUnread();
    void aFileHasWhatWasWritten();
    void anInheritedSocketTellsNothing();
    void waitsUntilItIsFinal();
    void waitsAsLongAsTheReaderReads();
    void waitsNoLongerThanItIsWorth();
    void aStopEndsTheWait();
};

void TestReceipt::aPeerThatClosesAfterTheEndHasReadAll()
{
    Connection made = connection();
    end(*made.sender);
    readToTheEnd(*made.receiver);
    made.receiver.reset();
    QVERIFY(becomes(*made.sender, {Status::Read}));
}

void TestReceipt::aPeerThatDoesNotReadLeavesBytes()
{
    Connection made = connection();
    fill(*made.sender);
    end(*made.sender);
    const Receipt receipt = made.sender->receipt();
    QVERIFY(receipt.status == Status::Unread);
    QVERIFY(receipt.unreadBytes > 0 && !receipt.isFinal);
    readToTheEnd(*made.receiver);
    QVERIFY(becomes(*made.sender, {Status::Untold, 0, false}));
    made.receiver.reset();
    QVERIFY(becomes(*made.sender, {Status::Read}));
}

void TestReceipt::aPeerThatDoesNotCloseTellsNothing()
{
    const Connection made = connection();
    end(*made.sender);
    QVERIFY(becomes(*made.sender, {Status::Untold, 0, false})); // acknowledged by its system, that is
}

void TestReceipt::aPeerThatClosesUnreadResets()
{
    Connection made = connection();
    end(*made.sender);
    QVERIFY(becomes(*made.sender, {Status::Untold, 0, false}));
    made.receiver.reset();
    QVERIFY(becomes(*made.sender, {Status::Reset}));
    QVERIFY(made.sender->receipt() == Receipt{Status::Reset}); // though the system now tells of an end
}

void TestReceipt::aPeerThatLeftBeforeTheEndResets()
{
    Connection made = connection();
    made.receiver.reset();
    const StopSignal stop;
    QVERIFY(waitReady(made.sender->readTarget(), stop) == Readiness::Ready);
    end(*made.sender);
    QVERIFY(eventually([&] { return made.sender->receipt().status == Status::Reset; }));
}

void TestReceipt::aPeerThatEndedItsOwnSideEarlierTellsNothing()
{
    const Connection made = connection();
    made.receiver->finish();
    const StopSignal stop;
    QVERIFY(waitReady(made.sender->readTarget(), stop) == Readiness::Ready);
    end(*made.sender);
    QVERIFY(becomes(*made.sender, {Status::Untold}));
}

void TestReceipt::whatAPeerSendsHidesNoEnd()
{
    Connection made = connection();
    made.receiver->write(std::string(100'000, 'x'));
    end(*made.sender);
    readToTheEnd(*made.receiver);
    made.receiver.reset();
    QVERIFY(becomes(*made.sender, {Status::Read}));
}

void TestReceipt::aPipeTellsWhatLiesInIt()
{
    const Pipe pipe;
    FileSink sink(pipe.writing.get());
    sink.write(std::string_view("images"));
    end(sink);
    QVERIFY(sink.receipt() == (Receipt{Status::Unread, 7, false}));
    FileSource source(pipe.reading.get());
    std::array<char, 7> ignored;
    QCOMPARE(source.read(ignored).bytes, std::size_t(7));
    QVERIFY(sink.receipt() == Receipt{Status::Read});
}

void TestReceipt::aPipeThatIsClosedUnread_data()
{
    QTest::addColumn<int>("read");
    QTest::addColumn<bool>("readAll");
    QTest::newRow("nothing read") << 0 << false;
    QTest::newRow("the last byte of an image unread") << 5 << false;
    QTest::newRow("only the end mark unread") << 6 << true;
}

void TestReceipt::aPipeThatIsClosedUnread()
{
    QFETCH(int, read);
    QFETCH(bool, readAll);
    Pipe pipe;
    FileSink sink(pipe.writing.get());
    sink.write(std::string_view("images"));
    end(sink);
    std::array<char, 7> ignored;
    QCOMPARE(::read(pipe.reading.get(), ignored.data(), std::size_t(read)), ssize_t(read));
    pipe.reading.reset();
    const Receipt expected
        = readAll ? Receipt{Status::Read} : Receipt{Status::Unread, std::uint64_t(7 - read)};
    QVERIFY(sink.receipt() == expected);
}

void TestReceipt::aFileHasWhatWasWritten()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    FileSink sink(file.handle());
    sink.write(std::string_view("images"));
    end(sink);
    QVERIFY(sink.receipt() == Receipt{Status::Read});
}

void TestReceipt::anInheritedSocketTellsNothing()
{
    std::array<int, 2> fds{-1, -1};
    QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds.data()), 0);
    const FileDescriptor ours(fds[0]);
    const FileDescriptor theirs(fds[1]);
    FileSink sink(ours.get());
    end(sink);
    QVERIFY(sink.receipt() == Receipt{Status::Untold});
}

void TestReceipt::waitsUntilItIsFinal()
{
    DrivenClock clock;
    ToldSink sink(clock, [](int asked) {
        return asked < 5 ? Receipt{Status::Unread, 7, false} : Receipt{Status::Read};
    });
    QVERIFY(awaitReceipt(sink, clock, StopSignal()) == Receipt{Status::Read});
    QCOMPARE(sink.asked, 6);
}

void TestReceipt::waitsAsLongAsTheReaderReads()
{
    DrivenClock clock;
    ToldSink sink(clock, [](int asked) { // reads for 25 s, a little every five
        return Receipt{Status::Unread, std::uint64_t(100 - std::min(asked / 5, 5)), false};
    });
    QVERIFY(awaitReceipt(sink, clock, StopSignal()) == (Receipt{Status::Unread, 95, false}));
    QCOMPARE(clock.nowNs(), 35 * kSecondNs);
}

void TestReceipt::waitsNoLongerThanItIsWorth()
{
    DrivenClock clock;
    ToldSink sink(clock, [](int asked) {
        return Receipt{Status::Unread, std::uint64_t(1'000 - asked), false};
    });
    QVERIFY(awaitReceipt(sink, clock, StopSignal()).status == Status::Unread);
    QCOMPARE(clock.nowNs(), 60 * kSecondNs);
}

void TestReceipt::aStopEndsTheWait()
{
    DrivenClock clock;
    StopSignal stop;
    stop.raise();
    ToldSink sink(clock, [](int) { return Receipt{Status::Untold, 0, false}; });
    QVERIFY(awaitReceipt(sink, clock, stop) == (Receipt{Status::Untold, 0, false}));
    QCOMPARE(sink.asked, 1);
}

QTEST_APPLESS_MAIN(TestReceipt)
#include "tst_receipt.moc"
