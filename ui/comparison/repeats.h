// The rates of all runs of a comparison, in order: a row for each side, as marks on one scale and as figures.
#pragma once

#include "ui/base/table_model.h"
#include "ui/comparison/compared_runs.h"

#include <QStyledItemDelegate>

#include <span>

namespace iotbench::ui {

class RepeatsModel : public TableModel {
    Q_OBJECT
public:
    enum Column { Side, Marks, Mean, Values };

    using TableModel::TableModel;

    void show(const ComparisonReport& report); // no row where all of them are single runs
    std::span<const RunRate> rates(int row) const { return m_sides[static_cast<std::size_t>(row)]; }
    Interval scale() const { return m_scale; } // of all rows

    static QChar mark(int row, bool hollow); // ● A, ◆ B, …

protected:
    Headings headings() const override;
    std::size_t rows() const override { return m_sides.size(); }
    QVariant more(std::size_t row, int column, int role) const override;

private:
    std::vector<std::vector<RunRate>> m_sides; // A, B, …
    Interval m_scale;
};

// Draws the column Marks: runs from top to bottom, those with interference hollow, and a line at their mean.
class RepeatsDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace iotbench::ui
