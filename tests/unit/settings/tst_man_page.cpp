// The manual page holds every option, and groff has nothing to say against it.
#include "batch/man_page.h"
#include "batch/program_options.h"
#include "settings/settings_table.h"

#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace iotbench;

class TestManPage : public QObject {
    Q_OBJECT

private slots:
    void holdsEveryOption()
    {
        const QString page = QString::fromStdString(manPage("1.2.3"));
        QVERIFY(page.startsWith(".TH IOTBENCH 1 \"\" \"iotbench 1.2.3\" \"User Commands\"\n"));
        for (const Setting& setting : settingsTable())
            QVERIFY2(page.contains("\\-\\-" + QString(setting.key).replace('-', "\\-")), setting.key);
        for (const ProgramOption& option : programOptions())
            QVERIFY2(page.contains("\\-\\-" + QString(option.name).replace('-', "\\-")), option.name);
        QVERIFY(
            page.contains(".TP\n\\fB\\-i, \\-\\-imagesPerSec\\fR \\fIRATE\\fR\nImages to send in a second"));
        QVERIFY(page.contains(".TP\n\\fB130\\fR\ninterrupted\n"));
    }

    void groffTakesIt()
    {
        const QString groff = QStandardPaths::findExecutable("groff");
        if (groff.isEmpty())
            QSKIP("groff is not installed: install groff-base");
        QProcess process;
        process.start(groff, {"-man", "-Tutf8", "-ww", "-z"});
        process.write(QByteArray::fromStdString(manPage("1.2.3")));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(-1));
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(TestManPage)
#include "tst_man_page.moc"
