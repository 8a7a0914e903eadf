// p99 (logarithmic) over the load, a mark for each probe, and on the axis what holds, what is open and what
// fails.
#pragma once

#include "ui/base/data_colours.h"
#include "ui/capacity/capacity_state.h"
#include "ui/plots/mark_plot.h"

#include <vector>

namespace iotbench::ui {

class CapacityPlot : public MarkPlot {
    Q_OBJECT
public:
    struct Mark {
        int row = 0; // of the table
        double load = 0, p99Ms = 0;
        double lowMs = 0, highMs = 0; // 95 %; the same as p99Ms where not known
        ProbeMark kind = ProbeMark::Holds;
        bool beyond = false; // off the scale, drawn at its upper edge
        QPointF at = {}; // where it is drawn: those of one load beside or below each other
        bool operator==(const Mark&) const = default;
    };

    explicit CapacityPlot(QWidget* parent = nullptr);

    void show(const CapacityState& state);
    const std::vector<Mark>& marks() const { return m_marks; }

    QSize minimumSizeHint() const override;

protected:
    void drawAll() override;

private:
    void setTexts();
    void setRanges();
    void placeMarks();
    void drawLine();
    void drawStrip();
    void drawStripPart(double from, double to, const QString& text, DataColour colour);
    void drawMark(const Mark& mark);
    void drawHeight(double from, double to, double top, double bottom, const QPen& pen, const QBrush& brush);

    CapacityState m_state;
    std::vector<Mark> m_marks;
};

} // namespace iotbench::ui
