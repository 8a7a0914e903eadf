#include "batch/progress_line.h"

#include "statistics/figure_text.h"

#include <algorithm>
#include <cmath>

namespace iotbench {
namespace {

std::string runningLine(const RunSnapshot& snapshot, const Settings& effective)
{
    const std::uint64_t done = effective.role == Role::Send
        ? snapshot.counts.sent.value_or(0)
        : snapshot.counts.classified + snapshot.counts.rejected;
    std::string line;
    const auto add = [&line](const std::string& part) { line += line.empty() ? part : "  " + part; };
    if (snapshot.progress)
        add(fixedText(std::floor(100 * *snapshot.progress), 0) + " %"); // 100 only when it is over
    const auto expected = effective.totalImages;
    add(std::to_string(done) + (expected ? " of " + std::to_string(*expected) : std::string()) + " images");
    if (snapshot.imagesPerSNow)
        add(rateText(*snapshot.imagesPerSNow) + " images/s");
    if (snapshot.accuracy)
        add(percentText(*snapshot.accuracy) + " % correct");
    if (snapshot.rollingLatencyP99Ms)
        add("p99 " + fixedText(*snapshot.rollingLatencyP99Ms, 1) + " ms");
    if (snapshot.counts.rejected > 0)
        add(std::to_string(snapshot.counts.rejected) + " rejected");
    if (snapshot.timeLeftS)
        add(durationText(*snapshot.timeLeftS) + " left");
    return line;
}

} // namespace

std::string durationText(double seconds)
{
    const auto whole = static_cast<std::uint64_t>(std::ceil(std::max(0.0, seconds)));
    const std::uint64_t hours = whole / 3600;
    const std::uint64_t minutes = whole / 60 % 60;
    if (hours > 0)
        return std::to_string(hours) + " h " + std::to_string(minutes) + " min";
    if (minutes > 0)
        return std::to_string(minutes) + " min " + std::to_string(whole % 60) + " s";
    return std::to_string(whole) + " s";
}

std::string progressLine(const RunSnapshot& snapshot, const Settings& effective)
{
    switch (snapshot.phase) {
    case RunPhase::Loading:
        return "loading";
    case RunPhase::WarmingUp:
        return "warming up";
    case RunPhase::Waiting:
        return snapshot.address.empty() ? "waiting for the first image"
                                        : "waiting for the first image on " + snapshot.address;
    case RunPhase::Running:
        return runningLine(snapshot, effective);
    case RunPhase::Stopping:
        return "stopping: working off what has been read";
    case RunPhase::Finished:
        break;
    }
    return "finished";
}

} // namespace iotbench
