// An engine in a loop beside nothing else, as other programs measure theirs:
//
//   engine_alone ENGINE PRECISION MODEL THREADS BATCH SECONDS [RATE]   images/s and ms an inference (median)
//   engine_alone ENGINE PRECISION MODEL THREADS right                  how many of the 10,000 test images are
//   right
//
// RATE: images/s that are asked of it, evenly spread; without, as many as it can.
// Prints one line of JSON. Fails in words where engine, precision and model do not go together.
#include "lone_engine.h"

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

using namespace iotbench;

namespace {

engines::Precision precisionFrom(const std::string& word)
{
    for (const auto precision :
        {engines::Precision::Fp32, engines::Precision::Bf16, engines::Precision::Int8})
        if (word == engines::toString(precision))
            return precision;
    throw std::runtime_error("no precision is called " + word);
}

void measure(const std::vector<std::string>& words)
{
    const auto threads = static_cast<unsigned>(std::stoul(words[3]));
    const bench::LoneEngine engine(words[0], words[2], precisionFrom(words[1]), threads);
    if (words[4] == "right") {
        std::printf("{\"right\": %d}\n", engine.right());
        return;
    }
    BareLoop loop;
    loop.threads = threads;
    loop.batch = std::stoul(words[4]);
    loop.seconds = std::stod(words[5]);
    if (words.size() > 6)
        loop.imagesPerS = std::stod(words[6]);
    const BareFigure figure = engine.run(loop);
    std::printf("{\"images_per_s\": %.1f, \"ms\": %.4f}\n", figure.imagesPerS, figure.p50MsPerInference);
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        if (words.size() != 6 && words.size() != 7 && !(words.size() == 5 && words[4] == "right"))
            throw std::runtime_error(
                "usage: engine_alone ENGINE PRECISION MODEL THREADS {BATCH SECONDS [RATE] | right}");
        measure(words);
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "engine_alone: %s\n", problem.what());
        return 1;
    }
}
