// Repeats and sweeps: the form, the page fed by hand, and real ones through the window.
#include "gui/kept_example.h"
#include "gui/window_under_test.h"
#include "study_driver/study_files.h"
#include "ui/base/bar_button.h"
#include "ui/base/command_box.h"
#include "ui/base/segment_bar.h"
#include "ui/history/history_model.h"
#include "ui/history/history_page.h"
#include "ui/live/live_page.h"
#include "ui/live/time_series_panel.h"
#include "ui/result/result_details.h"
#include "ui/result/result_page.h"
#include "ui/series/series_model.h"
#include "ui/series/series_plot.h"
#include "ui/series/series_view.h"
#include "ui/series/series_words.h"
#include "ui/setup/side_panels.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>

using namespace iotbench;
using namespace iotbench::ui;
using namespace Qt::StringLiterals;
using test::WindowUnderTest;

namespace {

constexpr int kRepeat = 3, kSweep = 4; // segments

SweptPoint point(const char* label, double imagesPerS, double p99Ms, bool pareto, bool best = false)
{
    SweptPoint made;
    made.label = label;
    made.runs = 3;
    made.imagesPerS = imagesPerS;
    made.lowPerS = imagesPerS * 0.99;
    made.highPerS = imagesPerS * 1.01;
    made.p99Ms = p99Ms;
    made.p99LowMs = p99Ms * 0.96;
    made.p99HighMs = p99Ms * 1.04;
    made.accuracyPct = 92.04;
    made.verdict = "VALID";
    made.pareto = pareto;
    made.best = made.alikeBest = best;
    return made;
}

// Batch 16 may be over 5 ms, batch 32 is.
SeriesState measured()
{
    StudyFacts facts;
    facts.kind = "sweep";
    facts.answer = "best";
    facts.swept = {{"engine", "openvino,opencv"}, {"batch-size", "1,8,16,32"}};
    facts.points = {point("engine=openvino,batch-size=1", 4'536, 0.58, true),
        point("engine=openvino,batch-size=8", 8'396, 2.54, true),
        point("engine=openvino,batch-size=16", 8'957, 4.90, true),
        point("engine=openvino,batch-size=32", 9'191, 9.81, true, true),
        point("engine=opencv,batch-size=1", 900, 3.0, false)};
    SweptPoint failed;
    failed.label = "engine=opencv,batch-size=8";
    failed.failure = verbatim("no memory");
    facts.points.push_back(failed);
    facts.skipped = {{"engine=opencv,batch-size=16", verbatim("not here")},
        {"engine=opencv,batch-size=32", verbatim("not here")}};
    facts.runs = 15;
    facts.repeats = 3;
    facts.serviceTime = true;
    facts.seed = 1;
    Settings asked;
    asked.model = "resnet20";
    asked.imagesPerSecond = 0;
    asked.durationS = 10;
    asked.engine = "openvino";
    return seriesOf(facts, {}, asked);
}

RepeatedRun run(double imagesPerS)
{
    RepeatedRun made;
    made.imagesPerS = imagesPerS;
    made.rateInterval = Interval{imagesPerS - 4, imagesPerS + 4};
    made.p99Ms = 4.1;
    made.accuracy = 0.915;
    made.verdict = Judgement::Valid;
    return made;
}

QString cell(const QTableView& table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

void chooseStudy(const WindowUnderTest& test, int segment)
{
    QTest::mouseClick(test.editor<SegmentBar>("find")->segment(segment), Qt::LeftButton);
}

// Of runs that are as short as may be.
Settings quickRuns()
{
    Settings values;
    values.engine = "null";
    values.imagesPerSecond = 0;
    values.durationS = 1;
    return values;
}

// What a study leaves in the folder of --report, where it made so many runs.
void report(const QString& folder, const StudyFacts& facts, int firstMinute)
{
    auto files = StudyFiles::open(folder.toStdString(), {});
    QVERIFY2(bool(files), files.error().english().c_str());
    RunOutcome outcome;
    for (int i = 0; i < static_cast<int>(facts.runs); ++i) {
        outcome.result = test::runAt(firstMinute + i);
        outcome.verdict = judge(outcome.result);
        files->appendRow(outcome);
    }
    files->writeReport(outcome, facts);
    SeriesOutcome told;
    files->tell(told);
    QVERIFY(told.reportErrors.empty());
}

void openNewestKept(WindowUnderTest& test)
{
    const QModelIndex newest = test.window.historyPage().findChild<HistoryModel*>()->index(0, 0);
    const QString folder = newest.data(HistoryModel::FolderRole).toString();
    emit test.window.historyPage().openRequested(folder);
    const ResultPage& result = test.window.resultPage();
    AWAIT(result.shown() && result.shown()->readBack && result.shown()->folder == folder);
}

} // namespace

class TestSeriesPage : public QObject {
    Q_OBJECT
private slots:
    void theFormAsksForASweep();
    void wrongListsAreMarked();
    void manyCombinationsAreTold();
    void theFormAsksForRepeats();
    void theRuleChooses();
    void rowAndMarkAreOne();
    void oddStates();
    void aKeptRateIsNoLimit();
    void missedCriteriaAreTold();
    void repeatsAreTold();
    void aSweepThroughTheWindow();
    void repeatsThroughTheWindow();
    void aSweepIsStopped();
    void aSweepOfSearchesThroughTheWindow();
    void reportFoldersAreImported();
    void settingsOfAKeptStudyBringTheStudy();
};

void TestSeriesPage::theFormAsksForASweep()
{
    Settings values = quickRuns();
    values.engine = "opencv";
    values.model = "resnet8";
    WindowUnderTest test(values);
    SetupPage& page = test.window.setupPage();
    chooseStudy(test, kSweep);
    test.type("sweep-engine", u"opencv,null"_s);
    test.type("sweep-batch-size", u"1, 2"_s);
    test.type("sweep-workers", u"1-2"_s);
    test.type("repeats", u"2"_s);
    AWAIT(test.canStart());
    QVERIFY(!test.editor<QWidget>("engine")->isVisible()); // the list says what it is
    QCOMPARE(page.commands().command()->text(),
        u"iotbench --batch --sweep engine=opencv,null --sweep batch-size=1,2 --sweep workers=1,2 --repeat 2 "
        "-m resnet8 -i max -d 1"_s);
    const QString plan = test.editor<QLabel>("plan")->text();
    QVERIFY2(plan.contains(u"8</b> combinations, 2 runs of each in random order"_s)
            && plan.contains(u"16</b> runs"_s),
        qPrintable(plan));
    test.type("sweep-precision", u"fp32,int8"_s); // opencv has none
    AWAIT(page.findChildren<QLabel*>().size() > 0);
    const auto labels = page.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"of 16 combinations cannot be run"_s);
    }));
    test.type("sweep-engine", u"opencv"_s);
    test.type("sweep-precision", u"int8"_s);
    QVERIFY(!test.canStart());
    const QString why = test.editor<QPushButton>("startStop")->toolTip();
    QVERIFY2(why.startsWith(u"No combination can be run: "_s) && why.size() > 30, qPrintable(why));
    chooseStudy(test, 0);
    QVERIFY(!page.series());
    QVERIFY(test.editor<QWidget>("engine")->isVisible());
}

void TestSeriesPage::wrongListsAreMarked()
{
    WindowUnderTest test(quickRuns());
    chooseStudy(test, kSweep);
    AWAIT(test.canStart());
    test.type("sweep-workers", u"1-x"_s);
    QVERIFY(test.errorAt("sweep-workers"));
    QVERIFY(!test.canStart());
    test.type("sweep-workers", u""_s);
    QVERIFY(!test.errorAt("sweep-workers"));
    test.type("sweep-engine", u""_s);
    test.type("sweep-batch-size", u""_s);
    QVERIFY(test.errorAt("sweep")); // nothing to try
    QVERIFY(!test.canStart());
    chooseStudy(test, kRepeat);
    QVERIFY(test.canStart());
    test.type("repeats", u"1"_s);
    QVERIFY(test.errorAt("repeats"));
}

void TestSeriesPage::manyCombinationsAreTold()
{
    WindowUnderTest test(quickRuns());
    chooseStudy(test, kSweep);
    test.type("sweep-batch-size", u"1-60"_s);
    AWAIT(test.canStart());
    QVERIFY(test.window.setupPage().commands().command()->text().contains(u" --yes "_s));
    QVERIFY(test.window.setupPage().series()->yes);
}

void TestSeriesPage::theFormAsksForRepeats()
{
    WindowUnderTest test(quickRuns());
    chooseStudy(test, kRepeat);
    test.type("repeats", u"4"_s);
    QVERIFY(test.canStart());
    QCOMPARE(test.window.setupPage().commands().command()->text(),
        u"iotbench --batch --repeat 4 -i max -d 1 --engine null"_s);
}

void TestSeriesPage::theRuleChooses()
{
    SeriesView view;
    view.resize(1280, 700);
    view.show(measured());
    QCOMPARE(view.sentence(),
        u"OpenVINO, batch 32 is the fastest: 9,191 images/s, p99 of the service time 9.81 ms, 92.0 % correct."_s);
    view.rules().setCurrent(0);
    for (const QString& wrong : {u"0"_s, u"abc"_s, QString()}) { // no limit: the last one counts
        view.limit().setText(wrong);
        emit view.limit().textEdited(wrong);
        QVERIFY(view.findChild<QLabel*>(u"sweepLimitUnit"_s)->text().startsWith(u'✗'));
        emit view.limit().editingFinished();
        QVERIFY(!view.limit().text().isEmpty() && view.limit().text() != wrong);
        QCOMPARE(view.findChild<QLabel*>(u"sweepLimitUnit"_s)->text(), u"ms"_s);
    }
    view.limit().setText(u"5"_s);
    emit view.limit().textEdited(u"5"_s);
    QVERIFY2(view.sentence().startsWith(u"Within 5 ms, OpenVINO, batch 8 is the fastest: 8,396 images/s"_s),
        qPrintable(view.sentence()));
    const QStringList why = whyWords(view.state(), view.aim());
    QCOMPARE(why,
        (QStringList{u"It is the fastest whose p99 is within 5 ms with its whole interval, 2.44 … 2.64."_s,
            u"OpenVINO, batch 16 is 7 % faster, but its p99 may be over the limit: 4.70 … 5.10 ms."_s,
            u"OpenVINO, batch 32 is 9 % faster, but its p99 is 9.81 ms."_s}));
    QCOMPARE(view.command().text(),
        u"iotbench --batch -m resnet20 -i max -d 10 --engine openvino --batch-size 8"_s);
    QSignalSpy used(&view, &SeriesView::useRequested);
    view.use().click();
    QCOMPARE(used.size(), 1);
    QCOMPARE(used[0][0].value<Settings>().batchSize, 8U);
    view.rules().setCurrent(2);
    QVERIFY(view.sentence().startsWith(u"OpenVINO, batch 1 has the shortest p99"_s));
    QCOMPARE(view.notMeasured().rowCount(), 2);
    QCOMPARE(cell(view.notMeasured(), 0, 3), u"no memory"_s);
    QCOMPARE(cell(view.notMeasured(), 1, 1), u"2"_s);
}

void TestSeriesPage::rowAndMarkAreOne()
{
    SeriesView view;
    view.resize(1280, 700);
    view.show(measured());
    [[maybe_unused]] QAbstractItemModelTester tester(view.findChild<SeriesModel*>());
    QCOMPARE(view.table().model()->rowCount(), 6);
    QCOMPARE(cell(view.table(), 0, 3), u"9,191"_s); // the fastest first
    QCOMPARE(cell(view.table(), 0, 0), u"◆"_s);
    QCOMPARE(cell(view.table(), 5, 6), u"–"_s); // the failed one last
    QVERIFY(view.plot().accessibleDescription().contains(u"6 combinations, 4 on the Pareto front"_s));
    QCOMPARE(view.plot().marks().size(), std::size_t(5));
    emit view.plot().markClicked(4);
    QCOMPARE(cell(view.table(), view.table().currentIndex().row(), 3), u"900"_s);
    QTest::keyClick(&view.table(), Qt::Key_Up);
    QCOMPARE(cell(view.table(), view.table().currentIndex().row(), 3), u"4,536"_s);
    view.table().sortByColumn(4, Qt::AscendingOrder); // p99
    QCOMPARE(cell(view.table(), 1, 4), u"0.58"_s);
}

void TestSeriesPage::oddStates()
{
    SeriesView view;
    view.resize(1280, 700);
    SeriesState state = measured();
    state.asked.maxP99Ms = 0.5;
    view.show(state);
    QVERIFY2(view.sentence().startsWith(u"None within 0.5 ms: OpenVINO, batch 1 comes nearest"_s),
        qPrintable(view.sentence()));
    for (SweptPoint& each : state.facts.points) {
        SweptPoint failed;
        failed.label = each.label;
        failed.failure = verbatim("no memory");
        each = failed;
    }
    state.facts.runs = 0;
    view.show(state);
    QVERIFY2(view.sentence().startsWith(u"No combination can be named"_s), qPrintable(view.sentence()));
    QVERIFY(!view.plot().isVisibleTo(&view)); // no empty axes
    QVERIFY(!view.use().isVisibleTo(&view));
    SeriesState going = measured();
    going.over = false;
    going.runs.resize(17);
    going.now.planned = 60;
    going.now.leftS = 419;
    view.show(going);
    QCOMPARE(view.sentence(), u"17 of 60 runs, 6 min 59 s left"_s);
}

void TestSeriesPage::aKeptRateIsNoLimit()
{
    SeriesView view;
    view.resize(1280, 700);
    SeriesState state = measured();
    for (SweptPoint& each : state.facts.points)
        if (each.imagesPerS)
            each.keptPerS = 900;
    state.facts.points[0].best = state.facts.points[0].alikeBest = true; // the shortest p99
    state.facts.points[3].best = false;
    view.show(state);
    QVERIFY2(view.sentence().startsWith(u"OpenVINO, batch 1 kept its target rate: "_s),
        qPrintable(view.sentence()));
    QCOMPARE(whyWords(view.state(), view.aim()),
        (QStringList{u"The sender's rate fixes this figure: choose \"as fast as possible\" to find what this "
                     "machine can do."_s,
            u"Kept too by OpenVINO, batch 32."_s}));
    view.rules().setCurrent(0); // within a limit: nothing is "0 % faster"
    for (const QString& line : whyWords(view.state(), view.aim()))
        QVERIFY2(!line.contains(u"faster"_s), qPrintable(line));
}

void TestSeriesPage::missedCriteriaAreTold()
{
    SeriesState state = measured();
    state.runs.resize(3);
    state.runs[1].missed
        = {{.option = "--max-p99", .reached = 9, .line = {TR("--max-p99 %1 missed: %2 ms"), {4, 9}}}};
    QCOMPARE(
        whyWords(state, {}).back(), u"In 1 of 3 runs, as in run 2: “Latency p99, at most” 4 missed: 9 ms"_s);
    state.facts.points.resize(1);
    state.facts.points[0].best = true;
    for (const std::uint64_t runs : {1U, 3U}) {
        state.facts.points.resize(2, state.facts.points[0]);
        state.facts.points[0].runs = runs;
        QCOMPARE(whyWords(state, {}).front().startsWith(u"Of a single run"_s), runs == 1);
    }
}

void TestSeriesPage::repeatsAreTold()
{
    StudyFacts facts;
    facts.kind = "repeat";
    facts.answer = "repeatable";
    facts.runs = 3;
    facts.imagesPerS = 612;
    facts.lowPerS = 604;
    facts.highPerS = 620;
    facts.spreadPct = 0.53;
    facts.repeatable = true;
    facts.verdict = "VALID";
    SeriesView view;
    view.resize(1280, 700);
    view.show(seriesOf(facts, {run(608), run(612), run(616)}, {}));
    QCOMPARE(view.sentence(), u"Repeatable: 612 images/s ± 1.3 % (604 … 620) in 3 runs."_s);
    QCOMPARE(view.table().model()->rowCount(), 3);
    QCOMPARE(cell(view.table(), 2, 1), u"616"_s);
    QCOMPARE(view.plot().marks().size(), std::size_t(3));
    std::vector<RepeatedRun> weak{run(608), run(612), run(616)};
    weak.front().verdict = Judgement::Weak;
    QVERIFY(whyWords(seriesOf(facts, weak, {}), {}).join(u' ').contains(u"Weak runs: 1 of 3."_s));
    facts.repeatable = false;
    facts.runsNeeded = 7;
    facts.verdict = "WEAK";
    view.show(seriesOf(facts, {run(608), run(612), run(616)}, {}));
    QCOMPARE(view.sentence(),
        u"Not repeatable: 612 images/s ± 1.3 % (604 … 620) in 3 runs; about 7 runs would do."_s);
}

void TestSeriesPage::aSweepThroughTheWindow()
{
    Settings values = quickRuns();
    values.engine = "opencv";
    values.model = "resnet8";
    WindowUnderTest test(values);
    chooseStudy(test, kSweep);
    test.type("sweep-engine", u""_s);
    test.type("sweep-batch-size", u"1,2"_s);
    test.type("repeats", u"1"_s);
    AWAIT(test.canStart());
    QTest::keyClick(&test.window, Qt::Key_R, Qt::ControlModifier);
    LivePage& live = test.window.livePage();
    AWAIT(live.showsStudy());
    AWAIT(!live.series().state().runs.empty());
    QCOMPARE(live.series().table().model()->rowCount(), 2);
    AWAIT(!test.controller.busy());
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    ResultPage& result = test.window.resultPage();
    QVERIFY(result.series().isVisible());
    QVERIFY2(
        result.series().sentence().contains(u" is the fastest: "_s), qPrintable(result.series().sentence()));
    QVERIFY(result.series().state().facts.serviceTime);
    const StudyFacts facts = result.series().state().facts;
    const QString sentence = result.series().sentence();

    // Opened again it looks as it did.
    QCOMPARE(test.window.historyPage().findChild<HistoryModel*>()->rowCount(), 1);
    openNewestKept(test);
    QVERIFY(result.series().isVisible());
    QCOMPARE(result.series().sentence(), sentence);
    QCOMPARE(result.series().state().facts.points.size(), facts.points.size());

    const QTemporaryDir folder;
    const QString saved = folder.filePath(u"sweep"_s);
    QSignalSpy exported(&result, &ResultPage::exported);
    result.exportTo(saved, ExportOf::Everything);
    AWAIT_EQUAL(exported.size(), 1);
    QStringList names{
        u"runs.csv"_s, u"summary.csv"_s, u"intervals.csv"_s, u"report.json"_s, u"data_sheet.html"_s};
    if (result.series().plot().hasMarks()) // a busy machine may classify too few images for a p99
        names << u"sweep.svg"_s;
    for (const QString& name : names)
        QVERIFY2(QFile::exists(saved + u'/' + name), qPrintable(name));

    result.series().use().click();
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::SetUp));
    const std::string best
        = std::find_if(facts.points.begin(), facts.points.end(), [](const SweptPoint& each) {
              return each.best;
          })->label;
    QCOMPARE("batch-size=" + std::to_string(test.window.setupPage().setup().values().batchSize), best);
    const RunSetup& setup = test.window.setupPage().setup();
    QVERIFY(setup.kind() == StudyKind::Run);

    // What was asked for, not what its last combination was and decided.
    const auto* history = test.window.historyPage().findChild<HistoryModel*>();
    emit test.window.historyPage().useRequested(
        history->index(0, 0).data(HistoryModel::FolderRole).toString());
    AWAIT(setup.kind() == StudyKind::Sweep);
    QCOMPARE(setup.values().label, std::string());
    QCOMPARE(setup.values().workers, Settings().workers);
    QCOMPARE(setup.values().batchSize, Settings().batchSize);
    QCOMPARE(setup.study().sweep.size(), std::size_t(1));
}

