#include "window/endings.h"

#include <QGuiApplication>

namespace iotbench {

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

} // namespace iotbench
