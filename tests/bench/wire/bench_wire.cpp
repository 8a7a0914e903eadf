// How fast records are decoded, normalised and encoded, beside a std::from_chars loop over the same bytes in
// the same run. Data: the CIFAR-10 test set; without the reference folder, the two images of tests/data/wire
// again and again.
//
//   bench_wire [IMAGES] [Google Benchmark's options]
//
// IMAGES (default 2,000) are spread over the whole set. Ends with a table of ratios.
#include "images/cifar10.h"
#include "wire/record_decoder.h"
#include "wire/record_encoder.h"
#include "wire/vector_kernels.h"

#include "test_paths.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

using namespace iotbench;

namespace {

std::string readFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

ImageSet loadImages(std::size_t count)
{
    std::string records = readFile(test::sharedPath("reference/cifar10_test_batch.bin").toStdString());
    if (records.empty())
        records = readFile(test::dataPath("wire/cifar_2.bin").toStdString());
    const std::size_t available = records.size() / kCifarRecordBytes;
    if (available == 0) {
        std::fprintf(stderr, "bench_wire: no images found\n");
        std::exit(1);
    }
    ImageSet images = cifar10::noImages();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t index = count <= available ? i * available / count : i % available;
        const char* const record = records.data() + index * kCifarRecordBytes;
        images.labels.push_back(static_cast<std::uint8_t>(record[0]));
        for (std::size_t value = 0; value < cifar10::kImageValues; ++value)
            images.pixels.push_back(static_cast<std::uint8_t>(record[1
                + value % cifar10::kImageChannels * cifar10::kPlaneSize + value / cifar10::kImageChannels]));
    }
    return images;
}

PixelMean loadMean()
{
    const std::string bytes
        = readFile(test::sourcePath("resources/cifar10/train_pixel_mean.f32").toStdString());
    PixelMean mean(cifar10::kImageValues);
    std::memcpy(mean.data(), bytes.data(), std::min(bytes.size(), mean.size() * sizeof(float)));
    return mean;
}

// A stream in memory, and where its records are. Not to be copied: the records point into it.
struct Stream {
    Stream() = default;
    Stream(Stream&&) = default;

    WireFormat format = WireFormat::Keras;
    std::string bytes;
    std::vector<std::span<const char>> records; // without newlines

    std::size_t size() const { return bytes.size() - kReadableBefore - kReadableAfter; }
};

Stream makeStream(const ImageSet& images, WireFormat format, bool subtractMean, const PixelMean& mean)
{
    const RecordEncoder encoder(format, subtractMean, mean);
    Stream stream;
    stream.format = format;
    stream.bytes.resize(kReadableBefore + images.size() * encoder.maxRecordBytes());
    char* at = stream.bytes.data() + kReadableBefore;
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < images.size(); ++i) {
        at = encoder.encode(images.image(i), images.labels[i], at);
        ends.push_back(static_cast<std::size_t>(at - stream.bytes.data()));
    }
    stream.bytes.resize(ends.back() + kReadableAfter);
    std::size_t begin = kReadableBefore;
    for (const std::size_t end : ends) {
        stream.records.emplace_back(stream.bytes.data() + begin, end - begin - isText(format));
        begin = end;
    }
    return stream;
}

// The yardstick: label, then std::from_chars and one separator, value after value, counted and checked for
// range.
template <typename Number>
bool fromCharsLoop(
    std::span<const char> record, char separator, std::vector<Number>& values, Number low, Number high)
{
    const char* at = record.data() + 1;
    const char* const end = record.data() + record.size();
    std::size_t count = 0;
    while (at < end && count < values.size()) {
        Number value{};
        const auto [next, error] = std::from_chars(at, end, value);
        if (error != std::errc() || !(value >= low && value <= high))
            return false;
        values[count++] = value;
        if (next != end && *next != separator)
            return false;
        at = next + 1;
    }
    return at == end + 1 && count == values.size();
}

void reportRate(benchmark::State& state, const Stream& stream)
{
    state.SetBytesProcessed(
        static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(stream.size()));
    state.SetItemsProcessed(
        static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(stream.records.size()));
}

template <typename Number>
void benchFromChars(benchmark::State& state, const Stream& stream, Number low, Number high)
{
    const bool scala = stream.format == WireFormat::Scala;
    std::vector<Number> values(scala ? 8 + cifar10::kImageValues : cifar10::kImageValues);
    for (auto _ : state) {
        for (const auto& record : stream.records) {
            const std::string_view line(record.data(), record.size());
            const std::size_t label = scala ? line.find(',') : 0; // the rest is integers
            if (!fromCharsLoop(record.subspan(label), scala ? ',' : ' ', values, low, high))
                state.SkipWithError("from_chars refuses a record");
            benchmark::DoNotOptimize(values.data());
        }
    }
    reportRate(state, stream);
}

void benchDecode(benchmark::State& state, const Stream& stream, const VectorKernels* kernels)
{
    DecodedRecord decoded;
    for (auto _ : state) {
        for (const auto& record : stream.records) {
            const RejectReason reason = kernels ? decodeRecord(*kernels, stream.format, record, decoded)
                                                : decodeRecordGeneral(stream.format, record, decoded);
            if (reason != RejectReason::None)
                state.SkipWithError("a record is refused");
            benchmark::DoNotOptimize(decoded);
        }
    }
    reportRate(state, stream);
}

