#include "reports/report_reader.h"

#include "reports/cluster_json.h"
#include "reports/content_json.h"
#include "reports/json_reading.h"
#include "reports/report_facts_reader.h"
#include "reports/report_json.h"
#include "settings/settings_json.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

namespace iotbench {
namespace {

using json::count;
using json::maybeCount;
using json::maybeNumber;
using json::maybeShare;
using json::number;
using json::text;
using json::valueOf;

RejectedByReason rejectedFrom(const QJsonObject& object)
{
    RejectedByReason rejected;
    for (std::size_t i = 0; i < rejected.size(); ++i) {
        const std::string_view name = toString(static_cast<RejectReason>(i));
        const QJsonObject reason
            = object[QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))].toObject();
        rejected[i].count = count(reason["count"]);
        for (const QJsonValue line : reason["first_lines"].toArray())
            if (rejected[i].firstLines.size() < RejectedRecords::kLinesKept)
                rejected[i].firstLines.push_back(count(line));
    }
    return rejected;
}

ImageCounts countsFrom(const QJsonObject& object)
{
    ImageCounts counts;
    counts.offered = maybeCount(object["offered"]);
    counts.sent = maybeCount(object["sent"]);
    counts.expected = maybeCount(object["expected"]);
    counts.received = count(object["received"]);
    counts.classified = count(object["classified"]);
    counts.rejected = count(object["rejected"]);
    counts.unclassified = count(object["unclassified"]);
    counts.lost = maybeCount(object["lost"]);
    counts.duplicated = maybeCount(object["duplicated"]);
    counts.right = count(object["right"]);
    return counts;
}

LatencySummary latencyFrom(const QJsonObject& object)
{
    return {count(object["samples"]), maybeNumber(object["mean_ms"]), maybeNumber(object["p50_ms"]),
        maybeNumber(object["p90_ms"]), maybeNumber(object["p95_ms"]), maybeNumber(object["p99_ms"]),
        maybeNumber(object["p99_9_ms"]), maybeNumber(object["max_ms"])};
}

std::vector<SourceRow> sourcesFrom(const QJsonArray& array)
{
    std::vector<SourceRow> sources;
    for (const QJsonValue element : array) {
        const QJsonObject object = element.toObject();
        SourceRow source;
        if (const auto id = maybeCount(object["source"]))
            source.id = static_cast<std::uint32_t>(*id);
        source.name = text(object["peer"]);
        if (object["format"].isString())
            source.format = valueOf<WireFormat>(object["format"], WireFormat::Keras);
        source.counts = countsFrom(object["counts"].toObject());
        source.rejected = rejectedFrom(object["rejected"].toObject());
        source.bytes = count(object["bytes"]);
        source.elapsedS = maybeNumber(object["elapsed_s"]);
        source.latency = latencyFrom(object["latency"].toObject());
        source.end = valueOf<SourceEnd>(object["end"], SourceEnd::Open);
        sources.push_back(std::move(source));
    }
    return sources;
}

void readAccuracy(const QJsonObject& object, RunResult& result)
{
    result.scoresNotFinite = count(object["scores_not_finite"]);
    result.looksAsModelWants = object["looks_as_model_wants"].toBool(true);
    result.rollingAccuracy = maybeShare(object["rolling_accuracy_pct"]);
    result.card = cardFrom(object["card"]);
    const QJsonArray rows = object["confusion_label_by_predicted"].toArray();
    for (std::size_t label = 0; label < kClassCount; ++label) {
        const QJsonArray row = rows.at(static_cast<qsizetype>(label)).toArray();
        for (std::size_t predicted = 0; predicted < kClassCount; ++predicted)
            result.confusion[label][predicted] = count(row.at(static_cast<qsizetype>(predicted)));
    }
}

std::vector<IntervalRow> intervalsFrom(const QJsonArray& array)
{
    std::vector<IntervalRow> rows;
    for (const QJsonValue element : array) {
        const QJsonObject object = element.toObject();
        IntervalRow row;
        row.startS = number(object["start_s"]);
        row.lengthS = number(object["length_s"]);
        row.offered = maybeCount(object["offered"]);
        row.sent = maybeCount(object["sent"]);
        row.classified = count(object["classified"]);
        row.right = count(object["right"]);
        row.rejected = count(object["rejected"]);
        row.latencyP50Ms = maybeNumber(object["latency_p50_ms"]);
        row.latencyMaxMs = maybeNumber(object["latency_max_ms"]);
        row.rollingAccuracy = maybeShare(object["rolling_accuracy_pct"]);
        row.rollingLatencyP99Ms = maybeNumber(object["rolling_latency_p99_ms"]);
        row.interference = {maybeNumber(object["other_programs_cpu_pct"]), maybeNumber(object["steal_pct"]),
            maybeNumber(object["thermal_throttled_pct"]), maybeNumber(object["clock_mhz"]),
            maybeNumber(object["temperature_c"])};
        rows.push_back(row);
    }
    return rows;
}

