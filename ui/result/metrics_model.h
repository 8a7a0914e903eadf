// All figures of a run: the columns of summary.csv, a line each, with the values as the file has them.
#pragma once

#include "statistics/run_result.h"
#include "statistics/verdict.h"

#include <QAbstractTableModel>

#include <utility>
#include <vector>

namespace iotbench::ui {

class MetricsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };

    explicit MetricsModel(QObject* parent = nullptr); // empty values

    void show(const RunResult& result, const Verdict& verdict); // names never change
    QString asText() const; // a line each, tabs between

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<std::pair<QString, QString>> m_rows;
};

} // namespace iotbench::ui
