// The five figures of Live as texts, from a snapshot alone.
#pragma once

#include "run/run_snapshot.h"
#include "ui/base/figure_text.h"
#include "ui/base/run_facts.h"

#include <QString>

#include <array>

namespace iotbench::ui {

enum class Figure { Rate, Accuracy, Latency, Progress, NotClassified };
inline constexpr std::size_t kFigureCount = 5;
using LiveFigures = std::array<FigureText, kFigureCount>; // in the order of Figure

LiveFigures noFigures(); // before any run: nothing is claimed
LiveFigures liveFigures(const RunSnapshot& snapshot, const RunFacts& facts);

// How the run stands, in words: "Running", "Waiting for a sender on 127.0.0.1:10000 for 12 s".
QString phaseWords(const RunSnapshot& snapshot, const RunFacts& facts, double waitedS);

} // namespace iotbench::ui
