// The kept runs as a table. The label can be edited in place.
#pragma once

#include "ui/history/kept_runs.h"

#include <QAbstractTableModel>

namespace iotbench::ui {

class HistoryModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Time,
        Label,
        Machine,
        Model,
        Engine,
        Target,
        Rate,
        Accuracy,
        LatencyP99,
        Duration,
        Verdict,
        ColumnCount
    };
    // SortRole: numbers and times as such, what is not known below all. FolderRole: the run's report folder.
    enum Role { SortRole = Qt::UserRole, FolderRole };

    explicit HistoryModel(KeptRuns& keptRuns, QObject* parent = nullptr); // the runs outlive the model

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void labelRefused(const QString& reason);

private:
    void takeRuns();
    QString text(const KeptRun& run, int column) const;
    QVariant sortKey(const KeptRun& run, int column) const;

    KeptRuns& m_keptRuns;
    std::vector<KeptRun> m_rows;
};

} // namespace iotbench::ui
