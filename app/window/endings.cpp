#include "window/endings.h"

#include <QGuiApplication>

#include <csignal>
#include <cstdlib>

#include <unistd.h>

namespace iotbench {
namespace {

volatile std::sig_atomic_t codeAtTheEnd = 0;

} // namespace

Endings::Endings(ui::MainWindow& window, ui::RunController& controller)
    : m_interrupt(m_clock)
    , m_asked(m_interrupt.fd(), QSocketNotifier::Read)
    , m_controller(controller)
{
    QObject::connect(&m_asked, &QSocketNotifier::activated, &window, [this, &window] {
        m_asked.setEnabled(false); // it stays readable
        window.endRunAndClose();
    });
    QObject::connect(
        qGuiApp, &QGuiApplication::commitDataRequest, &m_asked, [this] { sessionEnds(); },
        Qt::DirectConnection);
}

void Endings::sessionEnds()
{
    m_controller.endNow();
}

void leaveWithin(unsigned seconds, int code)
{
    codeAtTheEnd = code;
    std::signal(SIGALRM, [](int) { std::_Exit(codeAtTheEnd); });
    alarm(seconds);
}

} // namespace iotbench
