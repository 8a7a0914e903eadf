// Fusion with two things mended. Fields and check boxes are outlined clearly: in a dark palette its own
// outlines are darker than the ground they lie on, and an empty check box cannot be seen. And the cells of
// tables keep apart: a number on the right of its column would touch the word on the left of the next.
#pragma once

#include <QProxyStyle>

namespace iotbench::ui {

class ControlStyle : public QProxyStyle {
    Q_OBJECT
public:
    ControlStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
        const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace iotbench::ui
