// All figures of a run: the columns of summary.csv, a line each, with the values as the file has them.
#pragma once

#include "statistics/run_result.h"
#include "statistics/verdict.h"
#include "ui/base/table_model.h"

#include <utility>
#include <vector>

namespace iotbench::ui {

class MetricsModel : public TableModel {
    Q_OBJECT
public:
    enum Column { Name, Value };

    explicit MetricsModel(QObject* parent = nullptr); // empty values

    void show(const RunResult& result, const Verdict& verdict); // names never change
    QString asText() const; // a line each, tabs between

protected:
    Headings headings() const override;
    std::size_t rows() const override { return m_rows.size(); }
    QString text(std::size_t row, int column) const override;
    QVariant more(std::size_t row, int column, int role) const override;

private:
    std::vector<std::pair<QString, QString>> m_rows;
};

} // namespace iotbench::ui
