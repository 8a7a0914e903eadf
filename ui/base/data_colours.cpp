#include "ui/base/data_colours.h"

#include <array>
#include <cmath>

namespace iotbench::ui {

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor dataColour(DataColour colour, const QPalette& palette)
{
    struct Pair {
        QRgb light, dark;
    };
    static constexpr std::array kPairs = std::to_array<Pair>({{0xFF0072B2, 0xFF56B4E9},
        {0xFF00795A, 0xFF45C79A}, {0xFFA63D00, 0xFFFF8A4C}, {0xFF8A6100, 0xFFF0B429},
        {0xFFCC79A7, 0xFFCC79A7}, {0xFFE69F00, 0xFFE69F00}}); // as in DataColour
    const Pair& pair = kPairs[static_cast<std::size_t>(colour)];
    return isDark(palette) ? pair.dark : pair.light;
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
