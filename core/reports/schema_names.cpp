#include "reports/schema_names.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QStringList>

#include <array>

namespace iotbench {
namespace {

constexpr std::array kRenamedFields = std::to_array<RenamedField>({
    {"offered_images_per_s", "target_images_per_s"},
    {"counts", "images"},
    {"images.right", "images.correct"},
    {"sources[].counts", "sources[].images"},
    {"sources[].images.right", "sources[].images.correct"},
    {"accuracy.accuracy_pct", "accuracy.pct"},
    {"accuracy.wilson_low_pct", "accuracy.low_pct"},
    {"accuracy.wilson_high_pct", "accuracy.high_pct"},
    {"accuracy.rolling_accuracy_pct", "accuracy.rolling_pct"},
    {"accuracy.card", "card"},
    {"card.right", "card.correct"},
    {"card.card_right", "card.card_correct"},
    {"latency_histogram[].count", "latency_histogram[].images"},
    {"stages_us.queue", "stage.queue_us"},
    {"stages_us.decode", "stage.decode_us"},
    {"stages_us.normalise", "stage.normalise_us"},
    {"stages_us.infer", "stage.infer_us"},
    {"lateness", "send_delay"},
    {"send_delay.late", "send_delay.schedule_misses"},
    {"backlog.last_planned_s", "backlog.last_intended_s"},
    {"intervals[].right", "intervals[].correct"},
    {"calibration.seconds", "calibration.s"},
    {"warm_up.seconds", "warm_up.s"},
    {"cpu.by_stage_s", "stage_s"},
    {"cpu.by_thread_s.sender", "cpu.sender_s"},
    {"cpu.by_thread_s.reader", "cpu.reader_s"},
    {"cpu.by_thread_s.workers", "cpu.workers_s"},
    {"cpu.by_thread_s.collector", "cpu.collector_s"},
    {"cpu.by_thread_s.other", "cpu.other_s"},
    {"cpu.by_thread_s.total", "cpu.total_s"},
    {"cpu.us_per_image.engine", "cpu.engine_us_per_image"},
    {"cpu.us_per_image.harness", "cpu.overhead_us_per_image"},
    {"cpu.us_per_image.total", "cpu.us_per_image"},
    {"engine_alone_images_per_s", "engine.alone_images_per_s"},
    {"model.macs", "model.multiply_adds"},
    {"model.card_right", "model.card_correct"},
    {"machine.frequency_mhz", "machine.start_mhz"},
    {"machine.core_kinds", "machine.core_types"},
    {"machine.temperature_c", "machine.end_c"},
    {"disturbance", "interference"},
    {"interference.seconds", "interference.s"},
    {"build.build_type", "build.type"},
});

constexpr std::array kRenamedColumns = std::to_array<RenamedField>({
    {"host_name", "machine_host_name"},
    {"verdict", "verdict_overall"},
    {"outcome", "verdict_outcome"},
    {"end", "end_kind"},
    {"exit_code", "verdict_exit_code"},
    {"engine", "engine_name"},
    {"precision", "engine_precision"},
    {"model", "model_name"},
    {"normalisation", "model_normalisation"},
    {"workers", "engine_workers"},
    {"batch_size", "engine_batch_size"},
    {"batches_used", "engine_mean_batch"},
    {"sources", ""},
    {"transport", "transport_medium"},
    {"asked_images_per_s", "target_images_per_s"},
    {"offered", "images_offered"},
    {"sent", "images_sent"},
    {"received", "images_received"},
    {"classified", "images_classified"},
    {"rejected", "images_rejected"},
    {"unclassified", "images_unclassified"},
    {"lost", "images_lost"},
    {"duplicated", "images_duplicated"},
    {"right", "images_correct"},
    {"distinct_images", "content_distinct"},
    {"queue_us", "stage_queue_us"},
    {"decode_us", "stage_decode_us"},
    {"normalise_us", "stage_normalise_us"},
    {"infer_us", "stage_infer_us"},
    {"late_sends", "send_delay_schedule_misses"},
    {"lateness_p50_ms", "send_delay_p50_ms"},
    {"lateness_p99_ms", "send_delay_p99_ms"},
    {"lateness_max_ms", "send_delay_max_ms"},
    {"peak_memory_mb", "peak_memory_bytes"},
    {"engine_cpu_us_per_image", "cpu_engine_us_per_image"},
    {"harness_cpu_us_per_image", "cpu_overhead_us_per_image"},
    {"cpu_model", "machine_cpu_model"},
    {"cores_allowed", "machine_cores_allowed"},
    {"instruction_sets", "machine_instruction_sets"},
    {"governor", "machine_governor"},
    {"steal_pct", "interference_steal_pct"},
    {"thermal_throttled_pct", "interference_thermal_throttled_pct"},
    {"quota_throttled_pct", "interference_quota_throttled_pct"},
    {"os_name", "machine_os_name"},
    {"kernel", "machine_kernel"},
    {"version", "build_version"},
    {"git_revision", "build_git_revision"},
    {"libraries", ""},
});

// Words that changed.
struct RenamedWord {
    const char* path;
    const char* was;
    const char* is;
};
constexpr std::array kRenamedWords = std::to_array<RenamedWord>({
    {"latency_origin", "planned", "intended"},
    {"sources[].end", "broken-off", "truncated"},
});

QJsonValue taken(QJsonObject& object, const QStringList& path, qsizetype at = 0)
{
    if (at == path.size() - 1)
        return object.take(path[at]);
    QJsonObject inner = object[path[at]].toObject();
    const QJsonValue value = taken(inner, path, at + 1);
    if (object.contains(path[at]))
        object.insert(path[at], inner);
    return value;
}

void put(QJsonObject& object, const QStringList& path, const QJsonValue& value, qsizetype at = 0)
{
    if (at == path.size() - 1) {
        object.insert(path[at], value);
        return;
    }
    QJsonObject inner = object[path[at]].toObject();
    put(inner, path, value, at + 1);
    object.insert(path[at], inner);
}

// Does `work` to the object that the path leads to, or to each item of the list in it, with the rest of the
// path.
template <typename Work>
void forEach(QJsonObject& object, const QString& path, const Work& work)
{
    const qsizetype list = path.indexOf(QLatin1String("[]."));
    if (list < 0)
        return work(object, path.split(u'.'));
    const QString name = path.left(list);
    QJsonArray items = object[name].toArray();
    for (auto item = items.begin(); item != items.end(); ++item) {
        QJsonObject inner = item->toObject();
        forEach(inner, path.mid(list + 3), work);
        *item = inner;
    }
    if (object.contains(name))
        object.insert(name, items);
}

// {"reason": {"count": 3, "first_lines": […]}} as a list.
QJsonArray rejectedRows(const QJsonObject& byReason)
{
    QJsonArray rows;
    for (auto reason = byReason.begin(); reason != byReason.end(); ++reason) {
        const QJsonObject records = reason.value().toObject();
        rows.append(QJsonObject{
            {"reason", reason.key()}, {"images", records["count"]}, {"first_lines", records["first_lines"]}});
    }
    return rows;
}

} // namespace

std::span<const RenamedField> renamedFields()
{
    return kRenamedFields;
}

std::span<const RenamedField> renamedColumns()
{
    return kRenamedColumns;
}

QJsonObject withNamesOfToday(QJsonObject report)
{
    for (const RenamedField& field : kRenamedFields) {
        const QStringList is = QString::fromLatin1(field.is).section(QLatin1String("[]."), -1).split(u'.');
        forEach(report, QString::fromLatin1(field.was), [&is](QJsonObject& object, const QStringList& was) {
            if (const QJsonValue value = taken(object, was); !value.isUndefined())
                put(object, is, value);
        });
    }
    for (const RenamedWord& word : kRenamedWords)
        forEach(
            report, QString::fromLatin1(word.path), [&word](QJsonObject& object, const QStringList& path) {
                const QJsonValue value = taken(object, path);
                if (!value.isUndefined())
                    put(object, path,
                        value == QJsonValue(QLatin1String(word.was)) ? QJsonValue(QLatin1String(word.is))
                                                                     : value);
            });
    for (const char* path : {"rejected", "sources[].rejected"})
        forEach(report, QString::fromLatin1(path), [](QJsonObject& object, const QStringList& name) {
            object.insert(name.constFirst(), rejectedRows(object[name.constFirst()].toObject()));
        });
    return report;
}

} // namespace iotbench
