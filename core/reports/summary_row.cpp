#include "reports/summary_row.h"

#include "reports/csv.h"
#include "reports/original_lines.h"
#include "reports/output_file.h"
#include "settings/settings_table.h"

namespace iotbench {
namespace {

std::optional<double> percentOf(std::optional<double> share)
{
    return share ? std::optional(100 * *share) : std::nullopt;
}

// Names and figures side by side, so that header and row cannot drift apart.
class Columns {
public:
    void text(std::string_view name, std::string_view value) { named(name).add(value); }
    void count(std::string_view name, std::optional<std::uint64_t> value) { named(name).add(value); }
    void decimal(std::string_view name, std::optional<double> value, int decimals)
    {
        named(name).add(value, decimals);
    }
    void milliseconds(std::string_view name, std::optional<double> value) { decimal(name, value, 3); }
    void percent(std::string_view name, std::optional<double> share) { decimal(name, percentOf(share), 3); }

    std::string names()
    {
        m_names.endLine();
        return m_names.text();
    }
    std::string values()
    {
        m_values.endLine();
        return m_values.text();
    }

private:
    CsvText& named(std::string_view name)
    {
        m_names.add(name);
        return m_values;
    }

    CsvText m_names;
    CsvText m_values;
};

// The format of every source that told one, or "mixed".
std::string_view formatOf(const RunResult& run)
{
    std::optional<WireFormat> format = run.settings.format;
    for (const SourceRow& source : run.sources) {
        if (source.format && format && *source.format != *format)
            return "mixed";
        if (source.format)
            format = source.format;
    }
    return format ? toString(*format) : std::string_view();
}

// "1: 9000; 2: 500": how many times each batch size was inferred.
std::string batchesOf(const EngineFacts& engine)
{
    std::string text;
    for (const BatchUse& use : engine.batches)
        text.append(text.empty() ? "" : "; ")
            .append(std::to_string(use.batch))
            .append(": ")
            .append(std::to_string(use.batches));
    return text;
}

std::string librariesOf(const BuildFacts& build)
{
    std::string text;
    for (const auto& [name, version] : build.libraries)
        text += (text.empty() ? "" : "; ") + name + ' ' + version;
    return text;
}

void addOutcome(Columns& columns, const RunResult& run, const Verdict& verdict)
{
    columns.text("start_time", isoTimeMs(run.startUnixMs));
    columns.text("label", run.settings.label);
    columns.text("host_name", run.machine.hostName);
    columns.text("verdict", toString(verdict.overall));
    columns.text("verdict_complete", toString(verdict[Claim::Complete].judgement));
    columns.text("verdict_accuracy", toString(verdict[Claim::Accuracy].judgement));
    columns.text("verdict_throughput", toString(verdict[Claim::Throughput].judgement));
    columns.text("verdict_latency", toString(verdict[Claim::Latency].judgement));
    columns.text("outcome", verdict.outcome ? verdict.outcome->english() : std::string());
    columns.text("end", toString(run.end));
    columns.count("exit_code", static_cast<std::uint64_t>(exitCode(run, verdict)));
}

void addSetting(Columns& columns, const RunResult& run)
{
    const Settings& settings = run.settings;
    const bool sends = settings.role == Role::Loopback || settings.role == Role::Send;
    columns.text("role", toString(settings.role));
    columns.text("engine", run.engine.name);
    columns.text("engine_version", run.engine.version);
    columns.text("precision", run.engine.name.empty() ? std::string_view() : toString(run.engine.precision));
    columns.text("model", run.model.name);
    columns.text("model_sha256", run.model.sha256);
    columns.text(
        "normalisation", run.model.name.empty() ? std::string_view() : toString(run.model.normalisation));
    columns.count("workers",
        settings.role == Role::Send ? std::nullopt : std::optional(std::uint64_t{run.engine.workers}));
    columns.count("batch_size",
        settings.role == Role::Send ? std::nullopt : std::optional(std::uint64_t{settings.batchSize}));
    columns.text("batches_used", batchesOf(run.engine));
    columns.count("sources", run.sources.size());
    columns.text("format", formatOf(run));
    columns.text("transport", run.transport.description);
    columns.text("pacing", !sends ? "" : settings.imagesPerSecond > 0 ? toString(settings.pacing) : "max");
    columns.decimal("asked_images_per_s",
        sends && settings.imagesPerSecond > 0 ? std::optional(settings.imagesPerSecond) : std::nullopt, 3);
    columns.count("seed", settings.seed);
}

void addCounts(Columns& columns, const RunResult& run)
{
    const ImageCounts& counts = run.counts;
    const auto received = [&](std::uint64_t count) {
        return run.settings.role == Role::Send ? std::nullopt : std::optional(count);
    };
    columns.count("offered", counts.offered);
    columns.count("sent", counts.sent);
    columns.count("received", received(counts.received));
    columns.count("classified", received(counts.classified));
    columns.count("rejected", received(counts.rejected));
    columns.count("unclassified", received(counts.unclassified));
    columns.count("lost", counts.lost);
    columns.count("duplicated", counts.duplicated);
    columns.decimal("elapsed_s", run.elapsedS, 6);
    columns.decimal("images_per_s", imagesPerS(run), 3);
}

void addAccuracy(Columns& columns, const RunResult& run)
{
    const auto interval = accuracyInterval(run);
    const bool compared = run.card.has_value();
    columns.count("right", judgesAnswers(run) ? std::optional(run.counts.right) : std::nullopt);
    columns.percent("accuracy_pct", accuracy(run));
    columns.percent("accuracy_low_pct", interval ? std::optional(interval->low) : std::nullopt);
    columns.percent("accuracy_high_pct", interval ? std::optional(interval->high) : std::nullopt);
    const bool classifies = run.settings.role != Role::Send;
    const auto ofContent
        = [&](std::uint64_t count) { return classifies ? std::optional(count) : std::nullopt; };
    const DistinctCounts& distinct = run.content.distinct;
    columns.count("distinct_images", ofContent(distinct.images));
    columns.percent(
        "distinct_error_pct", classifies ? std::optional(distinct.relativeError()) : std::nullopt);
    columns.count("in_test_set", ofContent(run.content.inTestSet));
    columns.count("in_own_set", ofContent(run.content.inOwnSet));
    columns.count("in_no_set", ofContent(run.content.inNoSet));
    columns.count("other_labels", ofContent(run.content.otherLabels));
    columns.count("card_compared", compared ? std::optional(run.card->compared) : std::nullopt);
    columns.count("card_agreed", compared ? std::optional(run.card->agreed) : std::nullopt);
}

void addLatency(Columns& columns, const RunResult& run)
{
    const auto summary = [&](const std::string& name, const LatencySummary& latency) {
        columns.milliseconds(name + "_p50_ms", latency.p50Ms);
        columns.milliseconds(name + "_p90_ms", latency.p90Ms);
        columns.milliseconds(name + "_p95_ms", latency.p95Ms);
        columns.milliseconds(name + "_p99_ms", latency.p99Ms);
        columns.milliseconds(name + "_p99_9_ms", latency.p999Ms);
        columns.milliseconds(name + "_max_ms", latency.maxMs);
    };
    columns.text("latency_origin", toString(run.latencyOrigin));
    summary("latency", run.latency);
    summary("service", run.service);
    columns.decimal("queue_us", run.stages.queueUs, 3);
    columns.decimal("decode_us", run.stages.decodeUs, 3);
    columns.decimal("normalise_us", run.stages.normaliseUs, 3);
    columns.decimal("infer_us", run.stages.inferUs, 3);
    const LatencySummary lateness = run.lateness ? run.lateness->all : LatencySummary();
    columns.count("late_sends", run.lateness ? std::optional(run.lateness->late) : std::nullopt);
    columns.milliseconds("lateness_p50_ms", lateness.p50Ms);
    columns.milliseconds("lateness_p99_ms", lateness.p99Ms);
    columns.milliseconds("lateness_max_ms", lateness.maxMs);
}

void addCosts(Columns& columns, const RunResult& run)
{
    columns.decimal("engine_alone_images_per_s", engineAloneImagesPerS(run), 1);
    columns.decimal("warm_up_s", run.warmUp.seconds, 3);
    columns.decimal("peak_memory_mb",
        run.peakMemoryBytes ? std::optional(static_cast<double>(run.peakMemoryBytes) / 1e6) : std::nullopt,
        3);
    columns.decimal("cpu_us_per_image", cpuUsPerImage(run), 3);
    columns.decimal("engine_cpu_us_per_image", engineCpuUsPerImage(run), 3);
    columns.decimal("harness_cpu_us_per_image", harnessCpuUsPerImage(run), 3);
}

void addSurroundings(Columns& columns, const RunResult& run)
{
    columns.text("cpu_model", run.machine.cpuModel);
    columns.decimal("cores_allowed", run.machine.coresAllowed, 3);
    columns.text("instruction_sets", run.machine.instructionSets);
    columns.text("governor", run.machine.governor);
    const Interference& seen = run.interference;
    columns.decimal("run_cpu_pct", seen.runPercent, 3);
    columns.decimal("peers_cpu_pct", seen.peersPercent, 3);
    columns.decimal(
        "other_programs_cpu_pct", seen.others ? std::optional(seen.others->percent) : std::nullopt, 3);
    columns.decimal(
        "other_programs_cpu_low_pct", seen.others ? std::optional(seen.others->low) : std::nullopt, 3);
    columns.decimal(
        "other_programs_cpu_high_pct", seen.others ? std::optional(seen.others->high) : std::nullopt, 3);
    columns.decimal("idle_cpu_pct", seen.idlePercent, 3);
    columns.decimal("steal_pct", seen.stealPercent, 3);
    columns.decimal("thermal_throttled_pct", seen.heatPercent, 3);
    columns.decimal("quota_throttled_pct", seen.quotaPercent, 3);
    columns.text("os_name", run.machine.osName);
    columns.text("kernel", run.machine.kernel);
    columns.text("version", run.build.version);
    columns.text("git_revision", run.build.gitRevision);
    columns.text("build_type", run.build.buildType);
    columns.text("libraries", librariesOf(run.build));
}

Columns summaryColumns(const RunResult& run, const Verdict& verdict)
{
    Columns columns;
    addOutcome(columns, run, verdict);
    addSetting(columns, run);
    addCounts(columns, run);
    addAccuracy(columns, run);
    addLatency(columns, run);
    addCosts(columns, run);
    addSurroundings(columns, run);
    return columns;
}

// Opens and locks the file and makes sure that its rows are ours; with `isEmpty` told.
Result<OutputFile> openSummaryFile(const std::string& path, bool& isEmpty)
{
    auto file = OutputFile::openLocked(path);
    if (!file)
        return file;
    const auto line = file->firstLine();
    if (!line)
        return Error{line.error()};
    isEmpty = line->empty();
    if (!isEmpty && *line + '\n' != summaryHeader())
        return Error{TR("%1 has other columns than this version writes: give another file to --csv"), {path}};
    return file;
}

} // namespace

std::string summaryHeader()
{
    return summaryColumns({}, {}).names();
}

std::string summaryRow(const RunResult& result, const Verdict& verdict)
{
    return summaryColumns(result, verdict).values();
}

std::optional<Error> checkSummaryFile(const std::string& path)
{
    bool isEmpty = true;
    const auto file = openSummaryFile(path, isEmpty);
    return file ? std::nullopt : std::optional(Error{file.error()});
}

std::optional<Error> appendSummary(const std::string& path, const RunResult& result, const Verdict& verdict)
{
    bool isEmpty = true;
    auto file = openSummaryFile(path, isEmpty);
    if (!file)
        return Error{file.error()};
    std::string text = isEmpty ? summaryHeader() : std::string();
    if (!isEmpty && !file->endsInNewline())
        text += '\n';
    file->append(text + summaryRow(result, verdict));
    return file->close();
}

} // namespace iotbench
