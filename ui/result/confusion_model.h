// The confusion matrix as a table: the true class down, the predicted one across.
#pragma once

#include "statistics/run_result.h"
#include "ui/base/table_model.h"

#include <string>
#include <vector>

namespace iotbench::ui {

class ConfusionModel : public TableModel {
    Q_OBJECT
public:
    // ShareRole: of the images of the row's class, 0..1. CountRole: the plain count.
    enum Role { ShareRole = Qt::UserRole, CountRole };

    using TableModel::TableModel;

    void show(const RunResult& result); // changes cells in place, where the classes stay

    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

protected:
    Headings headings() const override;
    std::size_t rows() const override { return m_confusion.classes(); }
    QString text(std::size_t label, int predicted) const override;
    QVariant more(std::size_t label, int predicted, int role) const override;

private:
    QString inWords(std::size_t label, std::size_t predicted) const;

    Confusion m_confusion;
    std::vector<std::string> m_classes;
};

} // namespace iotbench::ui