void TestSeriesPage::repeatsThroughTheWindow()
{
    WindowUnderTest test(quickRuns());
    chooseStudy(test, kRepeat);
    test.type("repeats", u"3"_s);
    test.window.startRun();
    AWAIT(test.window.livePage().showsStudy());
    AWAIT(!test.controller.busy());
    ResultPage& result = test.window.resultPage();
    QVERIFY(result.series().isVisible());
    QCOMPARE(result.series().state().runs.size(), std::size_t(3));
    const QString sentence = result.series().sentence();
    QVERIFY2(sentence.contains(u" in 3 runs"_s), qPrintable(sentence));
    openNewestKept(test);
    QCOMPARE(result.series().sentence(), sentence);
    QCOMPARE(result.series().state().runs.size(), std::size_t(3));
    QTest::mouseClick(result.findChild<SegmentBar*>()->segment(1), Qt::LeftButton);
    QVERIFY(result.details().isVisible()); // of its last run
}

void TestSeriesPage::aSweepIsStopped()
{
    WindowUnderTest test(quickRuns());
    chooseStudy(test, kSweep);
    test.type("sweep-engine", u""_s);
    test.type("sweep-batch-size", u""_s);
    test.type("sweep-workers", u"1-3"_s);
    test.window.startRun();
    LivePage& live = test.window.livePage();
    AWAIT(live.series().state().runs.size() >= 1 && live.series().state().now.run);
    QTest::mouseClick(live.findChild<SegmentBar*>()->segment(1), Qt::LeftButton);
    QVERIFY(live.timeSeries().isVisible()); // the run as any other
    QTest::keyClick(&test.window, Qt::Key_Escape);
    AWAIT(!test.controller.busy());
    ResultPage& result = test.window.resultPage();
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    QVERIFY2(result.series().sentence().startsWith(u"Stopped; so far: "_s),
        qPrintable(result.series().sentence()));
    QCOMPARE(result.shown()->study->answer, std::string("stopped"));
    openNewestKept(test);
    QVERIFY(result.series().sentence().startsWith(u"Stopped; so far: "_s));
}

