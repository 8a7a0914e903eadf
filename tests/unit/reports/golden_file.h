// Compares a text with a file of tests/data/reports. After a wanted change run the test with
// IOTBENCH_UPDATE_GOLDEN=1 in its environment, which rewrites the files, and read the difference before
// committing.
#pragma once

#include "test_paths.h"

#include <QByteArray>
#include <QFile>

namespace iotbench::test {

inline QByteArray golden(const QString& name, const QByteArray& actual)
{
    QFile file(dataPath("reports/" + name));
    if (qEnvironmentVariableIsSet("IOTBENCH_UPDATE_GOLDEN") && file.open(QIODevice::WriteOnly)) {
        file.write(actual);
        return actual;
    }
    return file.open(QIODevice::ReadOnly) ? file.readAll()
                                          : QByteArray("cannot read ") + file.fileName().toUtf8();
}

} // namespace iotbench::test
