#include "run/bare_engine.h"

#include "base/system_clock.h"
#include "statistics/latency_histogram.h"

#include <algorithm>
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
    std::string error;
};

void fillInput(
    engines::Session& session, const ImageSet& images, Normalisation normalisation, const PixelMean& mean)
{
    DecodedRecord decoded;
    for (std::size_t i = 0; i < session.batch(); ++i) {
        std::ranges::copy(images.image(i % images.size()), decoded.bytes.begin());
        normaliseRecord(
            WireFormat::Spark, decoded, normalisation, mean, session.input() + i * kImageValues);
    }
}

void inferFor(Lane& lane, const BareLoop& loop)
{
    const SystemClock clock;
    lane.startNs = clock.nowNs();
    const std::int64_t untilNs = lane.startNs + nanoseconds(loop.seconds);
    lane.endNs = lane.startNs;
    for (unsigned done = 0; done < loop.leastInferences || lane.endNs < untilNs; ++done) {
        const std::int64_t beforeNs = lane.endNs;
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
                inferFor(lane, loop);
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
    return BareFigure{count / seconds(endNs - startNs),
        static_cast<double>(lanes.front().times.quantileNs(500)) / 1e6};
}

} // namespace iotbench
