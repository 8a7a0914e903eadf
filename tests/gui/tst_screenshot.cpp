// --screenshot: the window is brought to the moment asked for, saved, and the program ends; without a screen.
#include "gui/live_examples.h"
#include "gui/window_under_test.h"
#include "integration/program.h"
#include "ui/comparison/comparison_page.h"
#include "ui/history/history_model.h"
#include "ui/live/time_series_panel.h"
#include "ui/live/waiting_view.h"
#include "ui/plots/time_plots.h"
#include "ui/result/result_page.h"
#include "ui/screenshot.h"

#include <QImage>
#include <QRegularExpression>
#include <QSignalSpy>

using namespace iotbench;
using namespace iotbench::test;
using ui::MainWindow;
using ui::Screenshot;

namespace {

Settings someRun(double imagesPerSecond, std::uint64_t images)
{
    Settings values;
    values.model = "resnet20";
    values.imagesPerSecond = imagesPerSecond;
    values.totalImages = images;
    values.warmup = 1;
    return values;
}

// What a picture of a window of that size has: more where the screen is scaled.
QSize pixels(const QSize& window)
{
    return (QSizeF(window) * qApp->devicePixelRatio()).toSize();
}

// Takes one of a window that is set up so, and looks at what it shows then.
class Taken {
public:
    Taken(const Settings& values, Screenshot::When when)
        : window(values)
        , m_screenshot(window.window, window.controller, file(), when)
        , m_done(&m_screenshot, &Screenshot::done)
    {
        m_screenshot.begin();
        if (m_done.isEmpty())
            m_done.wait(kPatienceMs);
    }
    int exitCode() const { return m_done.isEmpty() ? -1 : m_done[0][0].toInt(); }
    QImage image() const { return QImage(file()); }

private:
    QString file() const { return m_folder.filePath(QStringLiteral("window.png")); }

    QTemporaryDir m_folder;

public:
    WindowUnderTest window;

private:
    Screenshot m_screenshot;
    QSignalSpy m_done;
};

} // namespace

class TestScreenshot : public QObject {
    Q_OBJECT
private slots:
    void setUp();
    void waitingForASender();
    void live();
    void theMomentOfARunThatIsShown();
    void result();
    void history();
    void studies_data();
    void studies();
    void comparison();
    void aRunThatDoesNotWaitIsTold();
    void theProgramTakesThem_data();
    void theProgramTakesThem();
    void aFileThatCannotBeWritten();
};

