#include "lone_engine.h"

#include "machine/core_types.h"
#include "machine/cpu_affinity.h"
#include "machine/cpu_list.h"
#include "models/compile_model.h"
#include "models/infer_images.h"

#include <algorithm>

namespace iotbench::bench {

namespace {

constexpr std::size_t kBatchOfCounting = 8;

} // namespace

LoneEngine::LoneEngine(
    const std::string& engine, const std::string& model, engines::Precision precision, unsigned threads)
    : m_model(wanted(ModelCatalogue::standard().load(model, precision)))
    , m_images(wanted(loadBundledTestSet()))
    , m_mean(wanted(loadTrainingPixelMean()))
    , m_normalisation(m_model.normalisation().value_or(Normalisation::Unit))
    , m_threads(threads)
{
    auto compiled
        = compileModel(*wanted(m_registry.find(engine)), m_model.source(), {precision, "CPU", threads});
    if (!compiled.model)
        throw std::runtime_error(compiled.error.english());
    m_compiled = std::move(compiled.model);
}

BareFigure LoneEngine::run(const BareLoop& loop) const
{
    BareLoop placed = loop;
    placed.workerCpus = cpusOfWorkers(loop.threads, readCoreTypes(), allowedCpus());
    return wanted(runBareEngine(*m_compiled, placed, m_images, m_normalisation, m_mean));
}

int LoneEngine::right() const
{
    const InferOptions options{m_normalisation, m_images.size(), kBatchOfCounting, m_threads};
    const auto scores = wanted(inferImages(*m_compiled, m_images, m_mean, options));
    const std::size_t classes = m_images.facts.classes.size();
    int right = 0;
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        const float* const ofImage = scores.data() + i * classes;
        right += std::max_element(ofImage, ofImage + classes) - ofImage == m_images.labels[i] ? 1 : 0;
    }
    return right;
}

} // namespace iotbench::bench
