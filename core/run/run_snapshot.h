// How a run stands right now: what front-ends show while it goes on. Immutable once published.
#pragma once

#include "base/message.h"
#include "run/loading_watch.h"
#include "statistics/interval_rows.h"
#include "statistics/run_result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace iotbench {

enum class RunPhase : std::uint8_t {
    Loading, // what a run needs is got ready: front-ends say so, as there is no run yet
    WarmingUp, // sessions are made and warmed up; nothing is counted
    Waiting, // for the first image
    Running,
    Stopping, // no more is read; what has been read is worked off
    Finished,
};

// Something worth telling a user, at its time: a connection, an end, a warning.
struct RunEvent {
    double atS = 0; // since second 0 of the run; below 0 while warming up
    bool warning = false;
    Message what;
    bool needed = false; // somebody waits for it, as for the port that was chosen: told even with --quiet
};

struct RunSnapshot {
    RunPhase phase = RunPhase::WarmingUp;
    LoadingStep loading = LoadingStep::Model; // in phase Loading
    double sinceStartS = 0; // since second 0 (0 while warming up)
    std::string address; // where senders are awaited ("127.0.0.1:10000"); "" where they are not
    ImageCounts counts;
    double elapsedS = 0; // first arrival to last result; role send: since second 0
    std::optional<double> meanImagesPerS; // over elapsedS
    std::optional<double> imagesPerSNow; // of the last second
    std::optional<double> offeredPerSNow; // the same
    std::uint64_t bytes = 0; // that have come; role send: that have gone
    std::optional<double> bytesPerSNow; // of the last second
    std::optional<std::uint64_t> lateSends; // of counts.sent; empty without intended times
    std::optional<double> accuracy; // share, so far; empty where answers are not judged
    std::optional<double> rollingAccuracy; // of the last 1,000
    std::optional<double> rollingLatencyP50Ms; // of the last 1,000; empty before there are as many
    std::optional<double> rollingLatencyP99Ms; // the same
    std::optional<double> progress; // share 0..1 of what was asked for; empty where there is no end
    std::optional<double> timeLeftS; // at the mean rate so far
    std::vector<SourceRow> sources;
    std::shared_ptr<const std::vector<IntervalRow>> intervals
        = std::make_shared<const std::vector<IntervalRow>>(); // never null
    std::shared_ptr<const std::vector<RunEvent>> events
        = std::make_shared<const std::vector<RunEvent>>(); // never null; the newest kMostEvents
    static constexpr std::size_t kMostEvents = 1'000;
};

} // namespace iotbench
