#include "engines/null/null_engine.h"

#include "engines/aligned_floats.h"

#include <exception>

namespace iotbench::engines {
namespace {

class NullSession final : public Session {
public:
    NullSession(std::size_t batch, std::size_t inputValues, std::size_t classes)
        : m_batch(batch)
        , m_input(batch * inputValues)
        , m_scores(batch * classes, 1.0F / static_cast<float>(classes))
    {
    }

    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }
    const float* infer() noexcept override { return m_scores.data(); }
    const Message& error() const noexcept override { return m_noError; }

private:
    std::size_t m_batch;
    AlignedFloats m_input;
    std::vector<float> m_scores;
    Message m_noError;
};

class NullModel final : public CompiledModel {
public:
    NullModel(std::size_t inputValues, std::size_t classes)
        : m_inputValues(inputValues)
        , m_classes(classes)
    {
    }

    SessionResult createSession(std::size_t batch) noexcept override
    {
        try {
            return {std::make_unique<NullSession>(batch, m_inputValues, m_classes), {}};
        } catch (const std::exception& failure) {
            return {nullptr, verbatim(failure.what())};
        }
    }
    std::string description() const override { return "no inference"; }

private:
    std::size_t m_inputValues;
    std::size_t m_classes;
};

class NullEngine final : public Engine {
public:
    std::string name() const override { return "null"; }
    std::string version() const override { return "1"; }
    std::vector<Precision> precisions() const override
    {
        return {Precision::Fp32, Precision::Bf16, Precision::Int8}; // none of them changes anything
    }
    std::vector<std::string> devices() const override { return {"CPU"}; }
    bool needsModel() const noexcept override { return false; }
    CompileResult compile(const ModelSource& source, const CompileOptions&) noexcept override
    {
        try {
            return {std::make_unique<NullModel>(source.inputValues(), source.classes), {}};
        } catch (const std::exception& failure) {
            return {nullptr, verbatim(failure.what())};
        }
    }
};

} // namespace

std::unique_ptr<Engine> createNullEngine()
{
    return std::make_unique<NullEngine>();
}

} // namespace iotbench::engines
