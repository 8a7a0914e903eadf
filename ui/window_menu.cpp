#include "ui/window_menu.h"

#include "ui/base/changes.h"
#include "ui/help_dialogs.h"

#include <QActionGroup>
#include <QLocale>

namespace iotbench::ui {

WindowMenu::WindowMenu(Theme& theme, Language& language, BuildFacts build, QWidget* window)
    : QMenu(window)
    , m_build(std::move(build))
    , m_help(addAction(QString()))
    , m_about(addAction(QString()))
    , m_languages(addMenu(QString()))
    , m_themes(addMenu(QString()))
{
    m_help->setShortcut(QKeySequence::HelpContents);
    connect(m_help, &QAction::triggered, window, [window] { makeHelp(window)->show(); });
    connect(m_about, &QAction::triggered, window, [this, window] { makeAbout(m_build, window)->show(); });

    auto* languages = new QActionGroup(this);
    for (const QString& each : Language::known()) {
        const QString name = QLocale(each).nativeLanguageName(); // each in its own words
        QAction* action
            = m_languages->addAction(each == QLatin1String("en") ? QStringLiteral("English") : name);
        action->setCheckable(true);
        action->setChecked(each == language.current());
        languages->addAction(action);
        connect(action, &QAction::triggered, &language, [&language, each] { language.choose(each); });
    }
    auto* themes = new QActionGroup(this);
    for (const Theme::Choice each : {Theme::Choice::System, Theme::Choice::Light, Theme::Choice::Dark}) {
        QAction* action = m_themes->addAction(QString());
        action->setCheckable(true);
        action->setChecked(each == theme.choice());
        themes->addAction(action);
        connect(action, &QAction::triggered, &theme, [&theme, each] { theme.choose(each); });
    }
    inEachLanguage(this, [this] {
        m_help->setText(tr("Help"));
        m_about->setText(tr("About"));
        m_languages->setTitle(tr("Language"));
        m_themes->setTitle(tr("Theme"));
        const QStringList words{tr("System"), tr("Light"), tr("Dark")};
        for (qsizetype i = 0; i < words.size(); ++i)
            m_themes->actions()[i]->setText(words[i]);
    });
}

} // namespace iotbench::ui
