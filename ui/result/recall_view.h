// A bar for each class; the table fills its height and never scrolls.
#pragma once

#include "ui/result/recall_model.h"

#include <QTableView>

namespace iotbench::ui {

class RecallView : public QTableView {
    Q_OBJECT
public:
    explicit RecallView(RecallModel& model, QWidget* parent = nullptr); // the model outlives the view

    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setRows();
};

} // namespace iotbench::ui
