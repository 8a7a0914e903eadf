// Where we only send: a row of images.csv for each image, once it has left.
#pragma once

#include "images/image_set.h"
#include "run/sample_outputs.h"
#include "run/sending_side.h"
#include "stream/schedule.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace iotbench {

// The collector's thread. An image that is asked for too late to know when it left (see SentTimes) has no
// sent time.
class SentRows {
public:
    // Both outlive it.
    SentRows(const SendingSide& sending, const ImageSet& images);

    // Rows of the images that have left since the last call.
    void addTo(SampleOutputs& outputs);

private:
    struct Stream {
        std::uint64_t firstImage = 0;
        std::optional<Schedule> schedule; // where there are intended times
        std::uint64_t next = 0; // of its images
    };

    const SendingSide& m_sending;
    const ImageSet& m_images;
    std::vector<Stream> m_streams;
};

} // namespace iotbench
