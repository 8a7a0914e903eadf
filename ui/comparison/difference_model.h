// The metrics of a comparison as a table: a row for each metric of each run that is compared with A.
#pragma once

#include "ui/comparison/compared_runs.h"

#include <QAbstractTableModel>

namespace iotbench::ui {

class DifferenceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Metric, Run, BaseValue, Value, Difference, Interval, Whisker, Word, ColumnCount };
    // Of the column Whisker: low, difference and high as ratios of B to A, where they are known.
    enum Role { RatiosRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const ComparisonReport& report);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        std::size_t run = 1; // of the runs: 1 is B
        studies::MetricDifference difference;
    };
    QString text(const Row& row, int column) const;

    std::vector<Row> m_rows;
};

} // namespace iotbench::ui
