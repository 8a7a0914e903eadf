#include "run/gathering.h"

#include "base/clock.h"
#include "machine/cpu_list.h"
#include "run/session_ladder.h"

#include <algorithm>

namespace iotbench {

namespace {

// Which kinds of core the workers ran on, by the CPUs that they saw.
void fillCoreKinds(MachineFacts& machine, std::span<const WorkerResult> workers)
{
    for (CoreKind& kind : machine.coreKinds) {
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

} // namespace

void fillEngine(RunResult& result, const RunInputs& inputs)
{
    if (!inputs.engine)
        return;
    EngineFacts& engine = result.engine;
    engine.name = inputs.engine->name();
    engine.version = inputs.engine->version();
    engine.precision = inputs.settings->precision;
    engine.infers = inputs.judgesAnswers();
}

void fillModel(RunResult& result, const RunInputs& inputs)
{
    if (!inputs.model)
        return;
    const LoadedModel& model = *inputs.model;
    ModelFacts& facts = result.model;
    facts.name = model.name;
    facts.file = model.path.string();
    facts.sha256 = model.sha256;
    facts.hasCard = model.card.has_value();
    facts.normalisation = inputs.normalisation();
    facts.parameters = model.facts.parameters;
    facts.macs = model.facts.macs;
    if (model.card)
        facts.architecture = model.card->architecture;
    if (const ModelVariant* variant = model.variant(); variant && variant->images > 0) {
        facts.cardImages = variant->images;
        facts.cardRight = variant->right;
    }
}

void fillReading(RunResult& result, const ReadingResult& reading)
{
    result.transport.bytes = reading.bytes;
    result.cpu.readerS = seconds(reading.cpuNs);
    result.cpuStages.frameS = seconds(reading.frameNs);
    result.cpuStages.receiveS = seconds(std::max<std::int64_t>(0, reading.cpuNs - reading.frameNs));
}

std::string fillWorkers(RunResult& result, std::span<const WorkerResult> workers, unsigned batchCeiling)
{
    EngineFacts& engine = result.engine;
    engine.workers = static_cast<unsigned>(workers.size());
    const std::vector<std::size_t> sizes = SessionLadder::sizes(batchCeiling);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        std::uint64_t batches = 0;
        for (const WorkerResult& worker : workers)
            batches += worker.batches[i];
        if (batches > 0)
            engine.batches.push_back({static_cast<unsigned>(sizes[i]), batches});
    }
    std::string error;
    double decodeS = 0, normaliseS = 0, inferS = 0;
    for (const WorkerResult& worker : workers) {
        result.cpu.workersS += seconds(worker.cpuNs);
        decodeS += seconds(worker.decodeNs);
        normaliseS += seconds(worker.normaliseNs);
        inferS += seconds(worker.inferCpuNs);
        if (error.empty())
            error = worker.error;
    }
    result.cpuStages.decodeS = decodeS;
    result.cpuStages.normaliseS = normaliseS;
    result.cpuStages.inferS = inferS;
    fillCoreKinds(result.machine, workers);
    return error;
}

void fillExpected(RunResult& result)
{
    ImageCounts& counts = result.counts;
    counts.expected = result.settings.totalImages;
    if (counts.expected && result.end != RunEnd::Stopped)
        counts.lost = *counts.expected > counts.received ? *counts.expected - counts.received : 0;
}

void fillSending(RunResult& result, const SendingSummary& sending)
{
    result.counts.offered = sending.offered;
    result.counts.sent = sending.sent;
    result.lateness = sending.lateness;
    result.backlog = sending.backlog;
    result.cpu.senderS = seconds(sending.cpuNs);
    result.cpuStages.encodeS = seconds(sending.encodeNs);
    result.cpuStages.sendS = seconds(std::max<std::int64_t>(0, sending.cpuNs - sending.encodeNs));
}

void fillLosses(RunResult& result, const SendingSummary& sending, std::span<const std::string> streamNames,
    std::int64_t lastDoneNs)
{
    ImageCounts& counts = result.counts;
    counts.lost = 0;
    counts.duplicated = 0;
    for (SourceRow& source : result.sources) {
        const auto name = std::ranges::find(streamNames, source.peer);
        if (name == streamNames.end())
            continue;
        const std::uint64_t sent = sending.sentByStream[static_cast<std::size_t>(name - streamNames.begin())];
        source.counts.sent = sent;
        source.counts.lost = sent > source.counts.received ? sent - source.counts.received : 0;
        source.counts.duplicated = source.counts.received > sent ? source.counts.received - sent : 0;
        *counts.lost += *source.counts.lost;
        *counts.duplicated += *source.counts.duplicated;
    }
    if (result.end == RunEnd::Stopped)
        counts.lost.reset(); // what was on its way at the stop is not lost
    if (result.backlog && lastDoneNs > 0)
        result.backlog->lastResultS
            = result.backlog->lastPlannedS + seconds(lastDoneNs - sending.lastPlannedNs);
}

} // namespace iotbench
