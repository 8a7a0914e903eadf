// The confusion matrix as a table: the true class down, the predicted one across.
#pragma once

#include "statistics/run_result.h"

#include <QAbstractTableModel>

#include <string>
#include <vector>

namespace iotbench::ui {

class ConfusionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    // ShareRole: of the images of the row's class, 0..1. CountRole: the plain count.
    enum Role { ShareRole = Qt::UserRole, CountRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const RunResult& result); // changes cells in place, where the classes stay
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString inWords(std::size_t label, std::size_t predicted) const;

    Confusion m_confusion;
    std::vector<std::string> m_classes;
};

} // namespace iotbench::ui
