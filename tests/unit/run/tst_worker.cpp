// A worker against an engine whose scores say which image it was given.
#include "base/stop_signal.h"
#include "base/system_clock.h"
#include "images/cifar10.h"
#include "images/image_hash.h"
#include "run/worker.h"
#include "stream/block_pool.h"
#include "wire/record_encoder.h"

#include <QtTest>

#include <algorithm>
#include <map>

using namespace iotbench;

namespace {

// Answers with the class that the image's first value is closest to: value k / 255 is class k.
class EchoSession final : public engines::Session {
public:
    EchoSession(std::size_t batch, std::map<std::size_t, int>& uses, const bool& broken)
        : m_uses(uses)
        , m_broken(broken)
        , m_input(batch * cifar10::kImageValues)
        , m_scores(batch * cifar10::kClassCount)
        , m_batch(batch)
    {
    }
    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }
    const float* infer() noexcept override
    {
        if (m_broken)
            return nullptr;
        ++m_uses[m_batch];
        std::ranges::fill(m_scores, 0.0F);
        for (std::size_t i = 0; i < m_batch; ++i) {
            const float first = m_input[i * cifar10::kImageValues] * 255;
            m_scores[i * cifar10::kClassCount + static_cast<std::size_t>(first + 0.5F) % cifar10::kClassCount]
                = 0.75F;
        }
        return m_scores.data();
    }
    const Message& error() const noexcept override { return m_error; }

private:
    std::map<std::size_t, int>& m_uses;
    const bool& m_broken;
    std::vector<float> m_input;
    std::vector<float> m_scores;
    std::size_t m_batch;
    Message m_error = verbatim("out of order");
};

class EchoModel final : public engines::CompiledModel {
public:
    engines::SessionResult createSession(std::size_t batch) noexcept override
    {
        return {std::make_unique<EchoSession>(batch, uses, broken), {}};
    }
    std::string description() const override { return "echo"; }
    std::map<std::size_t, int> uses; // inferences of each batch size
    bool broken = false;
};

// A queue filled with spark lines, image k's first byte and label being k mod 10, before a worker runs on it.
struct Bench {
    explicit Bench(std::size_t records)
        : queue(records, clock)
    {
        const RecordEncoder encoder(WireFormat::Spark, false, mean);
        std::vector<std::uint8_t> image(cifar10::kImageValues);
        std::vector<Record> made(records);
        for (std::size_t i = 0; i < records; ++i) {
            image[0] = static_cast<std::uint8_t>(i % cifar10::kClassCount);
            made[i].block = pool.acquire(stop);
            char* begin = made[i].block->data();
            const char* end = encoder.encode(image, image[0], begin);
            made[i].data = begin;
            made[i].length = static_cast<std::uint32_t>(end - begin - 1); // without its newline
            made[i].format = WireFormat::Spark;
            made[i].ordinal = made[i].sequence = i;
        }
        records_ = std::move(made);
    }

    void damage(std::size_t record) { records_[record].block->data()[0] = 'x'; }

    std::vector<Sample> run(std::size_t batchCeiling)
    {
        queue.push(records_, stop);
        queue.close();
        auto sessions = BatchSessions::create(model, batchCeiling, 0, stop);
        Worker worker(shared, std::move(*sessions));
        result = worker.run();
        std::vector<Sample> samples;
        ring.take([&](const Sample& sample) { samples.push_back(sample); });
        return samples;
    }

    const PixelMean mean = PixelMean(cifar10::kImageValues);
    const ImageFacts images = cifar10::facts();
    StopSignal stop;
    SystemClock clock;
    BlockPool pool{std::size_t{16} << 10, 32, clock};
    RecordQueue queue;
    SampleRing ring{64};
    Notifier collectorNotifier, runNotifier;
    EchoModel model;
    WorkerShared shared{.queue = queue,
        .ring = ring,
        .collectorNotifier = collectorNotifier,
        .runNotifier = runNotifier,
        .clock = clock,
        .mean = mean,
        .images = images};
    std::vector<Record> records_;
    WorkerResult result;
};

std::uint64_t hashOfImage(std::uint8_t firstByte, ImageHash hashOf)
{
    std::array<std::uint8_t, cifar10::kImageValues> planes{};
    planes[0] = firstByte;
    return hashOf(planes);
}

} // namespace

class WorkerTest : public QObject {
    Q_OBJECT
private slots:
    void largeBatchesWarmUpWithAsManyImages()
    {
        QCOMPARE(warmUpInferences(0, 1), std::uint64_t{0});
        QCOMPARE(warmUpInferences(20, 1), std::uint64_t{20});
        QCOMPARE(warmUpInferences(20, 8), std::uint64_t{3});
        QCOMPARE(warmUpInferences(20, 64), std::uint64_t{2}); // the first lays out memory
    }

    void sessionsForPowersOfTwo();
    void takesTheLargestBatchThatTheQueueFills();
    void everyImageCountsForACpu();
    void refusedRecordsLeaveTheOthersInPlace();
    void framedRefusalsKeepTheirReason();
    void abandonedRecordsAreHandedOnUnclassified();
    void aFailedInferenceIsTold();
    void picturesAreTakenOfWhatTheGalleryWants();
};

