// The fields of report.json, each said once: from this the file is written, read back and checked, its JSON
// Schema printed, and the columns of the CSV files taken. A visitor is one of JsonWriter, JsonReader and
// SchemaWriter; it comes to the fields in the order in which they stand here.
//   v(name, field, limits)         a field
//   v.where(known, name, field)    one that is null where it means nothing
//   v.percent(name, share)         a share of 0..1, written in percent
//   v.time(name, unixMs)           a moment, written as ISO 8601 in UTC
//   v.derived(name, value)         what follows from other fields: written, and left alone by the reader
//   v.object(name, fields)         an object, whose fields a function describes
//   v.constant(name, value)        a number or word that is the same everywhere
//   v.check(holds, otherwise)      what must hold between fields that were read
// Names are snake_case and end in their unit.
#pragma once

#include "reports/field_limits.h"
#include "reports/report.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace iotbench {

namespace fields {

// What was counted of one kind, of an array that an enumeration indexes.
template <typename Kind, typename Counted>
struct KindRow {
    Kind kind{};
    Counted counted;
};
using RejectedRow = KindRow<RejectReason, RejectedRecords>;
using EndedRow = KindRow<SourceEnd, EndedSources>;

// A row for each kind that came.
template <typename Kind, typename Counted, std::size_t kCount>
std::vector<KindRow<Kind, Counted>> rowsByKind(const std::array<Counted, kCount>& all)
{
    std::vector<KindRow<Kind, Counted>> rows;
    for (std::size_t i = 0; i < kCount; ++i)
        if (all[i].count > 0)
            rows.push_back({static_cast<Kind>(i), all[i]});
    return rows;
}
template <std::size_t kCount, typename Kind, typename Counted>
std::array<Counted, kCount> byKind(const std::vector<KindRow<Kind, Counted>>& rows)
{
    std::array<Counted, kCount> all;
    for (const KindRow<Kind, Counted>& row : rows)
        all[static_cast<std::size_t>(row.kind)] = row.counted;
    return all;
}

// A reason of a verdict, with the claim it is about.
struct ReasonRow {
    Claim claim = Claim::Complete;
    Reason reason;
};
std::vector<ReasonRow> reasonsOf(const Verdict& verdict);
void addReasons(const std::vector<ReasonRow>& rows, Verdict& verdict);

// A row, with whether the answers of its run mean something.
template <typename Row>
struct Judged {
    Row row;
    bool judged = true;
};
template <typename Row>
std::vector<Judged<Row>> judgedRows(const std::vector<Row>& rows, bool judged)
{
    std::vector<Judged<Row>> result;
    result.reserve(rows.size());
    for (const Row& row : rows)
        result.push_back({row, judged});
    return result;
}
template <typename Row>
std::vector<Row> plainRows(const std::vector<Judged<Row>>& rows)
{
    std::vector<Row> result;
    result.reserve(rows.size());
    for (const Judged<Row>& row : rows)
        result.push_back(row.row);
    return result;
}

// A row for each label and a column for each prediction; none where answers are not judged.
using ConfusionRows = std::vector<std::vector<std::uint64_t>>;
ConfusionRows rowsOf(const Confusion& confusion);
std::optional<Confusion> fromRows(
    const ConfusionRows& rows, std::size_t classes); // empty: not as many as these
// Whether every list by class has the length, and every class the number, that the names of the classes
// allow.
bool classesAgree(const RunResult& result);
std::vector<std::optional<double>> recallPctOf(const RunResult& result);

bool isAscending(const std::vector<LatencyBucket>& buckets);
std::optional<double> meanBatch(const EngineFacts& engine); // images
std::optional<double> meanMHz(const MachineFacts& machine); // over the CPUs of which it is known
std::optional<double> hottest(const MachineFacts& machine, std::optional<double> ThermalZone::*at);
std::string outcomeOf(const RunResult& result); // "completed", "saturated", "timed_out", "stopped", "failed"
std::string pacingOf(const Settings& settings); // "constant", "max", …; "" where nothing is sent
std::string formatOf(const RunResult& result); // of every source that told one, or "mixed"

template <typename V>
void describe(V& v, RejectedRow& row)
{
    v("reason", row.kind);
    v("images", row.counted.count);
    v("first_lines", row.counted.firstLines, {.mostItems = RejectedRecords::kLinesKept});
}

template <typename V>
void describe(V& v, EndedRow& row)
{
    v("end", row.kind);
    v("sources", row.counted.count);
    v("first_peers", row.counted.firstNames, {.mostItems = EndedSources::kNamed});
    v("bytes_after_end_mark", row.counted.afterEndMark.bytes);
    v("records_after_end_mark", row.counted.afterEndMark.records);
}

template <typename V>
void describe(V& v, ReasonRow& row)
{
    v("claim", row.claim);
    v("judgement", row.reason.judgement);
    v("text", row.reason.what);
    v("advice", row.reason.advice);
}

} // namespace fields

