// The latest images of one cell of the confusion matrix; a click or Enter opens one large.
#pragma once

#include "run/gallery.h"

#include <QDialog>

#include <vector>

namespace iotbench::ui {

class PictureModel;

class CellDialog : public QDialog {
    Q_OBJECT
public:
    // `count`: how many images of the run are in the cell, of which `pictures` are the latest.
    CellDialog(int label, int predicted, std::uint64_t count, std::vector<Picture> pictures, QWidget* parent);

    const PictureModel& model() const { return *m_model; }
    QString remark() const { return m_remark; }

private:
    PictureModel* m_model;
    QString m_remark;
};

} // namespace iotbench::ui
