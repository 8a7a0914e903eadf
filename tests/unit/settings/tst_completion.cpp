// The completion as bash itself applies it; zsh's as text, and by its own parser where it is installed.
#include "batch/completion.h"
#include "batch/program_options.h"
#include "settings/settings_table.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace iotbench;

namespace {

QByteArray run(const QString& shell, const QStringList& arguments, const QByteArray& script)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(shell, arguments);
    process.write(script);
    process.closeWriteChannel();
    return process.waitForFinished(-1) ? process.readAll().trimmed() : "did not end";
}

} // namespace

class TestCompletion : public QObject {
    Q_OBJECT

private slots:
    void bashCompletes_data()
    {
        QTest::addColumn<QByteArray>("words"); // the last one is completed
        QTest::addColumn<QByteArray>("answers");
        QTest::newRow("option") << QByteArray("iotbench --pac") << QByteArray("--pacing");
        QTest::newRow("two options") << QByteArray("iotbench -m cnn --list-")
                                     << QByteArray("--list-models --list-engines");
        QTest::newRow("its opposite") << QByteArray("iotbench --no-s") << QByteArray("--no-subtractMean");
        QTest::newRow("word") << QByteArray("iotbench --role re") << QByteArray("receive");
        QTest::newRow("words") << QByteArray("iotbench --transport ''") << QByteArray("tcp memory");
        QTest::newRow("number") << QByteArray("iotbench -t ''") << QByteArray("");
        QTest::newRow("word for a number") << QByteArray("iotbench --workers ''") << QByteArray("auto");
        QTest::newRow("as fast as can be") << QByteArray("iotbench -i m") << QByteArray("max");
        QTest::newRow("engine by measurement") << QByteArray("iotbench --engine au") << QByteArray("auto");
        QTest::newRow("word of the program")
            << QByteArray("iotbench --print-completion z") << QByteArray("zsh");
    }
    void bashCompletes()
    {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, answers);
        const QString bash = QStandardPaths::findExecutable("bash");
        if (bash.isEmpty())
            QSKIP("bash is not installed: install bash");
        const QByteArray script = QByteArray::fromStdString(bashCompletion()) + "COMP_WORDS=(" + words
            + ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_iotbench\necho \"${COMPREPLY[*]}\"\n";
        QCOMPARE(run(bash, {"-u"}, script), answers);
    }

    void zshHoldsEveryOption()
    {
        const QString script = QString::fromStdString(zshCompletion());
        QVERIFY(script.startsWith("#compdef iotbench\n"));
        for (const Setting& setting : settingsTable())
            QVERIFY2(script.contains(QStringLiteral("--") + setting.key), setting.key);
        for (const ProgramOption& option : programOptions())
            QVERIFY2(script.contains(QStringLiteral("--") + option.name), option.name);
        QVERIFY(script.contains("    '(--transport)'--transport'["));
        QVERIFY(script.contains("]:tcp|memory:(tcp memory)' \\\n"));
        QVERIFY(script.contains("    '(-i --imagesPerSec)'{-i,--imagesPerSec}'[Images to send"));
    }

    void zshTakesIt()
    {
        const QString zsh = QStandardPaths::findExecutable("zsh");
        if (zsh.isEmpty())
            QSKIP("zsh is not installed: install zsh");
        QCOMPARE(run(zsh, {"-n"}, QByteArray::fromStdString(zshCompletion())), QByteArray(""));
    }
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"
