#include "report_validator.h"

#include "patience.h"
#include "test_paths.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryFile>

namespace iotbench::test {
namespace {

// One for all reports, or all events, of a test program: Python takes longer to start than to check.
class Validator {
public:
    explicit Validator(const QString& schema)
    {
        QProcess printing;
        printing.start(programPath(), {QStringLiteral("--print-schema"), schema});
        if (!m_schema.open() || !printing.waitForFinished(kPatienceMs) || printing.exitCode() != 0)
            return;
        m_schema.write(printing.readAllStandardOutput());
        m_schema.flush();
        m_python.start(QStringLiteral("python3"),
            {sourcePath(QStringLiteral("tests/integration/validate_reports.py")), m_schema.fileName()});
        m_works = answer() == QLatin1String("ok");
    }
    ~Validator()
    {
        m_python.closeWriteChannel();
        m_python.waitForFinished(kPatienceMs);
    }
    Validator(const Validator&) = delete;
    Validator& operator=(const Validator&) = delete;

    bool works() const { return m_works; }
    QString faultOf(const QString& file)
    {
        if (!m_works)
            return qEnvironmentVariableIsSet("CI")
                ? QStringLiteral("no validator: install python3-jsonschema")
                : QString();
        m_python.write(file.toUtf8() + '\n');
        const QString said = answer();
        return said == QLatin1String("ok") ? QString() : QStringLiteral("%1: %2").arg(file, said);
    }

private:
    QString answer()
    {
        while (!m_python.canReadLine() && m_python.state() != QProcess::NotRunning)
            if (!m_python.waitForReadyRead(kPatienceMs))
                break;
        const QString line = QString::fromUtf8(m_python.readLine()).trimmed();
        return line.isEmpty() ? QString::fromUtf8(m_python.readAllStandardError()).right(1'000) : line;
    }

    QTemporaryFile m_schema;
    QProcess m_python;
    bool m_works = false;
};

Validator& validator()
{
    static Validator one(QStringLiteral("report"));
    return one;
}

} // namespace

bool canValidateReports()
{
    return validator().works();
}

QString faultOfReport(const QString& file)
{
    QFile report(file);
    if (!report.open(QIODevice::ReadOnly) || report.readAll().contains("\"unfinished\""))
        return {};
    return validator().faultOf(file);
}

QString faultOfEvents(const QByteArray& lines)
{
    static Validator one(QStringLiteral("progress"));
    QTemporaryFile file(QDir::tempPath() + QStringLiteral("/XXXXXX.jsonl"));
    if (!file.open() || file.write(lines) != lines.size() || !file.flush())
        return QStringLiteral("cannot keep the events: ") + file.errorString();
    return one.faultOf(file.fileName());
}

} // namespace iotbench::test
