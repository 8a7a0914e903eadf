// Images/s and latency p99 of several runs over one time axis, each from its own first second.
#pragma once

#include "ui/comparison/compared_runs.h"

#include <qcustomplot.h>

namespace iotbench::ui {

class PlotTitle;

class Curves : public QCustomPlot {
    Q_OBJECT
public:
    enum Part { Rate, Latency };
    static constexpr int kParts = 2;

    explicit Curves(QWidget* parent = nullptr);

    void show(const ComparedRuns& compared);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override { event->ignore(); } // the page scrolls

private:
    void setTexts();
    void setLook();

    QCPAxisRect* m_rects[kParts] = {};
    PlotTitle* m_titles[kParts] = {};
    std::vector<QCPGraph*> m_graphs[kParts]; // one a run
};

} // namespace iotbench::ui
