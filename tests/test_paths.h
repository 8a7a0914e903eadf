// Where tests find golden data, the source tree and what was built. The paths themselves stand in one
// generated file, so that all others compile alike wherever the tree lies.
#pragma once

#include <QFileInfo>
#include <QString>
#include <QtTest>

namespace iotbench::test {

// Each takes a path inside the folder it is named after.
QString sourcePath(const QString& name);
QString buildPath(const QString& name);
QString dataPath(const QString& name); // tests/data
QString sharedPath(const QString& name); // IOTBENCH_SHARED_DIR, which only developers and CI have

QString programPath(); // the executable iotbench, which is there where the test depends on it

} // namespace iotbench::test

// Skips the current test function unless the reference file is there.
#define IOTBENCH_NEED_SHARED(name)                                                                           \
    do {                                                                                                     \
        if (!QFileInfo::exists(iotbench::test::sharedPath(name)))                                            \
            QSKIP(qPrintable(QStringLiteral("reference file %1 is absent: configure with "                   \
                                            "-DIOTBENCH_SHARED_DIR=DIR, a folder that holds it")             \
                                 .arg(iotbench::test::sharedPath(name))));                                   \
    } while (false)
