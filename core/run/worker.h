// A thread that turns records into samples: decode, normalise, infer.
#pragma once

#include "base/clock.h"
#include "base/notifier.h"
#include "base/sampled_cpu.h"
#include "base/stop_signal.h"
#include "models/scores.h"
#include "run/batch_sessions.h"
#include "run/gallery.h"
#include "run/run_stages.h"
#include "run/sample_ring.h"
#include "stream/record_queue.h"
#include "wire/record_decoder.h"

#include <atomic>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace iotbench {

// What all workers of a run share. Outlives them.
struct WorkerShared {
    RecordQueue& queue;
    SampleRing& ring;
    Notifier& collectorNotifier; // notified when the ring is full, and at each pause where `prompt`
    Notifier& runNotifier; // notified when a worker ends, and when an inference has failed
    const Clock& clock;
    Normalisation normalisation = Normalisation::Unit; // for byte formats
    const PixelMean& mean;
    const ImageFacts& images; // that the streams carry and the model takes
    ScoreKind scores = ScoreKind::Probabilities;
    Gallery* gallery = nullptr; // where pictures are kept; null: nowhere
    bool hashes = false; // samples carry what reports and other processes know an image by
    bool prompt = false; // results are wanted as soon as the input pauses (role worker)
    std::atomic<bool> abandon{false}; // records left are handed on unclassified
    std::atomic<bool> failed{false}; // an inference has failed; the worker's result says why
};

// How many inferences of such a batch warm a session up with so many images: two at least, none for none.
std::uint64_t warmUpInferences(unsigned images, std::size_t batch);

class Worker {
public:
    Worker(WorkerShared& shared, BatchSessions sessions);

    // Each session classifies `imagesEach` of `images` (H×W×C bytes), fewer where stopped. "" or why one
    // failed.
    Message warmUp(unsigned imagesEach, const ImageSet& images, const StopSignal& stop);

    // On a thread of its own: until the queue is closed and empty.
    WorkerResult run();

private:
    struct Content {
        std::uint64_t hash = 0, key = 0; // see Sample
        bool meanSubtracted = false;
    };

    void work(std::span<Record> records);
    std::size_t fill(engines::Session& session, std::span<Record> records, std::size_t& good);
    RejectReason decode(const Record& record, Content& content);
    Content contentOf(WireFormat format);
    void infer(engines::Session& session, std::size_t first);
    void takePicture(Sample& sample, const Record& record, std::span<const float> scores);
    void publish(const Sample& sample);
    void handOn(const Record& record, RejectReason reason, std::optional<Marked> hint = {});

    WorkerShared& m_shared;
    BatchSessions m_sessions;
    std::vector<Record> m_records; // popped together
    DecodedRecord m_decoded;
    std::vector<Sample> m_pending; // beside the images in the session being filled
    std::vector<const Record*> m_pendingRecords; // beside m_pending: where each came from
    std::int64_t m_startNs = 0; // of the batch in work
    const std::size_t m_values; // of an image
    std::vector<std::uint8_t> m_planes; // of the record in hand
    SampledCpu m_decodeCpu, m_normaliseCpu;
    WorkerResult m_result;
};

} // namespace iotbench
