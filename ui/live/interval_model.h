// The values of the plots as a table, newest row last, for those who want figures or cannot see plots.
#pragma once

#include "statistics/interval_rows.h"
#include "ui/base/table_model.h"

#include <memory>
#include <vector>

namespace iotbench::ui {

class IntervalModel : public TableModel {
    Q_OBJECT
public:
    using Rows = std::shared_ptr<const std::vector<IntervalRow>>;
    enum Column { Start, Length, Offered, Sent, Classified, Rate, Rejected, Accuracy, P50, P99, Maximum };

    using TableModel::TableModel;

    // Rows are added at the end; fewer than before means that neighbours were merged, or another run.
    void setRows(Rows rows);

protected:
    Headings headings() const override;
    bool centresHeadings() const override { return true; }
    std::size_t rows() const override { return m_rows ? m_rows->size() : 0; }

private:
    Rows m_rows;
};

} // namespace iotbench::ui
