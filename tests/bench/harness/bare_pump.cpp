#include "bare_pump.h"

#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "base/thread_time.h"
#include "images/test_set.h"
#include "stream/tcp_connection.h"
#include "stream/tcp_listener.h"
#include "wire/record_encoder.h"

#include <chrono>
#include <cstring>
#include <thread>
#include <vector>

namespace iotbench::bench {

namespace {

constexpr std::size_t kBlockBytes = std::size_t{256} << 10;

// About one block of whole records.
std::vector<char> readyLines(
    const ImageSet& images, WireFormat format, const PixelMean& mean, std::size_t& count)
{
    const RecordEncoder encoder(format, carriesFloats(format), mean);
    std::vector<char> lines(kBlockBytes + encoder.maxRecordBytes());
    char* end = lines.data();
    for (count = 0; static_cast<std::size_t>(end - lines.data()) < kBlockBytes; ++count)
        end = encoder.encode(images.image(count), images.labels[count], end);
    lines.resize(static_cast<std::size_t>(end - lines.data()));
    return lines;
}

void writeAll(ByteSink& sink, std::span<const char> bytes, const StopSignal& stop)
{
    while (!bytes.empty()) {
        const IoResult result = sink.write(bytes);
        if (result.status == IoResult::Status::Moved)
            bytes = bytes.subspan(result.bytes);
        else if (result.status != IoResult::Status::WouldBlock
            || waitReady(sink.writeTarget(), stop) == Readiness::Stopped)
            return;
    }
}

} // namespace

Result<PumpFigure> pumpLines(WireFormat format, double seconds)
{
    auto images = loadBundledTestSet();
    auto mean = loadTrainingPixelMean();
    if (!images || !mean)
        return Error{images ? mean.error() : images.error()};
    std::size_t perBlock = 0;
    const std::vector<char> lines = readyLines(*images, format, *mean, perBlock);

    const StopSignal stop;
    auto listener = TcpListener::open({"127.0.0.1", 0}, stop);
    if (!listener)
        return Error{listener.error()};
    auto sink = connectTcp((*listener)->bound(), stop);
    if (!sink)
        return Error{sink.error()};
    waitReady((*listener)->acceptTarget(), stop);
    const auto accepted = (*listener)->accept();
    if (!accepted)
        return Error{accepted.error()};
    TcpConnection& source = **accepted;

    const SystemClock clock;
    const std::int64_t startNs = clock.nowNs();
    std::uint64_t blocks = 0;
    std::int64_t senderCpuNs = 0;
    std::thread sender([&] {
        const std::int64_t cpuBefore = threadCpuNs();
        const auto untilNs = startNs + static_cast<std::int64_t>(seconds * 1e9);
        for (; clock.nowNs() < untilNs; ++blocks)
            writeAll(**sink, lines, stop);
        (*sink)->finish();
        senderCpuNs = threadCpuNs() - cpuBefore;
    });
    const std::int64_t cpuBefore = threadCpuNs();
    std::vector<char> into(kBlockBytes);
    for (bool open = true; open;) {
        const IoResult result = source.read(into);
        if (result.status == IoResult::Status::WouldBlock)
            waitReady(source.readTarget(), stop);
        else
            open = result.status == IoResult::Status::Moved;
    }
    const std::int64_t receiverCpuNs = threadCpuNs() - cpuBefore;
    const double elapsedS = static_cast<double>(clock.nowNs() - startNs) / 1e9;
    sender.join();

    const auto count = static_cast<double>(blocks * perBlock);
    return PumpFigure{count / elapsedS, static_cast<double>(senderCpuNs + receiverCpuNs) / 1e3 / count,
        static_cast<double>(lines.size()) / static_cast<double>(perBlock)};
}

double memoryCopyBytesPerS()
{
    constexpr std::size_t kBytes = std::size_t{64} << 20;
    constexpr int kRounds = 8;
    std::vector<char> from(kBytes, 1);
    std::vector<char> to(kBytes, 2);
    const SystemClock clock;
    const std::int64_t startNs = clock.nowNs();
    for (int round = 0; round < kRounds; ++round) {
        from[static_cast<std::size_t>(round)] = static_cast<char>(round); // no round is the same as the last
        std::memcpy(to.data(), from.data(), kBytes);
        asm volatile("" : : "r"(to.data()) : "memory");
    }
    return kRounds * static_cast<double>(kBytes) / (static_cast<double>(clock.nowNs() - startNs) / 1e9);
}

} // namespace iotbench::bench
