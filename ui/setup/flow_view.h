// The way of the data: stations in a row, with arrows between them.
#pragma once

#include "ui/setup/plan_text.h"

#include <QWidget>

namespace iotbench::ui {

class FlowView : public QWidget {
    Q_OBJECT
public:
    explicit FlowView(QWidget* parent = nullptr);

    void show(const std::vector<Station>& stations);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<Station> m_stations;
};

} // namespace iotbench::ui
