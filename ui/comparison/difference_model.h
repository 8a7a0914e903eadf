// The metrics of a comparison as a table: a row for each metric of each run that is compared with A.
#pragma once

#include "ui/base/table_model.h"
#include "ui/comparison/compared_runs.h"

namespace iotbench::ui {

class DifferenceModel : public TableModel {
    Q_OBJECT
public:
    enum Column { Metric, Run, BaseValue, Value, Difference, Interval, Whisker, Word };
    // Of the column Whisker: the places of low, difference and high, where they are known.
    enum Role { PlacesRole = Qt::UserRole };

    using TableModel::TableModel;

    void show(const ComparisonReport& report);

protected:
    Headings headings() const override;
    std::size_t rows() const override { return m_rows.size(); }
    QVariant more(std::size_t row, int column, int role) const override;

private:
    struct Row {
        std::size_t run = 1; // of the runs: 1 is B
        studies::MetricDifference difference;
    };
    std::vector<Row> m_rows;
};

} // namespace iotbench::ui
