#include "run/conductor.h"

#include "machine/cpu_list.h"
#include "machine/machine.h"
#include "machine/placement.h"
#include "run/gallery_files.h"
#include "run/gathering.h"
#include "run/reading_side.h"
#include "run/run_reports.h"
#include "run/worker_lines.h"
#include "run/worker_pool.h"
#include "settings/settings_json.h"
#include "statistics/figure_text.h"
#include "stream/standard_streams.h"

#include <algorithm>
#include <exception>
#include <poll.h>
#include <unistd.h>

namespace iotbench {

namespace {

// Room for what the collector may lag behind at the highest rates: 20 ms at a million a second.
constexpr std::size_t kRingCapacity = 32'768;
constexpr std::size_t kBlockBytes = std::size_t{512} << 10;
// How long a stopped run may go on working off what it has read.
constexpr std::int64_t kDrainNs = 500'000'000;
// The conductor looks around this often while it waits.
constexpr std::int64_t kLookNs = 20'000'000;

RunEnd runEnd(ReadingEnd end)
{
    switch (end) {
    case ReadingEnd::Idle:
    case ReadingEnd::NobodyCame:
        return RunEnd::TimedOut;
    case ReadingEnd::Failed:
        return RunEnd::Failed;
    case ReadingEnd::AllSourcesEnded:
    case ReadingEnd::PeersGone:
    case ReadingEnd::ExpectedCount:
    case ReadingEnd::Stopped: // by a time limit; a user's stop is known apart
        return RunEnd::Complete;
    }
    return RunEnd::Complete;
}

} // namespace

struct Run::Conductor::Classifying {
    Classifying(Conductor& run, const RunInputs& inputs)
        : pool(
            kBlockBytes, BlockPool::countFor(kBlockBytes, inputs.settings->queue, inputs.settings->senders))
        , queue(inputs.settings->queue)
        , shared{.queue = queue,
              .ring = run.m_ring,
              .collectorBell = run.m_collectorBell,
              .conductorBell = run.m_bell,
              .clock = run.m_clock,
              .normalisation = inputs.normalisation(),
              .mean = inputs.mean,
              .scores = inputs.model ? inputs.model->facts.scores : ScoreKind::Probabilities,
              .gallery = run.m_gallery.get(),
              .prompt = inputs.settings->role == Role::Worker}
    {
    }

