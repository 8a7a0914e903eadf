// Core's texts in the window's language. Core marks its literals for translation and knows no translator; the
// window looks them up when it shows them, so that a change of language reaches texts that are there already.
// Options that they name are shown as the fields that they are in the window, and numbers as the language
// writes them; other arguments stay as they are.
#pragma once

#include "base/message.h"
#include "settings/setting_issue.h"
#include "settings/settings_table.h"

#include <QString>

namespace iotbench::ui {

QString translated(const Message& message);
// The reason alone: it stands beside the field, whose name it need not repeat.
QString translated(const SettingIssue& issue);
QString helpOf(const Setting& setting); // one sentence, for tooltips
QString defaultWordsOf(const Setting& setting); // "" where the default is a plain value

} // namespace iotbench::ui
