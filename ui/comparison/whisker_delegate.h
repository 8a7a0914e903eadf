// Draws an interval on one axis for every row: logarithmic, opened up around "no difference", so that a tenth
// of a percent and ten times both have a place.
#pragma once

#include <QStyledItemDelegate>

namespace iotbench::ui {

// Where a ratio of B to A lies: −1 (a tenth or less) over 0 (equal) to 1 (ten times or more).
double whiskerPlace(double ratio);

class WhiskerDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace iotbench::ui