template <typename V>
void describe(V& v, CriterionVerdict& criterion)
{
    v("option", criterion.option);
    v("required", criterion.asked, fields::kAnyNumber);
    v("reached", criterion.reached, fields::kAnyNumber);
    v("met", criterion.met);
    v("text", criterion.line);
}

template <typename V>
void describeRejected(V& v, RejectedByReason& rejected)
{
    auto rows = fields::rowsByKind<RejectReason>(rejected);
    v("rejected", rows, {.mostItems = kRejectReasonCount});
    if constexpr (V::kReads)
        rejected = fields::byKind<kRejectReasonCount>(rows);
}

// "images": what became of them. `classifies`, `judged`: the run does, its answers are.
template <typename V>
void describeImages(V& v, ImageCounts& images, bool classifies, bool judged)
{
    v.object("images", [&](V& of) {
        of("offered", images.offered);
        of("sent", images.sent);
        of("expected", images.expected);
        of.where(classifies, "received", images.received);
        of.where(classifies, "classified", images.classified);
        of.where(judged, "correct", images.correct);
        of.where(classifies, "rejected", images.rejected);
        of.where(classifies, "unclassified", images.unclassified);
        of("lost", images.lost);
        of("duplicated", images.duplicated);
    });
}

template <typename V>
void describe(V& v, LatencySummary& latency)
{
    v("samples", latency.samples);
    v("mean_ms", latency.meanMs);
    v("p50_ms", latency.p50Ms);
    v("p90_ms", latency.p90Ms);
    v("p95_ms", latency.p95Ms);
    v("p99_ms", latency.p99Ms);
    v("p99_9_ms", latency.p999Ms);
    v("max_ms", latency.maxMs);
    v("over_1h", latency.over1h);
}

template <typename V>
void describe(V& v, PercentileIntervals& intervals)
{
    v("p50_low_ms", intervals.p50.low);
    v("p50_high_ms", intervals.p50.high);
    v("p90_low_ms", intervals.p90.low);
    v("p90_high_ms", intervals.p90.high);
    v("p95_low_ms", intervals.p95.low);
    v("p95_high_ms", intervals.p95.high);
    v("p99_low_ms", intervals.p99.low);
    v("p99_high_ms", intervals.p99.high);
    v("p99_9_low_ms", intervals.p999.low);
    v("p99_9_high_ms", intervals.p999.high);
}

template <typename V>
void describe(V& v, SteadyChange& change)
{
    v("at_s", change.atS);
    v("before", change.before);
    v("after", change.after);
    v("seen_before", change.seenBefore);
    v("seen_after", change.seenAfter);
}

template <typename V>
void describe(V& v, Steadiness& steadiness)
{
    v("basis", steadiness.basis);
    const bool known = steadiness.basis != SteadyBasis::None;
    v.derived("steady", known ? std::optional(steadiness.changes.empty()) : std::nullopt);
    v("changes", steadiness.changes, {.mostItems = Steadiness::kMostChanges});
    v("settled_s", steadiness.settledS);
    std::optional<double> growth, low, high;
    if (steadiness.backlogGrowthMs) {
        growth = steadiness.backlogGrowthMs->growth;
        low = steadiness.backlogGrowthMs->low;
        high = steadiness.backlogGrowthMs->high;
    }
    v("backlog_growth_ms", growth, fields::kAnyNumber);
    v("backlog_growth_low_ms", low, fields::kAnyNumber);
    v("backlog_growth_high_ms", high, fields::kAnyNumber);
    if constexpr (V::kReads)
        if (growth && low && high)
            steadiness.backlogGrowthMs = {*growth, *low, *high};
}

