#include "run/result_assembly.h"

#include "base/clock.h"
#include "machine/cpu_list.h"
#include "statistics/caught_up_rate.h"

#include <algorithm>
#include <span>

namespace iotbench {

namespace {

RunEnd endOf(const RunStages& stages)
{
    if (!faultsOf(stages).empty())
        return RunEnd::Failed;
    if (stages.stopped)
        return RunEnd::Stopped;
    // Reading that was stopped and not by the user was by a time limit: by a rule of the run.
    const bool timedOut = stages.reading && stages.reading->end == RunEnd::TimedOut;
    return timedOut ? RunEnd::TimedOut : RunEnd::Complete;
}

// Counts, send delays and CPU time of what we sent ourselves.
void fillSending(RunResult& result, const SendingSummary& sending)
{
    result.counts.offered = sending.offered;
    result.counts.sent = sending.sent;
    result.sendDelay = sending.sendDelay;
    result.backlog = sending.backlog;
    result.cpu.senderS = seconds(sending.cpuNs);
    result.cpuStages.encodeS = seconds(sending.encodeCpuNs);
    result.cpuStages.sendS = seconds(std::max<std::int64_t>(0, sending.cpuNs - sending.encodeCpuNs));
}

void fillReading(RunResult& result, const ReadingResult& reading)
{
    result.transport.bytes = reading.bytes;
    result.cpu.readerS = seconds(reading.cpuNs);
    result.cpuStages.frameS = seconds(reading.frameCpuNs);
    result.cpuStages.receiveS = seconds(std::max<std::int64_t>(0, reading.cpuNs - reading.frameCpuNs));
}

// Which core types the workers ran on, by the CPUs that they saw.
void fillCoreTypes(MachineFacts& machine, std::span<const WorkerResult> workers)
{
    for (CoreType& kind : machine.coreTypes) {
        const std::vector<unsigned> cpus = cpusFrom(kind.cpus);
        double present = 0, inferNs = 0;
        std::uint64_t images = 0;
        for (const WorkerResult& worker : workers) {
            double here = 0, everywhere = 0;
            for (std::size_t cpu = 0; cpu < worker.cpus.size(); ++cpu) {
                const auto ns = static_cast<double>(worker.cpus[cpu].inferNs);
                everywhere += ns;
                if (!std::ranges::binary_search(cpus, cpu))
                    continue;
                here += ns;
                images += worker.cpus[cpu].images;
            }
            inferNs += here;
            if (everywhere > 0)
                present += here / everywhere;
        }
        kind.workers = present;
        kind.images = images;
        if (images > 0)
            kind.inferUs = inferNs / 1000 / static_cast<double>(images);
    }
}

// A worker whose CPUs were changed, where the run's own threads had not told of it already.
void fillCpuChange(Interference& interference, std::span<const WorkerResult> workers)
{
    const auto changed = std::ranges::find_if(
        workers, [](const WorkerResult& worker) { return worker.cpusAtStart != worker.cpusAtEnd; });
    if (changed == workers.end() || !interference.cpusChangedTo.empty())
        return;
    interference.cpusChangedFrom = cpuListOf(changed->cpusAtStart);
    interference.cpusChangedTo = cpuListOf(changed->cpusAtEnd);
}

void fillClassifying(RunResult& result, const ClassifyingSummary& classifying)
{
    EngineFacts& engine = result.engine;
    engine.description = classifying.description;
    engine.workerCpus = classifying.workerCpus;
    result.warmUp = classifying.warmUp;
    if (classifying.workers.empty())
        return; // they never came to work
    engine.workers = static_cast<unsigned>(classifying.workers.size());
    for (std::size_t i = 0; i < classifying.batchSizes.size(); ++i) {
        std::uint64_t batches = 0;
        for (const WorkerResult& worker : classifying.workers)
            batches += worker.batches[i];
        if (batches > 0)
            engine.batches.push_back(
                {.batch = static_cast<unsigned>(classifying.batchSizes[i]), .batches = batches});
    }
    double decodeS = 0, normaliseS = 0, inferS = 0;
    for (const WorkerResult& worker : classifying.workers) {
        result.cpu.workersS += seconds(worker.cpuNs);
        decodeS += seconds(worker.decodeCpuNs);
        normaliseS += seconds(worker.normaliseCpuNs);
        inferS += seconds(worker.inferCpuNs);
    }
    result.cpuStages.decodeS = decodeS;
    result.cpuStages.normaliseS = normaliseS;
    result.cpuStages.inferS = inferS;
    fillCoreTypes(result.machine, classifying.workers);
    fillCpuChange(result.interference, classifying.workers);
}

// Where others send: how many of those expected are lost. A stop loses nothing, nor does the end of -d while
// somebody was still sending: what was to come after it was not due.
void fillLossesOfOthers(RunResult& result, bool timeIsUp)
{
    ImageCounts& counts = result.counts;
    if (!counts.expected || result.end == RunEnd::Stopped)
        return;
    const bool wasCut = timeIsUp && result.sourceEnds[static_cast<std::size_t>(SourceEnd::Open)].count > 0;
    const bool allCame = counts.received >= *counts.expected;
    if (allCame || !wasCut)
        counts.lost = allCame ? 0 : *counts.expected - counts.received;
}

// Role send: who takes no more holds up the run until its end, although nothing is sent any more.
void fillHeldUp(RunResult& result, const SendingSummary& sending)
{
    if (sending.firstSentNs > 0)
        result.elapsedS = seconds(std::max(sending.lastSentNs, sending.endedNs) - sending.firstSentNs);
    if (!result.sendDelay || !result.sendDelay->heldUp)
        return;
    const HeldUp& heldUp = *result.sendDelay->heldUp;
    Backlog& backlog = *result.backlog;
    if (heldUp.untilS - heldUp.fromS > backlog.lastResultS - backlog.lastIntendedS) {
        backlog.lastIntendedS = heldUp.fromS;
        backlog.lastResultS = heldUp.untilS;
    }
}

// Loopback: both ends are ours, so what arrived of each stream can be compared with what was sent.
void fillLossesOfStreams(
    RunResult& result, const SendingSummary& sending, std::span<const Delivery> deliveries)
{
    ImageCounts& counts = result.counts;
    counts.lost = 0;
    counts.duplicated = 0;
    for (std::size_t stream = 0; stream < deliveries.size(); ++stream) {
        const std::uint64_t sent = sending.sentByStream[stream];
        const Delivery delivery = deliveries[stream].against(sent);
        *counts.lost += delivery.lost;
        *counts.duplicated += delivery.duplicated;
        const auto source = std::ranges::find(result.sources, stream, &SourceRow::id);
        if (source == result.sources.end())
            continue; // it never came, or is counted among several
        source->counts.sent = sent;
        source->counts.lost = delivery.lost;
        source->counts.duplicated = delivery.duplicated;
    }
    if (result.end == RunEnd::Stopped)
        counts.lost.reset(); // what was on its way at the stop is not lost
}

void fillInterferenceRows(std::vector<IntervalRow>& rows, const ProcessFacts& process)
{
    std::vector<TimeSpan> spans;
    for (const IntervalRow& row : rows) {
        const std::int64_t startNs = process.originNs + nanoseconds(row.startS);
        spans.push_back({startNs, startNs + nanoseconds(row.lengthS)});
    }
    const std::vector<InterferenceRow> seen = interferenceRows(process.windows, spans);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].interference = seen[i];
    if (!process.suspensions)
        return;
    const std::vector<double> suspendedS = process.suspensions->secondsIn(spans);
    for (std::size_t i = 0; i < rows.size(); ++i)
        rows[i].suspendedS = suspendedS[i];
}

} // namespace

