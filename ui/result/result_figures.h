// The six figures of Result as texts, and how many images of each class were classified correctly.
#pragma once

#include "statistics/run_result.h"
#include "ui/base/figure_text.h"
#include "ui/pictures/class_bars.h"

#include <array>
#include <vector>

namespace iotbench::ui {

enum class ResultFigure { Throughput, Accuracy, Latency, NotClassified, Overhead, Memory };
inline constexpr std::size_t kResultFigureCount = 6;
using ResultFigures = std::array<FigureText, kResultFigureCount>; // in the order of ResultFigure

ResultFigures resultFigures(const RunResult& result);
std::vector<ClassBar> recallsOf(const RunResult& result);

} // namespace iotbench::ui
