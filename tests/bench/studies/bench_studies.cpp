// Searches on simulated boxes against the truth: the highest load whose p99 over 3,600 quiet seconds is
// within the limit.
#include "simulated_study.h"
#include "test_paths.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;

namespace {

constexpr const char* kHelp
    = R"(bench_studies [--boxes N] [--probe-seconds S]… [--cameras R] [--threads N] [--truth-seconds S]
  --boxes N           boxes of each kind (1000)
  --probe-seconds S   longest probe (60); several make a row each
  --cameras R         ask for cameras of R images/s instead of a Poisson rate
  --threads N         boxes at once (all processors)
  --truth-seconds S   quiet time that the truth is taken from (3600)
)";

struct Options {
    std::uint64_t boxes = 1'000;
    std::vector<double> probeSeconds;
    double cameraRatePerS = 0;
    double truthS = 3'600;
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
};

bool read(int count, char** words, Options& options)
{
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const char* value = i + 1 < count ? words[++i] : nullptr;
        if (!value)
            return false;
        if (word == "--boxes")
            options.boxes = std::strtoull(value, nullptr, 10);
        else if (word == "--probe-seconds")
            options.probeSeconds.push_back(std::strtod(value, nullptr));
        else if (word == "--cameras")
            options.cameraRatePerS = std::strtod(value, nullptr);
        else if (word == "--truth-seconds")
            options.truthS = std::strtod(value, nullptr);
        else if (word == "--threads")
            options.threads = std::max(1U, static_cast<unsigned>(std::strtoul(value, nullptr, 10)));
        else
            return false;
    }
    if (options.probeSeconds.empty())
        options.probeSeconds.push_back(60);
    return options.boxes > 0;
}

// Calls task(0 … count - 1), on several threads.
template <typename Task>
void forEach(std::uint64_t count, unsigned threads, const Task& task)
{
    std::atomic<std::uint64_t> next{0};
    std::vector<std::thread> workers;
    for (unsigned i = 0; i < threads; ++i)
        workers.emplace_back([&] {
            for (std::uint64_t index = next++; index < count; index = next++)
                task(index);
        });
    for (std::thread& worker : workers)
        worker.join();
}

double quantile(std::vector<double> values, double share)
{
    const auto at
        = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

struct Row {
    std::vector<double> errors; // answer ÷ truth - 1
    std::vector<double> probes;
    std::vector<double> tookS;
    std::vector<double> weak; // 1: not "serves"
};

void print(const std::string& name, const Row& row)
{
    const auto count = static_cast<double>(row.errors.size());
    const auto per100 = [&](auto&& counts) {
        return 100 * static_cast<double>(std::count_if(row.errors.begin(), row.errors.end(), counts)) / count;
    };
    const auto within
        = [&](double most) { return per100([=](double error) { return std::abs(error) <= most; }); };
    const auto over = [&](double more) { return per100([=](double error) { return error > more; }); };
    std::vector<double> sizes = row.errors;
    for (double& error : sizes)
        error = std::abs(error);
    double weak = 0;
    for (const double each : row.weak)
        weak += each;
    std::printf("%-28s %6.1f %6.1f %7.1f %7.1f %7.1f %8.1f %8.1f %7.0f %5.0f %7.0f %6.0f %6.1f\n",
        name.c_str(), 100 * quantile(row.errors, 0.5), 100 * quantile(sizes, 0.5), within(0.03), within(0.05),
        within(0.1), over(0.03), over(0.05), quantile(row.probes, 0.5), quantile(row.probes, 0.9),
        quantile(row.tookS, 0.5), quantile(row.tookS, 0.9), 100 * weak / count);
    std::fflush(stdout);
}

void studyKind(BoxKind kind, const char* name, const std::string& serviceFile, const Options& options)
{
    const ServiceTimes service = ServiceTimes::read(serviceFile);
    const auto box = [&](Noise noise, std::uint64_t index) {
        StudiedBox drawn = drawBox(kind, service, noise, index);
        drawn.cameraRatePerS = options.cameraRatePerS;
        return drawn;
    };
    std::vector<double> truths(options.boxes);
    forEach(options.boxes, options.threads, [&](std::uint64_t index) {
        truths[index] = trueLoad(box(Noise::Quiet, index), index + 1, options.truthS);
    });
    for (const double seconds : options.probeSeconds)
        for (const Noise noise : {Noise::Quiet, Noise::Bursts}) {
            Row row;
            for (auto* column : {&row.errors, &row.probes, &row.tookS, &row.weak})
                column->resize(options.boxes);
            forEach(options.boxes, options.threads, [&](std::uint64_t index) {
                StudiedBox studied = box(noise, index);
                studied.mostProbeS = seconds;
                const PlayedStudy study = playSearch(studied, index + 1);
                row.errors[index]
                    = study.answer.holdsAt == truths[index] ? 0 : study.answer.holdsAt / truths[index] - 1;
                row.probes[index] = study.answer.probes;
                row.tookS[index] = study.tookS;
                row.weak[index] = study.answer.kind != studies::AnswerKind::Serves;
            });
            print(std::string(name) + (noise == Noise::Quiet ? ", quiet, " : ", bursts, ")
                    + std::to_string(static_cast<int>(seconds)) + " s",
                row);
        }
}

} // namespace

int main(int count, char** words)
{
    Options options;
    if (!read(count, words, options)) {
        std::fputs(kHelp, stderr);
        return 2;
    }
    std::printf("%-28s %6s %6s %7s %7s %7s %8s %8s %7s %5s %7s %6s %6s\n", "of 100 boxes, errors in %",
        "median", "size", "within3", "within5", "within10", "over>3", "over>5", "probes", "p90", "seconds",
        "p90", "weak");
    const std::string folder = dataPath("studies/").toStdString();
    studyKind(BoxKind::OpenCv, "opencv", folder + "service_opencv_fp32.csv", options);
    studyKind(BoxKind::OpenVino, "openvino", folder + "service_openvino_int8.csv", options);
}
