#include "models/infer_images.h"

#include "wire/normalise_image.h"

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
    {
    }

    // Empty or why it gave up.
    Message run(std::atomic<std::size_t>& next, std::size_t count, std::vector<float>& scores)
    {
        for (std::size_t first = 0; (first = next.fetch_add(m_options.batch)) < count;) {
            const std::size_t here = std::min(m_options.batch, count - first);
            for (std::size_t i = 0; i < here; ++i) {
                normaliseImage(m_images.facts.shape, m_images.image(first + i), m_options.normalisation,
                    m_mean, m_session.input() + i * m_images.facts.shape.values());
            }
            const float* result = m_session.infer();
            if (result == nullptr) {
                next = count;
                return m_session.error();
            }
            const std::size_t classes = m_images.facts.classes.size();
            std::copy_n(result, here * classes, scores.data() + first * classes);
        }
        return {};
    }

private:
    const ImageSet& m_images;
    const PixelMean& m_mean;
    const InferOptions& m_options;
    engines::Session& m_session;
};

} // namespace

Result<std::vector<float>> inferImages(
    engines::CompiledModel& model, const ImageSet& images, const PixelMean& mean, const InferOptions& options)
{
    const std::size_t count = std::min(options.count, images.size());
    std::vector<float> scores(count * images.facts.classes.size());
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