// One camera is all that each search can try, and it is too slow for the limit: the first is over soon.
void TestSeriesPage::aSweepOfSearchesThroughTheWindow()
{
    Settings values;
    values.model = "resnet8";
    values.workers = 1;
    values.cameraRatePerS = 900;
    WindowUnderTest test(values);
    chooseStudy(test, kSweep);
    test.type("sweep-engine", u""_s);
    test.type("sweep-batch-size", u"1,2"_s);
    QVERIFY(test.editor<QWidget>("repeats")->isVisible());
    QTest::mouseClick(test.editor<SegmentBar>("findOfEach")->segment(1), Qt::LeftButton);
    QVERIFY(!test.editor<QWidget>("repeats")->isVisible()); // a search repeats its probes itself
    QVERIFY(test.editor<QWidget>("search-max-p99")->isVisible());
    QVERIFY(!test.editor<QWidget>("imagesPerSec")->isVisible());
    test.type("search-max-p99", u"0.01"_s);
    test.type("probe-seconds", u"10"_s);
    AWAIT(test.canStart());
    QCOMPARE(test.window.setupPage().commands().command()->text(),
        u"iotbench --batch --find cameras --sweep batch-size=1,2 --probe-seconds 10 -m resnet8 "
        "--camera-rate 900 --workers 1 --max-p99 0.01"_s);
    const QString plan = test.editor<QLabel>("plan")->text();
    QVERIFY2(plan.startsWith(u"Makes this search with each of <b>2</b> combinations"_s)
            && plan.contains(u"how many cameras of <b>900</b> images a second"_s),
        qPrintable(plan));
    test.window.startRun();
    LivePage& live = test.window.livePage();
    AWAIT(live.showsStudy());
    AWAIT(live.series().state().now.run && live.series().state().now.run->counts.classified > 0);
    QVERIFY2(live.series().sentence().startsWith(u"0 of 2 searches"_s), qPrintable(live.series().sentence()));
    QTest::mouseClick(live.findChild<SegmentBar*>()->segment(1), Qt::LeftButton);
    QVERIFY(live.timeSeries().isVisible()); // its probe as any run
    AWAIT(!live.series().state().runs.empty());
    QTest::keyClick(&test.window, Qt::Key_Escape);
    AWAIT(!test.controller.busy());
    ResultPage& result = test.window.resultPage();
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    const QString sentence = result.series().sentence();
    QVERIFY2(sentence.startsWith(u"Stopped; so far: "_s), qPrintable(sentence));
    QCOMPARE(result.shown()->study->find, std::string("cameras"));
    openNewestKept(test);
    QCOMPARE(result.series().sentence(), sentence);
}

