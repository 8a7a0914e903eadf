// Where tests find their golden data, and how to skip, with reason and remedy, where it is absent.
#pragma once

#include <QFileInfo>
#include <QString>
#include <QtTest>

namespace iotbench::test {

inline QString dataPath(const QString& name)
{
    return QStringLiteral(IOTBENCH_TEST_DATA "/") + name;
}
inline QString sharedPath(const QString& name)
{
    return QStringLiteral(IOTBENCH_SHARED "/") + name;
}

} // namespace iotbench::test

// Skips the current test function unless the reference file is there.
#define IOTBENCH_NEED_SHARED(name)                                                                           \
    do {                                                                                                     \
        if (!QFileInfo::exists(iotbench::test::sharedPath(name)))                                            \
            QSKIP(qPrintable(QStringLiteral("reference file %1 is absent: configure with "                   \
                                            "-DIOTBENCH_SHARED_DIR=DIR, a folder that holds it")             \
                                 .arg(iotbench::test::sharedPath(name))));                                   \
    } while (false)
