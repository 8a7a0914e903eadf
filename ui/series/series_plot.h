// Of a sweep: p99 (logarithmic) over images a second, a mark for each combination, and the Pareto front
// joined. Of repeats: the rate of each run in order, with their mean and its interval.
#pragma once

#include "ui/plots/mark_plot.h"
#include "ui/series/series_state.h"

#include <vector>

namespace iotbench::ui {

class SeriesPlot : public MarkPlot {
    Q_OBJECT
public:
    explicit SeriesPlot(QWidget* parent = nullptr);

    void show(const SeriesState& state, const SweepAim& aim);
    bool hasMarks() const { return !m_places.empty(); }
    // Where the marks are, by the row of the table.
    const std::map<int, QPointF>& marks() const { return m_places; }

    QSize minimumSizeHint() const override;

protected:
    void drawAll() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void setTexts();
    QString shortWords(int row) const;
    void drawSweep();
    void drawRepeats();
    void drawLabel(const QPointF& at, const QString& text, bool bold);
    QCPScatterStyle styleOf(std::size_t group, bool faint) const;

    SeriesState m_state;
    SweepAim m_aim;
    PointGroups m_groups;
    std::vector<QRectF> m_labels; // in pixels: none covers another
    int m_hovered = -1;
};

} // namespace iotbench::ui
