// The line above a plot: what it shows, bold, and beside it the key of its lines, so that no box covers them.
#pragma once

#include <qcustomplot.h>

namespace iotbench::ui {

// Follows the palette of its plot and the application's font by itself.
class PlotTitle : public QCPLayoutElement {
    Q_OBJECT
public:
    explicit PlotTitle(QCustomPlot* plot);

    void setTexts(const QString& title, const QString& key);

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

protected:
    void draw(QCPPainter* painter) override;
    void applyDefaultAntialiasingHint(QCPPainter*) const override { }

private:
    QString m_title, m_key;
};

} // namespace iotbench::ui
