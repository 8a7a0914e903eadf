// The key `cluster` of report.json: who classified, where it was not this machine. null in every other run.
#pragma once

#include "statistics/run_result.h"

#include <QJsonValue>

#include <optional>

namespace iotbench {

QJsonValue clusterJson(const std::optional<ClusterFacts>& cluster);
std::optional<ClusterFacts> clusterFrom(const QJsonValue& value);

} // namespace iotbench
