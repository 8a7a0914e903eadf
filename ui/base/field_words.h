// What the form calls the settings and their choices. The keys and words of the command line stay in the
// commands.
#pragma once

#include "settings/settings_table.h"

#include <QString>

#include <string>
#include <string_view>

namespace iotbench::ui {

bool hasField(const Setting& setting); // false: of the terminal, a window has no use for it
QString fieldLabel(const Setting& setting);
// A text of core's, which names settings by their options ("larger than --queue"), with the names of their
// fields instead ("larger than “Queue”"). An aside on options without a field goes.
QString withFieldLabels(const QString& words);
QString choiceLabel(const Setting& setting, std::string_view word);
QString unitLabel(const Setting& setting);
QString groupLabel(SettingGroup group);
QString engineLabel(const std::string& name); // of the library behind it; a name that is not known as it is

} // namespace iotbench::ui
