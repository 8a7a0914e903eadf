// A thumbnail: the image at two to three times its size, and below it what was said and what it is. Right and
// wrong differ in sign, word, border and colour.
#pragma once

#include <QStyledItemDelegate>

#include <string>
#include <vector>

namespace iotbench::ui {

class PictureDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    // That a thumbnail asks for: a picture that can be recognised, and the longest name of a class whole.
    static QSize leastSize(const QWidget* widget, const std::vector<std::string>& classes); // logical pixels
    void paint(
        QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    // The view's grid, where it has one: thumbnails fill their places.
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace iotbench::ui
