// The Result page against a run whose every figure is a literal, and against a real run beside the headless
// one.
#include "images/cifar10.h"
#include "reports/csv_reader.h"
#include "reports/report_folder.h"
#include "reports/report_json.h"
#include "reports/summary_row.h"
#include "run/gallery_files.h"
#include "settings/settings_json.h"
#include "ui/base/digit_label.h"
#include "ui/base/figure_tile.h"
#include "ui/notice_row.h"
#include "ui/pictures/picture_model.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/time_plots.h"
#include "ui/result/cell_dialog.h"
#include "ui/result/confusion_view.h"
#include "ui/result/latency_plot.h"
#include "ui/result/metrics_model.h"
#include "ui/result/mistakes_panel.h"
#include "ui/result/result_details.h"
#include "ui/result/result_figures.h"
#include "ui/result/result_page.h"
#include "ui/result/run_words.h"
#include "ui/result/stage_bar.h"
#include "ui/result/verdict_panel.h"
#include "ui/result/verdict_text.h"
#include "unit/statistics/example_run.h"
#include "window_under_test.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>

using namespace iotbench;
using namespace iotbench::ui;
using test::exampleRun;

namespace {

ShownRun shownRun(RunResult result = exampleRun())
{
    ShownRun run;
    run.result = std::move(result);
    run.verdict = judge(run.result);
    return run;
}

Picture picture(std::uint8_t label, std::uint8_t predicted, std::uint64_t ordinal)
{
    Picture one;
    one.facts = std::make_shared<const ImageFacts>(cifar10::facts());
    one.probabilities.resize(cifar10::kClassCount);
    one.pixels.resize(cifar10::kImageValues);
    one.ordinal = ordinal;
    one.sequence = ordinal;
    one.label = label;
    one.predicted = predicted;
    one.probabilities[predicted] = 0.75F;
    one.probabilities[label] = label == predicted ? 0.75F : 0.25F;
    for (std::size_t i = 0; i < one.pixels.size(); ++i)
        one.pixels[i] = static_cast<std::uint8_t>(i * 7 + ordinal);
    return one;
}

GalleryContents someGallery()
{
    GalleryContents contents(std::make_shared<const ImageFacts>(cifar10::facts()));
    for (std::uint64_t i = 0; i < 32; ++i)
        contents.cell(3, 5).push_back(picture(3, 5, 100 - i));
    contents.cell(0, 0).push_back(picture(0, 0, 1));
    contents.mostConfidentErrors = {picture(3, 5, 99), picture(1, 2, 7)};
    return contents;
}

QByteArray bytesOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot read ") + path.toUtf8();
}

// Of each line of images.csv, in order of the stream: index, label, predicted, reason.
std::map<std::string, CsvLine> answersIn(const QString& folder)
{
    const std::vector<CsvLine> lines = readCsv(bytesOf(folder + "/images.csv").toStdString());
    std::map<std::string, CsvLine> answers;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto field = [&](const char* name) { return csvField(lines[0], lines[i], name); };
        answers[field("index")] = {field("label"), field("predicted"), field("reason")};
    }
    return answers;
}

QString figureOf(const FigureTile* tile)
{
    QStringList texts;
    for (const FigureText::Part& part : tile->shown().parts)
        texts << (part.figure + ' ' + part.unit).trimmed();
    return texts.join(' ');
}

} // namespace

class TestResultPage : public QObject {
    Q_OBJECT
private slots:
    void init() { QLocale::setDefault(QLocale::c()); }
    void headlines_data();
    void headlines();
    void everyFigureIsTheRunsOwn();
    void modelsHoldWhatTheRunHolds();
    void barsOfTheHistogram();
    void galleryFilesComeBack();
    void aReportIsReadBackOntoThePage();
    void aReportOfAClusterSaysWhoClassified();
    void unequalCoresSayWhereTheWorkersRan();
    void aReportOfTheBatchHasNoPictures();
    void whatIsWrongWithAReportIsTold();
    void aCellShowsItsImages();
    void theSummaryLineIsCopied();
    void exportedFilesAreThoseThatWereKept();
    void savedPlotsAreThoseOfTheRun();
    void opensAtItsTop();
    void nothingIsCutInASmallWindow();
    void rowsOfATableAreCopied();
    void unknownTimesAreNoZeros();
    void anUnwritableFolderIsTold();
    void nullIsNotJudged();
    void coloursFollowThePalette();
    void aRealRunIsThatOfTheBatch();
    void aRunThatCannotBeKeptGoesOn();
};

