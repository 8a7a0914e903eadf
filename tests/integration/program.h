// A program under test as a user starts it: its arguments, its standard streams, its exit code. Standard
// output and error go to files of its own, so that no pipe can fill while the test looks elsewhere.
#pragma once

#include "patience.h"
#include "test_paths.h"

#include <QByteArray>
#include <QProcess>
#include <QRegularExpression>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <optional>

namespace iotbench::test {

class Program {
public:
    explicit Program(const QString& program, const QStringList& arguments = {});
    ~Program(); // kills what still runs
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    // Before start(). Without any of these, standard input is a pipe that stays open until closeInput().
    void readFrom(const QString& file);
    void readFrom(Program& other); // a pipe from the other's standard output, which then has no out()
    void writeTo(const QString& file); // standard output; out() reads it back
    void setEnvironment(const QString& name, const QString& value);

    void start();
    void write(const QByteArray& bytes);
    void closeInput();
    void signal(int number); // SIGINT, …
    qint64 processId() const { return m_process.processId(); }

    // Waits for it to end. False where it does not in time, or was ended by a signal.
    bool finish(int patienceMs = kPatienceMs);
    bool runs();
    int exitCode() const { return m_process.exitCode(); }

    QByteArray out() const; // so far
    QByteArray err() const;
    QStringList outLines() const;
    QStringList errLines() const;
    // Waits until standard error (or output) matches. An empty optional where it never does, or the program
    // ends first.
    std::optional<QRegularExpressionMatch> awaitErr(const QString& pattern, int patienceMs = kPatienceMs);
    std::optional<QRegularExpressionMatch> awaitOut(const QString& pattern, int patienceMs = kPatienceMs);
    // Waits until the pipe at its standard input is full: whoever writes to it is held up.
    bool awaitFullInput(int patienceMs = kPatienceMs) const;
    // "iotbench: listening on 127.0.0.1:PORT": the port, or 0 where the program never says so.
    quint16 awaitPort();

    // What is wrong with the report that it wrote, if it was asked for one; see report_validator.h.
    QString faultOfReport() const;
    // All there is to know, for the message of a failed check.
    QByteArray account() const;

private:
    std::optional<QRegularExpressionMatch> await(const QString& file, const QString& pattern, int patienceMs);

    QTemporaryDir m_folder;
    QString m_outFile;
    QString m_errFile;
    QProcess m_process;
};

// iotbench itself, headless.
class Iotbench : public Program {
public:
    explicit Iotbench(const QStringList& arguments)
        : Program(test::programPath(), QStringList{QStringLiteral("--batch")} + arguments)
    {
        remembersIn(QStringLiteral("/dev/null")); // nothing of what an earlier test measured
    }
    void remembersIn(const QString& folder) { setEnvironment(QStringLiteral("XDG_CACHE_HOME"), folder); }
};

// The same on a terminal, which gets all that it says: out().
class OnTerminal : public Program {
public:
    explicit OnTerminal(const char* arguments);
    static const char* absence(); // why this system has no terminal to give; nullptr where it has
};

// "--role receive --engine null" as a list: no argument of a test holds a space.
QStringList words(const char* line);

// A port of 127.0.0.1 that nobody used a moment ago.
quint16 freePort();

// Waits until somebody listens on the port; false where nobody does. Does not connect, so that an `nc -l`
// that takes one caller only keeps its place.
bool awaitListener(quint16 port, int patienceMs = kPatienceMs);

QByteArray fileBytes(const QString& path); // empty where it is no plain file
bool writeFile(const QString& path, const QByteArray& bytes);

} // namespace iotbench::test

// Runs to the end with this exit code, or fails with everything the program printed.
#define VERIFY_EXIT(program, code)                                                                           \
    do {                                                                                                     \
        QVERIFY2((program).finish(), (program).account().constData());                                       \
        QVERIFY2((program).exitCode() == (code), (program).account().constData());                           \
        QCOMPARE((program).faultOfReport(), QString());                                                      \
    } while (false)

// A fact about a program, with everything it printed where the fact does not hold.
#define VERIFY_OF(program, condition)                                                                        \
    QVERIFY2(condition, QByteArray(#condition "\n" + (program).account()).constData())
