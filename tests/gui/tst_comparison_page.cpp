// Kept runs beside each other, from report folders as runs leave them.
#include "compare/difference_text.h"
#include "compare/whisker.h"
#include "kept_example.h"
#include "reports/report_json.h"
#include "reports/report_reader.h"
#include "ui/base/written_file.h"
#include "ui/comparison/comparison_page.h"
#include "ui/comparison/comparison_words.h"
#include "ui/comparison/curves.h"
#include "ui/comparison/difference_model.h"
#include "ui/comparison/repeats.h"
#include "ui/comparison/whisker_delegate.h"
#include "window_test.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTableView>
#include <QWheelEvent>

using namespace iotbench;
using namespace iotbench::ui;
using studies::DifferenceWord;
using studies::Metric;
using studies::MetricDifference;

class TestComparisonPage : public QObject {
    Q_OBJECT
private slots:
    void words_data();
    void words();
    void heldLoads();
    void placesOfWhiskers();
    void twoRuns();
    void threeRuns();
    void allRepeats();
    void theSameRunTwiceIsRefused();
    void aSweepIsRefusedInTheWordsOfTheWindow();
    void theNewestQuestionIsAnswered();
};

void TestComparisonPage::words_data()
{
    QTest::addColumn<int>("metric");
    QTest::addColumn<double>("difference");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<int>("word");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, Metric metric, double difference, double low, double high,
                         DifferenceWord word, const char* expected) {
        QTest::newRow(name) << int(metric) << difference << low << high << int(word)
                            << QString::fromUtf8(expected);
    };
    using Word = DifferenceWord;
    row("faster", Metric::Rate, 4.6, 3.1, 6.2, Word::Higher, "faster|+4.6 %|+3.1 to +6.2 %|better");
    row("nine times", Metric::Rate, 809, 780, 839, Word::Higher,
        "faster|9.09 times|8.80 to 9.39 times|better");
    row("p99 longer", Metric::LatencyP99, 12, 2, 22, Word::Higher, "slower|+12.0 %|+2.0 to +22.0 %|worse");
    row("p99 shorter", Metric::LatencyP99, -71, -73, -69, Word::Lower,
        "faster|0.29 times|0.27 to 0.31 times|better");
    row("accuracy", Metric::Accuracy, -0.08, -0.28, 0.12, Word::NoneShown,
        "no difference shown|−0.08 points|−0.28 to +0.12 points|worse");
    row("other images", Metric::Accuracy, 0, 0, 0, Word::NotComparable,
        "not comparable|–|0.00 to 0.00 points|worse");
    row("more cameras", Metric::HeldCameras, 12.9, 11, 14, Word::Higher,
        "more|+12.9 %|+11.0 to +14.0 %|better");
    row("fewer images/s", Metric::HeldRate, -12.9, -14, -11, Word::Lower,
        "fewer|−12.9 %|−14.0 to −11.0 %|worse");
    row("nothing", Metric::Rate, -0.001, -0.002, 0.004, Word::NoneShown,
        "no difference shown|0.00 %|0.00 to 0.00 %|worse");
    row("less CPU", Metric::CpuPerImage, -0.7, -0.9, -0.5, Word::Lower,
        "less|−0.70 %|−0.90 to −0.50 %|better");
}

void TestComparisonPage::words()
{
    QFETCH(int, metric);
    QFETCH(double, difference);
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(int, word);
    MetricDifference row;
    row.metric = Metric(metric);
    row.difference = difference;
    row.interval = Interval{low, high};
    row.word = DifferenceWord(word);
    QTEST(QStringList({differenceWords(row), differenceText(row), ui::intervalText(row),
                          isBetter(row) ? "better" : "worse"})
              .join('|'),
        "expected");
}

void TestComparisonPage::heldLoads()
{
    MetricDifference row;
    row.metric = Metric::HeldCameras;
    row.base = 62;
    row.baseFailsAt = 63;
    row.next = 70;
    QCOMPARE(baseText(row), "62 (not 63)");
    QCOMPARE(nextText(row), "70 or more");
    row.metric = Metric::HeldRate;
    QCOMPARE(baseText(row), "62.0 (not 63.0)");
}

