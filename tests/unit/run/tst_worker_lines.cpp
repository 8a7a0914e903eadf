// The lines of the role `worker`, and what becomes of them where nobody reads, or reads slowly.
#include "run/worker_lines.h"
#include "stream/memory_pipe.h"
#include "unit/base/watched_thread.h"

#include <QtTest>

#include <array>
#include <cerrno>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;

namespace {

Sample classified(std::uint64_t sequence)
{
    Sample sample;
    sample.sequence = sequence;
    sample.classified = true;
    sample.label = 3;
    sample.predicted = 5;
    sample.probability = 0.25F;
    sample.startNs = 1'000'000;
    sample.doneNs = 2'234'560;
    return sample;
}

std::string lineOf(const Sample& sample, WorkerColumns columns = {})
{
    std::string text;
    appendWorkerLine(text, sample, columns);
    return text;
}

// As a full disk answers.
class FullSink : public ByteSink {
public:
    IoResult write(std::span<const char>) override { return {IoResult::Status::Failed, 0, ENOSPC}; }
    PollTarget writeTarget() const override { return {-1, 0}; }
};

} // namespace

class WorkerLinesTest : public QObject {
    Q_OBJECT
private slots:
    void oneForEachRecord()
    {
        QCOMPARE(lineOf(classified(17)), std::string("17,3,5,0.250000,1234.6,\n"));
        QCOMPARE(lineOf(classified(17), {.judged = false}), std::string("17,3,,,1234.6,\n"));
        Sample refused;
        refused.sequence = 4;
        refused.reason = RejectReason::OutOfRange;
        QCOMPARE(lineOf(refused), "4,,,,," + std::string(toString(RejectReason::OutOfRange)) + "\n");
        Sample leftOver;
        leftOver.sequence = 5;
        QCOMPARE(lineOf(leftOver), std::string("5,,,,,not classified\n"));
    }

    void withHashesWhereTheyAreAskedFor()
    {
        Sample sample = classified(17);
        sample.hash = 0x0012'ab00'0000'00ff;
        QCOMPARE(lineOf(sample, {.hashes = true}), std::string("17,3,5,0.250000,1234.6,,0012ab00000000ff\n"));
        Sample refused;
        refused.reason = RejectReason::BlankLine;
        QCOMPARE(lineOf(refused, {.hashes = true}), std::string("0,,,,,blank line,\n"));
    }

    void allArriveAtASlowReader()
    {
        MemoryPipe pipe = makeMemoryPipe(1'000);
        const StopSignal stop;
        std::string expected;
        std::string error = "not at its end";
        WatchedThread writer([&] {
            WorkerLines lines(*pipe.sink, {}, stop);
            // More than the 64 kB after which they are written without being asked for.
            for (std::uint64_t sequence = 0; sequence < 5'000; ++sequence) {
                lines.append(classified(sequence));
                appendWorkerLine(expected, classified(sequence), {});
            }
            lines.flush();
            error = lines.failed() ? "failed: " + lines.error().english() : lines.error().english();
            pipe.sink.reset();
        });
        QVERIFY(writer.getsBlocked()); // the pipe is full
        std::string read;
        std::array<char, 700> buffer;
        for (;;) {
            const IoResult result = pipe.source->read(buffer);
            if (result.status == IoResult::Status::Closed)
                break;
            read.append(buffer.data(), result.bytes);
            if (result.status == IoResult::Status::WouldBlock)
                waitReady(pipe.source->readTarget(), stop);
        }
        writer.join();
        QCOMPARE(error, std::string());
        QVERIFY(expected.size() > 100'000);
        QVERIFY(read == expected);
    }

    void aStopEndsTheWaiting()
    {
        const MemoryPipe pipe = makeMemoryPipe(10);
        StopSignal stop;
        WorkerLines lines(*pipe.sink, {}, stop);
        lines.append(classified(1));
        WatchedThread writer([&] { lines.flush(); });
        QVERIFY(writer.getsBlocked());
        stop.raise();
        writer.join();
        QCOMPARE(lines.error().english(), std::string("stopped before all results were read"));
    }

    void nobodyReads()
    {
        MemoryPipe pipe = makeMemoryPipe(1'000);
        pipe.source.reset();
        const StopSignal stop;
        WorkerLines lines(*pipe.sink, {}, stop);
        lines.append(classified(1));
        lines.flush();
        QVERIFY(lines.failed());
        QCOMPARE(
            lines.error().english(), std::string("nobody reads the results on standard output any more"));
    }

    void aFullDisk()
    {
        FullSink full;
        const StopSignal stop;
        WorkerLines lines(full, {}, stop);
        lines.append(classified(1));
        lines.flush();
        QCOMPARE(lines.error().english(), std::string("results cannot be written: No space left on device"));
    }
};

QTEST_APPLESS_MAIN(WorkerLinesTest)
#include "tst_worker_lines.moc"