void TestSeriesPage::settingsOfAKeptStudyBringTheStudy()
{
    const QTemporaryDir elsewhere;
    report(elsewhere.filePath(u"sweep"_s), measured().facts, 10);
    WindowUnderTest test;
    emit test.window.historyPage().useRequested(elsewhere.filePath(u"sweep"_s));
    const RunSetup& setup = test.window.setupPage().setup();
    AWAIT(setup.kind() == StudyKind::Sweep);
    QCOMPARE(test.window.currentPage(), static_cast<int>(MainWindow::SetUp));
    QCOMPARE(setup.study().sweep.size(), std::size_t(2));
    QCOMPARE(setup.study().sweep[0].text(), std::string("engine=openvino,opencv"));
    QCOMPARE(setup.study().sweep[1].text(), std::string("batch-size=1,8,16,32"));
    QCOMPARE(setup.study().repeat.value_or(0), 3U);
    QVERIFY(!setup.values().force);
    QVERIFY(setup.values().report.empty());
    test.type("imagesPerSec", u"300"_s);
    auto* each = test.editor<SegmentBar>("findOfEach");
    QTest::mouseClick(each->segment(1), Qt::LeftButton);
    QCOMPARE(setup.values().maxP99Ms.value_or(0), 100.0);
    QTest::mouseClick(each->segment(0), Qt::LeftButton);
    QVERIFY(!setup.values().maxP99Ms);
    QCOMPARE(setup.values().imagesPerSecond, 300.0);

    StudyFacts ofSearches = measured().facts;
    ofSearches.find = "rate";
    ofSearches.maxP99Ms = 10;
    report(elsewhere.filePath(u"searches"_s), ofSearches, 30);
    emit test.window.historyPage().useRequested(elsewhere.filePath(u"searches"_s));
    AWAIT_EQUAL(setup.values().maxP99Ms.value_or(0), 10.0);
    chooseStudy(test, 0);
    QVERIFY(!setup.values().maxP99Ms); // the search's
}

