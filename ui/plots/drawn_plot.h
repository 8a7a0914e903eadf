// A plot that is drawn anew whenever something of it changes.
#pragma once

#include <qcustomplot.h>

namespace iotbench::ui {

class DrawnPlot : public QCustomPlot {
    Q_OBJECT
protected:
    explicit DrawnPlot(QWidget* parent);

    // Everything anew: what is shown, the palette or the font has changed.
    virtual void drawAll() = 0;
    void clear(); // items and graphs; the look of what stays is the palette's

    // Places are values of the axes, unless the caller changes that of what they return.
    QCPItemText* words(const QPointF& at, const QString& text, Qt::Alignment alignment);
    QCPItemRect* area(
        const QPointF& topLeft, const QPointF& bottomRight, const QPen& pen, const QBrush& brush);
    void level(double value, Qt::PenStyle style); // a line across

    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override { event->ignore(); } // the page scrolls
};

} // namespace iotbench::ui
