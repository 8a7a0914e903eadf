// The main() of a test with widgets. What such a test shows and finds is the same for every user, desktop,
// font and language of a machine: it has a home of its own, no desktop's theme or session, and reads and
// writes English unless it asks for something else. Tests run a second time in other surroundings
// (elsewhere.cmake) to show that.
#pragma once

#include "patience.h"

#include <QApplication>
#include <QImage>
#include <QLocale>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>

namespace iotbench::test {

inline QLocale english()
{
    return QLocale(QLocale::English, QLocale::UnitedStates);
}

// Before the application is made, and inherited by the programs that a test starts.
class OwnSurroundings {
public:
    OwnSurroundings()
    {
        for (const char* users :
            {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION",
                "KDE_FULL_SESSION", "GNOME_DESKTOP_SESSION_ID", "QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE"})
            qunsetenv(users);
        qputenv("HOME", QFile::encodeName(m_home.path()));
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); // which would tell whether the desktop is dark
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }

private:
    QTemporaryDir m_home;
};

template <typename Test>
int runWindowTest(int argc, char** argv)
{
    const OwnSurroundings surroundings;
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi);
    const QApplication application(argc, argv);
    QLocale::setDefault(english());
    Test test;
    return QTest::qExec(&test, argc, argv);
}

// The colour that most of a picture has: its ground, whatever text and lines stand where.
inline QColor groundOf(const QImage& picture)
{
    std::map<QRgb, int> pixels;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            ++pixels[picture.pixel(x, y)];
    const auto most = std::ranges::max_element(pixels, {}, [](const auto& each) { return each.second; });
    return most == pixels.end() ? QColor() : QColor::fromRgba(most->first);
}

} // namespace iotbench::test
