// The data sheet that the window writes ("Save report…"), in a real browser: every figure of the report is
// there.
#include "gui/window_under_test.h"
#include "integration/program.h"
#include "integration/sheet_in_browser.h"
#include "ui/result/result_page.h"
#include "unit/data_sheet/missing_figures.h"

#include <QFileDialog>
#include <QSignalSpy>

using namespace iotbench;
using namespace iotbench::test;
using namespace Qt::StringLiterals;

class TestWindowDataSheet : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void everyFigureIsThere();
    void mainFiguresAreThoseOfTheReport();
    void fitsEveryScreen_data();
    void fitsEveryScreen();
    void prints();

private:
    QTemporaryDir m_folder;
    QByteArray m_sheet;
    QJsonObject m_report;
};

void TestWindowDataSheet::initTestCase()
{
    Settings values;
    values.model = "resnet8";
    values.imagesPerSecond = 400;
    values.totalImages = 1'600;
    values.maxP99Ms = 5'000;
    values.label = "box-7";
    WindowUnderTest window(values);
    window.window.startRun();
    AWAIT(window.controller.outcome());
    ui::ResultPage& page = window.window.resultPage();
    QSignalSpy exported(&page, &ui::ResultPage::exported);
    const auto actions = page.barActions();
    const auto save = std::ranges::find(actions, u"Save report…"_s, &QAction::text);
    QVERIFY(save != actions.end());
    (*save)->trigger();
    auto* dialog = page.findChild<QFileDialog*>();
    QVERIFY(dialog);
    const QString folder = m_folder.filePath(u"report"_s);
    emit dialog->fileSelected(folder);
    dialog->close();
    AWAIT_EQUAL(exported.size(), 1);
    m_sheet = fileBytes(folder + u"/data_sheet.html"_s);
    m_report = jsonIn(fileBytes(folder + u"/report.json"_s));
    QVERIFY(m_report[u"images_per_s"].toDouble() > 0);
}

void TestWindowDataSheet::everyFigureIsThere()
{
    QCOMPARE(reportInside(m_sheet), m_report);
    QStringList missing;
    collectMissing(shown(QString::fromUtf8(m_sheet)), m_report, false, missing);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

// None is left out, and none that the report has stands as zero.
void TestWindowDataSheet::mainFiguresAreThoseOfTheReport()
{
    const QString html = QString::fromUtf8(m_sheet);
    const auto figure = [&html](const QString& name) {
        return firstMatch(html, u"<dt>"_s + name + u"</dt><dd><b>([^<]*)</b>"_s);
    };
    QCOMPARE(figure(u"Throughput"_s), QString::number(m_report[u"images_per_s"].toDouble(), 'f', 1));
    QCOMPARE(figure(u"Accuracy"_s), QString::number(m_report[u"accuracy"][u"pct"].toDouble(), 'f', 2));
    static const QRegularExpression any(u"<dt>([^<]*)</dt><dd><b>([^<]*)</b>"_s);
    int figures = 0;
    for (auto found = any.globalMatch(html); found.hasNext(); ++figures) {
        const QRegularExpressionMatch match = found.next();
        const bool lost = match.captured(2) == u"0 · 0"_s; // rejected and lost: good
        QVERIFY2(lost || match.captured(2).toDouble() > 0 || match.captured(2).contains(u','),
            qPrintable(match.captured(0)));
    }
    QVERIFY(figures >= 5);
}

void TestWindowDataSheet::fitsEveryScreen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestWindowDataSheet::fitsEveryScreen()
{
    if (const char* why = browserAbsence())
        QSKIP(why);
    QFETCH(bool, dark);
    test::fitsEveryScreen(m_sheet, dark);
}

void TestWindowDataSheet::prints()
{
    if (const char* why = browserAbsence())
        QSKIP(why);
    test::prints(m_sheet, 2);
}

int main(int argc, char** argv)
{
    return runWindowTest<TestWindowDataSheet>(argc, argv);
}

#include "tst_window_data_sheet.moc"