void TestResultPage::headlines_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("expected");
    QTest::newRow("kept up")
        << 0
        << "Valid: this machine kept up with 1000 images a second; 92.1 % classified correctly, "
           "99 % within 3.00 ms.";
    QTest::newRow("saturated")
        << 1
        << "Valid: this machine did not keep up with 1000 images a second: it managed 500; "
           "92.1 % classified correctly.";
    QTest::newRow("as fast as possible") << 2
                                         << "Valid: this machine classified 1000 images a second; 92.1 % "
                                            "classified correctly.";
    QTest::newRow("null")
        << 3
        << "Valid: without inference this machine kept up with 1000 images a second; 99 % within "
           "3.00 ms.";
    QTest::newRow("failed") << 4 << "Not valid: the run failed: port taken.";
    QTest::newRow("send") << 5 << "Valid: 10000 images sent, 1000 a second as intended.";
    QTest::newRow("over at once")
        << 6
        << "Weak: this machine classified 1600 images a second, too few to tell whether it keeps up with "
           "10000000; 92.1 % classified correctly, 99 % within 3.00 ms.";
    QTest::newRow("the backlog grew")
        << 7
        << "Weak: this machine classified 1000 images a second, and its backlog grew at a target rate of "
           "1000; 92.1 % classified correctly, 99 % within 3.00 ms.";
}

void TestResultPage::headlines()
{
    QFETCH(int, kind);
    QFETCH(QString, expected);
    RunResult run = exampleRun();
    switch (kind) {
    case 1:
        run.elapsedS = 20;
        run.backlog->lastResultS = 20;
        break;
    case 2:
        run.settings.imagesPerSecond = 0;
        run.backlog.reset();
        run.sendDelay.reset();
        break;
    case 3:
        run.engine.infers = false;
        break;
    case 4:
        run.end = RunEnd::Failed;
        run.failure = verbatim("port taken");
        break;
    case 5:
        run.settings.role = Role::Send;
        run.latency = {};
        run.sources.clear();
        break;
    case 6:
        run.settings.imagesPerSecond = 1e7;
        run.counts.sent = run.counts.received = run.counts.classified = 40;
        run.backlog = Backlog{3.9e-6, 3.9e-6, 0.025};
        run.elapsedS = 0.025;
        run.resultsPerS = 1616;
        break;
    case 7:
        run.backlog = Backlog{9.999, 9.999, 10.12};
        run.steadiness.backlogGrowthMs = Growth{118, 110, 126};
        break;
    default:
        break;
    }
    QCOMPARE(headline(run, judge(run)), expected);
}

