// A search for what this machine holds: the form, the page fed by hand, and a real search through the window.
#include "gui/window_under_test.h"
#include "machine/machine.h"
#include "reports/report_json.h"
#include "ui/base/command_box.h"
#include "ui/base/figure_tile.h"
#include "ui/base/segment_bar.h"
#include "ui/capacity/capacity_plot.h"
#include "ui/capacity/capacity_text.h"
#include "ui/capacity/capacity_view.h"
#include "ui/capacity/probe_model.h"
#include "ui/history/history_model.h"
#include "ui/history/history_page.h"
#include "ui/live/interval_model.h"
#include "ui/live/live_page.h"
#include "ui/live/time_series_panel.h"
#include "ui/result/result_details.h"
#include "ui/result/result_page.h"
#include "ui/setup/presets_panel.h"
#include "ui/setup/side_panels.h"
#include "unit/study_driver/example_search.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

#include <algorithm>

using namespace iotbench;
using namespace iotbench::ui;
using studies::FailReason;
using studies::ProbeEnd;
using studies::ProbePurpose;
using test::WindowUnderTest;

namespace {

Probe probe(ProbePurpose purpose, double load, ProbeEnd end, double p99Ms, double countedS)
{
    Probe made;
    made.request = {purpose, load, 1};
    made.state.end = end;
    made.state.images = 3'000;
    made.state.countedS = countedS;
    made.imagesPerS = 15 * load;
    if (purpose != ProbePurpose::UpperGuess) {
        made.p99Ms = p99Ms;
        made.p99Interval = {p99Ms * 0.9, p99Ms * 1.1};
        made.accuracy = 0.921;
    }
    made.verdict = Judgement::Valid;
    return made;
}

// Six probes over, the seventh under way: 62 holds, 65 fails.
CapacityState midSearch()
{
    CapacityState state;
    state.goal = {.cameraRatePerS = 15, .limitMs = 10, .mostProbeS = 10};
    state.probes.push_back(probe(ProbePurpose::UpperGuess, 0, ProbeEnd::None, 0, 2));
    state.probes.push_back(probe(ProbePurpose::Search, 48, ProbeEnd::Holds, 3.87, 4));
    state.probes.push_back(probe(ProbePurpose::Search, 70, ProbeEnd::Fails, 640, 2));
    state.probes.back().state.reason = FailReason::BacklogGrew;
    state.probes.push_back(probe(ProbePurpose::Search, 59, ProbeEnd::Holds, 5.94, 5));
    state.probes.push_back(probe(ProbePurpose::Search, 65, ProbeEnd::Disturbed, 24.8, 6));
    state.probes.back().state.leftOutS = 3;
    state.probes.push_back(probe(ProbePurpose::Search, 65, ProbeEnd::Fails, 13.9, 7));
    state.probes.push_back(probe(ProbePurpose::Search, 62, ProbeEnd::Holds, 8.91, 10));
    state.probes.back().fullLength = true;
    state.now = studies::ProbeRequest{ProbePurpose::Search, 64, 8};
    state.state.countedS = 4;
    state.state.share = 0.0112;
    auto run = std::make_shared<RunSnapshot>();
    run->phase = RunPhase::Running;
    run->rollingLatencyP99Ms = 10.4;
    run->sinceStartS = 4;
    run->counts.classified = 3'836;
    state.run = run;
    state.holdsAt = 62;
    state.failsAt = 65;
    state.forecast = SearchForecast{.searching = 2, .confirming = 3, .seconds = 54};
    state.tookS = 48;
    return state;
}

CapacityState ended(const char* answer, std::optional<double> holdsAt, std::optional<double> failsAt)
{
    CapacityState state = midSearch();
    state.now.reset();
    state.run.reset();
    state.forecast.reset();
    state.holdsAt = holdsAt;
    state.failsAt = failsAt;
    StudyFacts facts;
    facts.answer = answer;
    facts.find = "cameras";
    facts.holdsAt = holdsAt.value_or(0);
    facts.failsAt = failsAt;
    facts.cameraRatePerS = 15;
    facts.maxP99Ms = 10;
    facts.probes = 6;
    facts.tookS = 52;
    facts.measuredS = 34;
    facts.verdict = "VALID";
    state.answer = facts;
    return state;
}

QString cell(const ProbeModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestCapacityPage : public QObject {
    Q_OBJECT
private slots:
    void theFormAsksForASearch();
    void aSearchByRateNeedsALimit();
    void wrongNumbersAreMarked();
    void answersInMidSearch();
    void answersAtTheEnd_data();
    void answersAtTheEnd();
    void probesAreListed();
    void rowAndMarkAreOne();
    void aSearchIsStoppedAndKept();
    void aKeptSearchGoesOnWhereItWasMeasured();
    void anotherRunTakesItsPlace();
};

void TestCapacityPage::theFormAsksForASearch()
{
    WindowUnderTest test;
    SetupPage& page = test.window.setupPage();
    auto* find = test.editor<SegmentBar>("find");
    QVERIFY(!page.goal());
    QTest::mouseClick(find->segment(1), Qt::LeftButton);
    QVERIFY(page.goal().has_value());
    QVERIFY(!test.editor<QLineEdit>("imagesPerSec")->isVisible());
    QVERIFY(!test.editor<QLineEdit>("totalImages")->isVisible());
    test.type("search-max-p99", QStringLiteral("10"));
    test.type("search-camera-rate", QStringLiteral("25"));
    test.type("probe-seconds", QStringLiteral("20"));
    test.type("own-cameras", QStringLiteral("40"));
    QCOMPARE(page.commands().command()->text(),
        QStringLiteral("iotbench --batch --find cameras --probe-seconds 20 -m resnet20 --camera-rate 25 "
                       "--max-p99 10"));
    QCOMPARE(page.goal()->cameraRatePerS, 25.0);
    QCOMPARE(page.goal()->limitMs, 10.0);
    QCOMPARE(page.goal()->mostProbeS, 20.0);
    QCOMPARE(page.setup().ownCameras(), std::uint64_t{40});
    QCOMPARE(page.settings().value()->imagesPerSecond, 25.0);
    const QString plan = test.window.findChild<QLabel*>(QStringLiteral("plan"))->text();
    QVERIFY2(
        plan.contains(QStringLiteral("how many cameras of <b>25</b> images a second")), qPrintable(plan));
    QVERIFY(test.canStart());

    QTest::mouseClick(page.presets().button(0), Qt::LeftButton); // a preset is a single run
    QVERIFY(!page.goal());
    QVERIFY(test.editor<QLineEdit>("imagesPerSec")->isVisible());
    QCOMPARE(
        page.commands().command()->text(), QStringLiteral("iotbench --batch -m resnet20 -i 1000 -t 10000"));
}

void TestCapacityPage::aSearchByRateNeedsALimit()
{
    WindowUnderTest test;
    QTest::mouseClick(test.editor<SegmentBar>("find")->segment(2), Qt::LeftButton);
    QVERIFY(!test.editor<QLineEdit>("search-camera-rate")->isVisible());
    QCOMPARE(test.editor<QLineEdit>("search-max-p99")->text(), QStringLiteral("100"));
    QVERIFY(test.canStart());
    test.type("search-max-p99", QString());
    QVERIFY(!test.canStart());
    QVERIFY(test.errorAt("max-p99"));
    QTest::mouseClick(test.editor<SegmentBar>("find")->segment(1), Qt::LeftButton);
    QVERIFY(test.canStart()); // cameras have a limit of their own
}

void TestCapacityPage::wrongNumbersAreMarked()
{
    WindowUnderTest test;
    QTest::mouseClick(test.editor<SegmentBar>("find")->segment(1), Qt::LeftButton);
    for (const char* bad : {"9", "3601", "x"}) {
        test.type("probe-seconds", QString::fromLatin1(bad));
        QVERIFY(!test.canStart());
        QVERIFY(test.errorAt("probe-seconds"));
    }
    test.type("probe-seconds", QStringLiteral("12.5"));
    QVERIFY(test.canStart());
    test.type("own-cameras", QStringLiteral("2.5"));
    QVERIFY(!test.canStart());
    QTest::mouseClick(test.editor<SegmentBar>("find")->segment(2), Qt::LeftButton); // the field goes
    QVERIFY(test.canStart());
}

void TestCapacityPage::answersInMidSearch()
{
    const CapacityState state = midSearch();
    const FigureText answer = answerFigure(state);
    QCOMPARE(answer.parts[0].figure, QStringLiteral("62"));
    QCOMPARE(answer.parts[0].unit, QStringLiteral("cameras of 15 images/s, so far"));
    QCOMPARE(answer.remark,
        QStringLiteral("930 images/s · p99 8.91 ms, limit 10 ms · every image classified · 92.1 % correct\n"
                       "✓ holds at 62 · ✗ fails at 65 · so the answer will be 62, 63 or 64"));
    QVERIFY(!answer.caution);
    const FigureText running = probeFigure(state);
    QCOMPARE(running.caption, QStringLiteral("Probe 7"));
    QCOMPARE(running.parts[0].figure, QStringLiteral("64"));
    QCOMPARE(running.parts[0].unit, QStringLiteral("cameras · 960 images/s"));
    QCOMPARE(running.bar, std::optional(0.4));
    QCOMPARE(running.remark,
        QStringLiteral("4.0 s of 10 s at most · 3,836 classified\n"
                       "p99 so far 10.4 ms, 1.12 % over the limit: not decided"));
    QCOMPARE(timeFigure(state).parts[0].figure, QStringLiteral("50 s"));
    QCOMPARE(answerSentence(state), QString());

    CapacityState nothingYet = state;
    nothingYet.holdsAt.reset();
    QCOMPARE(answerFigure(nothingYet).parts[0].unit, QStringLiteral("no load has held yet"));
}

void TestCapacityPage::answersAtTheEnd_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<double>("holdsAt");
    QTest::addColumn<double>("failsAt"); // 0: not seen
    QTest::addColumn<QString>("figure");
    QTest::addColumn<QString>("unit");
    QTest::addColumn<QString>("says"); // a part of the remark
    QTest::addColumn<QString>("spare");
    const QString plain = QStringLiteral("cameras of 15 images/s");
    const QString least = QStringLiteral("cameras of 15 images/s, at least");
    QTest::newRow("confirmed") << "serves" << 62.0 << 63.0 << "62" << plain
                               << "confirmed by two runs: ✓ valid"
                               << "You asked for 40: 35 % to spare";
    QTest::newRow("stopped") << "stopped" << 62.0 << 65.0 << "62" << least << "stopped, not confirmed"
                             << "You asked for 40: at least 35 % to spare";
    QTest::newRow("the sender was the limit")
        << "at least" << 140.0 << 0.0 << "140" << least << "The sender was the limit"
        << "You asked for 40: at least 71 % to spare";
    QTest::newRow("interference") << "between" << 62.0 << 65.0 << "62" << least << "Other programs interfered"
                                  << "You asked for 40: at least 35 % to spare";
    QTest::newRow("nothing holds") << "nothing" << 0.0 << 65.0 << "0" << plain
                                   << "65 cameras of 15 images/s: p99 13.9 ms, limit 10 ms"
                                   << "The search does not tell whether so many are served.";
}

void TestCapacityPage::answersAtTheEnd()
{
    QFETCH(QString, answer);
    QFETCH(double, holdsAt);
    QFETCH(double, failsAt);
    const auto known = [](double load) { return load > 0 ? std::optional(load) : std::nullopt; };
    CapacityState state = ended(answer.toUtf8().constData(), known(holdsAt), known(failsAt));
    state.ownCameras = 40;
    const FigureText text = answerFigure(state);
    QTEST(text.parts[0].figure, "figure");
    QTEST(text.parts[0].unit, "unit");
    QFETCH(QString, says);
    QVERIFY2(text.remark.contains(says), qPrintable(text.remark));
    QCOMPARE(text.caution, answer != QStringLiteral("serves"));
    QTEST(probeFigure(state).remark, "spare");
    QVERIFY(!answerSentence(state).isEmpty());
    QCOMPARE(timeFigure(state).remark, QStringLiteral("6 probes, 34 s measured"));
    state.probes.resize(1);
    QVERIFY(seriesSummary(state).startsWith(QStringLiteral("1 probe, ")));
}

void TestCapacityPage::probesAreListed()
{
    ProbeModel model;
    const QAbstractItemModelTester tester(&model);
    const CapacityState state = midSearch();
    model.show(state);
    QCOMPARE(model.rowCount(), 10); // 7 over, 1 under way, and those to come by what they are for
    QCOMPARE(cell(model, 0, ProbeModel::Outcome), QStringLiteral("first guess"));
    QCOMPARE(cell(model, 2, ProbeModel::Load), QStringLiteral("70"));
    QCOMPARE(cell(model, 2, ProbeModel::Rate), QStringLiteral("1,050"));
    QCOMPARE(cell(model, 2, ProbeModel::Outcome), QStringLiteral("✗ fails"));
    QCOMPARE(
        cell(model, 2, ProbeModel::Why), QStringLiteral("decided early, after 2.0 s · the backlog grew"));
    QCOMPARE(cell(model, 4, ProbeModel::Outcome), QStringLiteral("○ not counted"));
    QCOMPARE(cell(model, 4, ProbeModel::Why), QStringLiteral("interference, 3.0 s left out"));
    QCOMPARE(cell(model, 6, ProbeModel::Interval), QStringLiteral("8.02 … 9.80"));
    QCOMPARE(cell(model, 6, ProbeModel::Why), QStringLiteral("full length, 10 s"));
    QCOMPARE(cell(model, 7, ProbeModel::Outcome), QStringLiteral("◉ running"));
    QCOMPARE(cell(model, 8, ProbeModel::Number), QStringLiteral("8"));
    QCOMPARE(cell(model, 9, ProbeModel::Number), QStringLiteral("9–11"));
    QCOMPARE(cell(model, 9, ProbeModel::Why), QStringLiteral("to confirm the answer"));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.show(ended("serves", 62, 63));
    QCOMPARE(model.rowCount(), 7);
    QVERIFY(reset.isEmpty()); // the current row stays
}

void TestCapacityPage::rowAndMarkAreOne()
{
    CapacityView view;
    view.resize(1'200, 700);
    view.show(midSearch());
    view.QWidget::show();
    QCOMPARE(view.plot().marks().size(), std::size_t{7}); // all but the guess
    QCOMPARE(view.plot().marks().front().row, 1);
    const std::vector<CapacityPlot::Mark>& marks = view.plot().marks();
    QCOMPARE(marks[3].load, marks[4].load);
    QVERIFY(marks[3].at.x() > marks[4].at.x()); // beside each other
    QCOMPARE(marks[4].at.x(), 65.0); // the one that counts
    QVERIFY(view.plot().marks()[1].beyond);
    QVERIFY(view.plot().accessibleDescription().contains(QStringLiteral("holds at 62, fails at 65")));
    view.table().setFocus();
    view.table().selectRow(3);
    QTest::keyClick(&view.table(), Qt::Key_Down);
    QCOMPARE(view.table().currentIndex().row(), 4);
    emit view.plot().markClicked(6);
    QCOMPARE(view.table().currentIndex().row(), 6);
    QVERIFY(view.accessibleName().startsWith(QStringLiteral("Probe 6: ✓ holds.")));
    view.show(ended("serves", 62, 63));
    QCOMPARE(view.accessibleName(), view.sentence());
    QCOMPARE(view.sentence(),
        QStringLiteral("Serves 62 cameras of 15 images/second with p99 within 10.0 ms (63 do not)."));
}

// With the engine that infers nothing, whose probes are decided as early as may be.
void TestCapacityPage::aSearchIsStoppedAndKept()
{
    Settings values;
    values.engine = "null";
    values.cameraRatePerS = 50;
    WindowUnderTest test(values);
    QTest::mouseClick(test.editor<SegmentBar>("find")->segment(1), Qt::LeftButton);
    test.type("probe-seconds", QStringLiteral("10"));
    QTest::keyClick(&test.window, Qt::Key_R, Qt::ControlModifier);
    LivePage& live = test.window.livePage();
    AWAIT(test.controller.search());
    AWAIT(live.showsStudy());
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::Live));
    AWAIT(live.capacity().state().probes.size() >= 2 && live.capacity().state().now);
    QVERIFY(live.capacity().table().isVisible());
    QTest::mouseClick(live.findChild<SegmentBar*>()->segment(1), Qt::LeftButton);
    QVERIFY(live.timeSeries().isVisible()); // the probe as any run
    AWAIT(live.timeSeries().table().rowCount() > 0);
    QTest::mouseClick(live.findChild<SegmentBar*>()->segment(0), Qt::LeftButton);
    QVERIFY(live.capacity().isVisible());
    QTest::keyClick(&test.window, Qt::Key_Escape);
    QCOMPARE(test.controller.state(), RunController::State::Stopping);
    AWAIT(!test.controller.busy());

    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    ResultPage& result = test.window.resultPage();
    QVERIFY(result.capacity().isVisible());
    QVERIFY2(result.capacity().sentence().startsWith(QStringLiteral("Stopped")),
        qPrintable(result.capacity().sentence()));
    QCOMPARE(result.shown()->study->answer, std::string("stopped"));
    QCOMPARE(test.window.historyPage().findChild<HistoryModel*>()->rowCount(), 1);

