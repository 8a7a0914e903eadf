// The values of the plots as a table, newest row last, for those who want figures or cannot see plots.
#pragma once

#include "statistics/interval_rows.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace iotbench::ui {

class IntervalModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using Rows = std::shared_ptr<const std::vector<IntervalRow>>;
    enum Column {
        Start,
        Length,
        Offered,
        Sent,
        Classified,
        Rate,
        Rejected,
        Accuracy,
        P50,
        P99,
        Maximum,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    // Rows are added at the end; fewer than before means that neighbours were merged, or another run.
    void setRows(Rows rows);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Rows m_rows;
};

} // namespace iotbench::ui
