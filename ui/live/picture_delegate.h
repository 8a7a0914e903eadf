// A thumbnail: the image at two to three times its size, and below it what was said and what it is. Right and
// wrong differ in sign, word, border and colour.
#pragma once

#include <QStyledItemDelegate>

namespace iotbench::ui {

class PictureDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int pictureSide(const QWidget* widget); // logical pixels
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace iotbench::ui
