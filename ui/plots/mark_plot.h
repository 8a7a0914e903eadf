// A plot of marks, each of which stands for a row of the table beside it.
#pragma once

#include "ui/plots/drawn_plot.h"

#include <map>

namespace iotbench::ui {

class PlotTitle;

class MarkPlot : public DrawnPlot {
    Q_OBJECT
public:
    void setCurrent(int row); // that is chosen in the table: its mark has a ring; -1: none

signals:
    void markClicked(int row);

protected:
    explicit MarkPlot(QWidget* parent);

    void clear(); // the marks, too

    void point(const QPointF& at, const QCPScatterStyle& style);
    void ring(
        int row, const QColor& colour, double size); // around its mark, where it has one; `size`: pixels
    void whisker(double at, double low, double high, const QPen& pen);

    int markNear(const QPointF& position) const; // its row; -1: none is near
    int current() const { return m_current; }
    void mousePressEvent(QMouseEvent* event) override;

    PlotTitle* const m_title;
    std::map<int, QPointF> m_places; // of the marks, in values of the axes, by row

private:
    int m_current = -1;
};

} // namespace iotbench::ui
