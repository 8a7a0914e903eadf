// The probes of a search, a row each in order: those that are over, the one under way, and those to come.
#pragma once

#include "ui/base/data_colours.h"
#include "ui/base/table_model.h"
#include "ui/capacity/capacity_state.h"

#include <array>
#include <optional>
#include <vector>

namespace iotbench::ui {

class ProbeModel : public TableModel {
    Q_OBJECT
public:
    enum Column { Number, Load, Rate, P99, Interval, Outcome, Why, ColumnCount };
    using TableModel::TableModel;

    void show(const CapacityState& state); // changes rows in place, so that the current one stays
    int markedRows() const { return m_marked; } // at the top, that have a mark in the plot

protected:
    Headings headings() const override;
    std::size_t rows() const override { return m_rows.size(); }
    QString text(std::size_t row, int column) const override
    {
        return m_rows[row].cells[static_cast<std::size_t>(column)];
    }
    QVariant more(std::size_t row, int column, int role) const override;

private:
    struct Row {
        std::array<QString, ColumnCount> cells;
        std::optional<DataColour> colour; // of the outcome
    };
    std::vector<Row> rowsOf(const CapacityState& state) const;
    Row rowOf(std::size_t number, const Probe& probe) const;
    Row runningRow() const;
    void addToCome(std::vector<Row>& rows) const;

    CapacityState m_state;
    std::vector<Row> m_rows;
    int m_marked = 0;
};

// "fails" with its sign, in the words of its row.
QString outcomeWords(ProbeMark mark);
std::optional<DataColour> colourOf(ProbeMark mark);
QString whyWords(const Probe& probe); // why it ended

} // namespace iotbench::ui
