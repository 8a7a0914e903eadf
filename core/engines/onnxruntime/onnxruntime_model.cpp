#include "engines/onnxruntime/onnxruntime_model.h"

#include "engines/aligned_floats.h"

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace iotbench::engines {
namespace {

// A tensor over memory that is kept elsewhere.
Owned<OrtValue> tensorOver(float* values, std::size_t count, std::span<const std::int64_t> shape)
{
    const auto place = made<OrtMemoryInfo>(ort().CreateCpuMemoryInfo, OrtDeviceAllocator, OrtMemTypeDefault);
    return made<OrtValue>(ort().CreateTensorWithDataAsOrtValue, place.get(), values, count * sizeof(float),
        shape.data(), shape.size(), ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT);
}

// Of the output, after a first inference into memory of the library's own.
std::vector<std::int64_t> outputShape(OrtSession& session, OrtIoBinding& binding, const std::string& output)
{
    const auto place = made<OrtMemoryInfo>(ort().CreateCpuMemoryInfo, OrtDeviceAllocator, OrtMemTypeDefault);
    check(ort().BindOutputToDevice(&binding, output.c_str(), place.get()));
    check(ort().RunWithBinding(&session, nullptr, &binding));
    OrtAllocator* allocator = nullptr;
    check(ort().GetAllocatorWithDefaultOptions(&allocator));
    OrtValue** values = nullptr;
    std::size_t count = 0;
    check(ort().GetBoundOutputValues(&binding, allocator, &values, &count));
    const Owned<OrtValue> scores(values[0]);
    check(ort().AllocatorFree(allocator, values));
    return shapeOf(*made<OrtTensorTypeAndShapeInfo>(ort().GetTensorTypeAndShape, scores.get()));
}

// Input and output are this session's memory, bound once. A model of a fixed batch runs once for each so many
// images.
class OnnxruntimeSession final : public Session {
public:
    struct ImageShape {
        std::size_t channels, height, width;
        std::size_t values() const { return channels * height * width; }
    };

    OnnxruntimeSession(
        OrtSession& session, const ModelEnds& ends, std::size_t batch, ImageShape image, std::size_t classes)
        : m_batch(batch)
        , m_inputValues(batch * image.values())
        , m_scoreValues(batch * classes)
        , m_input(m_inputValues)
        , m_scores(m_scoreValues)
        , m_session(session)
    {
        const std::size_t images = ends.imagesAtOnce(batch);
        if (batch % images != 0) {
            throw Refusal(TR("the model takes %1 images at once: the batch size (--batch-size) must be a "
                             "multiple of %1, not %2"),
                {images, batch});
        }
        const std::array<std::int64_t, 4> shape{static_cast<std::int64_t>(images),
            static_cast<std::int64_t>(image.channels), static_cast<std::int64_t>(image.height),
            static_cast<std::int64_t>(image.width)};
        for (std::size_t first = 0; first < batch; first += images) {
            Owned<OrtIoBinding> part = made<OrtIoBinding>(ort().CreateIoBinding, &session);
            const auto fed
                = tensorOver(m_input.data() + first * image.values(), images * image.values(), shape);
            check(ort().BindInput(part.get(), ends.input.c_str(), fed.get()));
            const std::vector<std::int64_t> given = outputShape(session, *part, ends.output);
            std::int64_t values = 1;
            for (const std::int64_t each : given) {
                values *= each;
            }
            if (given.empty() || given.front() != shape.front()
                || values != static_cast<std::int64_t>(images * classes)) {
                throw Refusal(TR("the model's output is not %1 times %2 scores"), {images, classes});
            }
            const auto read = tensorOver(m_scores.data() + first * classes, images * classes, given);
            check(ort().BindOutput(part.get(), ends.output.c_str(), read.get()));
            m_parts.push_back(std::move(part));
        }
    }

    std::size_t batch() const noexcept override { return m_batch; }
    float* input() noexcept override { return m_input.data(); }

    const float* infer() noexcept override
    {
        m_error = guarded([this] {
            for (const Owned<OrtIoBinding>& part : m_parts) {
                check(ort().RunWithBinding(&m_session, nullptr, part.get()));
            }
        });
        return m_error.empty() ? m_scores.data() : nullptr;
    }

    const Message& error() const noexcept override { return m_error; }

private:
    const std::size_t m_batch;
    const std::size_t m_inputValues;
    const std::size_t m_scoreValues;
    AlignedFloats m_input;
    AlignedFloats m_scores;
    OrtSession& m_session;
    std::vector<Owned<OrtIoBinding>> m_parts;
    Message m_error;
};

} // namespace

OnnxruntimeModel::OnnxruntimeModel(
    Owned<OrtSession> session, ModelEnds ends, const ModelSource& source, std::string what)
    : m_session(std::move(session))
    , m_ends(std::move(ends))
    , m_channels(source.channels)
    , m_height(source.height)
    , m_width(source.width)
    , m_classes(source.classes)
    , m_what(std::move(what))
{
}

// A first inference proves that the model takes this batch, and lays out its memory.
SessionResult OnnxruntimeModel::createSession(std::size_t batch) noexcept
{
    SessionResult result;
    result.error = guarded([&] {
        auto session = std::make_unique<OnnxruntimeSession>(*m_session, m_ends, batch,
            OnnxruntimeSession::ImageShape{m_channels, m_height, m_width}, m_classes);
        if (session->infer() == nullptr) {
            throw Refusal(session->error());
        }
        result.session = std::move(session);
    });
    return result;
}

} // namespace iotbench::engines
