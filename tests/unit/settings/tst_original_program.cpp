// The original programs' lines, at the moments at which the originals print them.
#include "batch/original_program.h"

#include <QtTest>

using namespace iotbench;

namespace {

constexpr std::int64_t kTime = 1548902685000; // 2019-01-31T02:44:45Z

using Lines = std::vector<std::string>;

RunSnapshot snapshotWith(RunPhase phase, std::uint64_t images)
{
    RunSnapshot snapshot;
    snapshot.phase = phase;
    snapshot.counts.received = images;
    snapshot.counts.classified = images;
    snapshot.counts.sent = images;
    return snapshot;
}

RunResult resultWith(Role role, std::uint64_t images)
{
    RunResult result;
    result.settings.role = role;
    result.counts.received = images;
    result.counts.classified = images;
    result.counts.sent = images;
    result.counts.correct = images / 2;
    result.elapsedS = 2;
    result.engine.name = "opencv";
    return result;
}

} // namespace

class TestOriginalProgram : public QObject {
    Q_OBJECT

private slots:
    void receiver()
    {
        Settings settings;
        settings.role = Role::Receive;
        settings.reportingInterval = 100;
        OriginalProgram program(settings, "models/resnet20.onnx");
        QVERIFY(program.speaksOnStandardOutput());
        QVERIFY(program.atStart(kTime) == Lines{"Loaded trained model models/resnet20.onnx"});
        QVERIFY(program.at(snapshotWith(RunPhase::WarmingUp, 0), kTime).empty());
        QVERIFY(program.at(snapshotWith(RunPhase::Waiting, 0), kTime) == Lines{"Start send program"});
        QVERIFY(program.at(snapshotWith(RunPhase::Waiting, 0), kTime).empty());
        QVERIFY(program.at(snapshotWith(RunPhase::Running, 99), kTime).empty());
        QVERIFY(program.at(snapshotWith(RunPhase::Running, 305), kTime)
            == (Lines{"2019-01-31T02:44:45Z: 100 images classified",
                "2019-01-31T02:44:45Z: 200 images classified",
                "2019-01-31T02:44:45Z: 300 images classified"}));
        QVERIFY(program.atEnd(resultWith(Role::Receive, 400), kTime)
            == (Lines{"2019-01-31T02:44:45Z: 400 images classified",
                "Inferenced 400 images in 2.0 seconds or 200.0 images/second, with 200 or 50.0% correctly "
                "classified"}));
    }

    void noLinesWhereNoneAreWanted()
    {
        Settings settings;
        settings.reportingInterval = 0;
        OriginalProgram receiver(settings, "");
        QVERIFY(receiver.at(snapshotWith(RunPhase::Running, 305), kTime) == Lines{"Start send program"});
        settings.role = Role::Send;
        settings.quiet = true;
        OriginalProgram sender(settings, "");
        QVERIFY(sender.at(snapshotWith(RunPhase::Running, 305), kTime).empty());
    }

    void aRunTooShortToBeSeen()
    {
        OriginalProgram program(Settings{}, "");
        QVERIFY(program.atStart(kTime).empty());
        QVERIFY(program.at(snapshotWith(RunPhase::Finished, 0), kTime).empty());
        QVERIFY(program.atEnd(resultWith(Role::Loopback, 10), kTime)
            == (Lines{"Start send program",
                "Inferenced 10 images in 2.0 seconds or 5.0 images/second, with 5 or 50.0% correctly "
                "classified"}));
    }

    void imagesAreCountedOnlyAfterItWasReady()
    {
        for (const RunPhase phase : {RunPhase::WarmingUp, RunPhase::Finished}) {
            Settings settings;
            settings.reportingInterval = 10;
            OriginalProgram program(settings, "");
            QVERIFY(program.at(snapshotWith(phase, 12), kTime)
                == (Lines{"Start send program", "2019-01-31T02:44:45Z: 10 images classified"}));
        }
    }

    void anEmptyStreamWasReadyForOne()
    {
        OriginalProgram program(Settings{}, "");
        QVERIFY(program.atEnd(resultWith(Role::Receive, 0), kTime).front() == "Start send program");
    }

    void aRunThatFailedBeforeItWasReady()
    {
        OriginalProgram program(Settings{}, "");
        RunResult result = resultWith(Role::Receive, 0);
        result.end = RunEnd::Failed;
        result.elapsedS = 0;
        QVERIFY(program.atEnd(result, kTime)
            == Lines{"Inferenced 0 images in 0.0 seconds or 0.0 images/second, with 0 or 0.0% correctly "
                     "classified"});
    }

    void aSenderThatFailedEndedNoStream()
    {
        Settings settings;
        settings.role = Role::Send;
        settings.imagesPerSecond = 100;
        OriginalProgram program(settings, "");
        RunResult result = resultWith(Role::Send, 150);
        result.end = RunEnd::Failed;
        QVERIFY(program.atEnd(result, kTime) == Lines{"2019-01-31T02:44:45Z: 100 images sent"});
    }

    void theNullEngineHasNothingRight()
    {
        OriginalProgram program(Settings{}, "");
        RunResult result = resultWith(Role::Loopback, 10);
        result.engine.infers = false;
        QVERIFY(program.atEnd(result, kTime).back()
            == "Inferenced 10 images in 2.0 seconds or 5.0 images/second");
    }

    void sender()
    {
        Settings settings;
        settings.role = Role::Send;
        settings.imagesPerSecond = 1000;
        settings.totalImages = 2500;
        settings.subtractMean = true;
        OriginalProgram program(settings, "");
        QVERIFY(!program.speaksOnStandardOutput());
        QVERIFY(program.atStart(kTime)
            == Lines{
                "2019-01-31T02:44:45Z: Sending 1000 images per second for a total of 2500 images with pixel "
                "mean subtracted"});
        QVERIFY(program.at(snapshotWith(RunPhase::Running, 1999), kTime)
            == Lines{"2019-01-31T02:44:45Z: 1000 images sent"});
        QVERIFY(program.atEnd(resultWith(Role::Send, 2500), kTime)
            == (Lines{"2019-01-31T02:44:45Z: 2000 images sent", "2019-01-31T02:44:45Z: Image stream ended"}));
    }

    void senderWithoutARate()
    {
        Settings settings;
        settings.role = Role::Send;
        settings.imagesPerSecond = 0;
        OriginalProgram program(settings, "");
        QVERIFY(program.at(snapshotWith(RunPhase::Running, 100000), kTime).empty());
    }

    void aWorkersOutputIsItsAnswersAlone()
    {
        Settings settings;
        settings.role = Role::Worker;
        OriginalProgram program(settings, "cnn.onnx");
        QVERIFY(!program.speaksOnStandardOutput());
        QVERIFY(program.atStart(kTime).empty());
        QVERIFY(program.at(snapshotWith(RunPhase::Running, 1000), kTime).empty());
        QVERIFY(program.atEnd(resultWith(Role::Worker, 1000), kTime).empty());
    }
};

QTEST_APPLESS_MAIN(TestOriginalProgram)
#include "tst_original_program.moc"
