// Thumbnails in rows that fill the width, as many as are visible. The pointer over them, or the keyboard in
// them, holds them still. Enter or a click asks for the large picture.
#pragma once

#include "run/gallery.h"

#include <QListView>

namespace iotbench::ui {

class PictureModel;

class PictureList : public QListView {
    Q_OBJECT
public:
    // `rows` > 0: so many rows, whatever the height. The model outlives the view.
    explicit PictureList(PictureModel& model, int rows = 0, QWidget* parent = nullptr);

    int columns() const;
    std::size_t places() const; // that are visible
    bool isHeld() const { return hasFocus() || underMouse(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void pictureWanted(const iotbench::Picture& picture);
    void heldChanged(bool held);
    void placesChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QSize cell() const; // that a thumbnail asks for at least
    void setGrid();
    void open(const QModelIndex& index);

    PictureModel& m_model;
    int m_rows;
};

} // namespace iotbench::ui
