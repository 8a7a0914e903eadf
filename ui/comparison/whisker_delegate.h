// Draws an interval on the axis that every row has: compare/whisker.h.
#pragma once

#include <QStyledItemDelegate>

namespace iotbench::ui {

class WhiskerDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace iotbench::ui
