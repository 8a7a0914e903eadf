#include "bare_engine.h"

#include "base/system_clock.h"
#include "engines/engine_registry.h"
#include "images/test_set.h"
#include "models/model_catalogue.h"
#include "statistics/latency_histogram.h"
#include "wire/record_decoder.h"

#include <algorithm>
#include <latch>
#include <thread>
#include <vector>

namespace iotbench::bench {

namespace {

constexpr int kWarmUpInferences = 5;

struct Lane {
    std::unique_ptr<engines::Session> session;
    LatencyHistogram times;
    std::uint64_t images = 0;
    std::int64_t endNs = 0;
};

void fillInput(
    engines::Session& session, const ImageSet& images, Normalisation normalisation, const PixelMean& mean)
{
    DecodedRecord decoded;
    for (std::size_t i = 0; i < session.batch(); ++i) {
        std::ranges::copy(images.image(i), decoded.bytes.begin());
        normaliseRecord(
            WireFormat::Spark, decoded, normalisation, mean, session.input() + i * kImageValues);
    }
}

} // namespace

Result<BareFigure> runBareEngine(const std::string& engineName, const std::string& modelName, unsigned threads,
    std::size_t batch, double seconds)
{
    const engines::EngineRegistry registry;
    auto engine = registry.find(engineName);
    auto model = ModelCatalogue::standard().load(modelName);
    auto images = loadBundledTestSet();
    auto mean = loadTrainingPixelMean();
    if (!engine || !model || !images || !mean)
        return Error{engine.error() + model.error() + images.error() + mean.error()};
    auto compiled = (*engine)->compile(model->source(), {engines::Precision::Fp32, "CPU", threads});
    if (!compiled.model)
        return Error{compiled.error};

    std::vector<Lane> lanes(threads);
    for (Lane& lane : lanes) {
        auto made = compiled.model->createSession(batch);
        if (!made.session)
            return Error{made.error};
        lane.session = std::move(made.session);
        fillInput(*lane.session, *images, model->normalisation().value_or(Normalisation::Unit), *mean);
    }
    const SystemClock clock;
    std::latch ready(threads);
    std::int64_t startNs = 0;
    std::vector<std::thread> running;
    for (Lane& lane : lanes)
        running.emplace_back([&] {
            for (int i = 0; i < kWarmUpInferences; ++i)
                lane.session->infer();
            ready.arrive_and_wait();
            const std::int64_t from = clock.nowNs();
            if (&lane == &lanes.front())
                startNs = from;
            const std::int64_t until = from + static_cast<std::int64_t>(seconds * 1e9);
            for (lane.endNs = from; lane.endNs < until;) {
                const std::int64_t before = lane.endNs;
                lane.session->infer();
                lane.endNs = clock.nowNs();
                lane.times.record(lane.endNs - before);
                lane.images += batch;
            }
        });
    for (std::thread& thread : running)
        thread.join();
    double count = 0;
    std::int64_t endNs = startNs;
    for (const Lane& lane : lanes) {
        count += static_cast<double>(lane.images);
        endNs = std::max(endNs, lane.endNs);
    }
    return BareFigure{count / (static_cast<double>(endNs - startNs) / 1e9),
        static_cast<double>(lanes.front().times.quantileNs(500)) / 1e6};
}

} // namespace iotbench::bench