void TestResultPage::everyFigureIsTheRunsOwn()
{
    ResultDetails details;
    RunResult run = exampleRun();
    run.latencyBuckets = {{1.0, 4'000}, {2.0, 5'990}, {9.0, 10}};
    details.show(shownRun(run));
    QStringList figures;
    for (const FigureTile* tile : details.tiles())
        figures << figureOf(tile);
    QCOMPARE(figures, (QStringList{"1000.0 /s", "92.12 %", "3.00 ms", "0 · 0", "12.5 %", "120 MB"}));
    QCOMPARE(details.tiles()[0]->shown().remark, "target rate 1000"); // which the plan fixes
    QCOMPARE(details.tiles()[2]->shown().remark, "2.75 … 3.25 (95 %)\nfrom the intended send time");
    QCOMPARE(details.tiles()[5]->shown().remark, "of this program");
    QCOMPARE(details.tiles()[4]->shown().remark, "125 µs of CPU an image");
    QCOMPARE(details.summaryLine(),
        "Inferenced 10000 images in 10.0 seconds or 1000.0 images/second, with 9212 or 92.1% correctly "
        "classified");
    QVERIFY(details.verdict().text().contains("equal to the model card")
        || details.verdict().text().contains("9,999 of 10,000")
        || details.verdict().text().contains("9999 of 10000"));
    QCOMPARE(details.stages().text(), "queue 0.013 ms, decode 0.005 ms, normalise 0.003 ms, infer 0.900 ms");
    QStringList marks;
    for (const LatencyPlot::Mark& mark : details.latency().marks())
        marks << mark.name + ' ' + QString::number(mark.ms);
    QCOMPARE(marks, (QStringList{"p50 1.25", "p90 2", "p95 2.25", "p99 3", "p99.9 4", "max 8.5"}));
    std::uint64_t counted = 0;
    for (const LatencyBar& bar : details.latency().bars())
        counted += bar.count;
    QCOMPARE(counted, std::uint64_t(10'000));
    QCOMPARE(details.timePlots().shown().achieved.value, (QVector<double>{992.0, 1020.0}));

    run.settings.imagesPerSecond = 0;
    run.backlog.reset();
    details.show(shownRun(run));
    QCOMPARE(details.tiles()[0]->shown().remark, "993.5 … 1006.5 (95 %)\nas fast as possible");
}

void TestResultPage::modelsHoldWhatTheRunHolds()
{
    const RunResult run = exampleRun();
    ConfusionModel confusion;
    ClassBarsModel recalls;
    MetricsModel metrics;
    const QAbstractItemModelTester a(&confusion, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester b(&recalls, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester c(&metrics, QAbstractItemModelTester::FailureReportingMode::QtTest);
    confusion.show(run);
    recalls.show(recallsOf(run));
    metrics.show(run, judge(run));
    for (int label = 0; label < 10; ++label)
        for (int predicted = 0; predicted < 10; ++predicted)
            QCOMPARE(confusion.index(label, predicted).data(ConfusionModel::CountRole).toULongLong(),
                run.confusion.at(static_cast<std::size_t>(label), static_cast<std::size_t>(predicted)));
    QCOMPARE(confusion.index(3, 5).data(Qt::ToolTipRole).toString().remove(','),
        "77 of 1000 images of cat classified as dog");
    QCOMPARE(confusion.index(3, 5).data(ConfusionModel::ShareRole).toDouble(), 0.077);
    QCOMPARE(confusion.headerData(9, Qt::Horizontal).toString(), "truck");
    QCOMPARE(recalls.index(3, ClassBarsModel::Percent).data().toString(), "92.3 %");
    QCOMPARE(recalls.index(0, ClassBarsModel::Percent).data().toString(), "92.1 %");
    const CsvLine names = readCsv(summaryHeader()).front();
    const CsvLine values = readCsv(summaryRow(reportJson({run, judge(run)}))).front();
    QCOMPARE(metrics.rowCount(), static_cast<int>(names.size()));
    for (int row = 0; row < metrics.rowCount(); ++row) {
        const auto place = static_cast<std::size_t>(row);
        QCOMPARE(metrics.index(row, MetricsModel::Name).data().toString().toStdString(), names[place]);
        QCOMPARE(metrics.index(row, MetricsModel::Value).data(Qt::ToolTipRole).toString().toStdString(),
            values[place]);
    }
}

void TestResultPage::barsOfTheHistogram()
{
    QVERIFY(latencyBars({}).empty());
    const auto bars = latencyBars({{1.0, 5}, {2.0, 7}, {8.0, 1}});
    QCOMPARE(bars.size(), std::size_t(25)); // an eighth of a power of two each, from 0.917 to 8 ms
    QCOMPARE(bars.front().upperMs, 1.0);
    QCOMPARE(bars.front().count, std::uint64_t(5));
    QCOMPARE(bars[8].upperMs, 2.0);
    QCOMPARE(bars[8].count, std::uint64_t(7));
    QCOMPARE(bars.back().upperMs, 8.0);
    QVERIFY(latencyBars({{0.001, 1}, {3'600'000, 1}}).size() <= 48);
    QVERIFY(latencyBars({{0, 1}, {1.0, 1}}).size() <= 48);
}

void TestResultPage::galleryFilesComeBack()
{
    const QTemporaryDir folder;
    const GalleryContents contents = someGallery();
    QVERIFY(!writeGallery(contents, folder.path().toStdString()));
    const auto back = readGallery(folder.path().toStdString(), cifar10::facts());
    QVERIFY2(bool(back), back.error().english().c_str());
    QCOMPARE(back->cell(3, 5).size(), std::size_t(32));
    QCOMPARE(back->cell(3, 5)[4].ordinal, std::uint64_t(96));
    QVERIFY(back->cell(3, 5)[4].pixels == contents.cell(3, 5)[4].pixels);
    QCOMPARE(back->mostConfidentErrors.size(), std::size_t(2));
    QCOMPARE(back->mostConfidentErrors[1].probability(), 0.75F);
    QVERIFY(back->mostConfidentErrors[1].pixels == contents.mostConfidentErrors[1].pixels);
    QFile table(folder.filePath("gallery.csv"));
    QVERIFY(table.open(QIODevice::Append));
    table.write("cell,1,1,0,12,0,0,0,0,0,0,0,0,0,0,0\n");
    table.close();
    QVERIFY(!readGallery(folder.path().toStdString(), cifar10::facts()));
}

void TestResultPage::aReportIsReadBackOntoThePage()
{
    const QTemporaryDir folder;
    ReportFolderOptions options;
    options.path = folder.path().toStdString();
    auto report = ReportFolder::open(options);
    QVERIFY(bool(report));
    QVERIFY(!(*report)->finish(exampleRun(), judge(exampleRun())));
    QVERIFY(!writeGallery(someGallery(), folder.path().toStdString()));
    test::WindowUnderTest test;
    test.window.resultPage().showKept(*readShownRun(folder.path()));
    ResultDetails& details = test.window.resultPage().details();
    QCOMPARE(figureOf(details.tiles()[1]), "92.12 %");
    emit details.cellWanted(3, 5);
    QCOMPARE(test.window.notice(), "The pictures are being read.");
    QCOMPARE(details.mistakes().emptyText(), test.window.notice());
    AWAIT_EQUAL(details.mistakes().model().rowCount(), 2);
    QCOMPARE(details.mistakes().model().index(0).data().toString(), "dog");
}

void TestResultPage::aReportOfAClusterSaysWhoClassified()
{
    RunResult result = exampleRun();
    ClusterFacts cluster;
    cluster.master = "spark://10.0.0.1:7077";
    cluster.sparkVersion = "4.0.1";
    cluster.tasksAtOnce = 8;
    cluster.executors = {{"gateway-1", 4, 6000}, {"gateway-2", 4, 4000}};
    cluster.tasks = 96;
    cluster.tasksRepeated = 1;
    result.cluster = cluster;
    const QTemporaryDir folder;
    ReportFolderOptions options;
    options.path = folder.path().toStdString();
    auto report = ReportFolder::open(options);
    QVERIFY(bool(report));
    QVERIFY(!(*report)->finish(result, judge(result)));
    test::WindowUnderTest test;
    test.window.openPath(folder.path());
    AWAIT_EQUAL(test.window.currentPage(), int(MainWindow::ResultIndex));
    const auto labels = test.window.resultPage().details().findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().contains("Cluster Spark 4.0.1 at spark://10.0.0.1:7077 · executors 2, tasks at "
                                      "once 8 · 1 of 96 tasks repeated");
    }));
}

void TestResultPage::unequalCoresSayWhereTheWorkersRan()
{
    RunResult result = exampleRun();
    QVERIFY(ui::runWords(result).join('\n').contains(
        "gateway · Raspberry Pi 4 Model B Rev 1.4 · ARM Cortex-A72 · 2.5 of 4 cores · asimd"));
    CoreType fast = result.machine.coreTypes.front();
    fast.name = "ARM Cortex-A76";
    fast.workers = 1.75;
    result.machine.coreTypes.push_back(fast);
    QVERIFY(ui::runWords(result).join('\n').contains(
        "2.0 workers on 4 × ARM Cortex-A72 · 1.8 workers on 4 × ARM Cortex-A76 · asimd"));
}

void TestResultPage::aReportOfTheBatchHasNoPictures()
{
    const QTemporaryDir folder;
    ReportFolderOptions options;
    options.path = folder.path().toStdString();
    auto report = ReportFolder::open(options);
    QVERIFY(bool(report));
    QVERIFY(!(*report)->finish(exampleRun(), judge(exampleRun())));
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    page.showKept(*readShownRun(folder.path()));
    QVERIFY(page.details().mistakes().emptyText().startsWith("No pictures were kept"));
    emit page.details().cellWanted(3, 5);
    QCOMPARE(test.window.notice(), "No pictures were kept of this run.");
}

void TestResultPage::whatIsWrongWithAReportIsTold()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath("report.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    test::WindowUnderTest test;
    test.window.openPath(folder.path());
    AWAIT(test.window.notice().contains("not the report of a run"));
    QCOMPARE(test.window.currentPage(), int(MainWindow::SetUp));
}

void TestResultPage::aCellShowsItsImages()
{
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    test.window.showPage(MainWindow::ResultIndex);
    ShownRun run = shownRun();
    run.pictures = std::make_shared<const GalleryContents>(someGallery());
    page.show(run);
    ConfusionView& view = page.details().confusionView();
    view.setCurrentIndex(view.model()->index(3, 5));
    QTest::keyClick(&view, Qt::Key_Return);
    auto* dialog = page.findChild<CellDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->windowTitle(), "cat, classified as dog");
    QCOMPARE(dialog->model().rowCount(), 32);
    QCOMPARE(dialog->remark(), "the latest 32 of 77 images that pictures were kept of");
    QVERIFY(page.holdsAttention());
    dialog->close();
}

