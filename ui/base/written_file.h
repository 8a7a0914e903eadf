#pragma once

#include <QByteArray>
#include <QString>

namespace iotbench::ui {

// Writes the whole file or leaves what is there as it is. Returns why it failed, in the words of the system;
// empty where it did not.
QString writeFile(const QString& path, const QByteArray& bytes);

} // namespace iotbench::ui