void readTimes(const QJsonObject& report, RunResult& result)
{
    result.latencyOrigin = valueOf<LatencyOrigin>(report["latency_origin"], LatencyOrigin::None);
    result.latency = latencyFrom(report["latency"].toObject());
    for (const QJsonValue element : report["latency_histogram"].toArray())
        result.latencyBuckets.push_back(
            {number(element.toObject()["upper_ms"]), count(element.toObject()["count"])});
    result.service = latencyFrom(report["service"].toObject());
    const QJsonObject stages = report["stages_us"].toObject();
    result.stages = {maybeNumber(stages["queue"]), maybeNumber(stages["decode"]),
        maybeNumber(stages["normalise"]), maybeNumber(stages["infer"])};
    if (const QJsonValue lateness = report["lateness"]; lateness.isObject())
        result.lateness = Lateness{count(lateness.toObject()["late"]), latencyFrom(lateness.toObject()),
            lateness.toObject()["real_time"].toBool()};
    if (const QJsonValue backlog = report["backlog"]; backlog.isObject())
        result.backlog = Backlog{number(backlog.toObject()["schedule_s"]),
            number(backlog.toObject()["last_planned_s"]), number(backlog.toObject()["last_result_s"])};
    result.calibration = calibrationFrom(report["calibration"]);
    const QJsonObject warmUp = report["warm_up"].toObject();
    result.warmUp = {count(warmUp["inferences"]), number(warmUp["seconds"])};
}

RunResult resultFrom(const QJsonObject& report)
{
    RunResult result;
    result.startUnixMs
        = QDateTime::fromString(report["start_time"].toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
    result.end = valueOf<RunEnd>(report["end"].toObject()["kind"], RunEnd::Complete);
    result.failure = verbatim(text(report["end"].toObject()["failure"]));
    for (const QJsonValue warning : report["warnings"].toArray())
        result.warnings.push_back(verbatim(text(warning)));
    result.counts = countsFrom(report["counts"].toObject());
    result.rejected = rejectedFrom(report["rejected"].toObject());
    result.sources = sourcesFrom(report["sources"].toArray());
    result.elapsedS = number(report["elapsed_s"]);
    result.intervals = intervalsFrom(report["intervals"].toArray());
    result.content = contentFrom(report["content"].toObject());
    readAccuracy(report["accuracy"].toObject(), result);
    readTimes(report, result);
    readCpu(report["cpu"].toObject(), result);
    result.peakMemoryBytes = count(report["peak_memory_bytes"]);
    result.engine = engineFrom(report["engine"].toObject());
    result.model = modelFrom(report["model"].toObject());
    result.transport = transportFrom(report["transport"].toObject());
    result.machine = machineFrom(report["machine"].toObject());
    result.interference = interferenceFrom(report["interference"].toObject());
    result.build = buildFrom(report["build"].toObject());
    result.cluster = clusterFrom(report["cluster"]);
    return result;
}

} // namespace

Result<ReadReport> readReport(const QByteArray& json, const std::string& origin)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(json, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error{TR("%1: not JSON: %2"), {origin, fault.errorString().toStdString()}};
    const QJsonObject report = document.object();
    if (!report["schema_version"].isDouble() || !report["end"].isObject())
        return Error{TR("%1: not the report of a run"), {origin}};
    if (report["schema_version"].toInt() != kReportSchemaVersion)
        return Error{TR("%1: this program reads reports of schema version %2 and no other"),
            {origin, kReportSchemaVersion}};
    if (report["end"].toObject()["kind"].toString() == QLatin1String("unfinished"))
        return Error{TR("%1: the program ended before the run did: there is no result"), {origin}};
    AskedSettings settings;
    if (const auto error = readSettings(
            QJsonDocument(report["settings"].toObject()).toJson(), origin + ": settings", settings))
        return *error;
    ReadReport read{resultFrom(report), count(report["image_rows_left_out"])};
    read.result.settings = std::move(settings.values);
    return read;
}

Result<ReadReport> readReportFile(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::ReadOnly))
        return Error{TR("%1: %2"), {path, file.errorString().toStdString()}};
    return readReport(file.readAll(), path);
}

} // namespace iotbench
