// An engine in a loop beside nothing else, as other programs measure theirs:
//
//   engine_alone ENGINE PRECISION MODEL THREADS BATCH SECONDS   images/s and ms an inference (median)
//   engine_alone ENGINE PRECISION MODEL THREADS right           how many of the 10,000 test images are right
//
// Prints one line of JSON. Fails in words where engine, precision and model do not go together.
#include "engines/engine_registry.h"
#include "images/test_set.h"
#include "models/infer_images.h"
#include "models/model_catalogue.h"
#include "run/bare_engine.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

using namespace iotbench;

namespace {

template <typename T>
T wanted(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error());
    return std::move(*result);
}

engines::Precision precisionFrom(const std::string& word)
{
    for (const auto precision :
        {engines::Precision::Fp32, engines::Precision::Bf16, engines::Precision::Int8})
        if (word == engines::toString(precision))
            return precision;
    throw std::runtime_error("no precision is called " + word);
}

int countRight(const std::vector<float>& scores, const ImageSet& images)
{
    int right = 0;
    for (std::size_t i = 0; i < images.size(); ++i) {
        const float* const ofImage = scores.data() + i * kClassCount;
        right += std::max_element(ofImage, ofImage + kClassCount) - ofImage == images.labels[i] ? 1 : 0;
    }
    return right;
}

void measure(const std::vector<std::string>& words)
{
    const engines::EngineRegistry registry;
    const engines::Precision precision = precisionFrom(words[1]);
    const auto threads = static_cast<unsigned>(std::stoul(words[3]));
    engines::Engine* const engine = wanted(registry.find(words[0]));
    const LoadedModel model = wanted(ModelCatalogue::standard().load(words[2], precision));
    const ImageSet images = wanted(loadBundledTestSet());
    const PixelMean mean = wanted(loadTrainingPixelMean());
    const Normalisation normalisation = model.normalisation().value_or(Normalisation::Unit);

    const engines::CompileResult compiled = engine->compile(model.source(), {precision, "CPU", threads});
    if (!compiled.model)
        throw std::runtime_error(compiled.error);
    if (words[4] == "right") {
        const InferOptions options{normalisation, images.size(), 8, threads};
        const auto scores = wanted(inferImages(*compiled.model, images, mean, options));
        std::printf("{\"right\": %d}\n", countRight(scores, images));
        return;
    }
    BareLoop loop;
    loop.threads = threads;
    loop.batch = std::stoul(words[4]);
    loop.seconds = std::stod(words[5]);
    const BareFigure figure = wanted(runBareEngine(*compiled.model, loop, images, normalisation, mean));
    std::printf("{\"images_per_s\": %.1f, \"ms\": %.4f}\n", figure.imagesPerS, figure.p50MsPerInference);
}

} // namespace

int main(int argc, char* argv[])
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    try {
        if (words.size() != 6 && !(words.size() == 5 && words[4] == "right"))
            throw std::runtime_error(
                "usage: engine_alone ENGINE PRECISION MODEL THREADS {BATCH SECONDS | right}");
        measure(words);
        return 0;
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "engine_alone: %s\n", problem.what());
        return 1;
    }
}