void TestSeriesPage::reportFoldersAreImported()
{
    const QTemporaryDir elsewhere;
    const QString repeats = elsewhere.filePath(u"repeats"_s), sweep = elsewhere.filePath(u"sweep"_s);
    StudyFacts ofRepeats;
    ofRepeats.kind = "repeat";
    ofRepeats.answer = "repeatable";
    ofRepeats.runs = 3;
    ofRepeats.imagesPerS = 612;
    report(repeats, ofRepeats, 0);
    report(sweep, measured().facts, 10);
    QVERIFY(!QFile::exists(sweep + u"/summary.csv"_s)); // in which a run has its row

    WindowUnderTest test;
    test.window.showPage(MainWindow::History);
    HistoryPage& history = test.window.historyPage();
    history.import({repeats, sweep});
    AWAIT_EQUAL(test.window.notice(), u"2 runs were imported."_s);
    QCOMPARE(history.table().model()->rowCount(), 2);
    SeriesView& series = test.window.resultPage().series();
    openNewestKept(test);
    QVERIFY(series.isVisible());
    QVERIFY(series.state().sweep());
    QCOMPARE(series.sentence(), seriesSentence(measured(), series.aim()));
    QCOMPARE(series.table().model()->rowCount(), 6);

    test.window.showPage(MainWindow::History);
    history.table().selectRow(1);
    history.barActions().front()->trigger();
    AWAIT(!series.state().sweep());
    QVERIFY(series.isVisible());
    QCOMPARE(series.state().runs.size(), std::size_t(3));

    QVERIFY(QFile::remove(sweep + u"/runs.csv"_s));
    history.import({sweep});
    AWAIT(test.window.notice().contains(
        u"runs.csv is not whole: it has 0 of the 15 rows that report.json tells of"_s));
    QCOMPARE(history.table().model()->rowCount(), 2);
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestSeriesPage>(argc, argv);
}

#include "tst_series_page.moc"
