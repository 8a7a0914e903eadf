// An engine in a module that always sees a frog: what a third party would write, and no more.
#include "engines/engine.h"

#include <algorithm>

namespace {

using namespace iotbench::engines;

class FrogSession final : public Session {
public:
    FrogSession(std::size_t batch, std::size_t inputValues, std::size_t classes)
        : m_batch(batch)
        , m_input(batch * inputValues)
        , m_scores(batch * classes)
    {
        for (std::size_t i = 0; i < batch; ++i) {
            m_scores[i * classes + 6] = 1;
        }
    }
    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }
    const float* infer() noexcept override { return m_scores.data(); }
    const iotbench::Message& error() const noexcept override { return m_noError; }

private:
    std::size_t m_batch;
    std::vector<float> m_input;
    std::vector<float> m_scores;
    iotbench::Message m_noError;
};

class FrogModel final : public CompiledModel {
public:
    SessionResult createSession(std::size_t batch) noexcept override
    {
        return {std::make_unique<FrogSession>(batch, 3072, 10), {}};
    }
    std::string description() const override { return "frogs"; }
};

class FrogEngine final : public Engine {
public:
    std::string name() const override { return "good"; }
    std::string version() const override { return "7.1"; }
    std::vector<Precision> precisions() const override { return {Precision::Fp32, Precision::Int8}; }
    std::vector<std::string> devices() const override { return {"POND"}; }
    std::vector<UnusableDevice> unusableDevices() const override
    {
        return {{"SWAMP", iotbench::verbatim("has dried up")}};
    }
    CompileResult compile(const ModelSource&, const CompileOptions&) noexcept override
    {
        return {std::make_unique<FrogModel>(), {}};
    }
};

Engine* createEngine(iotbench::Message*)
{
    return new FrogEngine;
}

constexpr ModuleDescription kDescription{kEngineAbiTag, createEngine};

} // namespace

IOTBENCH_ENGINE_EXPORT const ModuleDescription* iotbench_engine_module()
{
    return &kDescription;
}
