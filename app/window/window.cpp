#include "window/window.h"

#include "batch/build_facts.h"
#include "ui/base/language.h"
#include "ui/base/theme.h"
#include "ui/main_window.h"
#include "window/display.h"

#include <QApplication>

#include <csignal>
#include <optional>

namespace iotbench {

int runWindow(int argc, char** argv, const CommandLine& commandLine)
{
    if (!displayNamed())
        return noDisplay();
    std::signal(SIGPIPE, SIG_IGN);

    std::optional<DisplayGuard> guard(std::in_place);
    QApplication application(argc, argv);
    guard.reset();
    QApplication::setOrganizationName(QStringLiteral("iotbench"));
    QApplication::setApplicationName(QStringLiteral("iotbench"));

    ui::Theme theme;
    ui::Language language;
    ui::RunController controller(buildFacts);
    ui::MainWindow window(controller, commandLine.asked);
    window.show();
    return QApplication::exec();
}

} // namespace iotbench
