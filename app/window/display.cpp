#include "window/display.h"

#include "batch/batch.h"

#include <QtGlobal>

#include <cstdio>
#include <cstdlib>

namespace iotbench {
namespace {

QtMessageHandler formerHandler = nullptr;

void watchForFatal(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    // The one fatal message of Qt's while an application is being made: no platform plugin could start.
    if (type == QtFatalMsg)
        std::_Exit(noDisplay());
    if (type == QtDebugMsg || type == QtInfoMsg || type == QtWarningMsg)
        return; // what led to it, in Qt's words
    formerHandler(type, context, text);
}

bool given(const char* name)
{
    const char* value = std::getenv(name);
    return value != nullptr && *value != '\0';
}

} // namespace

bool displayNamed()
{
    return given("QT_QPA_PLATFORM") || given("DISPLAY") || given("WAYLAND_DISPLAY");
}

DisplayGuard::DisplayGuard()
{
    formerHandler = qInstallMessageHandler(watchForFatal);
}

DisplayGuard::~DisplayGuard()
{
    qInstallMessageHandler(formerHandler);
}

int noDisplay()
{
    std::fputs("iotbench: there is no display to open a window on; run it with --batch, as in\n"
               "  iotbench --batch -m resnet20 -i 1000 -t 10000\n",
        stderr);
    return kExitUsage;
}

} // namespace iotbench
