// The confusion matrix as a heat map: right answers in the colour of values, mistakes in that of what is
// wrong, the deeper the greater their share of the row. A click or Enter asks for a cell's images.
#pragma once

#include "ui/result/confusion_model.h"

#include <QTableView>

namespace iotbench::ui {

class ConfusionView : public QTableView {
    Q_OBJECT
public:
    explicit ConfusionView(ConfusionModel& model, QWidget* parent = nullptr); // the model outlives the view

    // The ground of a cell that holds `share` of its row.
    static QColor ground(double share, bool right, const QPalette& palette);

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

signals:
    void cellWanted(int label, int predicted);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int leastCell() const;
    void setCells();
};

} // namespace iotbench::ui
