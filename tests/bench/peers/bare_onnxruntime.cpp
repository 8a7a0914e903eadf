// ONNX Runtime by its own C++ interface and nothing else, as somebody would write who only wants it fast:
//
//   bare_onnxruntime FILE.onnx THREADS BATCH SECONDS     images/s, with a session of one thread for each
//   thread bare_onnxruntime FILE.onnx THREADS BATCH SECONDS shared     with one for all
//
// The images are noise of which each inference sees the same. Prints one line of JSON.
#include <onnxruntime_cxx_api.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <exception>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
constexpr int kWarmup = 5;

Ort::SessionOptions oneThread()
{
    Ort::SessionOptions options;
    options.SetIntraOpNumThreads(1);
    options.SetInterOpNumThreads(1);
    return options;
}

// Inferences in `seconds` after the warm-up, a second.
double inferencesPerS(Ort::Session& session, std::int64_t batch, double seconds)
{
    const std::array<std::int64_t, 4> shape{batch, 3, 32, 32};
    std::vector<float> images(static_cast<std::size_t>(batch) * 3072);
    std::mt19937 generator(42);
    std::generate(
        images.begin(), images.end(), [&] { return std::uniform_real_distribution(-0.5F, 0.5F)(generator); });
    const auto place = Ort::MemoryInfo::CreateCpu(OrtDeviceAllocator, OrtMemTypeDefault);
    const Ort::Value input
        = Ort::Value::CreateTensor<float>(place, images.data(), images.size(), shape.data(), shape.size());
    const Ort::AllocatorWithDefaultOptions allocator;
    const auto taken = session.GetInputNameAllocated(0, allocator);
    const auto given = session.GetOutputNameAllocated(0, allocator);
    const char* const from = taken.get();
    const char* const to = given.get();
    const auto infer = [&] { session.Run(Ort::RunOptions{nullptr}, &from, &input, 1, &to, 1); };
    for (int i = 0; i < kWarmup; ++i) {
        infer();
    }
    const auto start = Clock::now();
    double elapsed = 0;
    double done = 0;
    for (; elapsed < seconds; ++done) {
        infer();
        elapsed = std::chrono::duration<double>(Clock::now() - start).count();
    }
    return done / elapsed;
}

void measure(const std::vector<std::string>& words)
{
    const auto threads = static_cast<std::size_t>(std::stoul(words[1]));
    const std::int64_t batch = std::stoll(words[2]);
    const double seconds = std::stod(words[3]);
    const Ort::Env environment(ORT_LOGGING_LEVEL_ERROR, "bare");
    std::vector<Ort::Session> sessions;
    for (std::size_t i = 0; i < (words.size() == 5 ? 1 : threads); ++i) {
        sessions.emplace_back(environment, words[0].c_str(), oneThread());
    }
    std::atomic<double> imagesPerS{0};
    {
        std::vector<std::jthread> running;
        for (std::size_t i = 0; i < threads; ++i) {
            running.emplace_back([&, i] {
                imagesPerS += inferencesPerS(sessions[i % sessions.size()], batch, seconds)
                    * static_cast<double>(batch);
            });
        }
    }
    std::printf("{\"images_per_s\": %.1f}\n", imagesPerS.load());
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        if (words.size() != 4 && !(words.size() == 5 && words[4] == "shared")) {
            throw std::runtime_error("usage: bare_onnxruntime FILE.onnx THREADS BATCH SECONDS [shared]");
        }
        measure(words);
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "bare_onnxruntime: %s\n", problem.what());
        return 1;
    }
}