void TestScreenshot::setUp()
{
    const Taken taken(someRun(1'000, 10'000), Screenshot::When::SetUp);
    QCOMPARE(taken.exitCode(), 0);
    QCOMPARE(taken.window.window.currentPage(), static_cast<int>(MainWindow::SetUp));
    QVERIFY(!taken.window.controller.busy());
    QCOMPARE(taken.image().size(), pixels({1'280, 800}));
}

void TestScreenshot::waitingForASender()
{
    Settings values;
    values.role = Role::Receive;
    values.engine = "null";
    values.listen = Endpoint{"127.0.0.1", 0};
    const Taken taken(values, Screenshot::When::Waiting);
    QCOMPARE(taken.exitCode(), 0);
    QCOMPARE(taken.window.window.currentPage(), static_cast<int>(MainWindow::Live));
    const auto* waiting = taken.window.window.findChild<ui::WaitingView*>();
    QVERIFY(waiting->isVisible());
    static const QRegularExpression words(
        QStringLiteral("^Waiting for a sender on 127\\.0\\.0\\.1:\\d+ for (\\d+)( s|\\.)"));
    const QRegularExpressionMatch match = words.match(waiting->words());
    QVERIFY2(match.hasMatch() && match.captured(1).toInt() >= 11, qPrintable(waiting->words()));
    QCOMPARE(taken.image().size(), pixels({1'280, 800}));
}

void TestScreenshot::live()
{
    const Taken taken(someRun(100, 800), Screenshot::When::Live);
    QCOMPARE(taken.exitCode(), 0);
    QCOMPARE(taken.window.window.currentPage(), static_cast<int>(MainWindow::Live));
    QVERIFY(*taken.window.controller.snapshot()->progress >= 0.62);
    QVERIFY(!taken.window.window.findChild<ui::TimeSeriesPanel*>()->plots().shown().achieved.value.isEmpty());
}

// Snapshots made by hand, so that no busy machine can be late for it.
void TestScreenshot::theMomentOfARunThatIsShown()
{
    WindowUnderTest window;
    const QTemporaryDir folder;
    Screenshot screenshot(window.window, window.controller, folder.filePath(QStringLiteral("window.png")),
        Screenshot::When::Live);
    QSignalSpy done(&screenshot, &Screenshot::done);
    const auto show = [&](RunPhase phase, double progress) {
        auto snapshot = exampleSnapshot();
        snapshot->phase = phase;
        snapshot->progress = progress;
        emit window.controller.snapshotChanged(snapshot);
        QCoreApplication::processEvents();
    };
    show(RunPhase::WarmingUp, 0.62);
    show(RunPhase::Running, 0.61);
    QVERIFY(done.isEmpty());
    show(RunPhase::Running, 0.62);
    AWAIT_EQUAL(done.size(), 1);
    QCOMPARE(done[0][0].toInt(), 0);
}

void TestScreenshot::result()
{
    const Taken taken(someRun(0, 100), Screenshot::When::Result);
    QCOMPARE(taken.exitCode(), 0);
    QCOMPARE(taken.window.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    const auto* page = taken.window.window.findChild<ui::ResultPage*>();
    QCOMPARE(page->shown()->result.counts.classified, std::uint64_t{100});
}

void TestScreenshot::history()
{
    const Taken taken(someRun(0, 100), Screenshot::When::History);
    QCOMPARE(taken.exitCode(), 0);
    QCOMPARE(taken.window.window.currentPage(), static_cast<int>(MainWindow::History));
    const auto* runs = taken.window.window.findChild<ui::HistoryModel*>();
    QCOMPARE(runs->rowCount(), 1);
    QCOMPARE(runs->index(0, ui::HistoryModel::Model).data().toString(), QStringLiteral("resnet20"));
}

void TestScreenshot::studies_data()
{
    QTest::addColumn<Settings>("values");
    QTest::addColumn<Screenshot::When>("when");
    QTest::addColumn<QString>("kind");
    Settings tooSlow = someRun(0, 100); // for one camera: the search is over soon
    tooSlow.cameraRatePerS = 1'000;
    tooSlow.maxP99Ms = 0.01;
    tooSlow.workers = 1;
    QTest::newRow("search") << tooSlow << Screenshot::When::Capacity << "search";
    Settings brief;
    brief.engine = "null";
    brief.durationS = 1;
    QTest::newRow("sweep") << brief << Screenshot::When::Sweep << "sweep";
}

void TestScreenshot::studies()
{
    QFETCH(Settings, values);
    QFETCH(Screenshot::When, when);
    const Taken taken(values, when);
    QCOMPARE(taken.exitCode(), 0);
    QCOMPARE(taken.window.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    const auto* page = taken.window.window.findChild<ui::ResultPage*>();
    QTEST(QString::fromStdString(page->shown()->study->kind), "kind");
}

void TestScreenshot::comparison()
{
    Taken taken(someRun(0, 100), Screenshot::When::Comparison);
    QCOMPARE(taken.exitCode(), 0);
    QCOMPARE(taken.window.window.currentPage(), static_cast<int>(MainWindow::Comparison));
    QCOMPARE(taken.window.window.comparisonPage().shown()->runs.size(), std::size_t(2));
}

void TestScreenshot::aRunThatDoesNotWaitIsTold()
{
    const Taken taken(someRun(0, 20), Screenshot::When::Waiting);
    QCOMPARE(taken.exitCode(), 1);
    QVERIFY(taken.image().isNull());
}

void TestScreenshot::theProgramTakesThem_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QColor>("bar"); // the ground of the bar at the top
    QTest::newRow("setup") << "--screenshot-when setup --theme light --window-size 1280x800"
                           << QSize(1'280, 800) << QColor(Qt::white);
    QTest::newRow("setup, dark, German")
        << "--screenshot-when setup --theme dark --language de --window-size 1920x1080" << QSize(1'920, 1'080)
        << QColor(0x23, 0x26, 0x2C);
    QTest::newRow("waiting")
        << "--screenshot-when waiting --theme light --window-size 1280x800 --role receive "
           "--engine null --listen 127.0.0.1:0"
        << QSize(1'280, 800) << QColor(Qt::white);
    QTest::newRow("history")
        << "--screenshot-when history --theme dark --window-size 1280x800 -m resnet20 -i max -t 50"
        << QSize(1'280, 800) << QColor(0x23, 0x26, 0x2C);
}

void TestScreenshot::theProgramTakesThem()
{
    QFETCH(QString, options);
    QFETCH(QSize, size);
    QFETCH(QColor, bar);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("window.png"));
    Program program(
        test::programPath(), QStringList{QStringLiteral("--screenshot"), file} + options.split(u' '));
    program.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    program.start();
    VERIFY_EXIT(program, 0);
    const QImage image(file);
    QCOMPARE(image.size(), pixels(size));
    QCOMPARE(groundOf(image.copy(0, 0, image.width(), image.height() / 100)), bar);
}

void TestScreenshot::aFileThatCannotBeWritten()
{
    Program program(test::programPath(), words("--screenshot /nowhere/window.png --screenshot-when setup"));
    program.setEnvironment(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    program.start();
    VERIFY_EXIT(program, 1);
    VERIFY_OF(program, program.err().contains("iotbench: cannot write /nowhere/window.png"));
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestScreenshot>(argc, argv);
}

#include "tst_screenshot.moc"
