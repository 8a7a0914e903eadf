// The latency histogram: how many images over a logarithmic time axis, with the percentiles marked.
#pragma once

#include "statistics/latency_bars.h"
#include "statistics/run_result.h"
#include "ui/plots/drawn_plot.h"

#include <vector>

namespace iotbench::ui {

class LatencyPlot : public DrawnPlot {
    Q_OBJECT
public:
    struct Mark {
        QString name; // "p50"
        double ms = 0;
    };

    explicit LatencyPlot(QWidget* parent = nullptr);

    void show(const RunResult& result);
    const std::vector<LatencyBar>& bars() const { return m_bars; }
    const std::vector<Mark>& marks() const { return m_marks; } // ascending

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void drawAll() override;

private:
    void setAxes();
    void placeNames();
    void describe();

    std::vector<LatencyBar> m_bars;
    std::vector<Mark> m_marks;
    std::vector<QCPItemText*> m_names;
};

} // namespace iotbench::ui
