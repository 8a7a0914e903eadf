// Runs and searches as the window starts them, watched from an event loop: what it is told, and that it can
// stop them and leave at any time.
#include "machine/machine.h"
#include "settings/search_options.h"
#include "settings/settings_validation.h"
#include "ui/run_controller.h"
#include "unit/base/eventually.h"
#include "unit/study_driver/example_search.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace iotbench;
using namespace iotbench::test;
using ui::RunController;
using State = RunController::State;

namespace {

EffectiveSettings effective(const Settings& settings)
{
    AskedSettings asked;
    asked.values = settings;
    return *validateSettings(asked).effective;
}

EffectiveSettings loopback(double imagesPerSecond, std::uint64_t images)
{
    Settings settings;
    settings.engine = "null";
    settings.imagesPerSecond = imagesPerSecond;
    settings.totalImages = images;
    return effective(settings);
}

// Comes to no end by itself while a test may wait, and has its first images at once.
EffectiveSettings longRun()
{
    return loopback(100, 1'000'000);
}

// How many cameras: goes on for as long as a test may wait.
struct LongSearch {
    LongSearch()
    {
        options.find = "cameras";
        Settings values;
        values.engine = "null";
        asked = askedForSearch(options, values);
        (void)applySearch(options, asked);
    }
    void start(RunController& controller) const
    {
        const EffectiveSettings settings = *validateSettings(asked).effective;
        controller.startSearch(settings, searchGoal(options, *settings));
    }

    SearchOptions options;
    AskedSettings asked;
};

template <typename Condition>
bool happens(Condition condition)
{
    return eventually([&] {
        QCoreApplication::processEvents();
        return condition();
    });
}

// A controller, and all that it has told.
struct Watched {
    Watched()
    {
        QObject::connect(controller.get(), &RunController::stateChanged, controller.get(),
            [this](State state) { states.push_back(state); });
        QObject::connect(controller.get(), &RunController::snapshotChanged, controller.get(),
            [this](
                std::shared_ptr<const RunSnapshot> snapshot) { snapshots.push_back(std::move(snapshot)); });
        QObject::connect(controller.get(), &RunController::failedToStart, controller.get(),
            [this](const Message& reason) { failure = QString::fromStdString(reason.english()); });
        QObject::connect(controller.get(), &RunController::finished, controller.get(),
            [this](std::shared_ptr<const RunOutcome> outcome) { outcomes.push_back(std::move(outcome)); });
    }

    bool classifies()
    {
        return happens([this] { return !snapshots.empty() && snapshots.back()->counts.classified > 0; });
    }
    bool ends()
    {
        return happens([this] { return !controller->busy(); });
    }

    std::unique_ptr<RunController> controller
        = std::make_unique<RunController>([](const engines::EngineRegistry&) { return BuildFacts{}; });
    std::vector<State> states;
    std::vector<std::shared_ptr<const RunSnapshot>> snapshots;
    QString failure;
    std::vector<std::shared_ptr<const RunOutcome>> outcomes;
};

} // namespace

class TestRunController : public QObject {
    Q_OBJECT

private slots:
    void aRunIsWatchedToItsEnd();
    void snapshotsArePulledUntilAStop();
    void aStopWhilePreparing();
    void whatIsWrongIsTold();
    void aSecondStartIsIgnored();
    void runsFollowEachOther();
    void leavingEndsTheRun_data();
    void leavingEndsTheRun();
    void aSearchIsPulledUntilAStop();
    void aStoppedSearchGoesOn();
    void aKeptSearchGoesOn();
    void aKeptConfirmingRunIsCopied();
    void whatIsWrongWithASearchIsTold();
    void leavingEndsTheSearch();
};

