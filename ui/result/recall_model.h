// How many images of each class were classified correctly.
#pragma once

#include "statistics/run_result.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace iotbench::ui {

class RecallModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Class, Bar, Percent, ColumnCount };
    enum Role { ShareRole = Qt::UserRole }; // 0..1 of column Bar; invalid where no such image came

    using QAbstractTableModel::QAbstractTableModel;

    void show(const RunResult& result); // changes rows in place, where the classes stay
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        std::optional<double> share;
        std::uint64_t correct = 0;
        std::uint64_t shown = 0;
    };
    std::vector<Row> m_rows;
};

} // namespace iotbench::ui
