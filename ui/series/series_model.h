// The combinations of a sweep, or the runs of repeats, a row each.
#pragma once

#include "ui/base/table_model.h"
#include "ui/series/series_state.h"

namespace iotbench::ui {

class SeriesModel : public TableModel {
    Q_OBJECT
public:
    using TableModel::TableModel;

    // Changes rows in place while their number stays, so that the current one does.
    void show(const SeriesState& state, const SweepAim& aim);
    int rateColumn() const { return 1 + sweptColumns(); } // that a sweep is sorted by at first

protected:
    Headings headings() const override { return m_state.sweep() ? sweepColumns() : repeatColumns(); }
    std::size_t rows() const override
    {
        return m_state.sweep() ? m_state.facts.points.size() : m_state.runs.size();
    }
    QVariant more(std::size_t row, int column, int role) const override;

private:
    // Of Swept there are any number.
    enum Column { Sign, Swept, Rate, P99, P99Interval, Accuracy, RateInterval, Last };
    Column kindOf(int column) const;
    int sweptColumns() const;
    void take(const SeriesState& state, const SweepAim& aim);
    Headings sweepColumns() const;
    Headings repeatColumns() const;
    QString sweptText(std::size_t row, std::size_t swept) const;

    SeriesState m_state;
    SweepAim m_aim;
    SweepChoice m_choice;
    PointGroups m_groups;
    std::vector<studies::SweepCandidate> m_candidates;
};

// The sign of a group of points: ● ■ ▲ ◆ ▼, and hollow for the next ones.
QString groupSign(std::size_t group);

} // namespace iotbench::ui
