#include "run/run_images.h"

#include "base/refusal.h"
#include "images/image_files.h"
#include "images/test_set.h"
#include "run/carried_images.h"

#include <algorithm>
#include <cstdint>

namespace iotbench {

namespace {

Result<std::shared_ptr<const ImageSet>> shared(Result<ImageSet> loaded)
{
    if (!loaded)
        return Error{loaded.error()};
    return std::shared_ptr<const ImageSet>(std::make_shared<ImageSet>(std::move(*loaded)));
}

// Of the bundled images. Where all that come are those that we send, in their order, what is known of others
// makes no difference.
std::size_t imagesNeeded(const Settings& settings)
{
    const bool sends = settings.role == Role::Loopback || settings.role == Role::Send;
    const bool firstOnes = sends && settings.images.empty() && settings.streams == 1;
    return firstOnes ? static_cast<std::size_t>(
               std::min<std::uint64_t>(settings.totalImages.value_or(kWholeTestSet), kWholeTestSet))
                     : kWholeTestSet;
}

Result<RunImages> load(const Settings& settings, ImageHash hashOf)
{
    const bool sends = settings.role == Role::Loopback || settings.role == Role::Send;
    const bool classifies = settings.role != Role::Send;
    RunImages images;
    if (classifies || settings.images.empty()) {
        auto bundled = shared(loadBundledTestSet(imagesNeeded(settings)));
        if (!bundled)
            return Error{bundled.error()};
        if (classifies)
            images.testSet = *bundled;
        if (sends && settings.images.empty())
            images.sent = *bundled;
    }
    if (sends && !settings.images.empty()) {
        auto files = shared(loadImageFiles(settings.images));
        if (!files)
            return Error{files.error()};
        images.sent = *files;
    }
    for (const auto& set : {images.testSet, images.sent})
        if (set)
            if (auto fault = faultOfImages(
                    verbatim(set->origin), set->facts.shape, set->facts.classes.size(), settings.format))
                return *fault;

    if (classifies)
        images.knownTestSet = std::make_shared<KnownImages>(*images.testSet, hashOf);
    if (settings.role == Role::Loopback)
        images.knownSent = images.sent == images.testSet
            ? images.knownTestSet
            : std::make_shared<KnownImages>(*images.sent, hashOf);
    return images;
}

} // namespace

RunImagesLoading::RunImagesLoading(const Settings& settings, ImageHash hashOf)
    : m_loaded(std::make_unique<std::optional<Result<RunImages>>>())
{
    try {
        m_thread = StageThread(
            "images", [loaded = m_loaded.get(), settings, hashOf] { *loaded = load(settings, hashOf); });
    } catch (const Refusal&) {
        *m_loaded = load(settings, hashOf);
    }
}

const Result<RunImages>& RunImagesLoading::wait()
{
    if (Message failure = m_thread.join(); !failure.empty())
        *m_loaded = Error{std::move(failure)};
    return **m_loaded;
}

} // namespace iotbench
