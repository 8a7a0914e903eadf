// The colours of data, light and dark. Chrome takes its colours from QPalette; only what is measured has its
// own. Each pair keeps a contrast of 4.5:1 with the ground it is made for (the palettes of Okabe and Ito,
// darkened or lightened until they do). Hue never carries meaning alone: put a sign and a word beside it.
#pragma once

#include <QColor>
#include <QPalette>

namespace iotbench::ui {

enum class DataColour {
    Value, // what was measured: lines, bars, progress
    Right, // ✓
    Wrong, // ✗
    Caution, // ▲
    Queue, // stages of an image's way; decode, normalise and infer are Decode, Right and Value
    Decode,
};

bool isDark(const QPalette& palette); // text lighter than its ground
QColor dataColour(DataColour colour, const QPalette& palette);

// `share` of `over` upon `ground`: 1 is `over` itself.
QColor mixed(const QColor& over, const QColor& ground, double share);
// Remarks: text mixed 65 % over the ground (Fusion's own placeholder colour is too faint).
QColor remarkColour(const QPalette& palette);
// The thin line around panels and between rows.
QColor lineColour(const QPalette& palette);
// Around what can be filled in or ticked: 3:1 with its ground, unless it is disabled.
QColor controlLineColour(const QPalette& palette, bool enabled);

// Signs that go with the colours.
inline constexpr char16_t kRightSign = u'\u2713'; // ✓
inline constexpr char16_t kWrongSign = u'\u2717'; // ✗
inline constexpr char16_t kCautionSign = u'\u25B2'; // ▲

} // namespace iotbench::ui
