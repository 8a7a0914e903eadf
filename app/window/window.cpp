#include "window/window.h"

#include "batch/batch.h"
#include "batch/build_facts.h"
#include "ui/base/icon.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/main_window.h"
#include "ui/saved_window.h"
#include "ui/screenshot.h"
#include "window/display.h"
#include "window/endings.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>

#include <clocale>
#include <csignal>
#include <optional>

namespace iotbench {
namespace {

constexpr unsigned kPatienceS = 5; // for files that are still being written

void look(const WindowOptions& options, ui::Theme& theme, ui::Language& language)
{
    if (!options.theme.empty())
        theme.choose(options.theme == "dark" ? ui::Theme::Choice::Dark
                : options.theme == "light"   ? ui::Theme::Choice::Light
                                             : ui::Theme::Choice::System);
    if (!options.language.empty())
        language.choose(QString::fromStdString(options.language));
}

Settings formValues(const AskedSettings& asked, QSettings& saved)
{
    return asked.asked.empty() ? ui::openingForm(saved) : asked.values;
}

void resize(const WindowOptions& options, ui::MainWindow& window)
{
    if (options.width > 0)
        window.resize(static_cast<int>(options.width), static_cast<int>(options.height));
}

// Pictures are the same whatever this user's window was left like.
int takePicture(const CommandLine& commandLine, ui::Theme& theme, ui::Language& language)
{
    const QTemporaryDir nobodys; // neither this user's presets nor kept runs
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, nobodys.path());
    qputenv("XDG_DATA_HOME", QFile::encodeName(nobodys.path()));
    if (commandLine.window.language.empty())
        language.choose(QStringLiteral("en"));
    QSettings saved; // empty
    ui::RunController controller(buildFacts);
    ui::MainWindow window(controller, theme, language, formValues(commandLine.asked, saved));
    resize(commandLine.window, window);
    window.show();
    ui::Screenshot screenshot(window, controller, QString::fromStdString(commandLine.window.screenshot),
        *ui::Screenshot::whenFromWord(QString::fromStdString(commandLine.window.screenshotWhen)));
    QObject::connect(
        &screenshot, &ui::Screenshot::done, qApp, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    QMetaObject::invokeMethod(&screenshot, &ui::Screenshot::begin, Qt::QueuedConnection);
    return QApplication::exec();
}

} // namespace

int runWindow(int argc, char** argv, const CommandLine& commandLine)
{
    const bool picture = !commandLine.window.screenshot.empty();
    if (!displayNamed()) {
        if (!picture)
            return noDisplay();
        qputenv("QT_QPA_PLATFORM", "offscreen"); // a picture needs no screen
    }
    std::signal(SIGPIPE, SIG_IGN);

    std::optional<DisplayGuard> guard(std::in_place);
    QApplication application(argc, argv);
    guard.reset();
    // Qt takes the user's locale over for C functions too; the engines' libraries read and write numbers with
    // these, and expect a dot.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setOrganizationName(QStringLiteral("iotbench"));
    QApplication::setApplicationName(QStringLiteral("iotbench"));
    QApplication::setWindowIcon(ui::programIcon());

    ui::Theme theme;
    ui::Language language;
    QSettings saved;
    if (!picture)
        ui::restoreLook(saved, theme, language);
    look(commandLine.window, theme, language);
    if (picture)
        return takePicture(commandLine, theme, language);

    ui::RunController controller(buildFacts);
    ui::MainWindow window(controller, theme, language, formValues(commandLine.asked, saved));
    ui::restoreGeometry(saved, window);
    resize(commandLine.window, window);
    window.show();
    const Endings endings(window, controller);
    const int code = QApplication::exec();
    ui::save(saved, window, theme, language);
    saved.sync();
    leaveWithin(kPatienceS, endings.interrupted() ? kExitInterrupted : code);
    return endings.interrupted() ? kExitInterrupted : code;
}

} // namespace iotbench
