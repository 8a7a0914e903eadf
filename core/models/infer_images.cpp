#include "models/infer_images.h"

#include "wire/record_decoder.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <thread>

namespace iotbench {
namespace {

// Takes batches off a common counter until there is none left.
class Worker {
public:
    Worker(
        const ImageSet& images, const PixelMean& mean, const InferOptions& options, engines::Session& session)
        : m_images(images)
        , m_mean(mean)
        , m_options(options)
        , m_session(session)
        , m_record(std::make_unique<DecodedRecord>())
    {
    }

    // Empty or why it gave up.
    Message run(std::atomic<std::size_t>& next, std::size_t count, std::vector<float>& scores)
    {
        for (std::size_t first = 0; (first = next.fetch_add(m_options.batch)) < count;) {
            const std::size_t here = std::min(m_options.batch, count - first);
            for (std::size_t i = 0; i < here; ++i) {
                fillInput(first + i, m_session.input() + i * kImageValues);
            }
            const float* result = m_session.infer();
            if (result == nullptr) {
                next = count;
                return m_session.error();
            }
            std::copy_n(result, here * kClassCount, scores.data() + first * kClassCount);
        }
        return {};
    }

private:
    void fillInput(std::size_t image, float* input)
    {
        const auto pixels = m_images.image(image);
        std::copy(pixels.begin(), pixels.end(), m_record->bytes.begin());
        normaliseRecord(WireFormat::Spark, *m_record, m_options.normalisation, m_mean, input);
    }

    const ImageSet& m_images;
    const PixelMean& m_mean;
    const InferOptions& m_options;
    engines::Session& m_session;
    std::unique_ptr<DecodedRecord> m_record;
};

} // namespace

Result<std::vector<float>> inferImages(
    engines::CompiledModel& model, const ImageSet& images, const PixelMean& mean, const InferOptions& options)
{
    const std::size_t count = std::min(options.count, images.size());
    std::vector<float> scores(count * kClassCount);
    std::vector<std::unique_ptr<engines::Session>> sessions;
    for (unsigned i = 0; i < std::max(1U, options.threads); ++i) {
        engines::SessionResult created = model.createSession(options.batch);
        if (!created.session) {
            return Error{std::move(created.error)};
        }
        sessions.push_back(std::move(created.session));
    }
    std::atomic<std::size_t> next{0};
    std::mutex guard;
    Message failure; // guarded by `guard`
    {
        std::vector<std::jthread> threads;
        threads.reserve(sessions.size());
        for (const auto& session : sessions) {
            threads.emplace_back([&] {
                Message reason = Worker(images, mean, options, *session).run(next, count, scores);
                const std::scoped_lock lock(guard);
                if (failure.empty()) {
                    failure = std::move(reason);
                }
            });
        }
    }
    if (!failure.empty()) {
        return Error{std::move(failure)};
    }
    return scores;
}

} // namespace iotbench