template <typename V>
void describe(V& v, Sustained& sustained)
{
    v("first", sustained.first);
    v("last", sustained.last);
    v("change_pct", sustained.changePct, fields::kAnyNumber);
    v("change_low_pct", sustained.changeIntervalPct.low, fields::kAnyNumber);
    v("change_high_pct", sustained.changeIntervalPct.high, fields::kAnyNumber);
    v("first_p99_ms", sustained.firstP99Ms);
    v("last_p99_ms", sustained.lastP99Ms);
}

template <typename V>
void describe(V& v, LatencyBucket& bucket)
{
    v("upper_ms", bucket.upperMs);
    v("images", bucket.count);
}

template <typename V>
void describe(V& v, fields::Judged<SourceRow>& source)
{
    SourceRow& row = source.row;
    v("source", row.id);
    v("peer", row.name);
    v("format", row.format);
    describeImages(v, row.counts, true, source.judged);
    describeRejected(v, row.rejected);
    v("bytes", row.bytes);
    v("elapsed_s", row.elapsedS);
    v("latency", row.latency);
    v("end", row.end);
    v("bytes_after_end_mark", row.afterEndMark.bytes);
    v("records_after_end_mark", row.afterEndMark.records);
    v.derived("complete", sourceComplete(row));
}

template <typename V>
void describe(V& v, ImageShape& shape)
{
    v("width", shape.width, fields::kSide);
    v("height", shape.height, fields::kSide);
    v("channels", shape.channels, fields::kSide);
}

template <typename V>
void describe(V& v, OtherLabel& other)
{
    v("test_image", other.testImage);
    v("label", other.label, fields::kClass);
    v("set_label", other.setLabel, fields::kClass);
}

template <typename V>
void describe(V& v, ContentFacts& content)
{
    v("distinct", content.distinct.images);
    v.derived("distinct_is_estimate", content.distinct.isEstimate());
    v.derived("distinct_error_pct", 100 * content.distinct.relativeError());
    v("distinct_kept", content.distinct.kept);
    v("kept_correct", content.distinct.correct);
    v("kept_by_label", content.distinct.byLabel, fields::kClasses);
    v("in_test_set", content.inTestSet);
    v("in_own_set", content.inOwnSet);
    v("in_no_set", content.inNoSet);
    v("other_labels", content.otherLabels);
    v("first_other_labels", content.firstOtherLabels, {.mostItems = ContentFacts::kOtherLabelsKept});
}

template <typename V>
void describe(V& v, CardAgreement::Difference& difference)
{
    v("test_image", difference.testImage);
    v("label", difference.label, fields::kClass);
    v("predicted", difference.predicted, fields::kClass);
    v("card_predicted", difference.cardPredicted, fields::kClass);
}

template <typename V>
void describe(V& v, CardAgreement& card)
{
    v("compared", card.compared);
    v("agreed", card.agreed);
    v("correct", card.correct);
    v("card_correct", card.cardCorrect);
    v("first_differences", card.firstDifferences, {.mostItems = CardAgreement::kDifferencesKept});
}

template <typename V>
void describe(V& v, InterferenceRow& seen)
{
    v("other_programs_cpu_pct", seen.othersPercent, fields::kShareSeen);
    v("steal_pct", seen.stealPercent, fields::kShareSeen);
    v("thermal_throttled_pct", seen.heatPercent, fields::kShareSeen);
    v("clock_mhz", seen.clockMHz);
    v("temperature_c", seen.temperatureC, fields::kTemperature);
}

template <typename V>
void describe(V& v, fields::Judged<IntervalRow>& interval)
{
    IntervalRow& row = interval.row;
    v("start_s", row.startS);
    v("length_s", row.lengthS);
    v("offered", row.offered);
    v("sent", row.sent);
    v("classified", row.classified);
    v.derived("images_per_s", row.lengthS > 0 ? std::optional(row.imagesPerS()) : std::nullopt);
    v.where(interval.judged, "correct", row.correct);
    v("rejected", row.rejected);
    v("latency_p50_ms", row.latencyP50Ms);
    v("latency_p99_ms", row.latencyP99Ms);
    v("latency_max_ms", row.latencyMaxMs);
    v.percent("rolling_accuracy_pct", row.rollingAccuracy);
    v("rolling_latency_p99_ms", row.rollingLatencyP99Ms);
    describe(v, row.interference);
    v("suspended_s", row.suspendedS);
}

