#include "ui/base/space.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace iotbench::ui {

int spaceUnit(const QWidget* widget)
{
    return std::max(1, static_cast<int>(std::lround(0.6 * QFontMetricsF(widget->font()).height())));
}

int characters(const QWidget* widget, int count)
{
    return static_cast<int>(std::ceil(QFontMetricsF(widget->font()).averageCharWidth() * count));
}

int thinLine(const QWidget* widget)
{
    return std::max(1, static_cast<int>(std::lround(QFontMetricsF(widget->font()).lineWidth())));
}

} // namespace iotbench::ui
