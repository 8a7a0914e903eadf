#include "engines/opencv/opencv_engine.h"

#include "base/refusal.h"
#include "engines/aligned_floats.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/core/version.hpp>
#include <opencv2/dnn.hpp>

#include <exception>
#include <utility>

namespace iotbench::engines {
namespace {

// cv::Exception::what() is "OpenCV(4.6.0) ./modules/…:1021: error: (-2:Unspecified error) in function '…'"
// and more lines; `err` alone is the reason.
Message reasonOf(const cv::Exception& failure)
{
    std::string reason = failure.err.empty() ? failure.what() : failure.err;
    while (!reason.empty() && (reason.back() == '\n' || reason.back() == ' ')) {
        reason.pop_back();
    }
    return {TR("OpenCV: %1"), {reason}};
}

// Runs `work` and keeps every exception inside; the reason comes back, empty where there was none.
template <typename Work>
Message guarded(const Work& work) noexcept
{
    try {
        work();
        return {};
    } catch (const cv::Exception& failure) {
        return reasonOf(failure);
    } catch (const Refusal& refusal) {
        return refusal.reason();
    } catch (const std::exception& failure) {
        return verbatim(failure.what());
    } catch (...) {
        return TR("unknown failure");
    }
}

// A network of its own, always fed with the same batch: changing the batch of a cv::dnn::Net costs more than
// an inference, and a Net must not be shared between threads.
class OpencvSession final : public Session {
public:
    OpencvSession(const ModelSource& source, std::size_t batch)
        : m_batch(batch)
        , m_classes(source.classes)
        , m_memory(batch * source.inputValues())
    {
        const int shape[] = {static_cast<int>(batch), static_cast<int>(source.channels),
            static_cast<int>(source.height), static_cast<int>(source.width)};
        m_input = cv::Mat(4, shape, CV_32F, m_memory.data());
        m_net = cv::dnn::readNetFromONNX(
            reinterpret_cast<const char*>(source.bytes.data()), source.bytes.size());
        m_net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        m_net.setPreferableTarget(cv::dnn::DNN_TARGET_CPU);
    }

    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_memory.data(); }

    const float* infer() noexcept override
    {
        m_error = guarded([this] {
            m_net.setInput(m_input); // keeps a reference; the copy into the network happens in forward()
            m_scores = m_net.forward();
            if (m_scores.total() != m_batch * m_classes || m_scores.type() != CV_32F
                || !m_scores.isContinuous()) {
                throw Refusal(TR("the model's output is not %1 times %2 scores"), {m_batch, m_classes});
            }
        });
        return m_error.empty() ? m_scores.ptr<float>() : nullptr;
    }

    const Message& error() const noexcept override { return m_error; }

private:
    std::size_t m_batch;
    std::size_t m_classes;
    AlignedFloats m_memory;
    cv::Mat m_input;
    cv::Mat m_scores; // the network's own output memory, written by the next forward()
    cv::dnn::Net m_net;
    Message m_error;
};

class OpencvModel final : public CompiledModel {
public:
    explicit OpencvModel(const ModelSource& source)
        : m_onnx(source.bytes.begin(), source.bytes.end())
        , m_source(source)
    {
        m_source.bytes = m_onnx;
    }

    // A first inference proves that the network takes this batch, and lays out its memory.
    SessionResult createSession(std::size_t batch) noexcept override
    {
        SessionResult result;
        result.error = guarded([&] {
            auto session = std::make_unique<OpencvSession>(m_source, batch);
            if (session->infer() == nullptr) {
                throw Refusal(session->error());
            }
            result.session = std::move(session);
        });
        return result;
    }

    std::string description() const override { return "fp32, CPU, opencv " CV_VERSION; }

private:
    const std::vector<std::uint8_t> m_onnx;
    ModelSource m_source; // of m_onnx
};

class OpencvEngine final : public Engine {
public:
    OpencvEngine()
    {
        cv::setNumThreads(1);
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    }

    std::string name() const override { return "opencv"; }
    std::string version() const override { return cv::getVersionString(); }
    std::vector<Precision> precisions() const override { return {Precision::Fp32}; }
    std::vector<std::string> devices() const override { return {"CPU"}; }

    CompileResult compile(const ModelSource& source, const CompileOptions& options) noexcept override
    {
        CompileResult result;
        result.error = guarded([&] {
            if (source.format != ModelFormat::Onnx || source.bytes.empty()) {
                throw Refusal(TR("engine opencv reads ONNX models only"));
            }
            if (options.precision != Precision::Fp32) {
                throw Refusal(TR("engine opencv computes in fp32 only"));
            }
            if (options.device != "CPU") {
                throw Refusal(TR("engine opencv has no device \"%1\", only CPU"), {options.device});
            }
            auto model = std::make_unique<OpencvModel>(source);
            SessionResult trial = model->createSession(1);
            if (!trial.session) {
                throw Refusal(
                    TR("model %1 does not run: %2; --engine auto takes an engine that runs it, where "
                       "there is one"),
                    {source.name, trial.error});
            }
            result.model = std::move(model);
        });
        return result;
    }
};

} // namespace

std::unique_ptr<Engine> createOpencvEngine()
{
    return std::make_unique<OpencvEngine>();
}

} // namespace iotbench::engines