template <typename V>
void describe(V& v, ReadingFacts& reading)
{
    v("held_up_s", reading.heldUpS);
    v("held_up_images", reading.heldUpImages);
    v("waited_images", reading.waitedImages);
    v("caught_up_images_per_s", reading.caughtUpPerS);
    v("probes", reading.probes);
    v("had_no_place", reading.hadNoPlace);
}

template <typename V>
void describe(V& v, Receipts& receipts)
{
    v("read", receipts.read);
    v("untold", receipts.untold);
    v("unread", receipts.unread);
    v("reset", receipts.reset);
    v("unread_bytes", receipts.unreadBytes);
}

template <typename V>
void describe(V& v, HeldUp& heldUp)
{
    v("images", heldUp.images);
    v("from_s", heldUp.fromS);
    v("until_s", heldUp.untilS);
}

template <typename V>
void describe(V& v, SendDelay& delay)
{
    v("schedule_misses", delay.late);
    describe(v, delay.all);
    v("real_time", delay.realTime);
    v("held_up", delay.heldUp);
}

template <typename V>
void describe(V& v, Backlog& backlog)
{
    v("schedule_s", backlog.scheduleS);
    v("last_intended_s", backlog.lastIntendedS);
    v("last_result_s", backlog.lastResultS);
}

template <typename V>
void describe(V& v, StageTimes& stages)
{
    v("queue_us", stages.queueUs);
    v("decode_us", stages.decodeUs);
    v("normalise_us", stages.normaliseUs);
    v("infer_us", stages.inferUs);
}

template <typename V>
void describe(V& v, CpuByThread& cpu)
{
    v("sender_s", cpu.senderS);
    v("reader_s", cpu.readerS);
    v("workers_s", cpu.workersS);
    v("collector_s", cpu.collectorS);
    v("other_s", cpu.otherS);
    v.derived("total_s", cpu.totalS());
}

template <typename V>
void describe(V& v, CpuByStage& stages)
{
    v("encode", stages.encodeS);
    v("send", stages.sendS);
    v("receive", stages.receiveS);
    v("frame", stages.frameS);
    v("decode", stages.decodeS);
    v("normalise", stages.normaliseS);
    v("infer", stages.inferS);
    v("collect", stages.collectS);
}

template <typename V>
void describe(V& v, CalibrationRow& row)
{
    v("engine", row.engine);
    v("workers", row.workers);
    v("batch", row.batch);
    v("images_per_s", row.imagesPerS);
    v("rounds", row.rounds);
    v("lowest_images_per_s", row.lowestImagesPerS);
    v("highest_images_per_s", row.highestImagesPerS);
}

template <typename V>
void describe(V& v, Calibration& calibration)
{
    v("remembered", calibration.remembered);
    v("s", calibration.seconds);
    v("rows", calibration.rows);
}

template <typename V>
void describe(V& v, WarmUp& warmUp)
{
    v("inferences", warmUp.inferences);
    v("s", warmUp.seconds);
}

template <typename V>
void describe(V& v, BatchUse& use)
{
    v("batch", use.batch);
    v("batches", use.batches);
}

template <typename V>
void describe(V& v, ModelFacts& model)
{
    v("name", model.name);
    v("file", model.file);
    v("sha256", model.sha256);
    v("architecture", model.architecture);
    v.where(!model.name.empty(), "normalisation", model.normalisation);
    v("has_card", model.hasCard);
    v("parameters", model.parameters);
    v("multiply_adds", model.macs);
    v("card_correct", model.cardCorrect);
    v("card_images", model.cardImages);
    v("card_instruction_sets", model.cardInstructionSets);
}

template <typename V>
void describe(V& v, AnswerCheck& check)
{
    v("asked", check.asked);
    v("again", check.again);
    v("batch", check.batch);
    v("compared", check.compared);
    v("in_batches", check.inBatches);
}