void TestComparisonPage::placesOfWhiskers()
{
    QCOMPARE(whiskerPlace(1), 0.0);
    QCOMPARE(whiskerPlace(10), 1.0);
    QCOMPARE(whiskerPlace(0.1), -1.0);
    QCOMPARE(whiskerPlace(1'000), 1.0);
    QVERIFY(whiskerPlace(1.01) > 0.15 && whiskerPlace(1.01) < whiskerPlace(1.1)); // even 1 % has its place
    QVERIFY(qAbs(whiskerPlace(2) + whiskerPlace(0.5)) < 1e-9);
}

void TestComparisonPage::twoRuns()
{
    const test::KeptExamples kept(2);
    ComparisonPage page;
    QSignalSpy ready(&page, &ComparisonPage::ready);
    page.compare(kept.folders());
    QVERIFY(ready.wait(test::kPatienceMs));
    QVERIFY2(page.sentenceText().startsWith("B is 50.0 % slower than A ("), qPrintable(page.sentenceText()));
    const QAbstractItemModel& table = *page.differences().model();
    const QAbstractItemModelTester tester(
        const_cast<QAbstractItemModel*>(&table), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.index(0, DifferenceModel::Metric).data().toString(), "Images/s");
    QCOMPARE(table.index(0, DifferenceModel::BaseValue).data().toString(), "1,000");
    QCOMPARE(table.index(0, DifferenceModel::Value).data().toString(), "500");
    QVERIFY(page.differences().isColumnHidden(DifferenceModel::Run));
    QVERIFY(page.shown()->report.judgement() != Judgement::Valid); // single runs do not tell what days do
    for (const QString& remark : remarksOf(*page.shown()))
        QVERIFY2(!remark.contains(kept.folders().front()), qPrintable(remark)); // by its letter
    QCOMPARE(page.findChild<Curves*>()->graphCount(), 4); // two of each run
    for (const QTableView* each : {&page.differences(), &page.settings()}) {
        QStringList headings;
        for (int column = 0; column < each->model()->columnCount(); ++column)
            headings << each->model()->headerData(column, Qt::Horizontal).toString();
        QVERIFY2(headings.contains("B") && !headings.contains("Value"), qPrintable(headings.join(' ')));
    }
    QCOMPARE(page.repeats().model()->rowCount(), 0); // of single runs
    page.show();
    QCOMPARE(page.focusWidget(), page.findChild<QScrollArea*>()); // its keys scroll
    QWheelEvent wheel({}, {}, {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(page.findChild<Curves*>(), &wheel);
    QVERIFY(!wheel.isAccepted()); // the page has it
    const int different = page.settings().model()->rowCount();
    QCOMPARE(different, int(page.shown()->report.pairs[0].setup.size()));
    page.allSettings().click();
    QCOMPARE(page.settings().model()->rowCount(),
        different + int(page.shown()->report.pairs[0].equalSetup.size()));
    page.allSettings().click();
    QCOMPARE(page.settings().model()->rowCount(), different);
    const QTemporaryDir saved;
    QSignalSpy told(&page, &Page::noticed);
    page.save(saved.filePath("sheet.html"));
    QVERIFY(told.wait(test::kPatienceMs));
    QFile sheet(saved.filePath("sheet.html"));
    QVERIFY(sheet.open(QIODevice::ReadOnly) && sheet.readAll().contains("--compare"));
    page.barActions().at(2)->trigger();
    QVERIFY(QGuiApplication::clipboard()->text().contains("| images/s |"));
    page.barActions().at(1)->trigger(); // swapped
    QVERIFY(ready.wait(test::kPatienceMs));
    QCOMPARE(page.differences().model()->index(0, DifferenceModel::BaseValue).data().toString(), "500");
}

void TestComparisonPage::threeRuns()
{
    const test::KeptExamples kept(3);
    ComparisonPage page;
    QSignalSpy ready(&page, &ComparisonPage::ready);
    page.compare(kept.folders());
    QVERIFY(ready.wait(test::kPatienceMs));
    QVERIFY(!page.differences().isColumnHidden(DifferenceModel::Run));
    QStringList letters;
    for (int row = 0; row < page.differences().model()->rowCount(); ++row)
        letters << page.differences().model()->index(row, DifferenceModel::Run).data().toString();
    letters.removeDuplicates();
    QCOMPARE(letters, (QStringList{"B", "C"}));
    QVERIFY(!page.barActions().at(1)->isEnabled()); // what would be swapped?
    QCOMPARE(page.settings().model()->rowCount(), 2); // workers of each
}

void TestComparisonPage::allRepeats()
{
    ComparisonReport report;
    report.baseRates = {{1'000}, {1'010, true}, {990}};
    report.pairs.resize(1);
    report.pairs[0].rates = {{2'000}, {2'020}};
    QTableView table;
    auto* model = new RepeatsModel(&table);
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setModel(model);
    table.setItemDelegateForColumn(RepeatsModel::Marks, new RepeatsDelegate(&table));
    model->show(report);
    const auto text = [&](int row, int column) { return model->index(row, column).data().toString(); };
    QCOMPARE(text(0, RepeatsModel::Side), QString::fromUtf8("● A"));
    QCOMPARE(text(1, RepeatsModel::Side), QString::fromUtf8("◆ B"));
    QCOMPARE(text(0, RepeatsModel::Values), QString::fromUtf8("1,000 · 1,010 ○ · 990"));
    QCOMPARE(model->index(1, RepeatsModel::Marks).data(Qt::AccessibleTextRole).toString(),
        QString::fromUtf8("2,000 · 2,020"));
    QCOMPARE(text(0, RepeatsModel::Mean), "1,000");
    QCOMPARE(model->headerData(RepeatsModel::Marks, Qt::Horizontal).toString(), "0 to 2,020 images/s");
    // A on the left, B on the right, of a scale from 0.
    table.setColumnWidth(RepeatsModel::Marks, 400);
    const QImage empty(400, 80, QImage::Format_RGB32);
    const auto inked = [&](int row) {
        QImage image(empty);
        image.fill(Qt::white);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.initFrom(&table);
        option.rect = image.rect();
        RepeatsDelegate().paint(&painter, option, model->index(row, RepeatsModel::Marks));
        int sum = 0, count = 0;
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, image.height() / 2).lightness() < 200) {
                sum += x;
                ++count;
            }
        return count == 0 ? -1 : sum / count;
    };
    QVERIFY2(inked(0) > 150 && inked(0) < 250, qPrintable(QString::number(inked(0))));
    QVERIFY2(inked(1) > 350, qPrintable(QString::number(inked(1))));
}

void TestComparisonPage::theSameRunTwiceIsRefused()
{
    const test::KeptExamples kept(1);
    ComparisonPage page;
    QSignalSpy told(&page, &Page::noticed);
    page.compare({kept.folders().front(), kept.folders().front()});
    QVERIFY(told.wait(test::kPatienceMs));
    QVERIFY(!page.shown());
    const QString words = told.at(0).at(0).value<Notice>().text;
    QVERIFY2(words.contains("run 0") && !words.contains(kept.folders().front()), qPrintable(words));
}

void TestComparisonPage::aSweepIsRefusedInTheWordsOfTheWindow()
{
    const test::KeptExamples kept(2);
    const QString sweep = kept.folders().back();
    auto report = readReportFile((sweep + "/report.json").toStdString());
    QVERIFY(report);
    report->study = StudyFacts{};
    report->study->kind = "sweep";
    report->study->points.resize(1);
    QVERIFY(writeFile(sweep + "/report.json", jsonBytes(reportJson(*report))).isEmpty());
    ComparisonPage page;
    QSignalSpy told(&page, &Page::noticed);
    for (const QStringList& folders : {kept.folders(), QStringList{sweep, kept.folders().front()}}) {
        page.compare(folders);
        QVERIFY(told.wait(test::kPatienceMs));
        const QString words = told.takeFirst().at(0).value<Notice>().text;
        QVERIFY2(words.contains("run 1") && words.contains("is a sweep") && !words.contains('#')
                && words.contains("Use these settings"),
            qPrintable(words));
        QVERIFY(!page.shown());
    }
}

void TestComparisonPage::theNewestQuestionIsAnswered()
{
    const test::KeptExamples kept(3);
    const QStringList folders = kept.folders();
    ComparisonPage page;
    QSignalSpy ready(&page, &ComparisonPage::ready);
    page.compare({folders[0], folders[1]});
    page.compare({folders[2], folders[0]});
    QVERIFY(ready.wait(test::kPatienceMs));
    QCOMPARE(page.shown()->runs[0].folder, folders[2]);
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestComparisonPage>(argc, argv);
}

#include "tst_comparison_page.moc"