void TestResultPage::theSummaryLineIsCopied()
{
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    test.window.showPage(MainWindow::ResultIndex);
    page.show(shownRun());
    QVERIFY(QTest::qWaitForWindowActive(&test.window));
    QApplication::clipboard()->clear();
    QTest::keyClick(&page, Qt::Key_C, Qt::ControlModifier);
    AWAIT_EQUAL(QApplication::clipboard()->text(), page.details().summaryLine());
}

void TestResultPage::exportedFilesAreThoseThatWereKept()
{
    const QTemporaryDir root;
    ReportFolderOptions options;
    options.path = root.filePath("kept").toStdString();
    auto report = ReportFolder::open(options);
    QVERIFY(bool(report));
    for (int i = 0; i < 3; ++i)
        (*report)->addImage({});
    QVERIFY(!(*report)->finish(exampleRun(), judge(exampleRun())));
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    page.showKept(*readShownRun(root.filePath("kept")));
    QSignalSpy done(&page, &ResultPage::exported);
    const QString to = root.filePath("out/here");
    page.exportTo(to, ExportOf::Everything);
    AWAIT_EQUAL(done.size(), 1);
    for (const char* name : {"summary.csv", "intervals.csv", "images.csv", "report.json"})
        QCOMPARE(bytesOf(to + '/' + name), bytesOf(root.filePath("kept/") + name));
    for (const char* name :
        {"latency.png", "latency.svg", "time_series.png", "time_series.svg", "confusion.png"})
        QVERIFY2(QFileInfo(to + '/' + name).size() > 0, name);
    page.exportTo(to, ExportOf::Csv); // not over what is there
    AWAIT(test.window.notice().contains("already"));
    page.show(shownRun()); // another one, before it is replaced
    emit test.window.findChild<NoticeRow*>()->findChildren<QLabel*>().last()->linkActivated({});
    AWAIT_EQUAL(done.size(), 2);
    QCOMPARE(bytesOf(to + "/images.csv"), bytesOf(root.filePath("kept/images.csv")));
    QCOMPARE(test.window.notice(), QString("Written to %1.").arg(to)); // it has a list of its images
}

