// What is drawn on a terminal, and what a pipe gets instead.
#include "batch/progress_line.h"
#include "batch/terminal.h"
#include "batch/text_table.h"

#include "captured.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace iotbench;
using iotbench::test::Captured;

namespace {

RunSnapshot running()
{
    RunSnapshot snapshot;
    snapshot.phase = RunPhase::Running;
    snapshot.counts.classified = 4200;
    snapshot.imagesPerSNow = 998.2;
    snapshot.accuracy = 0.9137;
    snapshot.rollingLatencyP99Ms = 12.345;
    snapshot.progress = 0.4299;
    snapshot.timeLeftS = 5.81;
    return snapshot;
}

} // namespace

class TestTerminal : public QObject {
    Q_OBJECT

private slots:
    void progressGivesWayToLines()
    {
        Captured output;
        Captured error;
        {
            Terminal terminal(output.file(), error.file(), {true, true}, false);
            terminal.progress("10 %", 0);
            terminal.progress("20 %", 0.25);
            terminal.result("1000 images classified");
            terminal.note("verdict: VALID", Colour::Green);
            terminal.progress("30 %", 0.5);
        }
        QCOMPARE(output.text(), QByteArray("1000 images classified\n"));
        QCOMPARE(error.text(),
            QByteArray(
                "\r\033[K10 %\r\033[K20 %\r\033[K\033[32mverdict: VALID\033[0m\n\r\033[K30 %\r\033[K"));
    }

    // --csv - has it.
    void whereStandardOutputIsTakenResultsAreNotes()
    {
        Captured error;
        Terminal terminal(nullptr, error.file(), {false, false}, false);
        terminal.result("1000 images classified");
        QVERIFY(!terminal.flush());
        QCOMPARE(error.text(), QByteArray("1000 images classified\n"));
    }

    void aPipeGetsPlainLinesNowAndThen()
    {
        Captured output;
        Captured error;
        Terminal terminal(output.file(), error.file(), {false, false}, false);
        for (int second = 100; second <= 125; ++second)
            terminal.progress(std::to_string(second), second);
        terminal.note("verdict: INVALID", Colour::Red);
        QCOMPARE(error.text(), QByteArray("110\n120\nverdict: INVALID\n"));
    }

    void quietMeansNoProgress()
    {
        Captured output;
        Captured error;
        Terminal terminal(output.file(), error.file(), {true, true}, true);
        terminal.progress("10 %", 0);
        terminal.progress("20 %", 60);
        terminal.note("warning");
        QCOMPARE(error.text(), QByteArray("warning\n"));
    }

    void eventsStandInPlaceOfText()
    {
        Captured output;
        Captured error;
        Terminal terminal(output.file(), error.file(), {true, true}, false, Terminal::Speaks::Events);
        terminal.progress("10 %", 0);
        terminal.note("a note", Colour::Green);
        terminal.remark("a remark");
        terminal.warn("a warning");
        QCOMPARE(terminal.failUsage("a mistake"), 2);
        const QStringList told{"note a note", "note a remark", "warning a warning", "error a mistake"};
        QStringList events;
        for (const QByteArray& line : error.text().trimmed().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            events << event["event"].toString() + ' ' + event["text"].toString();
        }
        QCOMPARE(events, told);
        QCOMPARE(output.text(), QByteArray());
    }

    void faultsAsText()
    {
        Captured output;
        Captured error;
        Terminal terminal(output.file(), error.file(), {false, false}, false);
        QCOMPARE(terminal.fail("no disk", 1), 1);
        terminal.warn("slow");
        QCOMPARE(terminal.failUsage("unknown option -x"), 2);
        QCOMPARE(error.text(),
            QByteArray("iotbench: no disk\niotbench: warning: slow\niotbench: unknown option -x\n"
                       "Try 'iotbench --help'.\n"));
    }

