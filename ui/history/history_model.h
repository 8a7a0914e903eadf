// The kept runs as a table. The label can be edited in place.
#pragma once

#include "ui/base/table_model.h"
#include "ui/history/kept_runs.h"

namespace iotbench::ui {

// What a search found: "62 cameras", "at least 62 cameras". Empty where it found nothing, and of other runs.
QString foundText(const KeptRunFacts& run);

class HistoryModel : public TableModel {
    Q_OBJECT
public:
    enum Column {
        Time,
        Label,
        Kind,
        Machine,
        Model,
        Engine,
        Target,
        Rate,
        Accuracy,
        LatencyP99,
        Duration,
        Verdict
    };
    enum Role { FolderRole = Qt::UserRole }; // the run's report folder

    explicit HistoryModel(KeptRuns& keptRuns, QObject* parent = nullptr); // the runs outlive the model

    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void labelRefused(const QString& reason);

protected:
    Headings headings() const override;
    std::size_t rows() const override { return m_rows.size(); }
    QVariant more(std::size_t row, int column, int role) const override;

private:
    void takeRuns();

    KeptRuns& m_keptRuns;
    std::vector<KeptRunFacts> m_rows;
};

} // namespace iotbench::ui
