#include "run/classifying_run.h"

#include "machine/cpu_affinity.h"
#include "machine/cpu_list.h"
#include "machine/machine.h"
#include "run/collector.h"
#include "run/reading_side.h"
#include "run/run_start.h"
#include "run/sending_side.h"
#include "run/source_events.h"
#include "run/stream_ends.h"
#include "run/worker_lines.h"
#include "run/worker_pool.h"
#include "stream/standard_streams.h"

#include <algorithm>
#include <optional>
#include <unistd.h>

namespace iotbench {

namespace {

// Room for what the collector may lag behind at the highest rates: 20 ms at a million a second.
constexpr std::size_t kRingCapacity = 32'768;
// How long a stopped run may go on working off what it has read.
constexpr std::int64_t kDrainNs = 500'000'000;

// CPUs for each worker, or none. Those of role `worker` share the machine with others of it, which they do
// not know of.
std::vector<std::vector<unsigned>> workerCpusFor(const Settings& settings, const MachineFacts& machine)
{
    if (settings.role == Role::Worker)
        return {};
    return cpusOfWorkers(settings.workers, machine.coreTypes, allowedCpus());
}

// A batch never has more images than there are.
unsigned batchCeiling(const Settings& settings)
{
    const std::uint64_t images = settings.totalImages.value_or(0);
    return images > 0 && images < settings.batchSize ? static_cast<unsigned>(images) : settings.batchSize;
}

// Of each session. Workers that share a CPU warm it up together: the start takes no longer than with one
// each.
unsigned warmUpImages(const Settings& settings)
{
    const unsigned cpus = cpusAllowed();
    if (settings.workers <= cpus || settings.warmup == 0)
        return settings.warmup;
    return std::max(1U, static_cast<unsigned>(std::uint64_t{settings.warmup} * cpus / settings.workers));
}

// The stages stand in the order in which they need each other: on every path the later ones end first.
class ClassifyingRun {
public:
    explicit ClassifyingRun(RunContext& run)
        : m_run(run)
        , m_settings(run.settings())
        , m_pool(BlockPool::kUsualBlockBytes,
              BlockPool::countFor(BlockPool::kUsualBlockBytes, m_settings.queue, m_settings.senders),
              run.clock)
        , m_queue(m_settings.queue, run.clock)
        , m_shared{.queue = m_queue,
              .ring = m_ring,
              .collectorNotifier = m_collectorNotifier,
              .runNotifier = run.changed,
              .clock = run.clock,
              .normalisation = run.inputs.normalisation(),
              .mean = run.inputs.mean,
              .images = run.inputs.imageFacts(),
              .scores = run.inputs.model ? run.inputs.model->facts.scores : ScoreKind::Probabilities,
              .gallery = run.outputs.gallery,
              .hashes = run.outputs.report || run.outputs.kept || m_settings.contentHash,
              .prompt = m_settings.role == Role::Worker}
        , m_events(run.status, m_changes)
    {
    }

    RunStages stages()
    {
        if (warmUp() && openStreams()) {
            startStages();
            watchReading();
            workOff();
            joinStages();
        }
        return std::move(m_stages);
    }

private:
    // False, here and below, where the run is over: m_stages tells why.
    bool warmUp()
    {
        if (!hasModel())
            return false;
        auto workerCpus = workerCpusFor(m_settings, m_run.watch.machine());
        ClassifyingSummary& classifying = m_stages.classifying.emplace();
        classifying.batchSizes = batchSizes(batchCeiling(m_settings));
        for (const std::vector<unsigned>& cpus : workerCpus)
            classifying.workerCpus.push_back(cpuListOf(cpus));
        m_workers.emplace(m_shared, *m_run.inputs.compiled, m_settings.workers, batchCeiling(m_settings),
            std::move(workerCpus));
        m_workers->warmUp(warmUpImages(m_settings), *m_run.inputs.images.testSet, m_run.stop);
        while (!m_workers->warm())
            m_run.await(m_run.never);
        classifying.warmUp = m_workers->warmUpDone();
        if (wasStopped())
            return false;
        if (const Message error = m_workers->warmUpError(); !error.empty())
            return fail({TR("warming up failed: %1"), {error}});
        return true;
    }

    bool hasModel()
    {
        const RunInputs& inputs = m_run.inputs;
        return inputs.compiled
            || fail(
                {TR("the model does not run on engine %1: %2"), {inputs.engine->name(), inputs.notCompiled}});
    }

    bool openStreams()
    {
        // Whoever feeds a worker may want to know when the time that loading takes is over.
        if (m_settings.role == Role::Worker)
            m_run.status.sayNeeded({TR("ready: the model is loaded, records are awaited"), {}});
        auto ends = m_settings.role == Role::Loopback
            ? openLoopback(m_settings, m_run.stop)
            : openReading(m_settings, std::move(m_run.inputs.listener), m_run.stop);
        if (!ends)
            return wasStopped() ? false : fail(ends.error());
        m_stages.transport = ends->facts;
        if (const TcpListener* listener = ends->reading.listener.get())
            m_run.status.listening(addressText(listener->bound()), listener->whoCanConnect());
        m_ends = std::move(*ends);
        return true;
    }

