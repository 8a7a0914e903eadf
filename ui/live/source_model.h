// The senders of a run, a row each, in order of arrival; those that have gone stay.
#pragma once

#include "statistics/run_result.h"

#include <QAbstractTableModel>

#include <vector>

namespace iotbench::ui {

class SourceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Peer, Format, Received, Classified, Accuracy, Rejected, P50, End, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setSources(std::vector<SourceRow> sources, bool judged);
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<SourceRow> m_sources;
    bool m_judged = true;
};

} // namespace iotbench::ui
