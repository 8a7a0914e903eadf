// What it costs to know an image by its content, an image: on a worker's thread the hash of a decoded record
// in each format, on the collector's thread the look-up among the test images and the count of distinct ones.
// IOTBENCH_VECTORS=NAME asks for another vector set.
//
//   bench_content [Google Benchmark's options]
#include "images/cifar10.h"
#include "images/image_hash.h"
#include "images/known_images.h"
#include "images/test_set.h"
#include "statistics/distinct_images.h"
#include "wire/record_encoder.h"
#include "wire/record_pixels.h"

#include <benchmark/benchmark.h>

#include <cstdio>
#include <random>
#include <string>
#include <vector>

using namespace iotbench;

namespace {

// A record as a worker has it just before it hashes it: in its cache.
struct RecordInHand {
    std::vector<char> bytes; // in which `decoded` may lie
    DecodedRecord decoded;
};

std::vector<RecordInHand> decodedRecords(
    const ImageSet& images, WireFormat format, bool subtractMean, const PixelMean& mean)
{
    constexpr std::size_t kRecords = 16;
    const RecordEncoder encoder(format, subtractMean, mean);
    std::vector<RecordInHand> records(kRecords);
    for (std::size_t i = 0; i < kRecords; ++i) {
        records[i].bytes.resize(kReadableBefore + encoder.maxRecordBytes() + kReadableAfter);
        char* const begin = records[i].bytes.data() + kReadableBefore;
        const char* const end = encoder.encode(images.image(i * 500), images.labels[i * 500], begin);
        const auto length = static_cast<std::size_t>(end - begin) - isText(format);
        if (decodeRecord(format, {begin, length}, records[i].decoded) != RejectReason::None)
            std::abort();
    }
    return records;
}

void benchRecord(benchmark::State& state, WireFormat format, const std::vector<RecordInHand>& records,
    const PixelMean& mean)
{
    std::array<std::uint8_t, cifar10::kImageValues> scratch;
    std::size_t next = 0;
    for (auto _ : state) {
        const DecodedRecord& decoded = records[next++ % records.size()].decoded;
        const bool meanSubtracted = hasMeanSubtracted(format, decoded, mean);
        benchmark::DoNotOptimize(imageHash(recordPlanes(format, decoded, meanSubtracted, mean, scratch)));
    }
}

void benchHashAlone(benchmark::State& state, const ImageSet& images)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(imageHash(images.image(7)));
}

void benchFind(benchmark::State& state, const KnownImages& known)
{
    std::size_t next = 0;
    for (auto _ : state)
        benchmark::DoNotOptimize(known.find(known.hash(next++ % known.size())));
}

void benchKnow(benchmark::State& state, const ImageSet& images)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(KnownImages(images));
}

// The test set again and again.
void benchRepeated(benchmark::State& state, const KnownImages& known)
{
    DistinctImages distinct(cifar10::kClassCount);
    std::size_t next = 0;
    for (auto _ : state)
        distinct.add(known.hash(next++ % known.size()), 3, true);
    benchmark::DoNotOptimize(distinct.counts());
}

// As many distinct images as the argument says, growth of the table included.
void benchNew(benchmark::State& state)
{
    for (auto _ : state) {
        std::mt19937_64 random(1);
        DistinctImages distinct(cifar10::kClassCount);
        for (std::int64_t i = 0; i < state.range(0); ++i)
            distinct.add(random() | 1, 3, true);
        benchmark::DoNotOptimize(distinct.counts());
    }
    state.counters["ns_per_image"] = benchmark::Counter(static_cast<double>(state.range(0)) / 1e9,
        benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    const auto images = loadBundledTestSet();
    const auto mean = loadTrainingPixelMean();
    if (!images || !mean) {
        std::fprintf(stderr, "bench_content: %s%s\n", images.error().english().c_str(),
            mean.error().english().c_str());
        return 1;
    }
    const KnownImages known(*images);

    struct Row {
        const char* name;
        WireFormat format;
        bool subtractMean;
    };
    for (const Row row : {Row{"keras", WireFormat::Keras, false},
             Row{"keras, mean subtracted", WireFormat::Keras, true}, Row{"spark", WireFormat::Spark, false},
             Row{"scala", WireFormat::Scala, false}, Row{"cifar", WireFormat::Cifar, false}}) {
        benchmark::RegisterBenchmark((std::string("record/") + row.name).c_str(),
            [row, &mean, records = decodedRecords(*images, row.format, row.subtractMean, *mean)](
                benchmark::State& state) { benchRecord(state, row.format, records, *mean); });
    }
    benchmark::RegisterBenchmark("hash alone", benchHashAlone, *images);
    benchmark::RegisterBenchmark("find in the test set", benchFind, known);
    benchmark::RegisterBenchmark("distinct, the test set again and again", benchRepeated, known);
    benchmark::RegisterBenchmark("distinct, all of them new", benchNew)
        ->Arg(10'000)
        ->Arg(1'000'000)
        ->Arg(10'000'000)
        ->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark("table of the test set", benchKnow, *images)->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
