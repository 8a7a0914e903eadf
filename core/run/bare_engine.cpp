#include "run/bare_engine.h"

#include "base/system_clock.h"
#include "machine/cpu_affinity.h"
#include "statistics/latency_histogram.h"
#include "wire/normalise_image.h"

#include <algorithm>
#include <chrono>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace iotbench {

namespace {

struct Lane {
    std::unique_ptr<engines::Session> session;
    LatencyHistogram times;
    std::uint64_t images = 0;
    std::int64_t startNs = 0;
    std::int64_t endNs = 0;
    Message error;
};

void fillInput(
    engines::Session& session, const ImageSet& images, Normalisation normalisation, const PixelMean& mean)
{
    const ImageShape& shape = images.facts.shape;
    for (std::size_t i = 0; i < session.batch(); ++i)
        normaliseImage(shape, images.image(i % images.size()), normalisation, mean,
            session.input() + i * shape.values());
}

// Without the wait awake of a sender that must be on time: a worker is woken as this thread is.
void sleepUntil(std::int64_t ns)
{
    std::this_thread::sleep_until(
        std::chrono::steady_clock::time_point(std::chrono::nanoseconds(ns))); // Linux: CLOCK_MONOTONIC
}

// `turn`: 0 for the first thread to begin, 1 for the next.
void inferFor(Lane& lane, const BareLoop& loop, std::size_t turn)
{
    const SystemClock clock;
    const double gapS = loop.imagesPerS > 0 ? static_cast<double>(loop.batch) / loop.imagesPerS : 0;
    lane.startNs = clock.nowNs();
    const std::int64_t untilNs = lane.startNs + nanoseconds(loop.seconds);
    lane.endNs = lane.startNs;
    for (unsigned done = 0; done < loop.leastInferences || lane.endNs < untilNs; ++done) {
        std::int64_t beforeNs = lane.endNs;
        if (gapS > 0) {
            const double turnsBefore = static_cast<double>(turn) + static_cast<double>(done) * loop.threads;
            sleepUntil(lane.startNs + nanoseconds(gapS * turnsBefore));
            beforeNs = clock.nowNs();
        }
        if (!lane.session->infer()) {
            lane.error = lane.session->error();
            return;
        }
        lane.endNs = clock.nowNs();
        lane.times.record(lane.endNs - beforeNs);
        lane.images += loop.batch;
    }
}

} // namespace

Result<BareFigure> runBareEngine(engines::CompiledModel& model, const BareLoop& loop, const ImageSet& images,
    Normalisation normalisation, const PixelMean& mean)
{
    std::vector<Lane> lanes(loop.threads);
    std::latch ready(loop.threads);
    std::vector<std::thread> threads;
    threads.reserve(lanes.size());
    for (Lane& lane : lanes)
        threads.emplace_back([&] {
            const auto turn = static_cast<std::size_t>(&lane - lanes.data());
            holdWorker(loop.workerCpus, turn);
            // Some engines compile for each session: side by side, that takes half the time.
            auto made = model.createSession(loop.batch);
            lane.session = std::move(made.session);
            lane.error = std::move(made.error);
            if (lane.session) {
                fillInput(*lane.session, images, normalisation, mean);
                for (unsigned i = 0; i < loop.warmup; ++i)
                    lane.session->infer();
            }
            ready.arrive_and_wait();
            if (lane.session)
                inferFor(lane, loop, turn);
        });
    for (std::thread& thread : threads)
        thread.join();

    double count = 0;
    std::int64_t startNs = lanes.front().startNs;
    std::int64_t endNs = lanes.front().endNs;
    for (const Lane& lane : lanes) {
        if (!lane.error.empty())
            return Error{lane.error};
        count += static_cast<double>(lane.images);
        startNs = std::min(startNs, lane.startNs);
        endNs = std::max(endNs, lane.endNs);
    }
    return BareFigure{
        count / seconds(endNs - startNs), static_cast<double>(lanes.front().times.quantileNs(500)) / 1e6};
}

} // namespace iotbench
