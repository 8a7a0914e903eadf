// A model that ONNX Runtime has accepted, and the sessions that run it.
#pragma once

#include "engines/engine.h"
#include "engines/onnxruntime/model_ends.h"
#include "engines/onnxruntime/ort_api.h"

#include <cstddef>
#include <string>

namespace iotbench::engines {

// One session of the library's for all of ours: it runs on the threads that call, any number at once, with
// every batch size that the model takes. One for each of ours did not do more images a second, and has the
// weights as often.
class OnnxruntimeModel final : public CompiledModel {
public:
    // `what`: what runs, for description().
    OnnxruntimeModel(Owned<OrtSession> session, ModelEnds ends, const ModelSource& source, std::string what);

    SessionResult createSession(std::size_t batch) noexcept override;
    std::string description() const override { return m_what; }
    std::size_t leastBatch() const noexcept { return m_ends.imagesAtOnce(1); }

private:
    const Owned<OrtSession> m_session;
    const ModelEnds m_ends;
    const std::size_t m_channels, m_height, m_width, m_classes;
    const std::string m_what;
};

} // namespace iotbench::engines
