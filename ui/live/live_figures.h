// The five figures of Live as texts, from a snapshot alone.
#pragma once

#include "run/run_snapshot.h"
#include "ui/base/data_colours.h"
#include "ui/live/run_facts.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace iotbench::ui {

struct FigureText {
    struct Part {
        QString figure;
        QString unit; // after the figure, smaller
        std::optional<DataColour> colour = {};
    };
    QString caption;
    std::vector<Part> parts; // one, but rejected and lost stand together
    QString remark; // the line below
    bool caution = false; // the remark tells of something amiss
    bool hasBar = false; // room for a bar is kept
    std::optional<double> bar; // share 0..1 done; empty where there is no end
};

enum class Figure { Rate, Accuracy, Latency, Progress, NotClassified };
inline constexpr std::size_t kFigureCount = 5;
using LiveFigures = std::array<FigureText, kFigureCount>; // in the order of Figure

LiveFigures liveFigures(const RunSnapshot& snapshot, const RunFacts& facts);

// How the run stands, in words: "Running", "Waiting for a sender on 127.0.0.1:10000 for 12 s".
QString phaseWords(const RunSnapshot& snapshot, const RunFacts& facts, double waitedS);

} // namespace iotbench::ui
