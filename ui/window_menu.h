// The one menu of the bar: Help, About, Language, Theme.
#pragma once

#include "statistics/run_result.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"

#include <QMenu>

namespace iotbench::ui {

class WindowMenu : public QMenu {
    Q_OBJECT
public:
    // `theme` and `language` outlive the menu.
    WindowMenu(Theme& theme, Language& language, BuildFacts build, QWidget* window);

private:
    BuildFacts m_build;
    QAction* m_help;
    QAction* m_about;
    QMenu* m_languages;
    QMenu* m_themes;
};

} // namespace iotbench::ui
