#include "program.h"

#include "report_validator.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QThread>

#include <csignal>
#include <cstdlib>
#include <functional>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace iotbench::test {
namespace {

constexpr int kLookMs = 10;

QStringList linesOf(const QByteArray& text)
{
    QStringList lines = QString::fromUtf8(text).split(QLatin1Char('\n'));
    if (!lines.isEmpty() && lines.constLast().isEmpty())
        lines.removeLast();
    return lines;
}

// Looks again and again; false where the condition never holds.
bool await(const std::function<bool()>& condition, int patienceMs)
{
    const QDeadlineTimer deadline(patienceMs);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(kLookMs);
    }
    return true;
}

// The listening sockets of this machine, by port, as the kernel lists them.
bool listens(quint16 port)
{
    const QByteArray wanted = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    for (const char* table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        const QList<QByteArray> rows = fileBytes(QString::fromLatin1(table)).split('\n');
        for (const QByteArray& row : rows) {
            const QList<QByteArray> fields = row.simplified().split(' ');
            if (fields.size() > 3 && fields[1].endsWith(wanted) && fields[3] == "0A")
                return true;
        }
    }
    return false;
}

} // namespace

Program::Program(const QString& program, const QStringList& arguments)
    : m_outFile(m_folder.filePath(QStringLiteral("out")))
    , m_errFile(m_folder.filePath(QStringLiteral("err")))
{
    m_process.setProgram(program);
    m_process.setArguments(arguments);
    m_process.setStandardOutputFile(m_outFile);
    m_process.setStandardErrorFile(m_errFile);
}

Program::~Program()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

void Program::readFrom(const QString& file)
{
    m_process.setStandardInputFile(file);
}

void Program::readFrom(Program& other)
{
    other.m_process.setStandardOutputFile(QString());
    other.m_process.setStandardOutputProcess(&m_process);
}

void Program::writeTo(const QString& file)
{
    m_outFile = file;
    m_process.setStandardOutputFile(file);
}

void Program::setEnvironment(const QString& name, const QString& value)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    if (environment.isEmpty())
        environment = QProcessEnvironment::systemEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

void Program::start()
{
    m_process.start();
    m_process.waitForStarted();
}

void Program::write(const QByteArray& bytes)
{
    m_process.write(bytes);
    while (m_process.bytesToWrite() > 0 && m_process.waitForBytesWritten(kPatienceMs)) { }
}

void Program::closeInput()
{
    m_process.closeWriteChannel();
}

void Program::signal(int number)
{
    ::kill(static_cast<pid_t>(m_process.processId()), number);
}

bool Program::finish(int patienceMs)
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patienceMs))
        return false;
    return m_process.error() != QProcess::FailedToStart && m_process.exitStatus() == QProcess::NormalExit;
}

bool Program::runs()
{
    return m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(0);
}

QByteArray Program::out() const
{
    return fileBytes(m_outFile);
}

QByteArray Program::err() const
{
    return fileBytes(m_errFile);
}

QStringList Program::outLines() const
{
    return linesOf(out());
}

QStringList Program::errLines() const
{
    return linesOf(err());
}

std::optional<QRegularExpressionMatch> Program::awaitErr(const QString& pattern, int patienceMs)
{
    return await(m_errFile, pattern, patienceMs);
}

std::optional<QRegularExpressionMatch> Program::awaitOut(const QString& pattern, int patienceMs)
{
    return await(m_outFile, pattern, patienceMs);
}

std::optional<QRegularExpressionMatch> Program::await(
    const QString& file, const QString& pattern, int patienceMs)
{
    const QRegularExpression expression(pattern, QRegularExpression::MultilineOption);
    QRegularExpressionMatch match;
    const auto decided = [&] {
        const bool last = !runs();
        match = expression.match(QString::fromUtf8(fileBytes(file)));
        return last || match.hasMatch();
    };
    test::await(decided, patienceMs);
    return match.hasMatch() ? std::optional(match) : std::nullopt;
}

bool Program::awaitFullInput(int patienceMs) const
{
    const QByteArray input = "/proc/" + QByteArray::number(m_process.processId()) + "/fd/0";
    const int pipe = ::open(input.constData(), O_WRONLY | O_NONBLOCK | O_CLOEXEC);
    if (pipe < 0)
        return false;
    pollfd polled{pipe, POLLOUT, 0};
    const bool full = test::await([&polled] { return ::poll(&polled, 1, 0) == 0; }, patienceMs);
    ::close(pipe);
    return full;
}

quint16 Program::awaitPort()
{
    const auto match = awaitErr(QStringLiteral("^iotbench: listening on \\S+:(\\d+): "));
    return match ? match->captured(1).toUShort() : quint16{0};
}

QString Program::faultOfReport() const
{
    const QStringList arguments = m_process.arguments();
    const qsizetype option = arguments.indexOf(QLatin1String("--report"));
    return option < 0 || option + 1 == arguments.size()
        ? QString()
        : test::faultOfReport(arguments[option + 1] + QStringLiteral("/report.json"));
}

QByteArray Program::account() const
{
    constexpr qsizetype kMost = 6'000;
    return m_process.program().toUtf8() + ' ' + m_process.arguments().join(QLatin1Char(' ')).toUtf8()
        + "\nexit code " + QByteArray::number(m_process.exitCode()) + ", "
        + (m_process.state() == QProcess::NotRunning ? "ended" : "still running") + "\n--- standard output\n"
        + out().right(kMost) + "--- standard error\n" + err().right(kMost) + "---";
}

// By a program of Debian's package bsdutils.
OnTerminal::OnTerminal(const char* arguments)
    : Program(QStringLiteral("/usr/bin/script"),
        {QStringLiteral("-qec"),
            QStringLiteral("'%1' --batch %2").arg(programPath(), QString::fromUtf8(arguments)),
            QStringLiteral("/dev/null")})
{
}

const char* OnTerminal::absence()
{
    if (!QFileInfo::exists(QStringLiteral("/usr/bin/script")))
        return "/usr/bin/script is absent: install the package bsdutils";
    const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
    if (terminal < 0)
        return "there are no terminals: mount devpts on /dev/pts";
    close(terminal);
    return nullptr;
}

QStringList words(const char* line)
{
    return QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

quint16 freePort()
{
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ::bind(socket, reinterpret_cast<const sockaddr*>(&address), length);
    ::getsockname(socket, reinterpret_cast<sockaddr*>(&address), &length);
    ::close(socket);
    return ntohs(address.sin_port);
}

bool awaitListener(quint16 port, int patienceMs)
{
    return await([port] { return listens(port); }, patienceMs);
}

QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    const bool endless = !QFileInfo(path).isFile(); // /dev/full
    return !endless && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace iotbench::test
