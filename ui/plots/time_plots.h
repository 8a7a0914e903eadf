// The three plots of a run over one time axis: images/s, rolling accuracy, latency. They follow the run until
// the user drags, zooms (Ctrl and wheel) or moves with the keys (arrows, +, -); a double click or Home lets
// them follow again. A line across all three shows the values under the pointer.
#pragma once

#include "ui/base/run_facts.h"
#include "ui/plots/plot_points.h"

#include <qcustomplot.h>

namespace iotbench::ui {

class PlotTitle;

class TimePlots : public QCustomPlot {
    Q_OBJECT
public:
    enum Part { Rate, Accuracy, Latency };
    static constexpr int kParts = 3;

    explicit TimePlots(QWidget* parent = nullptr);

    void begin(const RunFacts& facts); // of another run; empties the plots
    // Rows as the report has them. `over`: all of them are drawn, else at most PlotPoints::kMostPoints.
    void setRows(const std::vector<IntervalRow>& rows, bool over);
    const PlotPoints& shown() const { return m_points; }
    // Of another run, to be told apart from: thin lines that begin where the run's do. Empty: none.
    void setBaseline(const PlotPoints& points);
    const PlotPoints& baseline() const { return m_baseline; }

    bool follows() const { return m_follows; }
    QString valuesAt(double seconds) const; // "" before anything has been measured
    void resetView();
    QCPAxisRect* part(Part part) const { return m_rects[part]; }

signals:
    void followsChanged(bool follows);
    void menuWanted(const QPoint& at); // of the context menu, on the screen

protected:
    bool event(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent*) override { resetView(); }
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void makeParts();
    void makeGraphs();
    void drawBaseline();
    void setTexts();
    void setLook();
    void setFollows(bool follows);
    void keepInTime(const QCPRange& range);
    bool pointAt(const QPoint& at);
    void follow();
    void followTime();
    void drawCardLine(const QCPRange& time);
    void followRate();
    void followAccuracy();
    void followLatency();
    void describe();
    void moveTime(double share);
    void zoomTime(double factor);

    RunFacts m_facts;
    PlotPoints m_points;
    PlotPoints m_baseline;
    bool m_follows = true;
    double m_startS = 0, m_endS = 0; // of the time that can be looked at
    QCPAxisRect* m_rects[kParts] = {};
    PlotTitle* m_titles[kParts] = {};
    QCPItemStraightLine* m_pointer[kParts] = {};
    QCPGraph* m_base[kParts] = {};
    QCPGraph* m_offered = nullptr;
    QCPGraph* m_achieved = nullptr;
    QCPGraph* m_low = nullptr;
    QCPGraph* m_high = nullptr;
    QCPGraph* m_accuracy = nullptr;
    QCPGraph* m_card = nullptr;
    QCPItemText* m_cardLabel = nullptr;
    QCPGraph* m_p50 = nullptr;
    QCPGraph* m_p99 = nullptr;
    QCPGraph* m_maximum = nullptr;
    QCPGraph* m_beyond = nullptr; // maxima above the plot, marked at its upper edge
};

} // namespace iotbench::ui
