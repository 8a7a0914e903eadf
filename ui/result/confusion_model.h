// The confusion matrix as a table: the true class down, the predicted one across.
#pragma once

#include "images/image_set.h"

#include <QAbstractTableModel>

#include <array>
#include <cstdint>

namespace iotbench::ui {

using Confusion = std::array<std::array<std::uint64_t, kClassCount>, kClassCount>; // [label][predicted]

class ConfusionModel : public QAbstractTableModel {
    Q_OBJECT
public:
    // ShareRole: of the images of the row's class, 0..1. CountRole: the plain count.
    enum Role { ShareRole = Qt::UserRole, CountRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const Confusion& confusion); // changes cells in place
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString inWords(std::size_t label, std::size_t predicted) const;

    Confusion m_confusion{};
    std::array<std::uint64_t, kClassCount> m_shown{}; // images of each class
};

} // namespace iotbench::ui
