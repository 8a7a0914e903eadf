// The parts of report.json that say with what and where a run was made, read back. Used by report_reader
// alone.
#pragma once

#include "statistics/run_result.h"

#include <QJsonObject>

namespace iotbench {

EngineFacts engineFrom(const QJsonObject& object);
std::optional<Calibration> calibrationFrom(const QJsonValue& value);
ModelFacts modelFrom(const QJsonObject& object);
TransportFacts transportFrom(const QJsonObject& object);
MachineFacts machineFrom(const QJsonObject& object);
Interference interferenceFrom(const QJsonObject& object);
BuildFacts buildFrom(const QJsonObject& object);
void readCpu(const QJsonObject& object, RunResult& result);

} // namespace iotbench
