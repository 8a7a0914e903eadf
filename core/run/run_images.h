// The images of a run, read by a thread of their own while model and engine are got ready.
#pragma once

#include "base/result.h"
#include "base/stage_thread.h"
#include "images/image_set.h"
#include "images/known_images.h"
#include "settings/settings.h"

#include <memory>
#include <optional>

namespace iotbench {

struct RunImages {
    std::shared_ptr<const ImageSet> sent = {}; // null where we do not send
    // The bundled ones, for warm-up; null in send. All, but where the first of them are all that comes.
    std::shared_ptr<const ImageSet> testSet = {};
    // By content: testSet, null in send; and the images that are sent, null but in loopback.
    std::shared_ptr<const KnownImages> knownTestSet = {}, knownSent = {};
};

class RunImagesLoading {
public:
    // Begins to read what role, --images and --format want; here and now where the system gives no thread.
    // `hashOf`: by what the images that come are known.
    RunImagesLoading(const Settings& settings, ImageHash hashOf);

    // Waits until it is done. One thread; as often as it likes. Error, in words: what is missing or damaged,
    // with the file's name, or images that the format cannot carry.
    const Result<RunImages>& wait();

private:
    std::unique_ptr<std::optional<Result<RunImages>>> m_loaded; // the thread's until it is joined
    StageThread m_thread;
};

} // namespace iotbench
