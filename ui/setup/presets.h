// Ready-made settings, and the user's own.
#pragma once

#include "settings/settings.h"

#include <QSettings>
#include <QString>

#include <vector>

namespace iotbench::ui {

struct Preset {
    QString title;
    QString remark; // one line on what it does
    Settings values;
    bool own = false; // kept by the user
};

std::vector<Preset> builtInPresets(); // in the chosen language

// Kept in the window's saved settings, by title; what cannot be read any more is left out.
std::vector<Preset> ownPresets(QSettings& saved);
void keepPreset(QSettings& saved, const QString& title, const Settings& values); // replaces one of that title
void forgetPreset(QSettings& saved, const QString& title);

// One line that tells settings apart: "loopback · resnet20 · 1,000/s × 10,000".
QString presetRemark(const Settings& values);

} // namespace iotbench::ui