    void progressIsCutToTheWidth()
    {
        Captured output;
        Captured error;
        Terminal terminal(output.file(), error.file(), {true, false}, false);
        terminal.progress(std::string(200, 'x'), 0); // a file has no width: 80 columns are taken
        QCOMPARE(error.text(), QByteArray("\r\033[K") + QByteArray(79, 'x'));
    }

    void coloursAreAMatterOfTheEnvironment()
    {
        Captured file;
        QVERIFY(!TerminalAbilities::of(file.file()).redraws);
        QVERIFY(!TerminalAbilities::of(file.file()).colours);
    }

    void aFullOutputIsTold()
    {
        std::FILE* const full = std::fopen("/dev/full", "w");
        if (!full)
            QSKIP("/dev/full is absent: run where the Linux devices are mounted");
        Captured error;
        Terminal terminal(full, error.file(), {false, false}, false);
        terminal.result("summary");
        QCOMPARE(terminal.flush(),
            std::optional<std::string>("cannot write standard output: No space left on device"));
        std::fclose(full);
    }

    void progressLines_data()
    {
        QTest::addColumn<int>("phase");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* name, RunPhase phase, const char* address, const char* line) {
            QTest::newRow(name) << static_cast<int>(phase) << QString(address) << QString(line);
        };
        row("warming up", RunPhase::WarmingUp, "", "warming up");
        row("waiting", RunPhase::Waiting, "", "waiting for the first image");
        row("listening", RunPhase::Waiting, "127.0.0.1:10000",
            "waiting for the first image on 127.0.0.1:10000");
        row("running", RunPhase::Running, "",
            "42 %  4200 of 10000 images  998 images/s  91.4 % correct  p99 12.3 ms  6 s left");
        row("stopping", RunPhase::Stopping, "", "stopping: working off what has been read");
        row("finished", RunPhase::Finished, "", "finished");
    }
    void progressLines()
    {
        QFETCH(int, phase);
        QFETCH(QString, address);
        QFETCH(QString, line);
        RunSnapshot snapshot = running();
        snapshot.phase = static_cast<RunPhase>(phase);
        snapshot.address = address.toStdString();
        Settings receiving;
        receiving.totalImages = 10000;
        QCOMPARE(QString::fromStdString(progressLine(snapshot, receiving)), line);
    }

    void progressLeavesOutWhatIsNotKnown()
    {
        RunSnapshot snapshot;
        snapshot.phase = RunPhase::Running;
        snapshot.counts.classified = 5;
        Settings sending;
        sending.role = Role::Send;
        snapshot.counts.rejected = 2;
        QCOMPARE(progressLine(snapshot, Settings{}), std::string("7 images  2 rejected"));
        snapshot.counts.sent = 12;
        snapshot.counts.rejected = 0;
        QCOMPARE(progressLine(snapshot, sending), std::string("12 images"));
        snapshot.progress = 0.9999;
        QCOMPARE(progressLine(snapshot, sending), std::string("99 %  12 images"));
    }

    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << "0 s";
        QTest::newRow("rounded up") << 0.01 << "1 s";
        QTest::newRow("below a minute") << 59.0 << "59 s";
        QTest::newRow("a minute") << 59.5 << "1 min 0 s";
        QTest::newRow("minutes") << 125.0 << "2 min 5 s";
        QTest::newRow("hours") << 11000.0 << "3 h 3 min";
        QTest::newRow("negative") << -1.0 << "0 s";
    }
    void durations()
    {
        QFETCH(double, seconds);
        QFETCH(QString, text);
        QCOMPARE(QString::fromStdString(durationText(seconds)), text);
    }

    void tables()
    {
        QCOMPARE(textTable({{"NAME", "SIZE", "NOTE"}, {"größe", "1", ""}, {"b", "100 kB", "x"}}),
            std::string("NAME   SIZE    NOTE\n"
                        "größe  1\n"
                        "b      100 kB  x\n"));
        QCOMPARE(textTable({}), std::string());
    }
};

QTEST_APPLESS_MAIN(TestTerminal)
#include "tst_terminal.moc"
