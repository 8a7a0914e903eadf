// What the form calls the settings and their choices. The keys and words of the command line stay in the
// commands and tooltips.
#pragma once

#include "settings/settings_table.h"

#include <QString>

namespace iotbench::ui {

QString fieldLabel(const Setting& setting);
QString choiceLabel(const Setting& setting, std::string_view word);
QString unitLabel(const Setting& setting);
QString groupLabel(SettingGroup group);

} // namespace iotbench::ui