    void startStages()
    {
        if (m_settings.role == Role::Loopback)
            m_sending.emplace(m_settings, *m_run.inputs.images.sent, m_settings.subtractMean.value_or(false),
                m_run.inputs.mean, m_run.clock, m_readingStop);
        if (m_settings.role == Role::Worker) {
            m_output = std::make_unique<FileSink>(STDOUT_FILENO);
            m_lines.emplace(*m_output,
                WorkerColumns{.judged = m_run.inputs.judgesAnswers(), .hashes = m_settings.contentHash},
                m_run.stop);
        }
        SampleOutputs outputs = m_run.outputs;
        outputs.lines = m_lines ? &*m_lines : nullptr;
        m_collector.emplace(CollectorParts{.ring = m_ring,
                                .notifier = m_collectorNotifier,
                                .clock = m_run.clock,
                                .status = m_run.status,
                                .changes = m_changes,
                                .outputs = outputs,
                                .runNotifier = m_run.changed,
                                .events = &m_events,
                                .sending = m_sending ? &*m_sending : nullptr,
                                .slices = m_run.slices},
            countingOptions());
        m_reading.emplace(m_settings, m_pool, m_queue, m_run.clock, m_readingStop, m_events, m_run.changed);
        m_collector->start(m_gate);
        m_workers->start();
        m_reading->start(std::move(m_ends.reading), m_gate);
        if (m_sending)
            m_sending->start(std::move(m_ends.sinks), m_gate);
        startTogether(m_run, m_gate, *m_collector, m_sending ? &*m_sending : nullptr, 1);
        m_run.passed = [this] { return ImagesPassed{m_reading->received(), m_ring.taken()}; };
        m_run.status.enter(RunPhase::Waiting);
    }

    CountingOptions countingOptions() const
    {
        const RunInputs& inputs = m_run.inputs;
        CountingOptions options;
        options.classes = inputs.imageFacts().classes.size();
        options.judged = inputs.judgesAnswers();
        if (m_sending) {
            options.plans = m_sending->plans();
            options.sent = inputs.images.knownSent.get();
        }
        options.known = inputs.knownSets();
        if (inputs.model && inputs.normalisation() != Normalisation::Raw)
            options.floatsShouldBe = inputs.normalisation();
        return options;
    }

    // Until reading is over, or something else ends it.
    void watchReading()
    {
        std::int64_t firstRecordNs = 0; // seen
        while (!m_reading->over()) {
            if (m_run.await(m_run.stop) == Readiness::Stopped) {
                m_stages.stopped = true;
                break;
            }
            if (m_shared.failed.load(std::memory_order_acquire) || m_collector->failed()
                || (m_lines && m_lines->failed()))
                break;
            if (m_reading->received() > 0 && firstRecordNs == 0) {
                firstRecordNs = m_run.clock.nowNs();
                m_run.status.enter(RunPhase::Running);
            }
            if (m_sending && m_run.end.raised())
                m_sending->endNow();
            // A sender of our own keeps the time limit itself.
            m_stages.timeIsUp = !m_sending && timeIsUp(firstRecordNs);
            if (m_stages.timeIsUp)
                break;
        }
        if (!m_reading->over())
            m_readingStop.raise();
        m_stages.reading = m_reading->join();
    }

    // Time counts from the first image; while nothing but rejected records comes, from the first of these.
    bool timeIsUp(std::int64_t firstRecordNs) const
    {
        const std::int64_t firstImageNs = m_collector->firstImageNs();
        const std::int64_t fromNs = firstImageNs != 0 ? firstImageNs : firstRecordNs;
        return m_settings.durationS > 0 && fromNs != 0
            && m_run.clock.nowNs() - fromNs >= nanoseconds(m_settings.durationS);
    }

    // No more will be read: what is in the queue is worked off, after a stop for half a second at most.
    void workOff()
    {
        m_run.status.enter(RunPhase::Stopping);
        m_queue.close();
        std::int64_t deadlineNs = m_run.clock.nowNs() + kDrainNs;
        while (!m_workers->over()) {
            if (m_run.await(m_stages.stopped ? m_run.never : m_run.stop) == Readiness::Stopped) {
                m_stages.stopped = true;
                deadlineNs = m_run.clock.nowNs() + kDrainNs;
            }
            if (m_stages.stopped && m_run.clock.nowNs() >= deadlineNs)
                m_shared.abandon.store(true, std::memory_order_relaxed);
        }
    }

    void joinStages()
    {
        m_stages.classifying->workers = m_workers->join();
        m_stages.classifying->description = m_run.inputs.compiled->description();
        if (m_sending)
            m_stages.sending = m_sending->join();
        m_stages.counted = m_collector->finish();
        if (m_lines)
            m_stages.outputError = m_lines->error();
    }

    bool wasStopped()
    {
        m_stages.stopped = m_run.stop.raised();
        return m_stages.stopped;
    }

    bool fail(Message why)
    {
        m_stages.failure = std::move(why);
        return false;
    }

    RunContext& m_run;
    const Settings& m_settings;
    RunStages m_stages;
    StreamEnds m_ends; // from their opening to the start
    StopSignal m_readingStop; // reading and sending end: by the user, a time limit or a failure
    StartGate m_gate;
    std::optional<SendingSide> m_sending; // loopback
    BlockPool m_pool;
    RecordQueue m_queue;
    SampleRing m_ring{kRingCapacity};
    Notifier m_collectorNotifier;
    WorkerShared m_shared;
    SourceChanges m_changes;
    SourceEvents m_events;
    std::unique_ptr<ByteSink> m_output; // role worker
    std::optional<WorkerLines> m_lines;
    std::optional<Collector> m_collector;
    std::optional<WorkerPool> m_workers;
    std::optional<ReadingSide> m_reading;
    OpenAtEnd m_opening{m_gate}; // after the stop, which those that it lets go heed
    StopAtEnd m_ending{m_readingStop};
};

} // namespace

RunStages classifyStreams(RunContext& run)
{
    return ClassifyingRun(run).stages();
}

} // namespace iotbench
