// A machine made of files: the root of a file system with nothing in it but what a test puts there.
#pragma once

#include "test_paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <string>

namespace iotbench::test {

class FakeRoot {
public:
    FakeRoot() = default;
    // One of tests/data/machines, see the README there.
    explicit FakeRoot(const QString& machine)
    {
        QFile file(dataPath("machines/" + machine + ".txt"));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        QString path;
        QByteArray text;
        const auto putLast = [&] {
            if (text.endsWith("\n\n"))
                text.chop(1); // the empty line between two files
            if (!path.isEmpty())
                put(path, text);
            text.clear();
        };
        for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
            if (!line.startsWith("==> ")) {
                text += line;
                continue;
            }
            putLast();
            path = QString::fromUtf8(line.mid(4, line.indexOf(" <==") - 4));
        }
        putLast();
    }

    void put(const QString& path, const QByteArray& text)
    {
        const QString full = m_folder.path() + path;
        QVERIFY(QDir().mkpath(QFileInfo(full).path()));
        QFile file(full);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    std::string path() const { return m_folder.path().toStdString(); }

private:
    QTemporaryDir m_folder;
};

} // namespace iotbench::test
