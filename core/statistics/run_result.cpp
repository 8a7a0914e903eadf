#include "statistics/run_result.h"

#include <algorithm>

namespace iotbench {
namespace {

constexpr double kUsPerS = 1e6;

std::optional<double> ratio(double part, double whole)
{
    return whole > 0 ? std::optional(part / whole) : std::nullopt;
}

// CPU time of all threads; empty where it was spent on other machines.
std::optional<double> cpuTotalS(const RunResult& result)
{
    return result.cluster ? std::nullopt : std::optional(result.cpu.totalS());
}

} // namespace

std::string_view toString(LatencyOrigin origin)
{
    switch (origin) {
    case LatencyOrigin::None:
        return "none";
    case LatencyOrigin::Intended:
        return "intended";
    case LatencyOrigin::Arrival:
        return "arrival";
    }
    return "";
}

std::string_view toString(TransportMedium medium)
{
    switch (medium) {
    case TransportMedium::None:
        return "none";
    case TransportMedium::Memory:
        return "memory";
    case TransportMedium::StandardInput:
        return "standard input";
    case TransportMedium::StandardInputFile:
        return "standard input file";
    case TransportMedium::StandardOutput:
        return "standard output";
    case TransportMedium::TcpLoopback:
        return "tcp loopback";
    case TransportMedium::TcpListening:
        return "tcp listening";
    case TransportMedium::TcpConnected:
        return "tcp connected";
    case TransportMedium::Spark:
        return "spark";
    }
    return "";
}

void Receipts::add(const Receipt& receipt)
{
    switch (receipt.status) {
    case Receipt::Status::Untold:
        ++untold;
        break;
    case Receipt::Status::Read:
        ++read;
        break;
    case Receipt::Status::Unread:
        ++unread;
        break;
    case Receipt::Status::Reset:
        ++reset;
        break;
    }
    unreadBytes += receipt.unreadBytes;
}

bool judgesAnswers(const RunResult& result)
{
    return result.settings.role != Role::Send && result.engine.infers;
}

std::uint64_t imagesDone(const RunResult& result)
{
    return result.settings.role == Role::Send ? result.counts.sent.value_or(0) : result.counts.classified;
}

std::optional<double> imagesPerS(const RunResult& result)
{
    return ratio(static_cast<double>(imagesDone(result)), result.elapsedS);
}

std::optional<double> offeredPerS(const RunResult& result)
{
    if (!result.backlog || result.settings.imagesPerSecond <= 0)
        return std::nullopt;
    return result.settings.imagesPerSecond;
}

std::optional<double> accuracy(const RunResult& result)
{
    if (!judgesAnswers(result))
        return std::nullopt;
    const DistinctCounts& distinct = result.content.distinct;
    return ratio(static_cast<double>(distinct.correct), static_cast<double>(distinct.kept));
}

std::optional<Interval> accuracyInterval(const RunResult& result)
{
    const auto share = accuracy(result);
    return share ? wilson95(*share, result.content.distinct.kept) : std::nullopt;
}

std::optional<double> recall(const RunResult& result, std::size_t label)
{
    const Confusion& confusion = result.confusion;
    if (!judgesAnswers(result) || label >= confusion.classes())
        return std::nullopt;
    return ratio(
        static_cast<double>(confusion.at(label, label)), static_cast<double>(confusion.shown(label)));
}

std::optional<double> usPerImage(const RunResult& result, std::optional<double> seconds)
{
    return seconds ? ratio(*seconds * kUsPerS, static_cast<double>(imagesDone(result))) : std::nullopt;
}

std::optional<double> engineAloneImagesPerS(const RunResult& result)
{
    if (!result.calibration)
        return std::nullopt;
    for (const CalibrationRow& row : result.calibration->rows)
        if (row.engine == result.engine.name && row.workers == result.settings.workers
            && row.batch == result.settings.batchSize)
            return row.imagesPerS;
    return std::nullopt;
}

std::optional<double> cpuUsPerImage(const RunResult& result)
{
    return usPerImage(result, cpuTotalS(result));
}

std::optional<double> engineCpuUsPerImage(const RunResult& result)
{
    return usPerImage(result, result.cpuStages.inferS);
}

std::optional<double> overheadCpuUsPerImage(const RunResult& result)
{
    const auto totalS = cpuTotalS(result);
    if (!totalS)
        return std::nullopt;
    return usPerImage(result, std::max(0.0, *totalS - result.cpuStages.inferS.value_or(0)));
}

} // namespace iotbench
