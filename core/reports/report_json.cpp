#include "reports/report_json.h"

#include "reports/cluster_json.h"
#include "reports/content_json.h"
#include "reports/json_values.h"
#include "reports/original_lines.h"
#include "reports/report_json_facts.h"

#include <QJsonDocument>

namespace iotbench {
namespace {

using json::percent;
using json::points;
using json::value;

QJsonObject verdictJson(const RunResult& result, const Verdict& verdict)
{
    QJsonObject claims;
    for (const ClaimVerdict& claim : verdict.claims) {
        QJsonArray reasons;
        for (const Reason& reason : claim.reasons)
            reasons.append(QJsonObject{{"judgement", value(toString(reason.judgement))},
                {"what", value(reason.what.english())}, {"advice", value(reason.advice.english())}});
        claims.insert(QString::fromLatin1(toString(claim.claim).data()),
            QJsonObject{{"judgement", value(toString(claim.judgement))}, {"reasons", reasons}});
    }
    QJsonArray gates;
    for (const GateVerdict& gate : verdict.gates)
        gates.append(QJsonObject{{"option", value(gate.option)}, {"asked", value(gate.asked)},
            {"reached", value(gate.reached)}, {"met", gate.met}, {"line", value(gate.line.english())}});
    return {{"overall", value(toString(verdict.overall))},
        {"outcome", verdict.outcome ? value(verdict.outcome->english()) : QJsonValue(QJsonValue::Null)},
        {"saturated", saturated(result)}, {"exit_code", exitCode(result, verdict)}, {"claims", claims},
        {"gates", gates}};
}

QJsonObject rejectedJson(const RejectedByReason& rejected)
{
    QJsonObject reasons;
    for (std::size_t i = 0; i < rejected.size(); ++i)
        if (rejected[i].count) {
            const std::string_view reason = toString(static_cast<RejectReason>(i));
            reasons.insert(QString::fromUtf8(reason.data(), static_cast<qsizetype>(reason.size())),
                QJsonObject{{"count", value(rejected[i].count)},
                    {"first_lines", json::array(rejected[i].firstLines)}});
        }
    return reasons;
}

QJsonObject countsJson(const ImageCounts& counts, bool classifies, bool judged)
{
    const auto where
        = [](bool known, std::uint64_t count) { return known ? value(count) : QJsonValue(QJsonValue::Null); };
    return {{"offered", value(counts.offered)}, {"sent", value(counts.sent)},
        {"expected", value(counts.expected)}, {"received", where(classifies, counts.received)},
        {"classified", where(classifies, counts.classified)},
        {"rejected", where(classifies, counts.rejected)},
        {"unclassified", where(classifies, counts.unclassified)}, {"lost", value(counts.lost)},
        {"duplicated", value(counts.duplicated)}, {"right", where(judged, counts.right)}};
}

QJsonObject latencyJson(const LatencySummary& latency)
{
    return {{"samples", value(latency.samples)}, {"mean_ms", value(latency.meanMs)},
        {"p50_ms", value(latency.p50Ms)}, {"p90_ms", value(latency.p90Ms)}, {"p95_ms", value(latency.p95Ms)},
        {"p99_ms", value(latency.p99Ms)}, {"p99_9_ms", value(latency.p999Ms)},
        {"max_ms", value(latency.maxMs)}};
}

QJsonArray histogramJson(const std::vector<LatencyBucket>& buckets)
{
    QJsonArray rows;
    for (const LatencyBucket& bucket : buckets)
        rows.append(QJsonObject{{"upper_ms", value(bucket.upperMs)}, {"count", value(bucket.count)}});
    return rows;
}

QJsonArray sourcesJson(const RunResult& result)
{
    QJsonArray rows;
    for (const SourceRow& source : result.sources)
        rows.append(QJsonObject{{"source", value(source.id)}, {"peer", value(source.name)},
            {"format", source.format ? value(toString(*source.format)) : QJsonValue(QJsonValue::Null)},
            {"counts", countsJson(source.counts, result.settings.role != Role::Send, judgesAnswers(result))},
            {"rejected", rejectedJson(source.rejected)}, {"bytes", value(source.bytes)},
            {"elapsed_s", value(source.elapsedS)}, {"latency", latencyJson(source.latency)},
            {"end", value(toString(source.end))}, {"complete", sourceComplete(source)}});
    return rows;
}

QJsonObject accuracyJson(const RunResult& result)
{
    const bool judged = judgesAnswers(result);
    const auto interval = accuracyInterval(result);
    QJsonArray confusion, recalls;
    for (std::size_t label = 0; judged && label < kClassCount; ++label) {
        confusion.append(json::array(result.confusion[label]));
        recalls.append(percent(recall(result, label)));
    }
    return {{"judged", judged}, {"accuracy_pct", percent(accuracy(result))},
        {"wilson_low_pct", percent(interval ? std::optional(interval->low) : std::nullopt)},
        {"wilson_high_pct", percent(interval ? std::optional(interval->high) : std::nullopt)},
        {"rolling_accuracy_pct", percent(result.rollingAccuracy)}, {"classes", json::array(kClassNames)},
        {"confusion_label_by_predicted", confusion}, {"recall_pct", recalls},
        {"scores_not_finite", value(result.scoresNotFinite)},
        {"looks_as_model_wants", result.looksAsModelWants}, {"card", cardJson(result.card)}};
}

QJsonArray intervalsJson(const RunResult& result)
{
    QJsonArray rows;
    for (const IntervalRow& row : result.intervals)
        rows.append(QJsonObject{{"start_s", value(row.startS)}, {"length_s", value(row.lengthS)},
            {"offered", value(row.offered)}, {"sent", value(row.sent)}, {"classified", value(row.classified)},
            {"images_per_s", value(row.imagesPerS())},
            {"right", judgesAnswers(result) ? value(row.right) : QJsonValue(QJsonValue::Null)},
            {"rejected", value(row.rejected)}, {"latency_p50_ms", value(row.latencyP50Ms)},
            {"latency_max_ms", value(row.latencyMaxMs)},
            {"rolling_accuracy_pct", percent(row.rollingAccuracy)},
            {"rolling_latency_p99_ms", value(row.rollingLatencyP99Ms)},
            {"other_programs_cpu_pct", points(row.interference.othersPercent)},
            {"steal_pct", points(row.interference.stealPercent)},
            {"thermal_throttled_pct", points(row.interference.heatPercent)},
            {"clock_mhz", value(row.interference.clockMHz)},
            {"temperature_c", value(row.interference.temperatureC)}});
    return rows;
}

QJsonValue latenessJson(const std::optional<Lateness>& lateness)
{
    if (!lateness)
        return QJsonValue::Null;
    QJsonObject object = latencyJson(lateness->all);
    object.insert("late", value(lateness->late));
    object.insert("real_time", lateness->realTime);
    return object;
}

QJsonValue backlogJson(const std::optional<Backlog>& backlog)
{
    if (!backlog)
        return QJsonValue::Null;
    return QJsonObject{{"schedule_s", value(backlog->scheduleS)},
        {"last_planned_s", value(backlog->lastPlannedS)}, {"last_result_s", value(backlog->lastResultS)}};
}

QJsonArray warningsJson(const std::vector<Message>& warnings)
{
    QJsonArray lines;
    for (const Message& warning : warnings)
        lines.append(value(warning.english()));
    return lines;
}

} // namespace

QJsonObject reportJson(const RunResult& result, const Verdict& verdict, const QJsonObject& settings)
{
    return {
        {"schema_version", kReportSchemaVersion},
        {"start_time", value(isoTimeMs(result.startUnixMs))},
        {"label", value(result.settings.label)},
        {"seed", value(result.settings.seed)},
        {"end",
            QJsonObject{{"kind", value(toString(result.end))}, {"failure", value(result.failure.english())}}},
        {"verdict", verdictJson(result, verdict)},
        {"warnings", warningsJson(result.warnings)},
        {"settings", settings},
        {"counts", countsJson(result.counts, result.settings.role != Role::Send, judgesAnswers(result))},
        {"rejected", rejectedJson(result.rejected)},
        {"sources", sourcesJson(result)},
        {"elapsed_s", value(result.elapsedS)},
        {"images_per_s", value(imagesPerS(result))},
        {"offered_images_per_s", value(offeredPerS(result))},
        {"content",
            result.settings.role == Role::Send ? QJsonValue(QJsonValue::Null) : contentJson(result.content)},
        {"accuracy", accuracyJson(result)},
        {"latency_origin", value(toString(result.latencyOrigin))},
        {"latency", latencyJson(result.latency)},
        {"latency_histogram", histogramJson(result.latencyBuckets)},
        {"service", latencyJson(result.service)},
        {"stages_us",
            QJsonObject{{"queue", value(result.stages.queueUs)}, {"decode", value(result.stages.decodeUs)},
                {"normalise", value(result.stages.normaliseUs)}, {"infer", value(result.stages.inferUs)}}},
        {"lateness", latenessJson(result.lateness)},
        {"backlog", backlogJson(result.backlog)},
        {"intervals", intervalsJson(result)},
        {"calibration", calibrationJson(result.calibration)},
        {"engine_alone_images_per_s", value(engineAloneImagesPerS(result))},
        {"warm_up",
            QJsonObject{
                {"inferences", value(result.warmUp.inferences)}, {"seconds", value(result.warmUp.seconds)}}},
        {"cpu", result.cluster ? QJsonValue(QJsonValue::Null) : cpuJson(result)},
        {"peak_memory_bytes",
            result.peakMemoryBytes ? value(result.peakMemoryBytes) : QJsonValue(QJsonValue::Null)},
        {"engine", engineJson(result.engine)},
        {"model", modelJson(result.model)},
        {"transport", transportJson(result.transport)},
        {"machine", machineJson(result.machine)},
        {"interference", interferenceJson(result.interference)},
        {"build", buildJson(result.build)},
        {"cluster", clusterJson(result.cluster)},
    };
}

QJsonObject unfinishedReportJson(std::int64_t startUnixMs)
{
    return {{"schema_version", kReportSchemaVersion}, {"start_time", value(isoTimeMs(startUnixMs))},
        {"end", QJsonObject{{"kind", "unfinished"}, {"failure", "the program ended before the run did"}}}};
}

QByteArray jsonBytes(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

} // namespace iotbench
