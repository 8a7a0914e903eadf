#include "reports/summary_row.h"

#include "base/byte_order_mark.h"
#include "reports/csv.h"
#include "reports/output_file.h"
#include "settings/settings_validation.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <cstdio>

namespace iotbench {
namespace {

// Paths of report.json, in the order of the columns. A column is called as its path, with underscores.
constexpr std::array kColumns = std::to_array<const char*>({
    "run_id",
    "start_time",
    "label",
    "machine.host_name",
    // what came of it
    "verdict.overall",
    "verdict.complete",
    "verdict.accuracy",
    "verdict.throughput",
    "verdict.latency",
    "verdict.rules_version",
    "verdict.outcome",
    "verdict.exit_code",
    "end.kind",
    // what was asked for, and what was used
    "role",
    "engine.name",
    "engine.version",
    "requested.engine",
    "engine.precision",
    "requested.device",
    "engine.device",
    "requested.workers",
    "engine.workers",
    "requested.batch_size",
    "engine.batch_size",
    "engine.mean_batch",
    "model.name",
    "model.sha256",
    "model.normalisation",
    "requested.streams",
    "format",
    "transport.medium",
    "transport.address",
    "pacing",
    "target_images_per_s",
    "requested.images",
    "requested.duration_s",
    "seed",
    "settings.min-accuracy",
    "settings.require-rate",
    "settings.max-p99",
    // images
    "images.offered",
    "images.sent",
    "images.received",
    "images.classified",
    "images.correct",
    "images.rejected",
    "images.unclassified",
    "images.lost",
    "images.duplicated",
    "elapsed_s",
    "images_per_s",
    "images_per_s_low",
    "images_per_s_high",
    "steadiness.basis",
    "steadiness.steady",
    "steadiness.settled_s",
    "sustained.change_pct",
    "sustained.change_low_pct",
    "sustained.change_high_pct",
    "sustained.first_p99_ms",
    "sustained.last_p99_ms",
    "accuracy.pct",
    "accuracy.low_pct",
    "accuracy.high_pct",
    "content.distinct",
    "content.distinct_error_pct",
    "content.in_test_set",
    "content.in_own_set",
    "content.in_no_set",
    "content.other_labels",
    "card.compared",
    "card.agreed",
    // times
    "latency_origin",
    "latency.p50_ms",
    "latency.p50_low_ms",
    "latency.p50_high_ms",
    "latency.p90_ms",
    "latency.p90_low_ms",
    "latency.p90_high_ms",
    "latency.p95_ms",
    "latency.p95_low_ms",
    "latency.p95_high_ms",
    "latency.p99_ms",
    "latency.p99_low_ms",
    "latency.p99_high_ms",
    "latency.p99_9_ms",
    "latency.p99_9_low_ms",
    "latency.p99_9_high_ms",
    "latency.max_ms",
    "latency.over_1h",
    "service.p50_ms",
    "service.p50_low_ms",
    "service.p50_high_ms",
    "service.p90_ms",
    "service.p90_low_ms",
    "service.p90_high_ms",
    "service.p95_ms",
    "service.p95_low_ms",
    "service.p95_high_ms",
    "service.p99_ms",
    "service.p99_low_ms",
    "service.p99_high_ms",
    "service.p99_9_ms",
    "service.p99_9_low_ms",
    "service.p99_9_high_ms",
    "service.max_ms",
    "service.over_1h",
    "stage.queue_us",
    "stage.decode_us",
    "stage.normalise_us",
    "stage.infer_us",
    "reading.held_up_s",
    "reading.waited_images",
    "send_delay.schedule_misses",
    "send_delay.p50_ms",
    "send_delay.p99_ms",
    "send_delay.max_ms",
    // costs
    "engine.alone_images_per_s",
    "warm_up.s",
    "peak_memory_bytes",
    "cpu.us_per_image",
    "cpu.engine_us_per_image",
    "cpu.overhead_us_per_image",
    // surroundings
    "machine.board",
    "machine.cpu_model",
    "machine.cores_allowed",
    "machine.instruction_sets",
    "machine.governor",
    "machine.start_mhz",
    "machine.mean_mhz",
    "machine.start_c",
    "machine.highest_c",
    "machine.end_c",
    "interference.run_cpu_pct",
    "interference.peers_cpu_pct",
    "interference.other_programs_cpu_pct",
    "interference.other_programs_cpu_low_pct",
    "interference.other_programs_cpu_high_pct",
    "interference.idle_cpu_pct",
    "interference.steal_pct",
    "interference.thermal_throttled_pct",
    "interference.under_voltage_pct",
    "interference.clock_limited_pct",
    "interference.quota_throttled_pct",
    "machine.os_name",
    "machine.kernel",
    "build.version",
    "build.git_revision",
    "build.type",
});

QJsonValue at(const QJsonObject& report, const char* path)
{
    const QStringList names = QString::fromLatin1(path).split(u'.');
    QJsonValue value = report[names.constFirst()];
    for (qsizetype i = 1; i < names.size(); ++i)
        value = value.toObject()[names[i]];
    return value;
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
    if (!isEmpty && std::string(withoutByteOrderMark(*line)) + '\n' != summaryHeader())
        return Error{TR("%1 has other columns than this version writes: give another file to --csv"), {path}};
    return file;
}

} // namespace

std::span<const char* const> summaryPaths()
{
    return kColumns;
}

std::string summaryHeader()
{
    CsvText csv;
    for (const char* path : kColumns) {
        std::string name = path;
        std::ranges::replace(name, '.', '_');
        std::ranges::replace(name, '-', '_');
        csv.add(name);
    }
    csv.endLine();
    return csv.text();
}

std::string summaryRow(const QJsonObject& report)
{
    CsvText csv;
    for (const char* path : kColumns)
        csv.add(at(report, path));
    csv.endLine();
    return csv.text();
}

std::optional<Error> checkSummaryFile(const std::string& path)
{
    if (path == kStandardOutput)
        return std::nullopt;
    bool isEmpty = true;
    const auto file = openSummaryFile(path, isEmpty);
    return file ? std::nullopt : std::optional(Error{file.error()});
}

std::optional<Error> appendSummary(const std::string& path, const QJsonObject& report, bool hasHeader)
{
    if (path == kStandardOutput) {
        const std::string text = (hasHeader ? "" : summaryHeader()) + summaryRow(report);
        if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
            return std::nullopt;
        return Error{TR("cannot write standard output")};
    }
    bool isEmpty = true;
    auto file = openSummaryFile(path, isEmpty);
    if (!file)
        return Error{file.error()};
    std::string text = isEmpty ? summaryHeader() : std::string();
    if (!isEmpty && !file->endsInNewline())
        text += '\n';
    file->append(text + summaryRow(report));
    return file->close();
}

} // namespace iotbench
