// The line above a plot: what it shows, bold, and beside it the key of its lines, so that no box covers them.
#pragma once

#include <qcustomplot.h>

namespace iotbench::ui {

class PlotTitle : public QCPLayoutElement {
    Q_OBJECT
public:
    explicit PlotTitle(QCustomPlot* plot);

    void setTexts(const QString& title, const QString& key);
    void setFonts(const QFont& title, const QFont& key);
    void setColours(const QColor& title, const QColor& key);

    QSize minimumOuterSizeHint() const override;
    QSize maximumOuterSizeHint() const override;

protected:
    void draw(QCPPainter* painter) override;
    void applyDefaultAntialiasingHint(QCPPainter*) const override { }

private:
    QString m_title, m_key;
    QFont m_titleFont, m_keyFont;
    QColor m_titleColour, m_keyColour;
};

} // namespace iotbench::ui