std::vector<Message> faultsOf(const RunStages& stages)
{
    std::vector<Message> faults;
    const auto add = [&faults](Message why) {
        if (!why.empty() && std::ranges::find(faults, why) == faults.end())
            faults.push_back(std::move(why));
    };
    add(stages.failure);
    if (stages.reading && stages.reading->end == RunEnd::Failed && !stages.stopped)
        add(stages.reading->failure);
    if (stages.classifying)
        for (const WorkerResult& worker : stages.classifying->workers)
            if (!worker.error.empty()) {
                add({TR("inference failed: %1"), {worker.error}});
                break;
            }
    if (stages.sending) {
        add(stages.sending->error);
        if (!stages.reading) // in loopback it ends where reading does, and that tells why
            add(stages.sending->failure);
    }
    if (stages.counted)
        add(stages.counted->error);
    if (!stages.stopped)
        add(stages.outputError);
    return faults;
}

RunResult assembleResult(const RunFacts& facts, const RunStages& stages, const ProcessFacts& process)
{
    RunResult result;
    if (stages.counted)
        static_cast<CountedImages&>(result) = stages.counted->images;
    result.runId = facts.runId;
    result.settings = facts.settings;
    result.requested = facts.requested;
    result.startUnixMs = facts.startUnixMs;
    result.build = facts.build;
    result.imageFacts = facts.imageFacts;
    result.engine = facts.engine;
    result.model = facts.model;
    result.calibration = facts.calibration;
    result.answerCheck = facts.checked.own;
    result.secondOpinion = facts.checked.second;
    result.machine = process.machine;
    result.interference = process.interference;
    fillInterferenceRows(result.intervals, process);
    result.peakMemoryBytes = process.peakMemoryBytes;
    result.end = endOf(stages);
    if (result.end == RunEnd::Failed)
        result.failure = faultsOf(stages).front();

    if (stages.transport)
        result.transport = *stages.transport;
    if (stages.sending)
        fillSending(result, *stages.sending);
    if (stages.reading)
        fillReading(result, *stages.reading);
    if (stages.reading && stages.counted && !stages.sending)
        result.reading = ReadingFacts{.heldUpS = seconds(stages.reading->heldUpNs),
            .heldUpImages = stages.reading->heldUpRecords,
            .waitedImages = stages.counted->waited,
            .probes = stages.reading->probes,
            .hadNoPlace = stages.reading->hadNoPlace};
    if (stages.classifying)
        fillClassifying(result, *stages.classifying);
    if (stages.counted) {
        result.cpu.collectorS = seconds(stages.counted->cpuNs);
        result.counts.expected = facts.settings.totalImages;
    }
    if (stages.sending && !stages.reading) {
        result.transport.bytes = stages.sending->bytes;
        result.receipts = stages.sending->receipts;
        fillHeldUp(result, *stages.sending);
        if (result.elapsedS > 0)
            result.resultsPerS = static_cast<double>(stages.sending->sent - 1) / result.elapsedS;
    } else if (stages.counted) {
        result.cpuStages.collectS = result.cpu.collectorS;
        if (stages.sending)
            fillLossesOfStreams(result, *stages.sending, stages.counted->deliveries);
        else
            fillLossesOfOthers(result, stages.timeIsUp);
        if (stages.sending && result.backlog && stages.counted->lastDoneNs > 0)
            result.backlog->lastResultS = result.backlog->lastIntendedS
                + seconds(stages.counted->lastDoneNs - stages.sending->lastIntendedNs);
    }
    if (stages.counted) {
        result.steadiness = steadinessOf(result, stages.counted->series);
        result.sustained = sustainedOf(result, stages.counted->series);
        if (result.reading && result.reading->waitedImages > 0 && !limitedHere(result))
            result.reading->caughtUpPerS = rateAfterBurst(stages.counted->series);
    }
    result.cpu.otherS = std::max(0.0, process.cpuS - result.cpu.totalS());
    return result;
}

} // namespace iotbench