template <typename V>
void describe(V& v, SecondOpinion& opinion)
{
    v("engine", opinion.engine);
    v("compared", opinion.compared);
    v("agreed", opinion.agreed);
}

template <typename V>
void describe(V& v, TransportFacts& transport)
{
    v("medium", transport.medium);
    v("address", transport.address);
    v("send_buffer_bytes", transport.sendBufferBytes);
    v("receive_buffer_bytes", transport.receiveBufferBytes);
    v("bytes", transport.bytes);
}

template <typename V>
void describe(V& v, CoreType& type)
{
    v("name", type.name);
    v("cpus", type.cpus);
    v("count", type.count);
    v("clusters", type.clusters);
    v("capacity", type.capacity);
    v("governor", type.governor);
    v("min_mhz", type.minMHz);
    v("max_mhz", type.maxMHz);
    v("limit_mhz", type.limitMHz);
    v("mean_mhz", type.meanMHz);
    v("workers", type.workers);
    v("images", type.images);
    v("infer_us", type.inferUs);
}

template <typename V>
void describe(V& v, ThermalZone& zone)
{
    v("type", zone.type);
    v("start_c", zone.startC, fields::kTemperature);
    v("highest_c", zone.highestC, fields::kTemperature);
    v("end_c", zone.endC, fields::kTemperature);
}

template <typename V>
void describe(V& v, MachineFacts& machine)
{
    v("host_name", machine.hostName);
    v("board", machine.board);
    v("cpu_model", machine.cpuModel);
    v("architecture", machine.architecture);
    v("instruction_sets", machine.instructionSets);
    v("cores_online", machine.coresOnline);
    v("cores_allowed", machine.coresAllowed);
    v("governor", machine.governor);
    v("start_mhz", machine.frequencyMHz);
    v.derived("mean_mhz", fields::meanMHz(machine));
    v("core_types", machine.coreTypes);
    v("thermal_zones", machine.thermalZones);
    v.derived("start_c", fields::hottest(machine, &ThermalZone::startC), fields::kTemperature);
    v.derived("highest_c", fields::hottest(machine, &ThermalZone::highestC), fields::kTemperature);
    v("end_c", machine.temperatureC, fields::kTemperature);
    v("memory_bytes", machine.memoryBytes);
    v("os_name", machine.osName);
    v("kernel", machine.kernel);
    v("virtualisation", machine.virtualisation);
}

template <typename V>
void describe(V& v, Interference& seen)
{
    using fields::kShareSeen;
    v("cpus", seen.cpus);
    v("cpus_changed_from", seen.cpusChangedFrom);
    v("cpus_changed_to", seen.cpusChangedTo);
    v("suspended_s", seen.suspendedS);
    v("s", seen.seconds);
    v("run_cpu_pct", seen.runPercent, kShareSeen);
    v("peers_cpu_pct", seen.peersPercent, kShareSeen);
    v("display_server_cpu_pct", seen.displayPercent, kShareSeen);
    std::optional<double> others, low, high;
    if (seen.others) {
        others = seen.others->percent;
        low = seen.others->low;
        high = seen.others->high;
    }
    v("other_programs_cpu_pct", others, kShareSeen);
    v("other_programs_cpu_low_pct", low, kShareSeen);
    v("other_programs_cpu_high_pct", high, kShareSeen);
    if constexpr (V::kReads)
        if (others && low && high)
            seen.others = {*others, *low, *high};
    v("interrupts_cpu_pct", seen.interruptsPercent, kShareSeen);
    v("idle_cpu_pct", seen.idlePercent, kShareSeen);
    v("steal_pct", seen.stealPercent, kShareSeen);
    v("thermal_throttled_pct", seen.heatPercent, kShareSeen);
    v("under_voltage_pct", seen.underVoltagePercent, kShareSeen);
    v("clock_limited_pct", seen.clockLimitedPercent, kShareSeen);
    v("quota_throttled_pct", seen.quotaPercent, kShareSeen);
    v("thermal_events", seen.thermalEvents);
}