void TestResultPage::savedPlotsAreThoseOfTheRun()
{
    const QTemporaryDir root;
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    page.show(shownRun());
    const QByteArray latency = svgOf(page.details().latency());
    QSignalSpy done(&page, &ResultPage::exported);
    const QString to = root.filePath("out");
    page.exportTo(to, ExportOf::Everything);
    ShownRun other = shownRun();
    other.result.latencyBuckets = {};
    page.show(other); // before the files are written
    QVERIFY(svgOf(page.details().latency()) != latency);
    AWAIT_EQUAL(done.size(), 1);
    QCOMPARE(bytesOf(to + "/latency.svg"), latency);
}

void TestResultPage::opensAtItsTop()
{
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    test.window.showPage(MainWindow::ResultIndex);
    page.show(shownRun());
    QScrollBar* bar = nullptr;
    for (const QScrollArea* area : page.findChildren<QScrollArea*>())
        if (area->widget() == &page.details())
            bar = area->verticalScrollBar();
    QVERIFY(bar);
    AWAIT(bar->maximum() > 0);
    bar->setValue(bar->maximum());
    page.show(shownRun());
    QCOMPARE(bar->value(), 0);
}

void TestResultPage::nothingIsCutInASmallWindow()
{
    test::WindowUnderTest test;
    QVERIFY(test.language.choose("de"));
    test.window.resize(960, 540);
    test.window.showPage(MainWindow::ResultIndex);
    ResultPage& page = test.window.resultPage();
    page.show(shownRun());
    const QScrollArea* shown = nullptr;
    for (const QScrollArea* area : page.findChildren<QScrollArea*>())
        if (area->widget() == &page.details())
            shown = area;
    QVERIFY(shown);
    AWAIT(page.details().width() <= shown->viewport()->width());
    for (const Panel* panel : page.details().findChildren<Panel*>())
        AWAIT(panel->isHidden() || panel->width() >= panel->minimumSizeHint().width());
}

