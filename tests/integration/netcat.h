// The three programs that go by the name of nc, and how each is told the same things.
#pragma once

#include <QFileInfo>
#include <QString>
#include <QStringList>
#include <QtTest>

namespace iotbench::test {

enum class Netcat { OpenBsd, Nmap, Traditional };

inline QString path(Netcat kind)
{
    switch (kind) {
    case Netcat::OpenBsd:
        return QStringLiteral("/bin/nc.openbsd");
    case Netcat::Nmap:
        return QStringLiteral("/usr/bin/ncat");
    case Netcat::Traditional:
        return QStringLiteral("/bin/nc.traditional");
    }
    return {};
}

inline QString package(Netcat kind)
{
    switch (kind) {
    case Netcat::OpenBsd:
        return QStringLiteral("netcat-openbsd");
    case Netcat::Nmap:
        return QStringLiteral("ncat");
    case Netcat::Traditional:
        return QStringLiteral("netcat-traditional");
    }
    return {};
}

inline QStringList connecting(quint16 port)
{
    return {QStringLiteral("127.0.0.1"), QString::number(port)};
}

// Listening as a receiver's front: openbsd's and nmap's keep listening and never close their output.
inline QStringList listening(Netcat kind, quint16 port)
{
    if (kind == Netcat::Traditional)
        return {QStringLiteral("-l"), QStringLiteral("-p"), QString::number(port)};
    return {QStringLiteral("-lk"), QStringLiteral("127.0.0.1"), QString::number(port)};
}

// Listening for one sender, with nothing to send in return.
inline QStringList listeningForOne(Netcat kind, quint16 port)
{
    if (kind == Netcat::Traditional)
        return {QStringLiteral("-l"), QStringLiteral("-p"), QString::number(port)};
    return {QStringLiteral("-l"), QStringLiteral("127.0.0.1"), QString::number(port)};
}

// Connecting, and leaving once standard input has ended.
inline QStringList sendingAFile(Netcat kind, quint16 port)
{
    switch (kind) {
    case Netcat::OpenBsd:
        return QStringList{QStringLiteral("-N")} + connecting(port);
    case Netcat::Nmap:
        return connecting(port);
    case Netcat::Traditional:
        return QStringList{QStringLiteral("-q"), QStringLiteral("0")} + connecting(port);
    }
    return {};
}

inline void addEachNetcat()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("openbsd") << static_cast<int>(Netcat::OpenBsd);
    QTest::newRow("nmap") << static_cast<int>(Netcat::Nmap);
    QTest::newRow("traditional") << static_cast<int>(Netcat::Traditional);
}

} // namespace iotbench::test

// Skips the current test function unless this nc is installed.
#define IOTBENCH_NEED_NETCAT(kind)                                                                           \
    do {                                                                                                     \
        if (!QFileInfo::exists(iotbench::test::path(kind)))                                                  \
            QSKIP(qPrintable(QStringLiteral("%1 is absent: install the package %2")                          \
                                 .arg(iotbench::test::path(kind), iotbench::test::package(kind))));          \
    } while (false)
