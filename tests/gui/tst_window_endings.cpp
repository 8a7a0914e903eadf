// The window is ended from outside while a run goes on: the run is stopped, worked off, reported and kept.
#include "gui/window_under_test.h"
#include "window/endings.h"

#include <QProcess>
#include <QtTest>

#include <csignal>

#include <unistd.h>

using namespace iotbench;
using namespace iotbench::test;

namespace {

const QString kHang = QStringLiteral("--hang"); // to this program: it never ends by itself
constexpr int kLeft = 77;

Settings longRun()
{
    Settings settings;
    settings.engine = "null";
    settings.imagesPerSecond = 200;
    settings.totalImages = 1'000'000;
    return settings;
}

} // namespace

class TestWindowEndings : public QObject {
    Q_OBJECT

private slots:
    void aSignalEndsTheRunAndTheWindow_data();
    void aSignalEndsTheRunAndTheWindow();
    void aSignalClosesAnIdleWindow();
    void theEndOfTheSessionKeepsTheRun();
    void theEndOfTheSessionWhileARunIsPrepared();
    void aSecondCloseWaitsForNothing();
    void whatHangsIsLeftBehind();
};

void TestWindowEndings::aSignalEndsTheRunAndTheWindow_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGHUP") << SIGHUP;
}

void TestWindowEndings::aSignalEndsTheRunAndTheWindow()
{
    QFETCH(int, signal);
    WindowUnderTest test(longRun());
    const Endings endings(test.window, test.controller);
    test.window.startRun();
    QTRY_VERIFY_WITH_TIMEOUT(
        test.controller.snapshot() && test.controller.snapshot()->counts.classified > 0, kPatienceMs);
    std::raise(signal);
    QTRY_VERIFY_WITH_TIMEOUT(!test.window.isVisible(), kPatienceMs);
    QVERIFY(endings.interrupted());
    QVERIFY(!test.controller.busy());
    QVERIFY(test.controller.outcome()->result.end == RunEnd::Stopped);
    QVERIFY(test.controller.outcome()->result.counts.classified > 0);
    QVERIFY(test.controller.outcome()->notKept.empty());
    QCOMPARE(test.window.keptRuns().list().size(), std::size_t(1));
}

void TestWindowEndings::aSignalClosesAnIdleWindow()
{
    WindowUnderTest test;
    const Endings endings(test.window, test.controller);
    std::raise(SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(!test.window.isVisible(), kPatienceMs);
}

void TestWindowEndings::theEndOfTheSessionKeepsTheRun()
{
    WindowUnderTest test(longRun());
    Endings endings(test.window, test.controller);
    test.window.startRun();
    QTRY_VERIFY_WITH_TIMEOUT(
        test.controller.snapshot() && test.controller.snapshot()->counts.classified > 0, kPatienceMs);
    endings.sessionEnds(); // without an event loop
    QVERIFY(!test.controller.busy());
    QVERIFY(test.controller.outcome()->result.end == RunEnd::Stopped);
    QCOMPARE(test.window.keptRuns().list().size(), std::size_t(1));
    QCoreApplication::processEvents();
    QVERIFY(test.window.close()); // without a question
}

void TestWindowEndings::theEndOfTheSessionWhileARunIsPrepared()
{
    WindowUnderTest test(longRun());
    Endings endings(test.window, test.controller);
    test.window.startRun();
    QVERIFY(test.controller.state() == ui::RunController::State::Preparing);
    endings.sessionEnds();
    QVERIFY(!test.controller.busy());
    QCoreApplication::processEvents();
}

void TestWindowEndings::aSecondCloseWaitsForNothing()
{
    WindowUnderTest test(longRun());
    test.window.startRun();
    test.window.endRunAndClose(); // once the model is loaded
    QVERIFY(test.window.isVisible());
    QVERIFY(test.controller.loading());
    QVERIFY(test.window.close());
}

void TestWindowEndings::whatHangsIsLeftBehind()
{
    QCOMPARE(QProcess::execute(QCoreApplication::applicationFilePath(), {kHang}), kLeft);
}

int main(int argc, char** argv)
{
    if (argc == 2 && QLatin1String(argv[1]) == kHang) {
        leaveWithin(1, kLeft);
        for (;;)
            pause();
    }
    return runWindowTest<TestWindowEndings>(argc, argv);
}

#include "tst_window_endings.moc"