    // It goes on where it was.
    QAction* const goOn = result.barActions().front();
    QVERIFY(goOn->isVisible());
    const QString command = live.capacity().findChild<CommandBox*>()->text();
    const auto counted
        = static_cast<std::size_t>(std::ranges::count(result.shown()->probes, false, &Probe::stopped));
    goOn->trigger();
    QVERIFY(!goOn->isVisible());
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::Live));
    AWAIT(live.capacity().state().now);
    QCOMPARE(live.capacity().state().probes.size(), counted);
    const auto classifies = [&test] {
        const auto run = test.controller.search()->snapshot()->run;
        return run && run->counts.classified > 0;
    };
    AWAIT(classifies()); // what measures nothing is not kept
    QTest::keyClick(&test.window, Qt::Key_Escape);
    AWAIT(!test.controller.busy());
    QVERIFY(goOn->isVisible());
    QVERIFY(result.shown()->probes.size() >= counted);
    QCOMPARE(result.capacity().findChild<CommandBox*>()->text(), command);
    QCOMPARE(test.window.historyPage().findChild<HistoryModel*>()->rowCount(), 2);

    // What the batch writes with --report.
    const QTemporaryDir folder;
    const QString saved = folder.filePath(QStringLiteral("search"));
    QSignalSpy exported(&result, &ResultPage::exported);
    result.exportTo(saved, ExportOf::Everything);
    AWAIT_EQUAL(exported.size(), 1);
    for (const char* name : {"probes.csv", "summary.csv", "intervals.csv", "images.csv", "report.json"})
        QVERIFY2(QFile::exists(saved + u'/' + QLatin1String(name)), name);
    const std::size_t probes = result.capacity().state().probes.size();
    const QString sentence = result.capacity().sentence();

    // Opened again it looks as it did.
    const auto* history = test.window.historyPage().findChild<HistoryModel*>();
    const QString newest = history->index(0, 0).data(HistoryModel::FolderRole).toString();
    const CapacityState& found = result.capacity().state();
    QCOMPARE(history->index(0, HistoryModel::Kind).data().toString(),
        found.holdsAt ? "Search: at least " + loadWords(found.goal, *found.holdsAt) : QString("Search"));
    emit test.window.historyPage().openRequested(newest);
    AWAIT(result.shown()->readBack);
    QVERIFY(result.capacity().isVisible());
    QCOMPARE(result.capacity().state().probes.size(), probes);
    QCOMPARE(result.capacity().sentence(), sentence);
    test.window.setupPage().setup().setOwnCameras(3); // whatever was asked when it was measured
    emit test.window.historyPage().openRequested(newest);
    AWAIT_EQUAL(result.capacity().state().ownCameras, std::uint64_t(3));
    result.showKept(*readShownRun(saved));
    QCOMPARE(result.capacity().state().probes.size(), probes);
    QTest::mouseClick(result.findChild<SegmentBar*>()->segment(1), Qt::LeftButton);
    QVERIFY(result.details().isVisible()); // of its last run

    // It goes on from there as well, with all loaded anew, and is kept beside what it went on with.
    emit test.window.historyPage().openRequested(newest);
    AWAIT_EQUAL(result.shown()->folder, newest);
    QVERIFY(goOn->isVisible());
    QVERIFY2(goOn->isEnabled(), qPrintable(goOn->toolTip()));
    const auto keptProbes
        = static_cast<std::size_t>(std::ranges::count(result.shown()->probes, false, &Probe::stopped));
    goOn->trigger();
    QVERIFY(!goOn->isVisible());
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::Live));
    AWAIT(live.capacity().state().now);
    QCOMPARE(live.capacity().state().probes.size(), keptProbes);
    AWAIT(classifies());
    QTest::keyClick(&test.window, Qt::Key_Escape);
    AWAIT(!test.controller.busy());
    QVERIFY(goOn->isVisible() && goOn->isEnabled());
    QVERIFY(result.shown()->probes.size() >= keptProbes);
    QCOMPARE(history->rowCount(), 3);
}