void benchNormalise(
    benchmark::State& state, const Stream& stream, Normalisation normalisation, const PixelMean& mean)
{
    DecodedRecord decoded;
    if (decodeRecord(stream.format, stream.records[0], decoded) != RejectReason::None)
        state.SkipWithError("a record is refused");
    std::vector<float> input(cifar10::kImageValues);
    for (auto _ : state) {
        normaliseRecord(stream.format, decoded, normalisation, mean, input.data());
        benchmark::DoNotOptimize(input.data());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()));
}

void benchEncode(benchmark::State& state, const ImageSet& images, const Stream& stream, bool subtractMean,
    const PixelMean& mean)
{
    const RecordEncoder encoder(stream.format, subtractMean, mean);
    std::vector<char> block(1 << 20);
    for (auto _ : state) {
        char* at = block.data();
        for (std::size_t i = 0; i < images.size(); ++i) {
            if (static_cast<std::size_t>(block.data() + block.size() - at) < encoder.maxRecordBytes())
                at = block.data();
            at = encoder.encode(images.image(i), images.labels[i], at);
            benchmark::DoNotOptimize(at);
        }
    }
    reportRate(state, stream);
}

void benchTables(benchmark::State& state, const PixelMean& mean)
{
    for (auto _ : state) {
        const RecordEncoder encoder(WireFormat::Keras, true, mean);
        benchmark::DoNotOptimize(encoder);
    }
}

// Prints as usual, and remembers the best rate of each benchmark for the table at the end.
class RatioReporter : public benchmark::ConsoleReporter {
public:
    void ReportRuns(const std::vector<Run>& runs) override
    {
        ConsoleReporter::ReportRuns(runs);
        for (const Run& run : runs) {
            const auto rate = run.counters.find("bytes_per_second");
            if (rate != run.counters.end())
                m_bytesPerS[run.benchmark_name()]
                    = std::max(m_bytesPerS[run.benchmark_name()], rate->second.value);
        }
    }

    void printTable(std::span<const std::string> streams) const
    {
        std::printf("\n%-24s %10s %12s %8s %12s\n", "stream", "decode", "from_chars", "ratio", "encode");
        for (const std::string& stream : streams) {
            const double decode = best(stream + "/decode/");
            const double yardstick = best(stream + "/from_chars");
            std::printf("%-24s %7.2f GB/s", stream.c_str(), decode / 1e9);
            if (yardstick > 0)
                std::printf(" %7.2f GB/s %7.2fx", yardstick / 1e9, decode / yardstick);
            else
                std::printf(" %12s %8s", "", "");
            std::printf(" %7.2f GB/s\n", best(stream + "/encode") / 1e9);
        }
        const std::string_view target = vectorTargetName();
        std::printf("vectors in use: %.*s\n", static_cast<int>(target.size()), target.data());
    }

private:
    double best(const std::string& prefix) const
    {
        double rate = 0;
        for (const auto& [name, value] : m_bytesPerS)
            if (name.starts_with(prefix))
                rate = std::max(rate, value);
        return rate;
    }

    std::map<std::string, double> m_bytesPerS;
};

} // namespace

int main(int argc, char** argv)
{
    std::size_t count = 2'000;
    if (argc > 1 && argv[1][0] >= '1' && argv[1][0] <= '9') {
        count = std::strtoul(argv[1], nullptr, 10);
        std::swap(argv[0], argv[1]);
        ++argv;
        --argc;
    }
    benchmark::Initialize(&argc, argv);

    const ImageSet images = loadImages(count);
    const PixelMean mean = loadMean();
    const std::vector<std::string> names = {"keras", "keras-mean-subtracted", "spark", "scala", "cifar"};
    std::vector<Stream> streams;
    streams.push_back(makeStream(images, WireFormat::Keras, false, mean));
    streams.push_back(makeStream(images, WireFormat::Keras, true, mean));
    for (const WireFormat format : {WireFormat::Spark, WireFormat::Scala, WireFormat::Cifar})
        streams.push_back(makeStream(images, format, false, mean));
    const auto add = [](const std::string& name, auto function, auto... arguments) {
        benchmark::RegisterBenchmark(name.c_str(), function, arguments...)->Unit(benchmark::kMillisecond);
    };
    for (std::size_t i = 0; i < streams.size(); ++i) {
        const Stream& stream = streams[i];
        const bool subtractMean = i == 1;
        if (stream.format == WireFormat::Keras)
            add(names[i] + "/from_chars",
                [&](auto& state) { benchFromChars(state, stream, -1.001F, 1.001F); });
        else if (stream.format == WireFormat::Spark)
            add(names[i] + "/from_chars", [&](auto& state) { benchFromChars(state, stream, 0, 255); });
        else if (stream.format == WireFormat::Scala)
            add(names[i] + "/from_chars", [&](auto& state) { benchFromChars(state, stream, -128, 127); });
        for (const VectorKernels* kernels : availableVectorKernels())
            add(names[i] + "/decode/" + std::string(kernels->name),
                [&stream, kernels](auto& state) { benchDecode(state, stream, kernels); });
        add(names[i] + "/decode-general", [&](auto& state) { benchDecode(state, stream, nullptr); });
        add(names[i] + "/encode",
            [&, subtractMean](auto& state) { benchEncode(state, images, stream, subtractMean, mean); });
        benchmark::RegisterBenchmark((names[i] + "/normalise-one").c_str(),
            [&](auto& state) { benchNormalise(state, stream, Normalisation::MeanSubtracted, mean); });
    }
    add("keras-mean-subtracted/build-tables", [&](auto& state) { benchTables(state, mean); });

    RatioReporter reporter;
    benchmark::RunSpecifiedBenchmarks(&reporter);
    reporter.printTable(names);
    benchmark::Shutdown();
    return 0;
}
