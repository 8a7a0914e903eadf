// Of a sweep: p99 (logarithmic) over images a second, a mark for each combination, and the Pareto front
// joined. Of repeats: the rate of each run in order, with their mean and its interval.
#pragma once

#include "ui/series/series_state.h"

#include <qcustomplot.h>

#include <vector>

namespace iotbench::ui {

class PlotTitle;

class SeriesPlot : public QCustomPlot {
    Q_OBJECT
public:
    explicit SeriesPlot(QWidget* parent = nullptr);

    void show(const SeriesState& state, const SweepAim& aim);
    void setCurrent(int row); // rings its mark; -1: none
    bool hasMarks() const { return !m_marks.empty(); }
    // Where the marks are, by the row of the table.
    const std::map<int, QPointF>& marks() const { return m_marks; }

    QSize minimumSizeHint() const override;

signals:
    void markClicked(int row);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void setTexts();
    void drawAll();
    QString shortWords(int row) const;
    void drawSweep();
    void drawRepeats();
    void drawLevel(double value, const QString& text, Qt::PenStyle style);
    void drawLabel(const QPointF& at, const QString& text, bool bold);
    void ring(int row, const QColor& colour, double size);
    void point(const QPointF& at, const QCPScatterStyle& style);
    QCPScatterStyle styleOf(std::size_t group, bool faint) const;
    int markNear(const QPointF& position) const;

    SeriesState m_state;
    SweepAim m_aim;
    PointGroups m_groups;
    std::map<int, QPointF> m_marks;
    std::vector<QRectF> m_labels; // in pixels: none covers another
    int m_current = -1, m_hovered = -1;
    PlotTitle* m_title;
};

} // namespace iotbench::ui
