// With what and where a run was made, in lines of words.
#pragma once

#include "statistics/run_result.h"

#include <QString>
#include <QStringList>

namespace iotbench::ui {

// "Engine opencv 4.6.0 fp32 · batch sizes used 1 (97 %), 2 (3 %) · 2 workers"
QString engineWords(const RunResult& result);
// "resnet20 · ResNet20v1 · 272,474 parameters"; "" without a model
QString modelWords(const RunResult& result);
// "keras over TCP 127.0.0.1:10000 · 27.6 kB an image"
QString streamWords(const RunResult& result);
// "Cluster Spark 4.0.1 at spark://10.0.0.1:7077 · executors 4, tasks at once 8 · 0 of 96 tasks repeated"; ""
// without one
QString clusterWords(const RunResult& result);
// "AMD EPYC 7R13 · 2 of 64 cores · avx2 fma · governor performance · 61 °C"
QString machineWords(const RunResult& result);
// "iotbench 0.1.0, Release, revision 3f2a91c · seed 1"
QString buildWords(const RunResult& result);

QStringList runWords(const RunResult& result); // all of them that have something to say

} // namespace iotbench::ui
