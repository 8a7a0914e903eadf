// The parts of report.json that say with what and where a run was made. Used by report_json alone.
#pragma once

#include "statistics/run_result.h"

#include <QJsonObject>

namespace iotbench {

QJsonObject engineJson(const EngineFacts& engine);
QJsonValue calibrationJson(const std::optional<Calibration>& calibration);
QJsonObject modelJson(const ModelFacts& model);
QJsonObject transportJson(const TransportFacts& transport);
QJsonObject machineJson(const MachineFacts& machine);
QJsonObject interferenceJson(const Interference& seen);
QJsonObject buildJson(const BuildFacts& build);
QJsonObject cpuJson(const RunResult& result);

} // namespace iotbench
