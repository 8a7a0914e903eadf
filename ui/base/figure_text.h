// One of the big figures as texts.
#pragma once

#include "ui/base/data_colours.h"

#include <QString>

#include <optional>
#include <vector>

namespace iotbench::ui {

struct FigureText {
    struct Part {
        QString figure;
        QString unit; // after the figure, smaller
        std::optional<DataColour> colour = {};
    };
    QString caption = {};
    std::vector<Part> parts = {}; // one, but rejected and lost stand together
    QString remark = {}; // the line below
    bool caution = false; // the remark tells of something amiss
    bool hasBar = false; // room for a bar is kept
    std::optional<double> bar = {}; // share 0..1 done; empty where there is no end
};

} // namespace iotbench::ui
