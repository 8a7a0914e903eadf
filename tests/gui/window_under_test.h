// The program's window as an English user has it at its first start: with settings and kept runs of its own.
#pragma once

#include "gui/window_test.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/main_window.h"
#include "ui/setup/presets.h"
#include "ui/setup/setup_page.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace iotbench::test {

class WindowUnderTest {
public:
    explicit WindowUnderTest(const Settings& values = ui::builtInPresets().front().values)
        : m_prepared(prepare(m_folder.path()))
        , controller([](const engines::EngineRegistry&) {
            BuildFacts build;
            build.version = "test";
            build.optimised = true;
            return build;
        })
        , window(controller, theme, language, values)
    {
        window.resize(1280, 800);
        window.show();
        window.activateWindow(); // shortcuts go to the active window
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&window);
    }

    // The editor of a setting, by its key.
    template <typename Widget>
    Widget* editor(const char* key) const
    {
        auto* found = window.template findChild<Widget*>(QLatin1String(key));
        Q_ASSERT(found);
        return found;
    }
    // Types a text in place of what is there, as a user does.
    void type(const char* key, const QString& text) const
    {
        auto* line = editor<QLineEdit>(key);
        line->setFocus();
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, text);
    }
    // Chooses from a list, as a user does.
    void choose(const char* key, const QString& word) const
    {
        auto* box = editor<QComboBox>(key);
        const int index = box->findData(word);
        QVERIFY2(index >= 0, qPrintable(word));
        box->setCurrentIndex(index);
        emit box->activated(index);
    }
    bool canStart() const { return editor<QPushButton>("startStop")->isEnabled(); }
    const SettingIssue* errorAt(const char* key) { return window.setupPage().setup().errorAt(key); }

private:
    static bool prepare(const QString& folder)
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder);
        qputenv("XDG_DATA_HOME", QFile::encodeName(folder));
        return true;
    }

    QTemporaryDir m_folder;
    bool m_prepared;

public:
    ui::Theme theme;
    ui::Language language{english()};
    ui::RunController controller;
    ui::MainWindow window;
};

} // namespace iotbench::test