void TestResultPage::rowsOfATableAreCopied()
{
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    test.window.showPage(MainWindow::ResultIndex);
    page.show(shownRun());
    QVERIFY(QTest::qWaitForWindowActive(&test.window));
    QTableView* metrics = nullptr;
    for (QTableView* table : page.findChildren<QTableView*>())
        if (table->accessibleName() == "All figures")
            metrics = table;
    QVERIFY(metrics);
    metrics->setFocus();
    metrics->selectRow(1);
    metrics->selectionModel()->select(
        metrics->model()->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QTest::keyClick(metrics, Qt::Key_C, Qt::ControlModifier);
    const auto line = [metrics](int row) {
        QStringList cells;
        for (int column = 0; column < metrics->model()->columnCount(); ++column)
            cells << metrics->model()->index(row, column).data().toString();
        return cells.join('\t');
    };
    AWAIT_EQUAL(QApplication::clipboard()->text(), line(0) + '\n' + line(1));
}

void TestResultPage::unknownTimesAreNoZeros()
{
    StageBar bar;
    StageTimes times;
    times.decodeUs = 3;
    bar.show(times);
    QCOMPARE(bar.text(), QString::fromUtf8("queue –, decode 0.003 ms, normalise –, infer –"));
}

void TestResultPage::anUnwritableFolderIsTold()
{
    const QTemporaryDir root;
    QFile file(root.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    page.show(shownRun());
    page.exportTo(root.filePath("file/below"), ExportOf::Csv);
    AWAIT(test.window.notice().contains("could not be written"));
}

void TestResultPage::nullIsNotJudged()
{
    RunResult run = exampleRun();
    run.engine.name = "null";
    run.engine.infers = false;
    ResultDetails details;
    details.show(shownRun(run));
    QCOMPARE(figureOf(details.tiles()[1]), "–");
    QVERIFY(details.confusionView().isHidden());
    QCOMPARE(details.mistakes().emptyText(), "Answers are not judged here.");
    QVERIFY(details.summaryLine().endsWith("images/second"));
}

void TestResultPage::coloursFollowThePalette()
{
    test::WindowUnderTest test;
    ResultPage& page = test.window.resultPage();
    page.show(shownRun());
    test.window.showPage(MainWindow::ResultIndex);
    test.theme.choose(Theme::Choice::Light);
    const QImage light = page.grab().toImage();
    test.theme.choose(Theme::Choice::Dark);
    QCoreApplication::processEvents();
    const QImage dark = page.grab().toImage();
    const auto mean = [](const QImage& image) {
        return image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
            .pixelColor(0, 0)
            .lightness();
    };
    QVERIFY2(mean(light) > 180 && mean(dark) < 90,
        qPrintable(QStringLiteral("%1 %2").arg(mean(light)).arg(mean(dark))));
}

void TestResultPage::aRealRunIsThatOfTheBatch()
{
    Settings settings;
    settings.model = "resnet20";
    settings.imagesPerSecond = 0;
    settings.totalImages = 300;
    settings.warmup = 1;
    settings.workers = 1;
    settings.seed = 11;
    test::WindowUnderTest test(settings);
    if (!test.canStart())
        QSKIP("the model resnet20 is not there: make it with models/train, or install the package's models");
    QSignalSpy finished(&test.controller, &RunController::finished);
    test.window.startRun();
    QVERIFY(finished.wait(test::kPatienceMs));
    AWAIT_EQUAL(test.window.currentPage(), int(MainWindow::ResultIndex));
    ResultPage& page = test.window.resultPage();
    const RunResult& result = test.controller.outcome()->result;
    QCOMPARE(result.counts.classified, std::uint64_t(300));
    const QString kept = page.shown()->folder;
    QVERIFY(test.window.keptRuns().find(kept));
    QCOMPARE(figureOf(page.details().tiles()[1]),
        QLocale().toString(static_cast<double>(result.counts.correct) / 3, 'f', 2) + " %");
    QVERIFY(QFileInfo(kept + "/gallery.png").size() > 0);

    // The same headless, with --report.
    const QTemporaryDir folder;
    AskedSettings asked;
    asked.values = *test.controller.run()->inputs().settings;
    asked.values.report = folder.path().toStdString();
    const ValidatedSettings valid = validateSettings(asked);
    QVERIFY(valid.effective.has_value());
    auto run = Run::prepare(*valid.effective, {test.controller.engines(), test.controller.models(), {}}, {});
    QVERIFY2(bool(run), run.error().english().c_str());
    (*run)->start();
    (void)(*run)->wait();
    QCOMPARE(answersIn(kept).size(), std::size_t(300));
    QVERIFY(answersIn(kept) == answersIn(folder.path()));
    const auto ours = readCsv(bytesOf(kept + "/summary.csv").toStdString());
    const auto theirs = readCsv(bytesOf(folder.path() + "/summary.csv").toStdString());
    for (const char* name : {"images_offered", "images_sent", "images_received", "images_classified",
             "images_rejected", "images_lost", "images_duplicated", "images_correct", "accuracy_pct", "role",
             "engine_name", "engine_precision", "model_name", "engine_workers", "engine_batch_size", "format",
             "pacing", "seed"})
        QCOMPARE(csvField(ours[0], ours[1], name), csvField(theirs[0], theirs[1], name));
    QVERIFY(test.window.keptRuns().remove({kept}).isEmpty());
}

void TestResultPage::aRunThatCannotBeKeptGoesOn()
{
    Settings settings;
    settings.engine = "null";
    settings.imagesPerSecond = 0;
    settings.totalImages = 100;
    test::WindowUnderTest test(settings);
    const QTemporaryDir root;
    QFile file(root.filePath("full"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    test.controller.keepRunsIn([&] { return root.filePath("full/run"); });
    QSignalSpy finished(&test.controller, &RunController::finished);
    QVERIFY(test.canStart());
    test.window.startRun();
    QVERIFY(finished.wait(test::kPatienceMs));
    QCOMPARE(test.controller.outcome()->result.counts.classified, std::uint64_t(100));
    QVERIFY2(test.window.notice().startsWith("The run was not kept"), qPrintable(test.window.notice()));
    QCOMPARE(test.window.resultPage().shown()->folder, QString());
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestResultPage>(argc, argv);
}

#include "tst_result_page.moc"