void TestCapacityPage::aKeptSearchGoesOnWhereItWasMeasured()
{
    const SearchGoal goal{.cameraRatePerS = 15, .limitMs = 100, .precision = 0.02, .mostProbeS = 60};
    SearchRecord record = test::recordOf(goal, test::played(goal, 93).first(4));
    record.report.study->holdsAt = 90;
    WindowUnderTest test;
    QAction* const goOn = test.window.resultPage().barActions().front();
    QVERIFY(!goOn->isVisible());
    RunResult& run = record.report.result;
    run.build = test.controller.build();
    run.engine.version = test.controller.engines().entry("null")->version;
    const QTemporaryDir folder;
    const auto openKept = [&] {
        const auto written = [&folder](const char* name, const QByteArray& bytes) {
            QFile file(folder.filePath(QLatin1String(name)));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        QVERIFY(written("report.json", jsonBytes(reportJson(record.report))));
        QVERIFY(written("probes.csv", QByteArray::fromStdString(probeTable(record.probes, goal))));
        test.window.resultPage().showKept(*readShownRun(folder.path()));
        test.window.showPage(MainWindow::ResultIndex);
    };
    openKept();
    QVERIFY(goOn->isVisible());
    QVERIFY(!goOn->isEnabled());
    QVERIFY2(goOn->toolTip().startsWith(QStringLiteral("The search cannot be continued: it was measured on a "
                                                       "machine unlike this one (host: gateway; here: ")),
        qPrintable(goOn->toolTip()));
    run.machine = readMachineFacts();
    openKept();
    QVERIFY(goOn->isVisible());
    QVERIFY2(goOn->isEnabled(), qPrintable(goOn->toolTip()));
    QCOMPARE(goOn->toolTip(), QStringLiteral("Continues the search where it was stopped"));
    record.report.study->answer = "serves";
    openKept();
    QVERIFY(!goOn->isVisible());
}

void TestCapacityPage::anotherRunTakesItsPlace()
{
    Settings values;
    values.engine = "null";
    WindowUnderTest test(values);
    QTest::mouseClick(test.editor<SegmentBar>("find")->segment(2), Qt::LeftButton);
    test.window.startRun();
    AWAIT(test.window.livePage().showsStudy());
    test.window.startRun(); // ignored while one is on
    test.controller.requestStop();
    AWAIT(!test.controller.busy());
    test.window.setupPage().setup().replace(values);
    test.type("totalImages", QStringLiteral("200"));
    test.window.showPage(MainWindow::SetUp);
    test.window.startRun();
    AWAIT(test.controller.run());
    QVERIFY(!test.window.livePage().showsStudy());
    AWAIT(!test.controller.busy());
    QVERIFY(!test.window.resultPage().capacity().isVisible());
    QCOMPARE(test.controller.outcome()->result.counts.classified, std::uint64_t{200});
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestCapacityPage>(argc, argv);
}

#include "tst_capacity_page.moc"