template <typename V>
void describe(V& v, BuildFacts& build)
{
    v("version", build.version);
    v("git_revision", build.gitRevision);
    v("type", build.buildType);
    v("optimised", build.optimised);
    v("compiler", build.compiler);
    v("vectors", build.vectors);
    v.texts("libraries", build.libraries);
}

template <typename V>
void describe(V& v, ClusterFacts::Executor& executor)
{
    v("host", executor.host);
    v("classifiers", executor.classifiers);
    v("images", executor.images);
}

template <typename V>
void describe(V& v, ClusterFacts& cluster)
{
    v("master", cluster.master);
    v("spark_version", cluster.sparkVersion);
    v("java_version", cluster.javaVersion);
    v("python_version", cluster.pythonVersion);
    v("slots", cluster.tasksAtOnce);
    v("task_cpus", cluster.taskCpus);
    v("executors", cluster.executors);
    v("tasks", cluster.tasks);
    v("tasks_repeated", cluster.tasksRepeated);
    v("lost_unknown", cluster.lostUnknown);
}

// What the user asked for, where the run decides or something else may come of it; null: left open, or not
// limited.
// What is not told apart was as it was in the run.
template <typename V>
void describeRequested(V& v, Settings& asked, const Settings& inTheRun)
{
    if constexpr (V::kReads) {
        asked = inTheRun;
        asked.workers = asked.batchSize = 0;
        asked.totalImages.reset();
        asked.durationS = 0;
    }
    v.object("requested", [&](V& of) {
        of("engine", asked.engine);
        of("precision", asked.precision);
        of("device", asked.device);
        of.where(asked.workers > 0, "workers", asked.workers);
        of.where(asked.batchSize > 0, "batch_size", asked.batchSize);
        of("streams", asked.streams);
        of("images", asked.totalImages);
        of.where(asked.durationS > 0, "duration_s", asked.durationS);
    });
}

template <typename V>
void describeVerdict(V& v, Report& report)
{
    const RunResult& result = report.result;
    Verdict& verdict = report.verdict;
    v.object("verdict", [&](V& of) {
        of("rules_version", verdict.rulesVersion);
        of("overall", verdict.overall);
        of("complete", verdict.claims[static_cast<std::size_t>(Claim::Complete)].judgement);
        of("accuracy", verdict.claims[static_cast<std::size_t>(Claim::Accuracy)].judgement);
        of("throughput", verdict.claims[static_cast<std::size_t>(Claim::Throughput)].judgement);
        of("latency", verdict.claims[static_cast<std::size_t>(Claim::Latency)].judgement);
        of.derived("outcome", fields::outcomeOf(result));
        of("outcome_text", verdict.outcome);
        const bool search = report.study && report.study->kind == "search";
        of.derived("exit_code",
            search ? searchExitCode(*report.study, result.settings.strict) : exitCode(result, verdict));
        auto reasons = fields::reasonsOf(verdict);
        of("reasons", reasons);
        of("criteria", verdict.criteria);
        if constexpr (V::kReads)
            fields::addReasons(reasons, verdict);
    });
}

template <typename V>
void describeAccuracy(V& v, RunResult& result)
{
    v.object("accuracy", [&](V& of) {
        const auto interval = accuracyInterval(result);
        const auto ofInterval = [&](double Interval::*end) {
            return interval ? std::optional(100 * *interval.*end) : std::nullopt;
        };
        const auto share = accuracy(result);
        of.derived("judged", judgesAnswers(result));
        of.derived("pct", share ? std::optional(100 * *share) : std::nullopt);
        of.derived("low_pct", ofInterval(&Interval::low));
        of.derived("high_pct", ofInterval(&Interval::high));
        of.percent("rolling_pct", result.rollingAccuracy);
        of("classes", result.imageFacts.classes, fields::kClasses);
        auto rows = judgesAnswers(result) ? fields::rowsOf(result.confusion) : fields::ConfusionRows();
        of("confusion_label_by_predicted", rows, fields::kClasses);
        const auto confusion = fields::fromRows(rows, result.imageFacts.classes.size());
        of.check(confusion.has_value(),
            TR("confusion_label_by_predicted has other lists than one for each class"));
        of.derived("recall_pct", fields::recallPctOf(result));
        of("scores_not_finite", result.scoresNotFinite);
        of("looks_as_model_wants", result.looksAsModelWants);
        if constexpr (V::kReads)
            result.confusion = confusion.value_or(Confusion());
    });
}

