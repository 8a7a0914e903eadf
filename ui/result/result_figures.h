// The six figures of Result as texts.
#pragma once

#include "statistics/run_result.h"
#include "ui/base/figure_text.h"

#include <array>

namespace iotbench::ui {

enum class ResultFigure { Throughput, Accuracy, Latency, NotClassified, Overhead, Memory };
inline constexpr std::size_t kResultFigureCount = 6;
using ResultFigures = std::array<FigureText, kResultFigureCount>; // in the order of ResultFigure

ResultFigures resultFigures(const RunResult& result);

} // namespace iotbench::ui
