#include "reports/report_facts_reader.h"

#include "reports/json_reading.h"
#include "settings/settings_table.h"

namespace iotbench {

using json::count;
using json::maybeCount;
using json::maybeNumber;
using json::maybeShare;
using json::number;
using json::text;
using json::valueOf;

EngineFacts engineFrom(const QJsonObject& object)
{
    EngineFacts engine;
    engine.name = text(object["name"]);
    engine.version = text(object["version"]);
    engine.description = text(object["description"]);
    engine.precision = valueOf<PrecisionAsked>(object["precision"], PrecisionAsked::Fp32);
    engine.infers = object["infers"].toBool(true);
    engine.workers = static_cast<unsigned>(count(object["workers"]));
    for (const QJsonValue cpus : object["worker_cpus"].toArray())
        engine.places.push_back(text(cpus));
    for (const QJsonValue element : object["batches"].toArray()) {
        const QJsonObject use = element.toObject();
        engine.batches.push_back({static_cast<unsigned>(count(use["batch"])), count(use["batches"])});
    }
    return engine;
}

std::optional<Calibration> calibrationFrom(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    Calibration calibration;
    calibration.seconds = number(value["seconds"]);
    for (const QJsonValue element : value["rows"].toArray())
        calibration.rows.push_back({text(element["engine"]), static_cast<unsigned>(count(element["workers"])),
            static_cast<unsigned>(count(element["batch"])), number(element["images_per_s"])});
    return calibration;
}

ModelFacts modelFrom(const QJsonObject& object)
{
    ModelFacts model;
    model.name = text(object["name"]);
    model.file = text(object["file"]);
    model.sha256 = text(object["sha256"]);
    model.architecture = text(object["architecture"]);
    model.normalisation = valueOf<Normalisation>(object["normalisation"], Normalisation::Unit);
    model.hasCard = object["has_card"].toBool();
    model.parameters = maybeCount(object["parameters"]);
    model.macs = maybeCount(object["macs"]);
    model.cardRight = maybeCount(object["card_right"]);
    model.cardImages = maybeCount(object["card_images"]);
    return model;
}

TransportFacts transportFrom(const QJsonObject& object)
{
    return {text(object["description"]), maybeCount(object["send_buffer_bytes"]),
        maybeCount(object["receive_buffer_bytes"]), count(object["bytes"])};
}

namespace {

std::optional<unsigned> maybeUnsigned(const QJsonValue& value)
{
    const auto number = maybeCount(value);
    return number ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
}

CoreKind coreKindFrom(const QJsonObject& object)
{
    CoreKind kind;
    kind.name = text(object["name"]);
    kind.cpus = text(object["cpus"]);
    kind.count = static_cast<unsigned>(count(object["count"]));
    kind.clusters = maybeUnsigned(object["clusters"]);
    kind.capacity = maybeUnsigned(object["capacity"]);
    kind.governor = text(object["governor"]);
    kind.minMHz = maybeNumber(object["min_mhz"]);
    kind.maxMHz = maybeNumber(object["max_mhz"]);
    kind.limitMHz = maybeNumber(object["limit_mhz"]);
    kind.meanMHz = maybeNumber(object["mean_mhz"]);
    kind.workers = maybeNumber(object["workers"]);
    kind.images = maybeCount(object["images"]);
    kind.inferUs = maybeNumber(object["infer_us"]);
    return kind;
}

} // namespace

MachineFacts machineFrom(const QJsonObject& object)
{
    MachineFacts machine;
    machine.hostName = text(object["host_name"]);
    machine.board = text(object["board"]);
    machine.cpuModel = text(object["cpu_model"]);
    machine.architecture = text(object["architecture"]);
    machine.instructionSets = text(object["instruction_sets"]);
    machine.coresOnline = static_cast<unsigned>(count(object["cores_online"]));
    machine.coresAllowed = number(object["cores_allowed"]);
    machine.governor = text(object["governor"]);
    machine.frequencyMHz = maybeNumber(object["frequency_mhz"]);
    for (const QJsonValue kind : object["core_kinds"].toArray())
        machine.coreKinds.push_back(coreKindFrom(kind.toObject()));
    for (const QJsonValue zone : object["thermal_zones"].toArray())
        machine.thermalZones.push_back({text(zone["type"]), maybeNumber(zone["start_c"]),
            maybeNumber(zone["highest_c"]), maybeNumber(zone["end_c"])});
    machine.temperatureC = maybeNumber(object["temperature_c"]);
    machine.memoryBytes = count(object["memory_bytes"]);
    machine.osName = text(object["os_name"]);
    machine.kernel = text(object["kernel"]);
    machine.virtualisation = text(object["virtualisation"]);
    return machine;
}

Interference interferenceFrom(const QJsonObject& object)
{
    Interference seen;
    seen.cpus = text(object["cpus"]);
    seen.seconds = number(object["seconds"]);
    seen.runPercent = maybeNumber(object["run_cpu_pct"]);
    seen.peersPercent = maybeNumber(object["peers_cpu_pct"]);
    seen.displayPercent = maybeNumber(object["display_server_cpu_pct"]);
    if (const auto others = maybeNumber(object["other_programs_cpu_pct"]))
        seen.others = {*others, number(object["other_programs_cpu_low_pct"]),
            number(object["other_programs_cpu_high_pct"])};
    seen.interruptsPercent = maybeNumber(object["interrupts_cpu_pct"]);
    seen.idlePercent = maybeNumber(object["idle_cpu_pct"]);
    seen.stealPercent = maybeNumber(object["steal_pct"]);
    seen.heatPercent = maybeNumber(object["thermal_throttled_pct"]);
    seen.underVoltagePercent = maybeNumber(object["under_voltage_pct"]);
    seen.clockLimitedPercent = maybeNumber(object["clock_limited_pct"]);
    seen.quotaPercent = maybeNumber(object["quota_throttled_pct"]);
    seen.thermalEvents = maybeCount(object["thermal_events"]);
    return seen;
}

BuildFacts buildFrom(const QJsonObject& object)
{
    BuildFacts build;
    build.version = text(object["version"]);
    build.gitRevision = text(object["git_revision"]);
    build.buildType = text(object["build_type"]);
    build.optimised = object["optimised"].toBool(true);
    build.compiler = text(object["compiler"]);
    build.vectors = text(object["vectors"]);
    const QJsonObject libraries = object["libraries"].toObject();
    for (auto library = libraries.begin(); library != libraries.end(); ++library)
        build.libraries.emplace_back(library.key().toStdString(), text(library.value()));
    return build;
}

void readCpu(const QJsonObject& object, RunResult& result)
{
    const QJsonObject threads = object["by_thread_s"].toObject();
    result.cpu = {number(threads["sender"]), number(threads["reader"]), number(threads["workers"]),
        number(threads["collector"]), number(threads["other"])};
    const QJsonObject stages = object["by_stage_s"].toObject();
    result.cpuStages = {maybeNumber(stages["encode"]), maybeNumber(stages["send"]),
        maybeNumber(stages["receive"]), maybeNumber(stages["frame"]), maybeNumber(stages["decode"]),
        maybeNumber(stages["normalise"]), maybeNumber(stages["infer"]), maybeNumber(stages["collect"])};
}

} // namespace iotbench