    BlockPool pool;
    RecordQueue queue;
    WorkerShared shared;
    std::unique_ptr<engines::CompiledModel> model;
    std::unique_ptr<WorkerPool> workers;
    std::unique_ptr<ByteSink> output; // role worker
    std::unique_ptr<WorkerLines> lines;
    std::unique_ptr<ReadingSide> reading;
};

Run::Conductor::Conductor(
    RunInputs inputs, std::unique_ptr<ReportFolder> report, KeptReport kept, std::unique_ptr<Gallery> gallery)
    : m_inputs(std::move(inputs))
    , m_report(std::move(report))
    , m_kept(std::move(kept))
    , m_gallery(std::move(gallery))
    , m_ring(kRingCapacity)
{
    for (const Message& warning : m_inputs.warnings)
        say(warning, true);
}

Run::Conductor::~Conductor()
{
    if (!m_thread.joinable())
        return;
    requestStop();
    m_thread.join();
}

void Run::Conductor::start()
{
    m_result.settings = *m_inputs.settings;
    m_result.startUnixMs = wallClockMs();
    m_thread = std::thread([this] {
        try {
            conduct();
        } catch (const std::exception& exception) {
            fail(exception.what());
        }
        m_phase.store(RunPhase::Finished, std::memory_order_release);
    });
}

void Run::Conductor::conduct()
{
    m_result.machine = readMachineFacts();
    if (m_inputs.settings->noHost)
        m_result.machine.hostName.clear();
    m_result.build = m_inputs.build;
    fillEngine(m_result, m_inputs); // before anything can fail: a failed run names its engine too
    fillModel(m_result, m_inputs);
    m_result.calibration = m_inputs.calibration;
    sayCalibration();
    if (m_inputs.settings->role == Role::Send)
        conductSend();
    else
        conductClassify();
    m_watch.fill(m_result);
}

void Run::Conductor::conductSend()
{
    m_phase = RunPhase::Waiting;
    StreamEnds ends;
    if (!openEnds(ends))
        return;
    m_sending = std::make_unique<SendingSide>(*m_inputs.settings, *m_inputs.images,
        m_inputs.settings->subtractMean.value_or(false), m_inputs.mean, m_clock, m_readingStop);
    beginCounting({});
    m_sending->start(std::move(ends.sinks), m_originNs);
    m_phase = RunPhase::Running;
    while (!m_sending->over())
        if (waitForBell(m_stop) == Readiness::Stopped) {
            m_phase = RunPhase::Stopping;
            m_result.end = RunEnd::Stopped;
            m_readingStop.raise();
            break;
        }
    const SendingSummary sending = m_sending->join();
    m_collector->finishAfter(0);
    m_collectorThread.join();
    m_collector->tally().fill(m_result);
    m_result.counts.expected = m_inputs.settings->totalImages;
    fillSending(m_result, sending);
    if (!sending.failure.empty())
        fail(sending.failure);
    m_result.transport.bytes = sending.bytes;
    m_result.elapsedS = seconds(sending.lastSentNs - sending.firstSentNs);
}

void Run::Conductor::conductClassify()
{
    Classifying parts(*this, m_inputs);
    const Settings& settings = *m_inputs.settings;

    parts.model = std::move(m_inputs.compiled);
    if (!parts.model) {
        auto compiled
            = m_inputs.engine->compile(m_inputs.model ? m_inputs.model->source() : engines::ModelSource{},
                {enginePrecision(settings.precision), settings.device, settings.workers});
        if (!compiled.model)
            return fail(
                "the model does not run on engine " + m_inputs.engine->name() + ": " + compiled.error);
        parts.model = std::move(compiled.model);
    }
    parts.workers = std::make_unique<WorkerPool>(
        parts.shared, *parts.model, settings.workers, settings.batchSize, places());
    if (const std::string error = parts.workers->warmUp(settings.warmup, *m_inputs.testSet, m_stop);
        !error.empty())
        return fail("warming up failed: " + error);
    // Whoever feeds a worker may want to know when the time that loading takes is over.
    if (settings.role == Role::Worker)
        m_events.add({-1, false,
            {QT_TRANSLATE_NOOP("Message", "ready: the model is loaded, records are awaited"), {}}, true});

    StreamEnds ends;
    if (m_stop.raised()) {
        m_result.end = RunEnd::Stopped;
        return;
    }
    if (!openEnds(ends))
        return;
    if (settings.role == Role::Loopback)
        m_sending = std::make_unique<SendingSide>(settings, *m_inputs.images,
            settings.subtractMean.value_or(false), m_inputs.mean, m_clock, m_readingStop);

    CollectorOptions counting;
    if (settings.role == Role::Worker) {
        parts.output = std::make_unique<FileSink>(STDOUT_FILENO);
        parts.lines = std::make_unique<WorkerLines>(*parts.output, m_inputs.judgesAnswers(), m_stop);
        counting.paused = [this, &lines = *parts.lines] {
            lines.flush();
            if (!lines.error().empty())
                m_bell.ring();
        };
    }
    if (parts.lines || m_report || m_kept.report)
        counting.rows = [this, lines = parts.lines.get()](std::span<const ImageRow> rows) {
            if (lines)
                lines->append(rows);
            if (m_report)
                m_report->addImages(rows);
            if (m_kept.report)
                m_kept.report->addImages(rows);
        };
    beginCounting(std::move(counting));
    parts.workers->start();
    parts.reading = std::make_unique<ReadingSide>(
        settings, parts.pool, parts.queue, m_clock, m_readingStop, *m_collector, m_bell);
    parts.reading->start(std::move(ends.reading));
    if (m_sending)
        m_sending->start(std::move(ends.sinks), m_originNs);
    m_phase = RunPhase::Waiting;
    watchReading(parts);
    const ReadingResult reading = parts.reading->join();
    if (m_result.end != RunEnd::Stopped) {
        m_result.end = runEnd(reading.end);
        if (reading.end == ReadingEnd::Failed)
            fail(reading.failure);
    }
    workOff(parts);
    gather(parts, reading);
}

// CPUs for each worker, or none. Those of role `worker` share the machine with others of it, which they do
// not know of.
std::vector<std::vector<unsigned>> Run::Conductor::places()
{
    if (m_inputs.settings->role == Role::Worker)
        return {};
    auto found = placeWorkers(m_inputs.settings->workers, m_result.machine.coreKinds, allowedCpus());
    for (const std::vector<unsigned>& cpus : found)
        m_result.engine.places.push_back(cpuListOf(cpus));
    return found;
}

bool Run::Conductor::openEnds(StreamEnds& ends)
{
    const Settings& settings = *m_inputs.settings;
    const auto announce = [this](const std::string& address, const std::string& whoCanConnect) {
        {
            const std::lock_guard lock(m_addressMutex);
            m_address = address;
        }
        m_events.add({-1, false,
            {QT_TRANSLATE_NOOP("Message", "listening on %1: %2"), {address, whoCanConnect}}, true});
    };
    Result<StreamEnds> opened = [&]() -> Result<StreamEnds> {
        switch (settings.role) {
        case Role::Loopback:
            return openLoopback(settings, m_stop);
        case Role::Send:
            return openSending(settings, m_stop, [&](const TcpListener& listener) {
                announce(addressText(listener.bound()), listener.whoCanConnect());
            });
        case Role::Receive:
        case Role::Worker:
            break;
        }
        return openReading(settings, m_stop);
    }();
    if (!opened) {
        if (m_stop.raised())
            m_result.end = RunEnd::Stopped;
        else
            fail(opened.error());
        return false;
    }
    ends = std::move(*opened);
    m_result.transport = ends.facts;
    if (ends.reading.listener)
        announce(ends.listening, ends.whoCanConnect);
    if (settings.role == Role::Loopback)
        for (const NamedSource& source : ends.reading.sources)
            m_sourceNames.push_back(source.name);
    return true;
}

// From here on time counts.
void Run::Conductor::beginCounting(CollectorOptions options)
{
    m_watch.begin(m_result.machine);
    m_originNs = m_clock.nowNs();
    options.originNs = m_originNs;
    options.gallery = m_gallery.get();
    options.tally = tallyOptions();
    if (m_sending)
        options.sending = [this, alone = m_inputs.settings->role == Role::Send](std::int64_t nowNs) {
            return SendingProgress{m_sending->offeredBy(nowNs), m_sending->sent(), m_sending->late(),
                alone ? m_sending->bytes() : 0};
        };
    options.plannedFor = [this](const PeerRow& peer) { return plannedFor(peer); };
    if (m_report)
        m_report->setOrigin(m_originNs);
    if (m_kept.report)
        m_kept.report->setOrigin(m_originNs);
    m_collector = std::make_unique<Collector>(
        m_ring, m_collectorBell, m_clock, m_never, m_events, std::move(options));
    m_collecting.store(m_collector.get(), std::memory_order_release);
    m_collectorThread = std::thread([this] { m_collector->run(); });
}

TallyOptions Run::Conductor::tallyOptions() const
{
    const Settings& settings = *m_inputs.settings;
    TallyOptions options;
    options.judged = m_inputs.judgesAnswers();
    if (settings.role == Role::Loopback) {
        options.reference.knownByConstruction = true;
        options.reference.imageCount = m_inputs.images->size();
        options.isTestSet = m_inputs.images->isTestSet;
        if (m_sending->plan(0).hasPlannedTimes())
            options.latencyOrigin = LatencyOrigin::Planned;
    } else if (m_inputs.testSet) {
        options.reference.testLabels = m_inputs.testSet->labels;
    }
    if (m_inputs.model) {
        if (const ModelVariant* variant = m_inputs.model->variant())
            options.reference.cardPredictions = variant->predictions;
        if (m_inputs.normalisation() != Normalisation::Raw)
            options.floatsShouldBe = m_inputs.normalisation();
    }
    return options;
}

std::optional<SourceTally::Planned> Run::Conductor::plannedFor(const PeerRow& peer) const
{
    const auto name = std::ranges::find(m_sourceNames, peer.name);
    if (name == m_sourceNames.end())
        return std::nullopt;
    const StreamPlan& plan = m_sending->plan(static_cast<unsigned>(name - m_sourceNames.begin()));
    if (!plan.hasPlannedTimes())
        return std::nullopt;
    return SourceTally::Planned{Schedule(plan), m_originNs};
}

// Until something has happened, a look is due, or `stop`. Every wait of a run is here, and so the machine is
// looked at all the time.
Readiness Run::Conductor::waitForBell(const StopSignal& stop)
{
    m_watch.look();
    return waitReady({m_bell.fd(), POLLIN}, stop, kLookNs);
}

// Until reading is over, or something else ends it.
void Run::Conductor::watchReading(Classifying& parts)
{
    const Settings& settings = *m_inputs.settings;
    const ReadingSide& reading = *parts.reading;
    const bool loopback = settings.role == Role::Loopback;
    std::int64_t firstSeenNs = 0;
    while (!reading.over()) {
        if (waitForBell(m_stop) == Readiness::Stopped) {
            m_result.end = RunEnd::Stopped;
            break;
        }
        m_bell.clear();
        if (parts.shared.failed.load(std::memory_order_acquire))
            break;
        if (parts.lines && !parts.lines->error().empty())
            break;
        if (reading.received() > 0 && firstSeenNs == 0) {
            firstSeenNs = m_clock.nowNs();
            m_phase = RunPhase::Running;
        }
        // A sender of our own keeps the time limit itself.
        if (!loopback && settings.durationS > 0 && firstSeenNs > 0
            && m_clock.nowNs() - firstSeenNs >= nanoseconds(settings.durationS))
            break;
    }
    if (!reading.over())
        m_readingStop.raise();
}

// No more will be read: what is in the queue is worked off, after a stop for half a second at most.
void Run::Conductor::workOff(Classifying& parts)
{
    m_phase = RunPhase::Stopping;
    parts.queue.close();
    bool stopped = m_result.end == RunEnd::Stopped;
    const std::int64_t closedNs = m_clock.nowNs();
    std::int64_t deadlineNs = closedNs + kDrainNs;
    while (!parts.workers->over()) {
        const Readiness readiness = waitForBell(stopped ? m_never : m_stop);
        m_bell.clear();
        if (readiness == Readiness::Stopped) {
            stopped = true;
            m_result.end = RunEnd::Stopped;
            deadlineNs = m_clock.nowNs() + kDrainNs;
        }
        if (stopped && m_clock.nowNs() >= deadlineNs)
            parts.shared.abandon.store(true, std::memory_order_relaxed);
    }
}

void Run::Conductor::gather(Classifying& parts, const ReadingResult& reading)
{
    const std::vector<WorkerResult> workers = parts.workers->join();
    std::optional<SendingSummary> sending;
    if (m_sending)
        sending = m_sending->join();
    m_collector->finishAfter(reading.records);
    m_collectorThread.join();
    m_collector->tally().fill(m_result);
    m_result.warmUp = parts.workers->warmUpDone();
    m_result.engine.description = parts.model->description();
    m_result.cpu.collectorS = seconds(m_collector->cpuNs());
    m_result.cpuStages.collectS = m_result.cpu.collectorS;
    fillReading(m_result, reading);
    if (const std::string error = fillWorkers(m_result, workers, m_inputs.settings->batchSize);
        !error.empty())
        fail("inference failed: " + error);

    if (sending) {
        fillSending(m_result, *sending);
        m_result.counts.expected = m_inputs.settings->totalImages;
        fillLosses(m_result, *sending, m_sourceNames, m_collector->tally().lastDoneNs());
    } else
        fillExpected(m_result);
    if (parts.lines && !parts.lines->error().empty() && m_result.end != RunEnd::Stopped)
        fail(parts.lines->error());
}

// The first reason is the run's outcome, which every front-end shows; whatever fails after it is a warning.
void Run::Conductor::fail(std::string why)
{
    if (m_result.end == RunEnd::Failed) {
        if (why != m_result.failure)
            say({QT_TRANSLATE_NOOP("Message", "%1"), {std::move(why)}}, true);
        return;
    }
    m_result.end = RunEnd::Failed;
    m_result.failure = std::move(why);
}

void Run::Conductor::say(Message what, bool warning)
{
    const double atS = m_originNs ? seconds(m_clock.nowNs() - m_originNs) : -1;
    m_events.add({atS, warning, std::move(what)});
}

void Run::Conductor::sayCalibration()
{
    const Settings& settings = *m_inputs.settings;
    if (const auto alone = engineAloneImagesPerS(m_result))
        say({QT_TRANSLATE_NOOP(
                 "Message", "engine %1 alone classifies %2 images/s here: %3 workers, batches of %4 at most"),
            {settings.engine, rateText(*alone), std::to_string(settings.workers),
                std::to_string(settings.batchSize)}});
}

std::shared_ptr<const RunSnapshot> Run::Conductor::snapshot() const
{
    auto snapshot = std::make_shared<RunSnapshot>();
    if (const Collector* collector = m_collecting.load(std::memory_order_acquire))
        *snapshot = *collector->snapshot();
    if (!snapshot->intervals)
        snapshot->intervals = std::make_shared<const std::vector<IntervalRow>>();
    snapshot->events = m_events.events();
    snapshot->phase = m_phase.load(std::memory_order_acquire);
    {
        const std::lock_guard lock(m_addressMutex);
        snapshot->address = m_address;
    }
    const Settings& settings = *m_inputs.settings;
    snapshot->counts.expected = settings.totalImages;
    const std::uint64_t done
        = settings.role == Role::Send ? snapshot->counts.sent.value_or(0) : snapshot->counts.received;
    double progress = 0;
    if (settings.totalImages && *settings.totalImages > 0)
        progress = static_cast<double>(done) / static_cast<double>(*settings.totalImages);
    if (settings.durationS > 0)
        progress = std::max(progress, snapshot->sinceStartS / settings.durationS);
    if (settings.totalImages || settings.durationS > 0) {
        snapshot->progress = std::min(progress, 1.0);
        if (progress > 0 && progress <= 1)
            snapshot->timeLeftS = snapshot->sinceStartS * (1 - progress) / progress;
    }
    return snapshot;
}

RunOutcome Run::Conductor::wait()
{
    m_thread.join();
    m_result.warnings = m_events.warnings();
    RunOutcome outcome = concluded(std::move(m_result), m_report.get());
    keep(outcome);
    return outcome;
}

void Run::Conductor::keep(RunOutcome& outcome)
{
    outcome.notKept = m_kept.fault;
    if (!m_kept.report)
        return;
    auto error = m_kept.report->finish(outcome.result, outcome.verdict, settingsToJson(*m_inputs.settings));
    if (!error && m_gallery)
        error = writeGallery(m_gallery->contents(), m_kept.path);
    if (error)
        outcome.notKept = error->message;
    else
        outcome.keptFolder = m_kept.path;
    outcome.imageRowsLeftOut = m_kept.report->imageRowsLeftOut();
}

} // namespace iotbench