void WorkerTest::sessionsForPowersOfTwo()
{
    QCOMPARE(batchSizes(1), (std::vector<std::size_t>{1}));
    QCOMPARE(batchSizes(8), (std::vector<std::size_t>{1, 2, 4, 8}));
    QCOMPARE(batchSizes(12), (std::vector<std::size_t>{1, 2, 4, 8, 12}));
}

void WorkerTest::everyImageCountsForACpu()
{
    Bench bench(11);
    bench.run(8);
    std::uint64_t images = 0;
    for (const CpuUse& use : bench.result.cpus)
        images += use.images;
    QCOMPARE(images, std::uint64_t(11));
}

void WorkerTest::takesTheLargestBatchThatTheQueueFills()
{
    Bench bench(11);
    const auto samples = bench.run(8);
    QCOMPARE(samples.size(), std::size_t(11));
    for (const Sample& sample : samples) {
        QVERIFY(sample.classified);
        QCOMPARE(sample.label, static_cast<std::uint8_t>(sample.ordinal % 10));
        QCOMPARE(sample.predicted, sample.label);
        QCOMPARE(sample.probability, 0.75F);
        QCOMPARE(sample.hash, std::uint64_t(0)); // nobody asked
        QVERIFY(!sample.meanSubtracted);
        QVERIFY(sample.doneNs >= sample.startNs);
    }
    QCOMPARE(bench.model.uses, (std::map<std::size_t, int>{{8, 1}, {2, 1}, {1, 1}}));
    QCOMPARE(bench.result.batches, (std::vector<std::uint64_t>{1, 1, 0, 1}));
    QCOMPARE(samples[0].batch, std::uint16_t(8));
    QCOMPARE(samples[10].batch, std::uint16_t(1));
}

void WorkerTest::refusedRecordsLeaveTheOthersInPlace()
{
    Bench bench(8);
    bench.shared.hashes = true;
    bench.damage(0);
    bench.damage(5);
    const auto samples = bench.run(8);
    QCOMPARE(samples.size(), std::size_t(8));
    for (const Sample& sample : samples) {
        const bool damaged = sample.ordinal == 0 || sample.ordinal == 5;
        QCOMPARE(sample.classified, !damaged);
        QVERIFY(sample.reason == (damaged ? RejectReason::BadLabel : RejectReason::None));
        QCOMPARE(sample.hash, damaged ? 0 : hashOfImage(sample.label, imageHash));
        QCOMPARE(sample.key, damaged ? 0 : hashOfImage(sample.label, keyedImageHash));
        if (!damaged)
            QCOMPARE(sample.predicted, static_cast<std::uint8_t>(sample.ordinal % 10));
    }
    QCOMPARE(bench.model.uses, (std::map<std::size_t, int>{{4, 1}, {2, 1}}));
}

void WorkerTest::framedRefusalsKeepTheirReason()
{
    Bench bench(2);
    bench.records_[1].framing = RejectReason::LineTooLong;
    const auto samples = bench.run(2);
    QVERIFY(samples[0].classified);
    QVERIFY(samples[1].reason == RejectReason::LineTooLong);
}

void WorkerTest::abandonedRecordsAreHandedOnUnclassified()
{
    Bench bench(5);
    bench.shared.abandon = true;
    const auto samples = bench.run(4);
    QCOMPARE(samples.size(), std::size_t(5));
    for (const Sample& sample : samples) {
        QVERIFY(!sample.classified);
        QVERIFY(sample.reason == RejectReason::None);
    }
    QVERIFY(bench.model.uses.empty());
}

void WorkerTest::aFailedInferenceIsTold()
{
    Bench bench(3);
    bench.model.broken = true;
    const auto samples = bench.run(2);
    QCOMPARE(samples.size(), std::size_t(3));
    for (const Sample& sample : samples)
        QVERIFY(!sample.classified);
    QCOMPARE(bench.result.error.english(), std::string("out of order"));
    QVERIFY(bench.shared.failed);
}

void WorkerTest::picturesAreTakenOfWhatTheGalleryWants()
{
    Gallery gallery(true, cifar10::facts());
    Bench bench(11);
    bench.damage(4);
    bench.shared.gallery = &gallery;
    for (const Sample& sample : bench.run(8)) {
        QCOMPARE(sample.picture == Sample::kNoPicture, sample.ordinal == 4);
        gallery.keep(sample);
    }
    const std::vector<Picture> pictures = gallery.latest(20);
    QCOMPARE(pictures.size(), std::size_t(10));
    for (const Picture& picture : pictures) {
        QCOMPARE(picture.pixels[0], static_cast<std::uint8_t>(picture.ordinal % 10));
        QCOMPARE(picture.pixels[1], std::uint8_t(0));
        QCOMPARE(picture.probability(), 0.75F);
        QVERIFY(picture.correct());
    }
}

QTEST_GUILESS_MAIN(WorkerTest)
#include "tst_worker.moc"