template <typename V>
void describeEngine(V& v, RunResult& result)
{
    EngineFacts& engine = result.engine;
    const bool there = !engine.name.empty(); // not in role send
    v.object("engine", [&](V& of) {
        of("name", engine.name);
        of("version", engine.version);
        of("description", engine.description);
        of.where(there, "precision", engine.precision);
        of.derived("device", there ? result.settings.device : std::string());
        of("infers", engine.infers);
        of.where(there, "workers", engine.workers);
        of("worker_cpus", engine.workerCpus);
        of.derived("batch_size", there ? std::optional(result.settings.batchSize) : std::nullopt);
        of.derived("mean_batch", fields::meanBatch(engine));
        of("batches", engine.batches);
        of.derived("alone_images_per_s", engineAloneImagesPerS(result));
    });
}

template <typename V>
void describeCpu(V& v, RunResult& result)
{
    v.object("cpu", [&](V& of) {
        describe(of, result.cpu);
        of.derived("us_per_image", cpuUsPerImage(result));
        of.derived("engine_us_per_image", engineCpuUsPerImage(result));
        of.derived("overhead_us_per_image", overheadCpuUsPerImage(result));
    });
}

template <typename V>
void describeRate(V& v, RunResult& result, bool sends)
{
    v("elapsed_s", result.elapsedS);
    v.derived("images_per_s", imagesPerS(result));
    v("results_per_s", result.resultsPerS);
    std::optional<double> low, high;
    if (result.rateInterval) {
        low = result.rateInterval->low;
        high = result.rateInterval->high;
    }
    v("images_per_s_low", low);
    v("images_per_s_high", high);
    if constexpr (V::kReads)
        if (low && high)
            result.rateInterval = {*low, *high};
    v.derived("target_images_per_s",
        sends && result.settings.imagesPerSecond > 0 ? std::optional(result.settings.imagesPerSecond)
                                                     : std::nullopt);
}

template <typename V>
void describe(V& v, SweptPoint& point)
{
    v("label", point.label);
    v("runs", point.runs);
    v("images_per_s", point.imagesPerS);
    v("images_per_s_low", point.lowPerS, fields::kAnyNumber);
    v("images_per_s_high", point.highPerS);
    v("kept_images_per_s", point.keptPerS);
    v("holds_at", point.holdsAt);
    v("fails_at", point.failsAt);
    v("answer", point.answer);
    v("p99_ms", point.p99Ms);
    v("p99_low_ms", point.p99LowMs);
    v("p99_high_ms", point.p99HighMs);
    v("accuracy_pct", point.accuracyPct, fields::kPercent);
    v("verdict", point.verdict);
    v("meets_criteria", point.meetsCriteria);
    v("pareto", point.pareto);
    v("best", point.best);
    v("alike_best", point.alikeBest);
    v("failure", point.failure);
}

template <typename V>
void describe(V& v, SkippedPoint& point)
{
    v("label", point.label);
    v("reason", point.reason);
}

template <typename V>
void describe(V& v, SweptValues& swept)
{
    v("setting", swept.setting);
    v("values", swept.values);
}

template <typename V>
void describe(V& v, StudyFacts& study)
{
    v("kind", study.kind);
    v("answer", study.answer);
    v("words", study.words);
    v("verdict", study.verdict);
    const bool search = study.kind == "search", repeat = study.kind == "repeat",
               sweep = study.kind == "sweep", searches = search || !study.find.empty();
    v.where(searches, "find", study.find);
    v.where(search && knowsWhatHolds(study), "holds_at", study.holdsAt);
    v("fails_at", study.failsAt);
    v("camera_rate", study.cameraRatePerS);
    v.where(searches, "max_p99_ms", study.maxP99Ms);
    v.where(searches, "precision_pct", study.precisionPct);
    v.where(searches, "probe_s", study.probeSeconds);
    v.where(searches, "probes", study.probes);
    v.where(!search, "runs", study.runs);
    v("images_per_s", study.imagesPerS);
    v("images_per_s_low", study.lowPerS, fields::kAnyNumber);
    v("images_per_s_high", study.highPerS);
    v("spread_pct", study.spreadPct);
    if constexpr (!V::kReads) // reports of this version may be without
        v("errors_honest", study.errorsHonest);
    v.where(repeat, "repeatable", study.repeatable);
    v("runs_needed", study.runsNeeded);
    v("points", study.points, {.mostItems = kMostSweptPoints});
    v.derived("impossible", sweep ? std::optional<std::uint64_t>(study.skipped.size()) : std::nullopt);
    v("skipped", study.skipped, {.mostItems = kMostSweptPoints});
    v("swept", study.swept, {.mostItems = kMostSweptPoints});
    v.where(!search, "repeats", study.repeats);
    v.where(sweep, "cooldown_s", study.cooldownS);
    v.where(sweep, "seed", study.seed);
    v.where(sweep, "p99_of_service_time", study.serviceTime);
    v("took_s", study.tookS);
    v("measured_s", study.measuredS);
}

