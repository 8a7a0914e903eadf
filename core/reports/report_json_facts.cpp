#include "reports/report_json_facts.h"

#include "reports/json_values.h"
#include "settings/settings_table.h"

namespace iotbench {

using json::percent;
using json::points;
using json::value;

QJsonObject engineJson(const EngineFacts& engine)
{
    QJsonArray places;
    for (const std::string& cpus : engine.places)
        places.append(value(cpus));
    QJsonArray batches;
    for (const BatchUse& use : engine.batches)
        batches.append(QJsonObject{{"batch", value(use.batch)}, {"batches", value(use.batches)}});
    return {{"name", value(engine.name)}, {"version", value(engine.version)},
        {"description", value(engine.description)}, {"precision", value(toString(engine.precision))},
        {"infers", engine.infers}, {"workers", value(engine.workers)}, {"worker_cpus", places},
        {"batches", batches}};
}

QJsonValue calibrationJson(const std::optional<Calibration>& calibration)
{
    if (!calibration)
        return QJsonValue::Null;
    QJsonArray rows;
    for (const CalibrationRow& row : calibration->rows)
        rows.append(QJsonObject{{"engine", value(row.engine)}, {"workers", value(row.workers)},
            {"batch", value(row.batch)}, {"images_per_s", value(row.imagesPerS)}});
    return QJsonObject{{"seconds", value(calibration->seconds)}, {"rows", rows}};
}

QJsonObject modelJson(const ModelFacts& model)
{
    return {{"name", value(model.name)}, {"file", value(model.file)}, {"sha256", value(model.sha256)},
        {"architecture", value(model.architecture)}, {"normalisation", value(toString(model.normalisation))},
        {"has_card", model.hasCard}, {"parameters", value(model.parameters)}, {"macs", value(model.macs)},
        {"card_right", value(model.cardRight)}, {"card_images", value(model.cardImages)}};
}

QJsonObject transportJson(const TransportFacts& transport)
{
    return {{"description", value(transport.description)},
        {"send_buffer_bytes", value(transport.sendBufferBytes)},
        {"receive_buffer_bytes", value(transport.receiveBufferBytes)}, {"bytes", value(transport.bytes)}};
}

namespace {

QJsonArray coreKindsJson(const std::vector<CoreKind>& kinds)
{
    QJsonArray array;
    for (const CoreKind& kind : kinds)
        array.append(
            QJsonObject{{"name", value(kind.name)}, {"cpus", value(kind.cpus)}, {"count", value(kind.count)},
                {"clusters", value(kind.clusters)}, {"capacity", value(kind.capacity)},
                {"governor", value(kind.governor)}, {"min_mhz", value(kind.minMHz)},
                {"max_mhz", value(kind.maxMHz)}, {"limit_mhz", value(kind.limitMHz)},
                {"mean_mhz", value(kind.meanMHz)}, {"workers", value(kind.workers)},
                {"images", value(kind.images)}, {"infer_us", value(kind.inferUs)}});
    return array;
}

QJsonArray thermalZonesJson(const std::vector<ThermalZone>& zones)
{
    QJsonArray array;
    for (const ThermalZone& zone : zones)
        array.append(QJsonObject{{"type", value(zone.type)}, {"start_c", value(zone.startC)},
            {"highest_c", value(zone.highestC)}, {"end_c", value(zone.endC)}});
    return array;
}

} // namespace

QJsonObject machineJson(const MachineFacts& machine)
{
    return {{"host_name", value(machine.hostName)}, {"board", value(machine.board)},
        {"cpu_model", value(machine.cpuModel)}, {"architecture", value(machine.architecture)},
        {"instruction_sets", value(machine.instructionSets)}, {"cores_online", value(machine.coresOnline)},
        {"cores_allowed", value(machine.coresAllowed)}, {"governor", value(machine.governor)},
        {"frequency_mhz", value(machine.frequencyMHz)}, {"core_kinds", coreKindsJson(machine.coreKinds)},
        {"thermal_zones", thermalZonesJson(machine.thermalZones)},
        {"temperature_c", value(machine.temperatureC)}, {"memory_bytes", value(machine.memoryBytes)},
        {"os_name", value(machine.osName)}, {"kernel", value(machine.kernel)},
        {"virtualisation", value(machine.virtualisation)}};
}

QJsonObject interferenceJson(const Interference& seen)
{
    const auto part = [&](double ShareEstimate::*end) {
        return points(seen.others ? std::optional(*seen.others.*end) : std::nullopt);
    };
    return {{"cpus", value(seen.cpus)}, {"seconds", value(seen.seconds)},
        {"run_cpu_pct", points(seen.runPercent)}, {"peers_cpu_pct", points(seen.peersPercent)},
        {"display_server_cpu_pct", points(seen.displayPercent)},
        {"other_programs_cpu_pct", part(&ShareEstimate::percent)},
        {"other_programs_cpu_low_pct", part(&ShareEstimate::low)},
        {"other_programs_cpu_high_pct", part(&ShareEstimate::high)},
        {"interrupts_cpu_pct", points(seen.interruptsPercent)}, {"idle_cpu_pct", points(seen.idlePercent)},
        {"steal_pct", points(seen.stealPercent)}, {"thermal_throttled_pct", points(seen.heatPercent)},
        {"under_voltage_pct", points(seen.underVoltagePercent)},
        {"clock_limited_pct", points(seen.clockLimitedPercent)},
        {"quota_throttled_pct", points(seen.quotaPercent)}, {"thermal_events", value(seen.thermalEvents)}};
}

QJsonObject buildJson(const BuildFacts& build)
{
    QJsonObject libraries;
    for (const auto& [name, version] : build.libraries)
        libraries.insert(QString::fromStdString(name), value(version));
    return {{"version", value(build.version)}, {"git_revision", value(build.gitRevision)},
        {"build_type", value(build.buildType)}, {"optimised", build.optimised},
        {"compiler", value(build.compiler)}, {"vectors", value(build.vectors)}, {"libraries", libraries}};
}

QJsonObject cpuJson(const RunResult& result)
{
    const CpuByThread& threads = result.cpu;
    const CpuByStage& stages = result.cpuStages;
    return {
        {"by_thread_s",
            QJsonObject{{"sender", value(threads.senderS)}, {"reader", value(threads.readerS)},
                {"workers", value(threads.workersS)}, {"collector", value(threads.collectorS)},
                {"other", value(threads.otherS)}, {"total", value(threads.totalS())}}},
        {"by_stage_s",
            QJsonObject{{"encode", value(stages.encodeS)}, {"send", value(stages.sendS)},
                {"receive", value(stages.receiveS)}, {"frame", value(stages.frameS)},
                {"decode", value(stages.decodeS)}, {"normalise", value(stages.normaliseS)},
                {"infer", value(stages.inferS)}, {"collect", value(stages.collectS)}}},
        {"us_per_image",
            QJsonObject{{"total", value(cpuUsPerImage(result))},
                {"engine", value(engineCpuUsPerImage(result))},
                {"harness", value(harnessCpuUsPerImage(result))},
                {"encode", value(usPerImage(result, stages.encodeS))},
                {"send", value(usPerImage(result, stages.sendS))},
                {"receive", value(usPerImage(result, stages.receiveS))},
                {"frame", value(usPerImage(result, stages.frameS))},
                {"decode", value(usPerImage(result, stages.decodeS))},
                {"normalise", value(usPerImage(result, stages.normaliseS))},
                {"infer", value(usPerImage(result, stages.inferS))},
                {"collect", value(usPerImage(result, stages.collectS))}}},
    };
}

} // namespace iotbench