void TestRunController::aRunIsWatchedToItsEnd()
{
    Watched watched;
    watched.controller->start(loopback(0, 2'000));
    QCOMPARE(watched.controller->state(), State::Preparing);
    QVERIFY(watched.ends());
    QCOMPARE(watched.states, (std::vector{State::Preparing, State::Running, State::Idle}));
    QCOMPARE(watched.outcomes.size(), std::size_t(1));
    QCOMPARE(watched.controller->outcome(), watched.outcomes[0]);
    QCOMPARE(watched.outcomes[0]->result.counts.classified, std::uint64_t(2'000));
    QVERIFY(watched.snapshots.size() >= 3); // of the loading, at the start and at the end
    QVERIFY(watched.snapshots.front()->phase == RunPhase::Loading);
    QCOMPARE(watched.snapshots.back()->counts.classified, std::uint64_t(2'000));
    QCOMPARE(watched.controller->snapshot(), watched.snapshots.back());
    QVERIFY(watched.controller->run());
    QVERIFY(watched.controller->startUnixMs() > 0);
    QCOMPARE(watched.failure, QString());
}

void TestRunController::snapshotsArePulledUntilAStop()
{
    Watched watched;
    watched.controller->start(longRun());
    QVERIFY(watched.classifies());
    const std::uint64_t before = watched.snapshots.back()->counts.classified;
    QVERIFY(happens([&] { return watched.snapshots.back()->counts.classified > before; }));
    QVERIFY(!watched.controller->outcome());
    watched.controller->requestStop();
    QCOMPARE(watched.controller->state(), State::Stopping);
    QVERIFY(watched.ends());
    QCOMPARE(watched.states, (std::vector{State::Preparing, State::Running, State::Stopping, State::Idle}));
    QVERIFY(watched.outcomes.at(0)->result.end == RunEnd::Stopped);
}

void TestRunController::aStopWhilePreparing()
{
    Watched watched;
    watched.controller->start(longRun());
    watched.controller->requestStop();
    QVERIFY(watched.controller->loading());
    QVERIFY(watched.ends());
    QCOMPARE(watched.states, (std::vector{State::Preparing, State::Stopping, State::Idle}));
    // However far the preparation was: given up, or followed by a run that ends at once.
    QVERIFY2(watched.failure.isEmpty(), qPrintable(watched.failure));
    QCOMPARE(watched.outcomes.size(), std::size_t(1));
    QVERIFY(watched.outcomes.front()->result.end == RunEnd::Stopped);
}

void TestRunController::whatIsWrongIsTold()
{
    Settings settings;
    settings.engine = "abacus";
    settings.model = "resnet20";
    Watched watched;
    watched.controller->start(effective(settings));
    QVERIFY(watched.ends());
    QVERIFY2(watched.failure.startsWith("there is no engine \"abacus\""), qPrintable(watched.failure));
    QCOMPARE(watched.states, (std::vector{State::Preparing, State::Idle}));
    QVERIFY(!watched.controller->run());
}

void TestRunController::aSecondStartIsIgnored()
{
    Watched watched;
    watched.controller->start(longRun());
    watched.controller->start(loopback(0, 10));
    QVERIFY(watched.classifies());
    watched.controller->start(loopback(0, 10));
    watched.controller->requestStop();
    QVERIFY(watched.ends());
    QCOMPARE(watched.outcomes.size(), std::size_t(1));
    QCOMPARE(watched.outcomes[0]->result.settings.imagesPerSecond, 100.0);
}

void TestRunController::runsFollowEachOther()
{
    Watched watched;
    QObject::connect(watched.controller.get(), &RunController::finished, watched.controller.get(), [&] {
        if (watched.outcomes.size() < 3)
            watched.controller->start(loopback(0, 100 * (watched.outcomes.size() + 1)));
    });
    watched.controller->start(loopback(0, 100));
    QVERIFY(happens([&] { return watched.outcomes.size() == 3; }));
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(watched.outcomes[i]->result.counts.classified, std::uint64_t(100 * (i + 1)));
    QVERIFY(!watched.controller->busy());
}

void TestRunController::leavingEndsTheRun_data()
{
    QTest::addColumn<bool>("running");
    QTest::addColumn<bool>("stopping");
    QTest::newRow("while preparing") << false << false;
    QTest::newRow("while running") << true << false;
    QTest::newRow("while stopping") << true << true;
}

void TestRunController::leavingEndsTheRun()
{
    QFETCH(bool, running);
    QFETCH(bool, stopping);
    Watched watched;
    watched.controller->start(longRun());
    QVERIFY(!running || watched.classifies());
    const std::weak_ptr<const Run> run = watched.controller->run();
    QCOMPARE(!run.expired(), running);
    if (stopping)
        watched.controller->requestStop();
    watched.controller.reset();
    QVERIFY(run.expired());
    QCoreApplication::processEvents(); // nobody is left to be told
    QVERIFY(watched.outcomes.empty());
}

void TestRunController::aSearchIsPulledUntilAStop()
{
    Watched watched;
    std::shared_ptr<const SearchSnapshot> newest;
    std::vector<std::shared_ptr<const SearchOutcome>> ends;
    QObject::connect(watched.controller.get(), &RunController::searchChanged, watched.controller.get(),
        [&](std::shared_ptr<const SearchSnapshot> snapshot) { newest = std::move(snapshot); });
    QObject::connect(watched.controller.get(), &RunController::searchFinished, watched.controller.get(),
        [&](std::shared_ptr<const SearchOutcome> outcome) { ends.push_back(std::move(outcome)); });
    LongSearch().start(*watched.controller);
    QVERIFY(happens([&] { return newest && newest->run && newest->run->counts.classified > 0; }));
    QVERIFY(newest->now);
    QCOMPARE(watched.controller->search()->inputs().images.testSet->size(), std::size_t(10'000));
    QVERIFY(!watched.controller->run());
    QVERIFY(!watched.controller->searchOutcome());
    watched.controller->start(loopback(0, 10)); // ignored
    watched.controller->requestStop();
    QVERIFY(watched.ends());
    QCOMPARE(watched.states, (std::vector{State::Preparing, State::Running, State::Stopping, State::Idle}));
    QCOMPARE(ends.size(), std::size_t(1));
    QCOMPARE(watched.controller->searchOutcome(), ends[0]);
    QVERIFY(ends[0]->stopped);
    QVERIFY(watched.outcomes.empty());

    watched.controller->start(loopback(0, 100));
    QVERIFY(watched.ends());
    QVERIFY(!watched.controller->search());
    QCOMPARE(watched.outcomes.size(), std::size_t(1));
}

void TestRunController::aStoppedSearchGoesOn()
{
    Watched watched;
    RunController& controller = *watched.controller;
    std::shared_ptr<const SearchSnapshot> newest;
    QObject::connect(&controller, &RunController::searchChanged, &controller,
        [&](std::shared_ptr<const SearchSnapshot> snapshot) { newest = std::move(snapshot); });
    controller.goOn(); // with nothing
    QVERIFY(!controller.busy());
    LongSearch().start(controller);
    QVERIFY(happens([&] { return newest && newest->probes.size() == 1 && newest->now; }));
    QVERIFY(!controller.canGoOn());
    controller.requestStop();
    QVERIFY(watched.ends());
    const std::shared_ptr<const SearchOutcome> first = controller.searchOutcome();
    QCOMPARE(first->probes.size(), std::size_t(2));
    QVERIFY(first->probes[1].stopped);

    newest.reset();
    QVERIFY(controller.canGoOn());
    controller.goOn();
    QVERIFY(happens([&] { return newest && newest->now; }));
    QCOMPARE(newest->probes.size(), std::size_t(1)); // the guess is not made again
    QCOMPARE(newest->probes[0].imagesPerS, first->probes[0].imagesPerS);
    QVERIFY(*newest->now == first->probes[1].request);
    controller.requestStop();
    QVERIFY(watched.ends());
    const SearchOutcome& second = *controller.searchOutcome();
    QVERIFY(second.stopped);
    QCOMPARE(second.probes.size(), std::size_t(2));
    QVERIFY(second.probes[1].startS >= first->facts.tookS);
    QVERIFY(second.facts.tookS > first->facts.tookS);

    controller.start(loopback(0, 100));
    QVERIFY(watched.ends());
    QVERIFY(!controller.canGoOn());
}

// As it is from one start of the program to the next.
void TestRunController::aKeptSearchGoesOn()
{
    std::shared_ptr<const SearchOutcome> first;
    {
        Watched watched;
        LongSearch().start(*watched.controller);
        QVERIFY(happens([&] {
            const auto newest = watched.controller->searchSnapshot();
            return newest && newest->probes.size() == 1 && newest->now;
        }));
        watched.controller->requestStop();
        QVERIFY(watched.ends());
        first = watched.controller->searchOutcome();
    }
    QCOMPARE(first->probes.size(), std::size_t(2));
    const SearchGoal goal = goalOf(first->facts);
    SearchRecord record{*first->report, probesOf(readCsv(probeTable(first->probes, goal)), goal), {}};

    Watched watched;
    const auto kept = watched.controller->keptSearch(record);
    QVERIFY2(bool(kept), kept.error().english().c_str());
    watched.controller->goOn(*kept);
    QVERIFY(happens(
        [&] { return watched.controller->searchSnapshot() && watched.controller->searchSnapshot()->now; }));
    const std::shared_ptr<const SearchSnapshot> newest = watched.controller->searchSnapshot();
    QCOMPARE(newest->probes.size(), std::size_t(1)); // the guess is not made again
    QVERIFY(newest->probes[0].imagesPerS == first->probes[0].imagesPerS);
    QVERIFY(*newest->now == first->probes[1].request);
    watched.controller->requestStop();
    QVERIFY(watched.ends());
    const SearchOutcome& second = *watched.controller->searchOutcome();
    QVERIFY(second.stopped);
    QCOMPARE(second.probes.size(), std::size_t(2));
    QVERIFY(second.probes[1].startS >= first->facts.tookS);
    const Settings &was = first->report->result.settings, &is = second.report->result.settings;
    QVERIFY(is == was); // the same probe
    QVERIFY(watched.controller->canGoOn());

    record.report.result.machine.hostName = "elsewhere";
    QVERIFY(!watched.controller->keptSearch(record));
}

// A search that is stopped again before it confirms anew keeps the run of before, beside what it adds.
void TestRunController::aKeptConfirmingRunIsCopied()
{
    const QTemporaryDir folder;
    const QString before = folder.filePath(QStringLiteral("before"));
    const QString after = folder.filePath(QStringLiteral("after"));
    QVERIFY(QDir().mkpath(before));
    const auto written = [](const QString& path, const QByteArray& bytes) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    for (const char* name : {"images.csv", "report.json"})
        QVERIFY(written(before + u'/' + QLatin1String(name), "of before"));

    Watched watched;
    RunController& controller = *watched.controller;
    const SearchGoal goal{.cameraRatePerS = 15, .limitMs = 100, .precision = 0.02, .mostProbeS = 60};
    const PlayedSearch whole = played(goal, 93.99);
    const auto confirmed
        = std::ranges::find_if(whole.probes, [](const Probe& probe) { return probe.request.toFullLength(); });
    const auto count = static_cast<std::size_t>(confirmed - whole.probes.begin()) + 1;
    SearchRecord record = recordOf(goal, whole.first(count));
    RunResult& run = record.report.result;
    run.machine = readMachineFacts();
    run.build = BuildFacts{};
    run.engine.version = controller.engines().entry("null")->version;
    record.folder = before.toStdString();
    const auto kept = controller.keptSearch(record);
    QVERIFY2(bool(kept), kept.error().english().c_str());

    controller.keepRunsIn([&after] { return after; });
    controller.goOn(*kept);
    QVERIFY(happens([&] {
        const auto newest = watched.controller->searchSnapshot();
        return newest && newest->run && newest->run->counts.classified > 0;
    }));
    QVERIFY(watched.controller->searchSnapshot()->now->purpose == studies::ProbePurpose::FailsAgain);
    controller.requestStop();
    QVERIFY(watched.ends());
    const SearchOutcome& outcome = *controller.searchOutcome();
    QCOMPARE(outcome.probes.size(), count + 1);
    QCOMPARE(outcome.last->keptFolder, after.toStdString());
    QCOMPARE(outcome.last->result.runId, run.runId);
    const auto bytesOf = [](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QCOMPARE(bytesOf(after + QStringLiteral("/images.csv")), QByteArray("of before"));
    QVERIFY(bytesOf(after + QStringLiteral("/report.json")).contains("\"stopped\""));
    QCOMPARE(readCsvFile((after + QStringLiteral("/probes.csv")).toStdString()).size(), count + 2);
    QCOMPARE(bytesOf(before + QStringLiteral("/report.json")), QByteArray("of before"));
    QVERIFY(!QFile::exists(before + QStringLiteral("/probes.csv")));
}

void TestRunController::whatIsWrongWithASearchIsTold()
{
    Watched watched;
    LongSearch search;
    search.asked.values.engine = "abacus";
    search.asked.values.model = "resnet20";
    search.start(*watched.controller);
    QVERIFY(watched.ends());
    QVERIFY2(watched.failure.startsWith("there is no engine \"abacus\""), qPrintable(watched.failure));
    QVERIFY(!watched.controller->search());
}

void TestRunController::leavingEndsTheSearch()
{
    Watched watched;
    LongSearch().start(*watched.controller);
    QVERIFY(happens([&] { return watched.controller->search() != nullptr; }));
    const std::weak_ptr<const SearchStudy> search = watched.controller->search();
    watched.controller.reset();
    QVERIFY(search.expired());
}

QTEST_GUILESS_MAIN(TestRunController)
#include "tst_run_controller.moc"
