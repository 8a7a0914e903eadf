// The addresses under which this machine can be reached from elsewhere.
#pragma once

#include <QStringList>

namespace iotbench::ui {

// IPv4 addresses of interfaces that are up, loopback left out, in the system's order; may be empty.
QStringList networkAddresses();

} // namespace iotbench::ui
