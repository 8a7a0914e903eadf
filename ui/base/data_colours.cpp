#include "ui/base/data_colours.h"

#include <cmath>

namespace iotbench::ui {

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor dataColour(DataColour colour, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (colour) {
    case DataColour::Value:
        return dark ? QColor(0x56, 0xB4, 0xE9) : QColor(0x00, 0x72, 0xB2);
    case DataColour::Right:
        return dark ? QColor(0x45, 0xC7, 0x9A) : QColor(0x00, 0x79, 0x5A);
    case DataColour::Wrong:
        return dark ? QColor(0xFF, 0x8A, 0x4C) : QColor(0xA6, 0x3D, 0x00);
    case DataColour::Caution:
        return dark ? QColor(0xF0, 0xB4, 0x29) : QColor(0x8A, 0x61, 0x00);
    case DataColour::Queue:
        return QColor(0xCC, 0x79, 0xA7);
    case DataColour::Decode:
        return QColor(0xE6, 0x9F, 0x00);
    }
    return palette.color(QPalette::Text);
}

QColor mixed(const QColor& over, const QColor& ground, double share)
{
    const auto mix
        = [share](int a, int b) { return static_cast<int>(std::lround(a * share + b * (1 - share))); };
    return QColor(
        mix(over.red(), ground.red()), mix(over.green(), ground.green()), mix(over.blue(), ground.blue()));
}

QColor remarkColour(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.65);
}

QColor lineColour(const QPalette& palette)
{
    return mixed(palette.color(QPalette::Text), palette.color(QPalette::Base), 0.16);
}

QColor controlLineColour(const QPalette& palette, bool enabled)
{
    return mixed(palette.color(QPalette::Active, QPalette::Text),
        palette.color(QPalette::Active, QPalette::Base), enabled ? 0.5 : 0.25);
}

} // namespace iotbench::ui
