// The latest images of one cell of the confusion matrix; a click or Enter opens one large.
#pragma once

#include "run/gallery.h"

#include <QDialog>

namespace iotbench::ui {

class PictureModel;

class CellDialog : public QDialog {
    Q_OBJECT
public:
    // Of a run with such pictures. `count`: how many of its images are in the cell.
    CellDialog(std::size_t label, std::size_t predicted, std::uint64_t count, const GalleryContents& pictures,
        QWidget* parent);

    const PictureModel& model() const { return *m_model; }
    QString remark() const { return m_remark; }

private:
    PictureModel* m_model;
    QString m_remark;
};

} // namespace iotbench::ui