template <typename V>
void describe(V& v, Report& report)
{
    RunResult& result = report.result;
    const bool classifies = result.settings.role != Role::Send;
    const bool sends = result.settings.role == Role::Loopback || result.settings.role == Role::Send;
    v.constant("schema_version", kReportSchemaVersion);
    v("run_id", result.runId);
    v.time("start_time", result.startUnixMs);
    v.derived("label", result.settings.label);
    v.derived("role", result.settings.role);
    describeVerdict(v, report);
    v.object("end", [&](V& of) {
        of("kind", result.end);
        of("failure", result.failure);
    });
    v("warnings", result.warnings);
    v.settings("settings", result.settings);
    describeRequested(v, result.requested, result.settings);
    describeImages(v, result.counts, classifies, judgesAnswers(result));
    describeRejected(v, result.rejected);
    describeRate(v, result, sends);
    v.derived("pacing", fields::pacingOf(result.settings));
    v.derived("seed", result.settings.seed);
    v.derived("format", fields::formatOf(result));
    v("image_shape", result.imageFacts.shape);
    auto sources = fields::judgedRows(result.sources, judgesAnswers(result));
    v("sources", sources);
    auto ends = fields::rowsByKind<SourceEnd>(result.sourceEnds);
    v("source_ends", ends, {.mostItems = kSourceEndCount});
    v.where(classifies, "content", result.content);
    describeAccuracy(v, result);
    v("card", result.card);
    v.check(fields::classesAgree(result), TR("accuracy.classes: there are more or fewer classes elsewhere"));
    v("latency_origin", result.latencyOrigin);
    v.object("latency", [&](V& of) {
        describe(of, result.latency);
        describe(of, result.latencyIntervals);
    });
    v("latency_histogram", result.latencyBuckets);
    v.check(fields::isAscending(result.latencyBuckets), TR("latency_histogram: the times do not ascend"));
    v.object("service", [&](V& of) {
        describe(of, result.service);
        describe(of, result.serviceIntervals);
    });
    v("stage", result.stages);
    v("stage_s", result.cpuStages);
    v("reading", result.reading);
    v("receipts", result.receipts);
    v("send_delay", result.sendDelay);
    v("backlog", result.backlog);
    v("steadiness", result.steadiness);
    v("sustained", result.sustained);
    auto intervals = fields::judgedRows(result.intervals, judgesAnswers(result));
    v("intervals", intervals);
    if constexpr (V::kReads) {
        result.sources = fields::plainRows(sources);
        result.sourceEnds = fields::byKind<kSourceEndCount>(ends);
        result.intervals = fields::plainRows(intervals);
    }
    v("calibration", result.calibration);
    v("warm_up", result.warmUp);
    describeCpu(v, result);
    v.where(result.peakMemoryBytes > 0, "peak_memory_bytes", result.peakMemoryBytes);
    describeEngine(v, result);
    v("model", result.model);
    v("answer_check", result.answerCheck);
    v("second_opinion", result.secondOpinion);
    v("transport", result.transport);
    v("machine", result.machine);
    v("interference", result.interference);
    v("build", result.build);
    v("cluster", result.cluster);
    v("image_rows_left_out", report.imageRowsLeftOut);
    v("study", report.study);
}

} // namespace iotbench
