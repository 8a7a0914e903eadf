// A search for cameras that goes on to its end in the real window: the answer, the plot, what is to spare,
// and its row in History. What other programs do meanwhile may keep it from a confirmed answer; then the page
// must say so.
#include "gui/window_under_test.h"
#include "ui/base/figure_tile.h"
#include "ui/base/segment_bar.h"
#include "ui/capacity/capacity_plot.h"
#include "ui/capacity/capacity_text.h"
#include "ui/capacity/capacity_view.h"
#include "ui/history/history_model.h"
#include "ui/history/history_page.h"
#include "ui/result/result_page.h"

#include <QTableView>

using namespace iotbench;
using namespace iotbench::ui;
using namespace Qt::StringLiterals;
using test::WindowUnderTest;

class TestSearchCompletes : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void theSentenceSaysWhatHolds();
    void theStripIsClosed();
    void whatIsToSpareIsTold();
    void historyHasItsRow();

private:
    CapacityView& view() { return m_test->window.resultPage().capacity(); }

    std::optional<WindowUnderTest> m_test;
    std::string m_answer;
};

// One worker on a small model and few cameras, in coarse steps, so that few probes do.
void TestSearchCompletes::initTestCase()
{
    Settings values;
    values.model = "resnet8";
    values.workers = 1;
    values.batchSize = 1;
    values.cameraRatePerS = 100;
    m_test.emplace(values);
    QTest::mouseClick(m_test->editor<SegmentBar>("find")->segment(1), Qt::LeftButton);
    m_test->type("probe-seconds", u"10"_s);
    m_test->type("own-cameras", u"1"_s);
    m_test->window.setupPage().setup().changeStudy(
        [](StudyOptions& study) { study.search.precisionPct = 50; });
    QTest::keyClick(&m_test->window, Qt::Key_R, Qt::ControlModifier);
    AWAIT(m_test->controller.search());
    AWAIT(!m_test->controller.busy());
    QCOMPARE(m_test->window.currentPage(), static_cast<int>(MainWindow::ResultIndex));
    QVERIFY(view().isVisible());
    QVERIFY(view().state().over());
    m_answer = view().state().answer->answer;
    qInfo() << view().sentence() << view().plot().accessibleDescription();
    QVERIFY(m_answer != "stopped");
    QVERIFY(m_answer != "not accurate");
}

void TestSearchCompletes::theSentenceSaysWhatHolds()
{
    const CapacityState& state = view().state();
    const FigureText& answer = view().answer().shown();
    QCOMPARE(view().sentence(), answerSentence(state));
    QCOMPARE(answer.parts[0].figure,
        state.holdsAt               ? loadText(state.goal, *state.holdsAt)
            : m_answer == "nothing" ? u"0"_s
                                    : u"–"_s);
    QVERIFY(!answer.parts[0].unit.contains(u"so far"_s));
    QCOMPARE(answer.caution, m_answer != "serves");
    if (m_answer != "serves")
        return;
    QVERIFY2(view().sentence().startsWith(u"Serves "_s + loadWords(state.goal, *state.holdsAt))
            && view().sentence().contains(u"("_s + loadText(state.goal, *state.failsAt)),
        qPrintable(view().sentence()));
    QVERIFY2(answer.remark.contains(u"confirmed by two runs"_s), qPrintable(answer.remark));
}

void TestSearchCompletes::theStripIsClosed()
{
    const CapacityState& state = view().state();
    QCOMPARE(view().table().model()->rowCount(), static_cast<int>(state.probes.size()));
    QVERIFY(!state.now);
    QVERIFY(!view().plot().marks().empty() || m_answer == "between"); // of probes that were disturbed
    QList<std::pair<double, double>> parts; // of the strip, from left to right
    for (int i = 0; i < view().plot().itemCount(); ++i)
        if (const auto* part = qobject_cast<QCPItemRect*>(view().plot().item(i));
            part && part->bottomRight->coords().y() == 1)
            parts << std::pair(part->topLeft->coords().x(), part->bottomRight->coords().x());
    std::sort(parts.begin(), parts.end());
    QVERIFY(!parts.isEmpty());
    for (qsizetype i = 1; i < parts.size(); ++i)
        QCOMPARE(parts[i].first, parts[i - 1].second);
    if (m_answer != "serves")
        return;
    QCOMPARE(parts.size(), 2); // what holds and what fails: nothing is open
    QVERIFY(parts[0].second > *state.holdsAt && parts[0].second < *state.failsAt);
    QVERIFY(view().plot().accessibleDescription().contains(
        u"holds at %1, fails at %2"_s.arg(*state.holdsAt).arg(*state.failsAt)));
}

void TestSearchCompletes::whatIsToSpareIsTold()
{
    const FigureText& own = view().probe().shown();
    QCOMPARE(own.caption, u"Your cameras"_s);
    QCOMPARE(own.parts[0].figure, u"1"_s);
    if (view().state().holdsAt)
        QVERIFY2(own.remark.startsWith(u"You asked for 1: "_s) && own.remark.endsWith(u" % to spare"_s),
            qPrintable(own.remark));
}

void TestSearchCompletes::historyHasItsRow()
{
    const auto* history = m_test->window.historyPage().findChild<HistoryModel*>();
    QCOMPARE(history->rowCount(), 1);
    const CapacityState& state = view().state();
    const QString found = !state.holdsAt ? QString() : loadWords(state.goal, *state.holdsAt);
    const QString kind = history->index(0, HistoryModel::Kind).data().toString();
    QVERIFY2(kind.startsWith(u"Search"_s) && kind.endsWith(found), qPrintable(kind));
    if (m_answer == "serves")
        QCOMPARE(kind, u"Search: "_s + found);
    const QString sentence = view().sentence();
    emit m_test->window.historyPage().openRequested(
        history->index(0, 0).data(HistoryModel::FolderRole).toString());
    QCOMPARE(view().sentence(), sentence);
}

int main(int argc, char** argv)
{
    return iotbench::test::runWindowTest<TestSearchCompletes>(argc, argv);
}

#include "tst_search_completes.moc"
