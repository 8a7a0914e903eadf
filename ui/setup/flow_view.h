// The way of the data: stations in a row, with arrows between them.
#pragma once

#include "ui/setup/plan_text.h"

#include <QWidget>

#include <vector>

namespace iotbench::ui {

class FlowView : public QWidget {
    Q_OBJECT
public:
    explicit FlowView(QWidget* parent = nullptr);

    void show(const std::vector<Station>& stations);
    bool isReadableIn(int width) const; // each title is whole
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    // Of the stations: what each needs, and an equal share of the rest or of what lacks.
    std::vector<qreal> widths(int width) const;

    std::vector<Station> m_stations;
};

} // namespace iotbench::ui
