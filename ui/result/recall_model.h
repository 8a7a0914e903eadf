// How many images of each class were classified correctly.
#pragma once

#include "statistics/run_result.h"
#include "ui/base/table_model.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace iotbench::ui {

class RecallModel : public TableModel {
    Q_OBJECT
public:
    enum Column { Class, Bar, Percent };
    enum Role { ShareRole = Qt::UserRole }; // 0..1 of column Bar; invalid where no such image came

    using TableModel::TableModel;

    void show(const RunResult& result); // changes rows in place, where the classes stay

protected:
    Headings headings() const override;
    std::size_t rows() const override { return m_rows.size(); }
    QString text(std::size_t row, int column) const override;
    QVariant more(std::size_t row, int column, int role) const override;

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
