// What the window keeps from one time to the next: the form, the language, the theme, where it stood. The
// headless program never reads it.
#pragma once

#include "settings/settings.h"
#include "ui/main_window.h"

#include <QSettings>

#include <optional>

namespace iotbench::ui {

// The form as it was left; empty the first time, and where it cannot be read any more.
std::optional<Settings> savedForm(QSettings& saved);
// What a window opens with that nobody told more: that, else the original benchmark.
Settings openingForm(QSettings& saved);
void restoreLook(QSettings& saved, Theme& theme, Language& language);
void restoreGeometry(QSettings& saved, MainWindow& window); // within the screen, the first time too
// Once, when the program ends.
void save(QSettings& saved, MainWindow& window, const Theme& theme, const Language& language);

} // namespace iotbench::ui
